import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../test/support/database.ts';
import { aFamily } from '../../../test/support/people.ts';
import { aPlan, type Browser, later, send, serve } from './plan-examples.ts';

let authority: number;
let wexcombe: TestApp;

beforeAll(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-05-12');
});

type Plan = Awaited<ReturnType<typeof aPlan>>;

async function writeA1({ staff, planId }: Plan, a1: string) {
  const at = `/plans/${planId}/sections/a1`;
  const version = /name="version" value="([^"]*)"/.exec((await staff.get(at)).body)?.[1] ?? '';
  const because = 'our own change';
  expect((await send(staff, at, { a1, version, because })).status).toBe(303);
}

/** A plan served twice, the second time with Section A1 said otherwise; and a third draft begun. */
async function servedTwice() {
  const plan = await aPlan(wexcombe, authority);
  await writeA1(plan, 'Robin has lived here since 2018.');
  await serve(wexcombe, plan);
  await writeA1(plan, 'Robin has lived here since 2019.');
  await later(wexcombe, authority, plan, '2025-05-20');
  await serve(wexcombe, plan);
  await writeA1(plan, 'Robin has lived here since 2020.');
  const { rows } = await ownerPool().query(
    'select id from plan_versions where plan_id = $1 order by number',
    [plan.planId],
  );
  return { ...plan, versions: rows.map(({ id }): string => id) };
}

/** The page's words as they are heard: without the marks, with what they say. */
const heard = (body: string) =>
  body
    .slice(body.indexOf('<main'))
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll(/\s+/g, ' ');

const CHANGED = 'since taken out: 2018 (end of taken out) put in: 2019 (end of put in) .';

test('a family sees what changed between the two drafts it was sent, word by word, and not what is being written', async () => {
  const { family, childId } = await servedTwice();
  const plan = (await family.get(`/family/${childId}/plan`)).body;
  expect(plan).toContain(`/family/${childId}/plan/comparison`);
  const { body } = await family.get(`/family/${childId}/plan/comparison`);
  expect(heard(body).replaceAll('.', ' .').replaceAll(/\s+/g, ' ')).toContain(CHANGED);
  expect(body).toMatch(/<del>.*2018.*<\/del><ins>.*2019.*<\/ins>/);
  expect(heard(body)).toContain('Parts of the plan: 1 changed.');
  expect(body).not.toContain('2020');
  expect(body).not.toContain('1 Example Row');
  const easy = (await family.get(`/easy-read/family/${childId}/plan/comparison`)).body;
  expect(easy).toContain('Robin has lived here since 2019.');
  const hidden = await family.get(`/family/${childId}/plan/comparison?to=draft-being-written`);
  expect(hidden.statusCode).toBe(404);
});

test('staff compare any two: the draft as it stands with the one before it, or two they choose, either way round', async () => {
  const { staff, planId, versions } = await servedTwice();
  const [first = '', second = ''] = versions;
  const at = `/plans/${planId}/comparison`;
  expect((await staff.get(`/plans/${planId}/document`)).body).toContain(at);
  expect((await staff.get(at)).body).toMatch(/<del>.*2019.*<\/del><ins>.*2020.*<\/ins>/);
  const chosen = (await staff.get(`${at}?from=${second}&to=${first}`)).body;
  expect(chosen).toMatch(/<del>.*2019.*<\/del><ins>.*2018.*<\/ins>/);
  const alone = (await staff.get(`${at}?from=${first}&to=${first}`)).body;
  expect(alone).toContain('These are one and the same version');
});

test('the same as JSON, with each statement’s words', async () => {
  const { staff, planId, family, childId } = await servedTwice();
  const answer = (await staff.get(`/api/plans/${planId}/comparison`)).json();
  expect(answer).toMatchObject({
    from: { words: 'Draft 2, sent 20 May 2025' },
    to: { key: 'draft-being-written' },
    changes: [{ name: 'A1: Summary of history', how: 'changed' }],
  });
  expect(answer.versions).toHaveLength(3);
  const theirs = (await family.get(`/api/family/${childId}/plan/comparison`)).json();
  expect(theirs.versions).toHaveLength(2);
  expect(theirs.changes[0].fields[0].words).toContainEqual({ how: 'in', text: '2019' });
});

test('with one version there is nothing to compare, and a version of another plan, or none, is not there', async () => {
  const plan = await aPlan(wexcombe, authority);
  await serve(wexcombe, plan);
  const at = `/family/${plan.childId}/plan`;
  expect((await plan.family.get(at)).body).not.toContain('/comparison');
  expect((await plan.family.get(`${at}/comparison`)).body).toContain('There is only one version so far');
  const other = await servedTwice();
  for (const from of [other.versions[0] ?? '', randomUUID(), 'x'.repeat(101), 'draft%00'])
    for (const [by, url] of [
      [other.staff, `/plans/${plan.planId}/comparison`],
      [other.staff, `/api/plans/${plan.planId}/comparison`],
    ] satisfies [Browser, string][])
      expect((await by.get(`${url}?from=${from}`)).statusCode, from).toBe(404);
});

test('a version of a file that is not theirs is compared by nobody else', async () => {
  const { childId, planId, versions } = await servedTwice();
  const stranger = { ...(await aPlan(wexcombe, authority)) };
  stranger.family.signInWith(await aFamily(wexcombe, [stranger.childId]));
  expect((await stranger.family.get(`/family/${childId}/plan/comparison`)).statusCode).toBeGreaterThan(399);
  await serve(wexcombe, stranger);
  const query = `from=${versions[0]}&to=${versions[1]}`;
  const borrowed = await stranger.family.get(`/family/${stranger.childId}/plan/comparison?${query}`);
  expect(borrowed.body).not.toContain('2018');
  expect((await stranger.family.get(`/plans/${planId}/comparison`)).statusCode).toBeGreaterThan(399);
});
