import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { browser, type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../test/support/database.ts';
import { aCaseworker } from '../../../test/support/people.ts';
import { aPlan, boxesIn, rowsOn, send, serve } from './plan-examples.ts';

/* Every change of a draft is kept: undone by whoever made it, put back by anybody, and never over somebody else's words. */

let authority: number;
let wexcombe: TestApp;

beforeAll(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-05-12');
});

const AREA = 'sections/cognition-and-learning';

async function aDraftedPlan() {
  const plan = await aPlan(wexcombe, authority);
  const at = `/plans/${plan.planId}`;
  const [need = '', provision = ''] = await rowsOn(plan.staff, `${at}/${AREA}`);
  const colleague = browser(wexcombe);
  colleague.signInWith(await aCaseworker(wexcombe, authority));
  return { ...plan, at, need, provision, colleague };
}

/** Opens a form, changes some of its boxes and saves it. */
async function write(by: ReturnType<typeof browser>, href: string, changes: Record<string, string>) {
  return send(by, href, { ...boxesIn((await by.get(href)).body), ...changes });
}

async function undo(by: ReturnType<typeof browser>, at: string, more: Record<string, string> = {}) {
  return send(by, `${at}/undo`, { ...boxesIn((await by.get(`${at}/undo`)).body), ...more });
}

async function kept(planId: string) {
  const { rows } = await ownerPool().query(
    'select how, at, by_name, before, after from plan_changes where plan_id = $1 order by recorded_at',
    [planId],
  );
  return rows;
}

test('a change is kept with who made it, when, and the words before and after; saving the same words is none', async () => {
  const { at, need, staff, planId } = await aDraftedPlan();
  expect((await write(staff, need, { text: 'Finds it hard to remember three words' })).status).toBe(303);
  expect((await write(staff, need, {})).status).toBe(303);
  expect(await kept(planId)).toMatchObject([
    {
      how: 'written',
      by_name: 'Priya Raman',
      before: { row: { text: 'Finds it hard to remember what was just said' } },
      after: { row: { text: 'Finds it hard to remember three words' } },
    },
  ]);
  const shown = (await staff.get(`${at}/history`)).body;
  for (const said of [
    'Changed by Priya Raman',
    '12 May 2025',
    'taken out: ',
    'what was just said',
    'three words',
  ])
    expect(shown).toContain(said);
});

test('undoing takes back one’s own last change, then the one before, and is itself kept', async () => {
  const { at, need, staff, planId } = await aDraftedPlan();
  await write(staff, need, { text: 'First words' });
  await write(staff, need, { text: 'Second words' });
  expect((await undo(staff, at)).to).toBe(`${at}/history`);
  expect((await staff.get(need)).body).toContain('>First words<');
  await undo(staff, at);
  expect((await staff.get(need)).body).toContain('>Finds it hard to remember what was just said<');
  expect((await undo(staff, at)).status).toBe(400);
  expect((await staff.get(`${at}/undo`)).body).toContain('nothing in this draft that is not undone');
  expect((await kept(planId)).map(({ how }) => how)).toEqual(['written', 'written', 'undone', 'undone']);
});

test('undoing a removal brings back the row, in its place, and every link to it', async () => {
  const { at, need, staff } = await aDraftedPlan();
  await send(staff, `${at}/${AREA}/rows`, { kind: 'need', text: 'Another need', evidence: '' });
  const before = (await staff.get(`${at}/${AREA}`)).body;
  await send(staff, `${need}/removal`, boxesIn((await staff.get(`${need}/removal`)).body));
  // The advice still states the need, so its words are there, as of one that has no place in the plan.
  expect((await staff.get(`${at}/${AREA}`)).body).not.toContain(need);
  await undo(staff, at);
  expect((await staff.get(`${at}/${AREA}`)).body).toBe(before);
});

