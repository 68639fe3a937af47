import { beforeEach, expect, test } from 'vitest';
import { type TestApp, testApp } from '../../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../../test/support/database.ts';
import { aPlan, later, send, serve } from '../../../../test/support/plans-in-force.ts';
import { countedAt } from './counting-examples.ts';

/* Representations answered, of what families say on a draft and are answered as people do it. */

let authority: number;
let wexcombe: TestApp;

beforeEach(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-05-12');
});

const answered = async (moment = '2025-09-01T10:00:00Z', year = 2025) =>
  (await countedAt(wexcombe, moment))('representations-answered', year);

type Plan = Awaited<ReturnType<typeof aPlan>>;

async function aServedPlan(): Promise<Plan> {
  const plan = await aPlan(wexcombe, authority);
  await serve(wexcombe, plan);
  return plan;
}

/** The family says something of the draft; where staff answer it. */
async function says(plan: Plan, words: string): Promise<string> {
  const said = { about: 'the whole draft', words, from: 'Jo Hartwell' };
  expect((await send(plan.family, `/family/${plan.childId}/plan/comments`, said)).status).toBe(303);
  const { rows } = await ownerPool().query(
    `select id from plan_acts where plan_id = $1 and kind = 'representation' and body ->> 'words' = $2`,
    [plan.planId, words],
  );
  return `/plans/${plan.planId}/comments/${rows[0]?.id}`;
}

const ANSWER = { outcome: 'declined', reasons: 'B1 says so already' };

test('each thing a family says is counted for itself: accepted, partly accepted and declined are answers, silence is none', async () => {
  const plan = await aServedPlan();
  for (const outcome of ['accepted', 'partly accepted', 'declined']) {
    const at = await says(plan, `To be ${outcome}`);
    expect((await send(plan.staff, at, { ...ANSWER, outcome })).status).toBe(303);
  }
  await says(plan, 'To wait');
  expect(await answered()).toBe('3/4');
});

test('an answer that was refused is none, and a second is no second', async () => {
  const plan = await aServedPlan();
  const at = await says(plan, 'Once');
  expect((await send(plan.staff, at, { ...ANSWER, reasons: '' })).status).toBe(400);
  expect(await answered()).toBe('0/1');
  await later(wexcombe, authority, plan, '2025-05-14');
  expect((await send(plan.staff, at, ANSWER)).status).toBe(303);
  expect((await send(plan.staff, at, { ...ANSWER, outcome: 'accepted' })).status).toBe(400);
  expect(await answered()).toBe('1/1');
});

test('which setting is wanted, a meeting asked for, and that nothing is to add are no representations', async () => {
  const plan = await aServedPlan();
  const base = `/family/${plan.childId}/plan`;
  const from = 'Jo Hartwell';
  await send(plan.family, `${base}/preference`, { choice: 'typed', name: 'Far School', type: 'other', from });
  await send(plan.family, `${base}/meetings`, { words: 'May we meet?', from });
  await send(plan.family, `${base}/finished`, { from });
  const { rows } = await ownerPool().query('select kind from plan_acts where plan_id = $1', [plan.planId]);
  expect(rows.length).toBeGreaterThanOrEqual(3);
  expect(await answered()).toBe('0/0');
});

test('what was said in one year and answered in the next is of the year it was said in, answered', async () => {
  const plan = await aServedPlan();
  await later(wexcombe, authority, plan, '2025-12-31');
  const at = await says(plan, 'On the last day');
  await later(wexcombe, authority, plan, '2026-01-02');
  expect((await send(plan.staff, at, ANSWER)).status).toBe(303);
  expect(await answered('2026-02-01T10:00:00Z')).toBe('1/1');
  expect(await answered('2026-02-01T10:00:00Z', 2026)).toBe('none');
});
