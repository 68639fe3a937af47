import { randomUUID } from 'node:crypto';
import { parseHTML } from 'linkedom';
import { beforeAll, expect, test } from 'vitest';
import { type TestApp, testApp } from '../../../../test/support/app.ts';
import { anAuthority } from '../../../../test/support/database.ts';
import { aProfessional } from '../../../../test/support/people.ts';
import { readPdf } from '../../../../test/support/read-pdf.ts';
import { type Actor, withLens } from '../../../platform/lens/index.ts';
import { aPlan, aSetting, type Browser, later, onDay, readyToIssue, send, serve } from '../plan-examples.ts';
import {
  filledIn,
  KEEPING,
  marked,
  sendBack,
  type Translate,
  translated,
  translatorsFile,
} from './examples.ts';
import { listTranslations } from './store.ts';

/* The plan in English and another language, as each of its readers opens it. */

let authority: number;
let wexcombe: TestApp;

beforeAll(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-05-12');
});

/** In letters that run from the right, so that a page has to know that they do. */
const inUrdu: Translate = (key) => (key === 'frame.untranslated' ? 'ابھی ترجمہ نہیں ہوا' : `ترجمہ ${key}`);
const allBut =
  (words: string): Translate =>
  (key, english) =>
    english.includes(words) ? null : inUrdu(key, english);

async function bothAt(reader: Browser, at: string) {
  const answer = await reader.get(at);
  expect(answer.statusCode, at).toBe(200);
  const { document } = parseHTML(answer.body);
  const pairs = [...document.querySelectorAll('.opensend-both')].map((both) => ({
    dir: both.getAttribute('dir'),
    sides: [...both.children].map((side) => ({
      lang: side.getAttribute('lang'),
      dir: side.getAttribute('dir'),
      words: side.textContent?.replaceAll(/\s+/g, ' ').trim() ?? '',
    })),
  }));
  return {
    pairs,
    body: answer.body,
    with: (words: string) => pairs.find(({ sides }) => sides[0]?.words.includes(words)),
  };
}

test('the family finds it on its plan page: each part in English beside the other language, each said to be what it is', async () => {
  const plan = await aPlan(wexcombe, authority);
  await serve(wexcombe, plan);
  const at = `/family/${plan.childId}/plan`;
  const link = `href="${at}/bilingual/ur"`;
  const back = await sendBack(
    plan.staff,
    `/plans/${plan.planId}/translations/ur`,
    filledIn(await translatorsFile(plan.staff, plan.planId, 'ur'), allBut('20 minutes')),
  );
  // Until somebody has looked at it and kept it, it is nobody else's to read.
  expect((await plan.family.get(at)).body).not.toContain(link);
  expect((await plan.family.get(`${at}/bilingual/ur`)).statusCode).toBe(404);
  await send(plan.staff, back.to, KEEPING);
  expect((await plan.family.get(at)).body).toContain(link);
  const page = await bothAt(plan.family, `${at}/bilingual/ur`);
  for (const { dir, sides } of page.pairs) {
    expect(dir).toBe('rtl');
    expect(sides[0]).toMatchObject({ lang: 'en-GB', dir: 'ltr' });
    if (sides[1] !== undefined) expect(sides[1]).toMatchObject({ lang: 'ur', dir: 'rtl' });
  }
  expect(page.with('Section F: Special educational provision')?.sides[1]?.words).toContain(
    'ترجمہ frame.section-f',
  );
  expect(page.with('4 times a week')?.sides.map(({ words }) => words)).toEqual([
    'How often4 times a week in term time',
    expect.stringMatching(/^ترجمہ frame.how-oftenترجمہ row\.[0-9a-f-]{36}\.how-often$/),
  ]);
  const [, notice, draft] = page.pairs;
  expect(notice?.sides[0]?.words).toContain('The plan was written and issued in English');
  expect(notice?.sides[1]?.words).toBe('ترجمہ frame.notice');
  expect(draft?.sides.map(({ words }) => words)).toEqual(['This is not a final plan.', 'ترجمہ frame.draft']);
  expect(page.with('20 minutes')?.sides[1]?.words).toBe('ترجمہ frame.how-longابھی ترجمہ نہیں ہوا');
  for (const said of [
    '1 of ',
    'parts are not translated yet',
    'Translated by Wexcombe Languages',
    'Draft 1, served 12 May 2025',
  ])
    expect(page.body).toContain(said);
  expect(page.body).not.toMatch(/1 Example Row|jo@hartwell/);
});

test('the authority’s own words stand at its head, and changed since they were translated they stand in English', async () => {
  const plan = await aPlan(wexcombe, authority);
  await serve(wexcombe, plan);
  await translated(plan.staff, plan.planId, 'pl', marked);
  const at = `/family/${plan.childId}/plan/bilingual/pl`;
  expect((await bothAt(plan.family, at)).pairs[1]?.sides[1]?.words).toContain('«The plan was written');
  wexcombe.services.authority.translationNotice = 'Our council says: the English plan counts.';
  const [, notice] = (await bothAt(plan.family, at)).pairs;
  wexcombe.services.authority.translationNotice = null;
  expect(notice?.sides.map(({ words }) => words)).toEqual(['Our council says: the English plan counts.', '']);
});

