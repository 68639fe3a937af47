import { beforeEach, expect, test } from 'vitest';
import {
  anIssuedPlan,
  begin,
  type Issued,
  notify,
  write,
} from '../src/capabilities/plans/amending/examples.ts';
import { later } from '../src/capabilities/plans/plan-examples.ts';
import { sayNothingChanged } from '../src/capabilities/updates/index.ts';
import { type TestApp, testApp } from './support/app.ts';
import { anAuthority, ownerPool } from './support/database.ts';

/* An amendment whose eight weeks have passed (SEND Regulations 2014, reg. 22(3) to (4)), as everybody reads of it. */

let authority: number;
let wexcombe: TestApp;

beforeEach(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-05-12');
});

const wordsOf = (body: string) => body.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

/** A plan with a notice sent on 10 March 2026, whose outcome is due by 5 May. */
async function anAmendment(name: string): Promise<Issued> {
  const plan = await anIssuedPlan(wexcombe, authority, name);
  await later(wexcombe, authority, plan, '2026-03-10');
  await begin(plan);
  await write(plan.staff, plan.planId, 'Robin reads to younger children');
  await notify(wexcombe, plan);
  return plan;
}

test('a school closed during the first assessment is no reason for a late amendment, wherever the family reads why', async () => {
  const plan = await anAmendment('Reopened School');
  const { childId } = plan;
  await ownerPool().query(
    `insert into request_exceptions (authority_id, id, request_id, child_id, ground, from_on, until_on, advice_asked_on, reason, evidence, recorded_by)
     select authority_id, gen_random_uuid(), id, child_id, 'school closed', '2025-02-10', '2025-03-20', '2025-02-10', 'r', 'e', 'Priya Raman'
     from requests where child_id = $1`,
    [childId],
  );
  await later(wexcombe, authority, plan, '2026-05-06');
  const tracker = wordsOf((await plan.family.get(`/family/${childId}`)).body);
  expect(tracker).toContain('This is late. It was due by 5 May 2026. We have not written down a reason');
  expect(tracker).not.toContain('The law allows more time');
  expect((await plan.family.get(`/family/${childId}/pack`)).body).not.toContain('The law allows more time');
  wexcombe.clock.now = new Date('2026-05-07T02:15:00Z');
  await sayNothingChanged(wexcombe.services);
  const { rows } = await ownerPool().query(
    `select body from letters where child_id = $1 and subject = 'Nothing has changed, and this is why'`,
    [childId],
  );
  expect(rows.map(({ body }) => body).join()).toContain('It is late, and we are sorry');
  expect(rows.map(({ body }) => body).join()).not.toContain('The law allows more time');
});
