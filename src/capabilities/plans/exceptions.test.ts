import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../test/support/database.ts';
import { aPlan, aSetting, type Browser, onDay, readyToIssue, send } from './plan-examples.ts';

let authority: number;
let wexcombe: TestApp;

beforeAll(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-05-12');
});

const SERVED = onDay('servedOn', '2025-05-12');
const REASON = 'The teacher’s report comes on Monday';

/** A draft with two needs that no provision meets. */
async function stoppedPlan() {
  const plan = await aPlan(wexcombe, authority);
  const rows = `/plans/${plan.planId}/sections/cognition-and-learning/rows`;
  for (const text of ['Cannot yet read', 'Cannot yet count']) {
    expect((await send(plan.staff, rows, { kind: 'need', text, evidence: 'Tested' })).status).toBe(303);
  }
  return plan;
}

async function exceptions(planId: string) {
  const { rows } = await ownerPool().query(
    'select rule, words, reason, recorded_by from plan_exceptions where plan_id = $1 order by words',
    [planId],
  );
  return rows;
}

async function namesOf(staff: Browser, planId: string): Promise<string> {
  const { body } = await staff.get(`/plans/${planId}/service`);
  return /name="shown" value="([^"]+)"/.exec(body)?.[1] ?? '';
}

test('everything that stops a draft is let out in one form, with a reason, and the draft is served the same day', async () => {
  const { planId, staff, childId, family } = await stoppedPlan();
  const stopped = await send(staff, `/plans/${planId}/service`, SERVED);
  expect(stopped.status).toBe(409);
  expect(stopped.body).toContain('2 things stop it');
  expect(stopped.body).toContain('The final plan is due by 23 June 2025');
  const shown = await namesOf(staff, planId);
  const told = await send(staff, `/plans/${planId}/exceptions`, { findings: 'all', shown, reason: REASON });
  expect(told.to, told.body).toBe(`/plans/${planId}/service`);
  expect(await exceptions(planId)).toMatchObject([
    { rule: 'need-has-provision', words: 'Cannot yet count', reason: REASON },
    { rule: 'need-has-provision', words: 'Cannot yet read', reason: REASON },
  ]);
  expect((await staff.get(`/plans/${planId}/service`)).body).toContain('2 exceptions recorded');
  expect((await send(staff, `/plans/${planId}/service`, SERVED)).to).toBe(`/plans/${planId}`);
  const theirs = (await family.get(`/family/${childId}/plan`)).body;
  expect(theirs).toContain('Cannot yet read');
  expect(theirs).not.toContain(REASON);
});

test('an exception without a reason, or for nothing, is not kept, and what was typed is', async () => {
  const { planId, staff } = await stoppedPlan();
  const shown = await namesOf(staff, planId);
  const unsaid = await send(staff, `/plans/${planId}/exceptions`, { findings: 'all', shown, reason: '' });
  expect(unsaid.status).toBe(400);
  expect(unsaid.body).toContain('Enter why it goes out as it is');
  const nothing = await send(staff, `/plans/${planId}/exceptions`, { shown, reason: REASON });
  expect(nothing.body).toContain('Select what goes out as it is');
  expect(nothing.body).toContain(REASON);
  expect(await exceptions(planId)).toEqual([]);
});

test('a row changed between reading and recording is not let out, nor one changed after it', async () => {
  const { planId, staff } = await stoppedPlan();
  const shown = await namesOf(staff, planId);
  const area = `/plans/${planId}/sections/cognition-and-learning`;
  const row = /href="([^"]+\/rows\/[0-9a-f-]{36})"/g;
  const change = async (text: string) => {
    const links = [...(await staff.get(area)).body.matchAll(row)].map(([, href]) => href ?? '');
    for (const href of links) {
      const { body } = await staff.get(href);
      if (!body.includes('Cannot yet read')) continue;
      const version = /name="version" value="([^"]+)"/.exec(body)?.[1] ?? '';
      expect((await send(staff, href, { kind: 'need', text, evidence: '', version })).status).toBe(303);
    }
  };
  await change('Cannot yet read a word');
  const late = await send(staff, `/plans/${planId}/exceptions`, { findings: 'all', shown, reason: REASON });
  expect(late.status).toBe(409);
  expect(late.body).toContain('The plan has changed since you opened this page');
  expect(await exceptions(planId)).toEqual([]);
  const now = { findings: 'all', shown: await namesOf(staff, planId), reason: REASON };
  expect((await send(staff, `/plans/${planId}/exceptions`, now)).status).toBe(303);
  await change('Cannot yet read at all');
  const stopped = await send(staff, `/plans/${planId}/service`, SERVED);
  expect(stopped.status).toBe(409);
  expect(stopped.body).toContain('It holds no longer');
});

