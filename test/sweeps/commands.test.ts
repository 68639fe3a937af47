import { beforeAll, expect, test } from 'vitest';
import { testApp } from '../support/app.ts';
import { anAuthority } from '../support/database.ts';

/* Every command of a page is JSON too, at the page's own address under /api or at the one said here; or says why it is not. */

/** Where the JSON of a page's command is, when its address is not the page's own. */
const ELSEWHERE: readonly (readonly [RegExp, string])[] = [
  [
    /^\/cases\/:childId\/circumstances\/(address|setting|elsewhere|need|care)$/,
    '/children/:childId/circumstances',
  ],
  [/^\/cases\/:childId\/(people|merges|consents|rights\/representatives)\/new$/, '/children/:childId/$1'],
  [
    /^\/cases\/:childId\/(people|merges|particulars|circumstances|consents|rights)\//,
    '/children/:childId/$1/',
  ],
  [/^\/requests$/, '/drafts'],
  [/^\/drafts\/:draftId\/:question$/, '/drafts/:draftId/questions/:question'],
  [/^\/join\/.*/, '/joinings'],
  [/(\/missed-appointments\/:missedAppointmentId)$/, '$1/decision'],
];

const BROWSER = 'A person shows in a browser who they are: another system is signed in already';
const FILES = 'A file is sent as a form or as bytes in parts, which `/uploads` takes; JSON carries neither';
const LOOK = 'It changes nothing: what is looked for is sent as a form so that it stands in no address';

const NONE: Readonly<Record<string, string>> = {
  '/sign-out': BROWSER,
  '/demo-identity/*': BROWSER,
  '/demo-identity/interaction/:uid': BROWSER,
  '/track': BROWSER,
  '/track/code': BROWSER,
  '/invited': BROWSER,
  '/invited/code': BROWSER,
  '/drafts/:draftId/return-link': BROWSER,
  '/return/:draftId/:secret': BROWSER,
  '/cases/:childId/reason': 'Asked of a person who has just opened a file',
  '/children/:childId/documents': FILES,
  '/children/:childId/documents/new': FILES,
  '/children/:childId/documents/new/order': FILES,
  '/children/:childId/documents/new/removal': FILES,
  '/children/:childId/uploads': FILES,
  '/plans/conversions': FILES,
  '/uploads/:uploadId': FILES,
  '/uploads/:uploadId/completion': FILES,
  '/should-i-ask/:situation/answers': LOOK,
  '/inbox': LOOK,
  '/plans/:planId/consultations/check':
    'It changes nothing: it shows what would be sent, for somebody to read through',
  '/cases/search': LOOK,
  '/children/:childId/documents/:documentId/pages': LOOK,
  '/plans/:planId/sections/:section/rows/:rowId/citations/search': LOOK,
  '/cases/filters': 'What a person’s own list stays narrowed to: another system says it in each call',
};

let commands: readonly string[];

beforeAll(async () => {
  const { app } = await testApp(await anAuthority());
  const safe = ['GET', 'HEAD', 'OPTIONS'];
  const unsafe = app.listedRoutes.filter(({ method }) => !safe.includes(method)).map(({ url }) => url);
  commands = unsafe.filter((url) => !url.startsWith('/easy-read/'));
});

function jsonOf(url: string): string {
  const rule = ELSEWHERE.find(([page]) => page.test(url));
  return `/api${rule === undefined ? url : url.replace(rule[0], rule[1])}`;
}

test('every command of a page is JSON, or is listed here with why it is not', () => {
  const pages = commands.filter((url) => !url.startsWith('/api/'));
  const without = pages.filter((url) => !commands.includes(jsonOf(url)));
  expect([...new Set(without)].sort()).toEqual(Object.keys(NONE).sort());
});
