import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { browser, type TestApp, testApp } from '../../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../../test/support/database.ts';
import { aStaffMember } from '../../../../test/support/people.ts';
import { aPlan, later, send, serve } from '../plan-examples.ts';
import { filledIn, KEEPING, marked, sendBack, translated, translatorsFile } from './examples.ts';

/* A plan in another language: the file that goes to a translator, the file that comes back, and what staff do with it. */

let authority: number;
let wexcombe: TestApp;

beforeAll(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-05-12');
});

async function aServedPlan() {
  const plan = await aPlan(wexcombe, authority);
  await serve(wexcombe, plan);
  const at = (language: string) => `/plans/${plan.planId}/translations/${language}`;
  return { ...plan, at };
}

async function keptRows(planId: string): Promise<number> {
  const { rows } = await ownerPool().query('select id from plan_translations where plan_id = $1', [planId]);
  return rows.length;
}

test('the languages on the family’s file are offered first, and before a version is sent there is nothing to translate', async () => {
  const plan = await aPlan(wexcombe, authority);
  await ownerPool().query(
    `update children_contacts set language = 'Urdu', interpreter = 'Panjabi' where id = $1`,
    [plan.contactId],
  );
  const url = `/plans/${plan.planId}/translations`;
  expect((await plan.staff.get(url)).body).toContain('No version of this plan has been sent yet');
  expect((await plan.staff.get(`${url}/ur`)).statusCode).toBe(404);
  await serve(wexcombe, plan);
  const { body } = await plan.staff.get(url);
  expect(body).toContain('The family’s file names Urdu, Panjabi');
  const offered = [...body.matchAll(/<option value="([^"]+)"/g)].map(([, tag]) => tag);
  expect(offered.slice(0, 2)).toEqual(['ur', 'pa']);
  expect(offered.length).toBeGreaterThan(30);
  expect((await plan.staff.get(`${url}?language=ur`)).headers.location).toBe(`${url}/ur`);
  expect((await plan.staff.get(`${url}/xx`)).statusCode).toBe(404);
});

test('a file that comes back is shown row by row, kept with who translated it and how it was checked, and is one even if sent twice', async () => {
  const plan = await aServedPlan();
  const at = plan.at('pl');
  const file = filledIn(await translatorsFile(plan.staff, plan.planId, 'pl'), marked);
  const key = randomUUID();
  const back = await sendBack(plan.staff, at, file, key);
  expect([back.status, (await sendBack(plan.staff, at, file, key)).to]).toEqual([303, back.to]);
  expect(await keptRows(plan.planId)).toBe(1);
  const review = (await plan.staff.get(back.to)).body;
  expect(review).toContain('<p class="govuk-body" lang="pl" dir="ltr">«Pre-teaching of new words»</p>');
  const nobody = await send(plan.staff, back.to, { ...KEEPING, translator: '', checkedHow: 'Twice' });
  expect(nobody.status).toBe(400);
  expect(nobody.body).toContain('Enter who translated it');
  expect(nobody.body).toContain('Twice</textarea>');
  const tomorrow = { 'translatedOn-day': '13', 'translatedOn-month': '5', 'translatedOn-year': '2025' };
  expect((await send(plan.staff, back.to, { ...KEEPING, ...tomorrow })).body).toContain(
    'must be today or in the past',
  );
  expect((await send(plan.staff, back.to, KEEPING)).to).toBe(at);
  expect((await send(plan.staff, back.to, KEEPING)).body).toContain(
    'Somebody has kept this translation already',
  );
  expect((await plan.staff.get(back.to)).body).toContain('Translated by Wexcombe Languages, 12 May 2025');
});

