import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { browser, type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../test/support/database.ts';
import { aCaseworker } from '../../../test/support/people.ts';
import { plainDate } from '../../shared/plain-date.ts';
import { ANSWERS, answerAll, aRequestFrom } from './examples.ts';
import type { Source } from './question.ts';
import { questionsFor } from './questions.ts';

let authority: number;
let wexcombe: TestApp;
const today = plainDate('2025-02-03');

beforeAll(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, today);
});

const asked = (source: Source, answers: Record<string, string>) =>
  questionsFor({ source, answers, today, schoolYears: [] }).map(({ id }) => id);

test('each kind of request is asked only what it needs', () => {
  const ofAKind = (source: Source, bornOn: string, place: string) =>
    asked(source, { bornOn, place }).filter((id) =>
      ['school', 'early-years', 'home-education', 'whose-right', 'post-16', 'your-hopes', 'custody'].includes(
        id,
      ),
    );
  expect(ofAKind('parent', '2017-06-05', 'school')).toEqual(['school']);
  expect(ofAKind('parent', '2024-06-05', 'at home')).toEqual(['early-years']);
  expect(ofAKind('parent', '2021-06-05', 'childminder')).toEqual(['school', 'early-years']);
  expect(ofAKind('parent', '2015-06-05', 'home educated')).toEqual(['home-education']);
  expect(ofAKind('parent', '2007-06-05', 'college')).toEqual(['school', 'whose-right', 'post-16']);
  expect(ofAKind('young person', '2007-06-05', 'college')).toEqual(['school', 'your-hopes']);
  expect(ofAKind('parent', '2009-12-05', 'custody')).toEqual(['custody']);
  expect(ofAKind('young person', '2007-06-05', 'custody')).toEqual(['your-hopes', 'custody']);
});

test('whose the right to ask is follows the days on which the authority’s school years begin', () => {
  // 16 on 2 September 2024: of compulsory school age until June 2025, unless the school year begins after their birthday.
  const asking = { source: 'parent', answers: { bornOn: '2008-09-02', place: 'college' }, today } as const;
  const ids = (schoolYears: string[]) =>
    questionsFor({ ...asking, schoolYears: schoolYears.map(plainDate) }).map(({ id }) => id);
  expect(ids([])).not.toContain('whose-right');
  expect(ids(['2024-09-03'])).toEqual(expect.arrayContaining(['whose-right', 'post-16']));
});

test('a request logged late asks by whose the right was on the day it came', () => {
  // Compulsory school age ended on 28 June 2024.
  const ids = (receivedOn: string) => asked('parent', { bornOn: '2008-03-01', place: 'college', receivedOn });
  expect(ids('2024-06-28')).not.toContain('whose-right');
  expect(ids('2024-06-29')).toContain('whose-right');
});

async function sent(changes: typeof ANSWERS) {
  const { requestId } = await aRequestFrom(browser(wexcombe), { ...ANSWERS, ...changes });
  const caseworker = browser(wexcombe);
  caseworker.signInWith(await aCaseworker(wexcombe, authority));
  const { rows } = await ownerPool().query('select source, place from requests where id = $1', [requestId]);
  return { ...rows[0], page: (await caseworker.get(`/requests/${requestId}`)).body };
}

test('staff see that a request is about a child under 2, and what the law says of one', async () => {
  const { page } = await sent({
    name: { givenNames: 'Poppy', familyName: 'Ashby', preferredName: '' },
    'birth-date': { 'bornOn-day': '1', 'bornOn-month': '6', 'bornOn-year': '2024' },
    place: { place: 'at home' },
    'early-years': { helpers: 'A health visitor' },
  });
  expect(page).toContain('a child under 2');
  expect(page).toContain('educational provision of any kind');
  expect(page).toContain('A health visitor');
});

test.each([
  ['Wynn', '2013', true],
  ['Rhian', '2007', false],
])(
  'staff see that %s, born in %s, asked while the right to ask was a parent’s: %s',
  async (givenNames, year, tooSoon) => {
    const asker = browser(wexcombe);
    const draft = await answerAll(asker, 'young person', {
      ...ANSWERS,
      'your-name': { givenNames, familyName: 'Penhale', preferredName: '' },
      'birth-date': { 'bornOn-day': '5', 'bornOn-month': '6', 'bornOn-year': year },
      'your-place': { place: 'school' },
      'your-hopes': { hopes: '' },
    });
    const done = await asker.post(`/drafts/${draft}/request`, { idempotencyKey: randomUUID() });
    const caseworker = browser(wexcombe);
    caseworker.signInWith(await aCaseworker(wexcombe, authority));
    const page = (await caseworker.get(`/requests/${done.headers.location?.split('/')[2]}`)).body;
    expect(page).toContain(`Request about ${givenNames} Penhale`);
    expect(page.includes('the right to ask was a parent’s')).toBe(tooSoon);
  },
);

test('a request for somebody in custody runs on the law of custody, and says that part of it is not certain', async () => {
  const { page } = await sent({
    name: { givenNames: 'Alex', familyName: 'Thorne', preferredName: '' },
    'birth-date': { 'bornOn-day': '5', 'bornOn-month': '12', 'bornOn-year': '2009' },
    place: { place: 'custody' },
    custody: { detainedAt: 'Greyfriars Secure School', releaseOn: 'May' },
  });
  expect(page).toContain('SEND (Detained Persons) Regulations 2015, reg. 5');
  expect(page).toContain('home authority');
  expect(page).toContain('not certain');
  expect(page).toContain('17 March 2025');
});

test.each([
  ['they want me to', 'young person'],
  ['they cannot decide', 'parent'],
  ['worried', 'other'],
])(
  'a parent who asks for somebody over school age, because %s, is received as %s',
  async (behalf, source) => {
    const made = await sent({
      name: { givenNames: 'Sam', familyName: `Rowan ${source}`, preferredName: '' },
      'birth-date': { 'bornOn-day': '5', 'bornOn-month': '6', 'bornOn-year': '2006' },
      place: { place: 'college' },
      school: { school: 'Wexcombe College' },
      'whose-right': { behalf },
      'post-16': { hopes: '' },
    });
    expect(made.source).toBe(source);
  },
);