async function issuedIn(
  language: string,
  name: string,
  before: (plan: { staff: Browser; planId: string }) => Promise<unknown> = async () => null,
) {
  const school = await aSetting(wexcombe, name);
  const plan = await readyToIssue(wexcombe, authority, school);
  await later(wexcombe, authority, plan, '2025-06-02');
  await before(plan);
  const final = { ...plan.final, recipients: plan.recipients };
  expect((await send(plan.staff, `/plans/${plan.planId}/final`, final)).status).toBe(303);
  school.head.signInWith(await aProfessional(wexcombe, school.organisationId, 'Helen Marsh'));
  const theirs = /\/final-plans\/[0-9a-f-]{36}/.exec((await school.head.get('/inbox')).body)?.[0] ?? '';
  await translated(plan.staff, plan.planId, language, marked);
  return { plan, school, theirs };
}

test('staff, the family and the setting named read the final plan so; nobody else does', async () => {
  const { plan, school, theirs } = await issuedIn('pl', 'Bilingual School');
  for (const [reader, at] of [
    [plan.staff, `/plans/${plan.planId}`],
    [plan.family, `/family/${plan.childId}/plan`],
    [school.head, theirs],
  ] as const) {
    const page = await bothAt(reader, `${at}/bilingual/pl`);
    expect(page.with('Pre-teaching of new words')?.sides[1]?.words).toContain('«Pre-teaching of new words»');
    expect(page.body).toContain('Final plan, version 1, issued 2 June 2025');
    expect((await reader.get(`${at}/bilingual/so`)).statusCode).toBe(404);
  }
  expect((await school.head.get(theirs)).body).toContain(`href="${theirs}/bilingual/pl"`);
  const [other, elsewhere] = [await aPlan(wexcombe, authority), await aSetting(wexcombe, 'Elsewhere School')];
  await later(wexcombe, authority, other, '2025-06-02');
  expect((await other.family.get(`/family/${plan.childId}/plan/bilingual/pl`)).statusCode).toBe(404);
  elsewhere.head.signInWith(await aProfessional(wexcombe, elsewhere.organisationId, 'Ada Marsh'));
  expect((await elsewhere.head.get(`${theirs}/bilingual/pl`)).statusCode).toBe(404);
});

test('on paper each page is stamped, each table names both languages, and nothing is a picture of words', async () => {
  const plan = await aPlan(wexcombe, authority);
  await serve(wexcombe, plan);
  const say: Translate = (key, english) =>
    key.startsWith('frame.') ? `Zażółć ${english}` : `Źdźbło ${english}`;
  await translated(plan.staff, plan.planId, 'pl', say);
  const answer = await plan.family.get(`/family/${plan.childId}/plan/bilingual/pl.pdf`);
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'application/pdf']);
  const paper = await readPdf(new Uint8Array(answer.rawPayload));
  expect([paper.pdfUaPart, paper.tagged, paper.language, paper.fontsNotEmbedded]).toEqual([
    '1',
    true,
    'en-GB',
    [],
  ]);
  for (const page of paper.pages) expect(page).toMatch(/Draft 1, served 12 May 2025[\s\S]*Page \d+ of \d+/);
  const heads = paper.headerCells.map((words) => words.trim()).filter((words) => words !== '');
  expect(new Set(heads)).toEqual(new Set(['English', 'polski']));
  const words = paper.inOrder.replaceAll(/\s+/g, ' ');
  for (const said of [
    '4 times a week in term time',
    'Źdźbło 4 times a week in term time',
    'Zażółć The plan was written',
  ])
    expect(words).toContain(said);
  expect(paper.bookmarks.join(' ')).toContain('Zażółć Section F: Special educational provision required');
});

test('in letters that no font has there is no paper, which the page says, and the page is whole', async () => {
  const plan = await aPlan(wexcombe, authority);
  await serve(wexcombe, plan);
  await translated(plan.staff, plan.planId, 'am', (key) => `ትርጉም ${key}`);
  const at = `/family/${plan.childId}/plan/bilingual/am`;
  const pdf = await plan.family.get(`${at}.pdf`);
  expect([pdf.statusCode, pdf.headers.location]).toEqual([303, at]);
  const page = await bothAt(plan.family, at);
  expect(page.body).toContain('Some of these letters we cannot draw on paper yet, so there is no PDF');
  expect(page.body).not.toContain(`${at}.pdf`);
  expect(page.with('4 times a week')?.sides[1]?.words).toContain('ትርጉም row.');
});

test('a setting from which something is withheld is shown no translation, which would say it', async () => {
  const secret = 'Pre-teaching of new words';
  const { plan, school, theirs } = await issuedIn('pl', 'Withheld Words School', ({ staff, planId }) =>
    send(staff, `/plans/${planId}/withheld`, {
      words: secret,
      readers: 'settings consulted,settings named',
      reason: 'The family asked for it',
      ...onDay('reviewBy', '2025-11-01'),
    }),
  );
  expect((await bothAt(plan.family, `/family/${plan.childId}/plan/bilingual/pl`)).body).toContain(
    `«${secret}»`,
  );
  expect((await school.head.get(theirs)).body).not.toContain('bilingual');
  expect((await school.head.get(`${theirs}/bilingual/pl`)).statusCode).toBe(404);
  // Whatever a page asks for: the database gives it no row.
  const actor: Actor = {
    kind: 'organisation',
    accountId: randomUUID(),
    name: 'Helen Marsh',
    organisationId: school.organisationId,
    administrator: false,
  };
  const lens = wexcombe.services.database;
  expect(await withLens(lens, actor, (tx) => listTranslations(tx, plan.planId))).toEqual([]);
  const system: Actor = { kind: 'system', authorityId: authority };
  expect(JSON.stringify(await withLens(lens, system, (tx) => listTranslations(tx, plan.planId)))).toContain(
    secret,
  );
});