test('a file that is not as it should be is refused with every row to put right, and what was kept before stands', async () => {
  const plan = await aServedPlan();
  await translated(plan.staff, plan.planId, 'pl', marked);
  const file = await translatorsFile(plan.staff, plan.planId, 'pl');
  const wrong = file
    .replace('>20 minutes<', '>40 minutes<')
    .replace('>«4 times a week in term time»<', '>\u202e«4 times a week in term time»<');
  const back = await sendBack(plan.staff, plan.at('pl'), wrong);
  expect(back.status).toBe(400);
  for (const said of [
    'What to put right in the file',
    'F1, How long',
    'F1, How often',
    'Nothing in the file was kept',
  ])
    expect(back.body).toContain(said);
  expect(await keptRows(plan.planId)).toBe(1);
  expect((await sendBack(plan.staff, plan.at('pl'), 'x'.repeat(5 * 1024 * 1024 + 1))).body).toContain(
    'larger than 5 MB',
  );
  expect((await sendBack(plan.staff, plan.at('ur'), file)).body).toContain('not Urdu');
  expect((await sendBack(plan.staff, plan.at('pl'), '')).status).toBe(400);
});

test('when the plan says otherwise, what has not changed is carried over and what has is out of date, row by row', async () => {
  const plan = await aPlan(wexcombe, authority);
  const [a1, at] = [`/plans/${plan.planId}/sections/a1`, `/plans/${plan.planId}/translations/pl`];
  expect((await send(plan.staff, a1, { a1: 'First words', version: '1' })).status).toBe(303);
  await serve(wexcombe, plan);
  await translated(plan.staff, plan.planId, 'pl', marked);
  const first = await translatorsFile(plan.staff, plan.planId, 'pl');
  expect([first.includes('«First words»'), first.includes('state="initial"')]).toEqual([true, false]);
  const own = { a1: 'Other words', version: '2', because: 'our own change' };
  expect((await send(plan.staff, a1, own)).status).toBe(303);
  await later(wexcombe, authority, plan, '2025-05-20');
  await serve(wexcombe, plan);
  const second = await translatorsFile(plan.staff, plan.planId, 'pl');
  expect(second.match(/state="initial"/g)).toHaveLength(1);
  expect(second).toContain('«Pre-teaching of new words»');
  expect(second).not.toContain('First words');
  const page = (await plan.staff.get(at)).body;
  expect(page).toContain('The plan has changed since it was translated. 1 part of it is shown in English');
  expect(page).toContain('Other words');
  expect((await sendBack(plan.staff, at, first)).body).toContain('earlier version of the plan');
  await translated(plan.staff, plan.planId, 'pl', marked);
  expect((await plan.staff.get(at)).body).not.toContain('The plan has changed since');
});

test('another system reads the rows, sends the file back and keeps it as JSON, with the pages’ refusals', async () => {
  const plan = await aServedPlan();
  const at = `/api${plan.at('so')}`;
  const { rows } = (await plan.staff.get(at)).json();
  expect(rows.find(({ key }: { key: string }) => key === 'frame.notice')).toMatchObject({
    translation: null,
  });
  const file = filledIn(await translatorsFile(plan.staff, plan.planId, 'so'), marked);
  const refused = await plan.staff.postJson(at, { file: file.replace('>20 minutes<', '>40 minutes<') });
  expect([refused.statusCode, refused.json().title]).toEqual([
    422,
    expect.stringContaining('English words were changed'),
  ]);
  const back = await plan.staff.postJson(at, { file });
  expect(back.statusCode, back.body).toBe(200);
  const [received] = back.json().received;
  expect(received.kept).toBe(false);
  const kept = await plan.staff.postJson(`${at}/${received.id}`, { ...KEEPING, translatedOn: '2025-05-12' });
  expect(kept.json().received[0].kept).toBe(true);
  expect(
    kept.json().rows.every(({ translation }: { translation: string | null }) => translation !== null),
  ).toBe(true);
});

test('nobody else’s plan is translated, nor by whoever may not draft one', async () => {
  const [one, other] = [await aServedPlan(), await aPlan(wexcombe, authority)];
  const elsewhere = await testApp(await anAuthority(), '2025-05-12');
  const theirs = await aPlan(elsewhere, elsewhere.services.authority.code);
  const viewer = browser(wexcombe);
  viewer.signInWith(await aStaffMember(wexcombe, authority, 'finance', 'Val Invented'));
  for (const end of ['', '/translators-file.xlf', '/translators-file.csv'])
    for (const by of [theirs.staff, other.family, viewer])
      expect((await by.get(`${one.at('pl')}${end}`)).statusCode, end).toBeGreaterThanOrEqual(403);
  expect((await sendBack(theirs.staff, one.at('pl'), 'x')).status).toBe(404);
});