test('somebody else’s later words are never undone: both are shown, and either may be put back', async () => {
  const { at, need, staff, colleague, planId } = await aDraftedPlan();
  await write(staff, need, { text: 'Mine' });
  await write(colleague, need, { text: 'Theirs' });
  const page = (await staff.get(`${at}/undo`)).body;
  for (const said of ['Somebody has changed this since', 'what was just said', 'Mine', 'Theirs'])
    expect(page).toContain(said);
  const [mine] = await kept(planId);
  const { rows } = await ownerPool().query(
    'select act_id, id from plan_changes where plan_id = $1 order by recorded_at',
    [planId],
  );
  const refused = await send(staff, `${at}/undo`, { actId: rows[0].act_id });
  expect(refused.status).toBe(409);
  expect((await staff.get(need)).body).toContain('>Theirs<');
  expect(mine).toMatchObject({ how: 'written' });
  const back = `${at}/history/${rows[1].id}/restoration`;
  expect((await send(staff, back, boxesIn((await staff.get(back)).body))).status).toBe(303);
  expect((await staff.get(need)).body).toContain('>Mine<');
  expect((await staff.get(`${at}/history`)).body).toContain('Earlier words put back by Priya Raman');
});

test('earlier words put back over a change made meanwhile are refused, and both are shown', async () => {
  const { at, need, staff, colleague, planId } = await aDraftedPlan();
  await write(staff, need, { text: 'Mine' });
  const { rows } = await ownerPool().query('select id from plan_changes where plan_id = $1', [planId]);
  const back = `${at}/history/${rows[0].id}/restoration`;
  const opened = boxesIn((await staff.get(back)).body);
  await write(colleague, need, { text: 'Theirs' });
  const late = await send(staff, back, opened);
  expect(late.status).toBe(409);
  expect(late.body).toContain('Theirs');
  expect((await staff.get(need)).body).toContain('>Theirs<');
  expect((await send(staff, back, boxesIn(late.body))).status).toBe(303);
});

test('pressed twice, or in two windows at once, undoing takes back one change', async () => {
  const { at, need, staff, planId } = await aDraftedPlan();
  await write(staff, need, { text: 'First words' });
  await write(staff, need, { text: 'Second words' });
  const form = boxesIn((await staff.get(`${at}/undo`)).body);
  const twice = { ...form, idempotencyKey: randomUUID() };
  for (const _ of [1, 2]) expect((await send(staff, `${at}/undo`, twice)).status).toBe(303);
  const windows = await Promise.all([send(staff, `${at}/undo`, form), send(staff, `${at}/undo`, form)]);
  expect(windows.map(({ status }) => status)).toEqual([400, 400]);
  expect((await kept(planId)).map(({ how }) => how)).toEqual(['written', 'written', 'undone']);
});

test('while the family has the draft an undoing says why, as any change does', async () => {
  const plan = await aDraftedPlan();
  await write(plan.staff, `${plan.at}/sections/a1`, { a1: 'A history' });
  await serve(wexcombe, plan);
  const silent = await undo(plan.staff, plan.at);
  expect(silent.status).toBe(400);
  expect(silent.body).toContain('Select the comment this answers');
  expect((await undo(plan.staff, plan.at, { because: 'our own change' })).status).toBe(303);
  expect((await plan.staff.get(plan.at)).body).toContain('Writing a new draft');
});

test('what was changed is the authority’s alone, and nobody alters or removes it', async () => {
  const { at, need, staff, family } = await aDraftedPlan();
  await write(staff, need, { text: 'Mine' });
  for (const page of ['history', 'undo']) expect((await family.get(`${at}/${page}`)).statusCode).toBe(404);
  const other = browser(wexcombe);
  other.signInWith(await aCaseworker(wexcombe, await anAuthority('Elsewhere')));
  expect((await other.get(`${at}/history`)).statusCode).toBe(404);
  const { rows } = await ownerPool().query(
    `select has_table_privilege('app', 'plan_changes', 'update') as changed, has_table_privilege('app', 'plan_changes', 'delete') as removed`,
  );
  expect(rows).toEqual([{ changed: false, removed: false }]);
});