test('an exception sent twice is kept once, in one tab or two', async () => {
  const { planId, staff } = await stoppedPlan();
  const form = { findings: 'all', shown: await namesOf(staff, planId), reason: REASON };
  const once = { ...form, idempotencyKey: randomUUID() };
  const both = await Promise.all([1, 2].map(() => send(staff, `/plans/${planId}/exceptions`, once)));
  expect(both.map(({ status }) => status)).toEqual([303, 303]);
  expect((await send(staff, `/plans/${planId}/exceptions`, form)).status).toBe(409);
  expect(await exceptions(planId)).toHaveLength(2);
});

test('other systems are told what stops a plan, and let it out by the same names', async () => {
  const { planId, staff } = await stoppedPlan();
  const call = (url: string, body: unknown) => staff.postJson(url, body);
  const serve = () => call(`/api/plans/${planId}/service`, { servedOn: '2025-05-12' });
  const stopped = await serve();
  expect(stopped.statusCode, stopped.body).toBe(409);
  const { findings } = JSON.parse(stopped.body);
  expect(findings).toHaveLength(2);
  const names = findings.map(({ name }: { name: string }) => name);
  const wrong = await call(`/api/plans/${planId}/exceptions`, { findings: ['nothing'], reason: REASON });
  expect(wrong.statusCode).toBe(422);
  const told = await call(`/api/plans/${planId}/exceptions`, { findings: names, reason: REASON });
  expect(told.statusCode, told.body).toBe(200);
  expect(JSON.parse(told.body)).toMatchObject({
    stopped: [],
    exceptions: [{ reason: REASON }, { reason: REASON }],
  });
  expect((await serve()).statusCode).toBe(200);
});

test('a final plan that is stopped says so on its form, and is issued once an exception is recorded', async () => {
  const setting = await aSetting(wexcombe, 'Fernton School');
  const plan = await readyToIssue(wexcombe, authority, setting);
  // What the family was served is as it was; the rule that stops it is asked of the final.
  const long = 'word '.repeat(501);
  await ownerPool().query(
    `update plan_drafts set content = jsonb_set(content, '{a1}', to_jsonb($2::text)) where plan_id = $1`,
    [plan.planId, long],
  );
  await ownerPool().query(
    `update plan_versions set content = jsonb_set(content, '{a1}', to_jsonb($2::text)) where plan_id = $1`,
    [plan.planId, long],
  );
  expect((await plan.staff.get(`/plans/${plan.planId}/final`)).body).toContain('One thing stops it');
  const check = () => send(plan.staff, `/plans/${plan.planId}/final/check`, plan.final);
  expect((await check()).status).toBe(400);
  const { body } = await plan.staff.get(`/plans/${plan.planId}/exceptions`);
  const shown = /name="shown" value="([^"]+)"/.exec(body)?.[1] ?? '';
  const form = { findings: shown, shown, reason: REASON };
  expect((await send(plan.staff, `/plans/${plan.planId}/exceptions`, form)).to).toBe(
    `/plans/${plan.planId}/final`,
  );
  expect((await check()).status).toBe(200);
});

test('no family and no organisation sees an exception', async () => {
  const { planId, staff, family } = await stoppedPlan();
  const form = { findings: 'all', shown: await namesOf(staff, planId), reason: REASON };
  expect((await send(staff, `/plans/${planId}/exceptions`, form)).status).toBe(303);
  for (const url of [`/plans/${planId}/exceptions`, `/api/plans/${planId}/exceptions`]) {
    expect((await family.get(url)).statusCode).toBe(404);
  }
  expect((await send(family, `/plans/${planId}/exceptions`, form)).status).toBe(404);
});
