import { beforeAll, expect, test } from 'vitest';
import { type TestApp, testApp } from '../../../../test/support/app.ts';
import { anAuthority } from '../../../../test/support/database.ts';
import { aPlan, later } from '../plan-examples.ts';
import { anIssuedPlan, begin, notify, write } from './examples.ts';

/* What staff may do next on a case whose plan was issued, before and while it is amended and the family does not know yet. */

let authority: number;
let wexcombe: TestApp;

beforeAll(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-05-12');
});

test('once a plan is issued the case offers amending it, and says that reviews are not kept here', async () => {
  const plan = await anIssuedPlan(wexcombe, authority, 'Finished School');
  const { staff, childId, planId } = plan;
  await later(wexcombe, authority, plan, '2026-03-10');
  const shown = (await staff.get(`/cases/${childId}`)).body;
  expect(shown).toContain(`href="/plans/${planId}/amendments"`);
  expect(shown).toContain('Amend the plan');
  expect(shown).toContain('Reviews are not kept in this service yet');
  const next = (await staff.get(`/cases/${childId}/next`)).body;
  expect(next).toContain('Amend the plan');
  expect(next).toContain('s44(1) to (4)');
  expect(next).not.toContain('Nothing is to be done on this case now');

  await begin(plan);
  const amending = (await staff.get(`/cases/${childId}`)).body;
  expect(amending).toContain('Plan issued, and an amendment being written');
  expect(amending).toContain('Carry on with the amendment');
  expect((await staff.get(`/cases/${childId}/next`)).body).toContain('Send the amendment notice');
  // The family has no notice yet, and reads of none.
  expect((await plan.family.get(`/family/${childId}`)).body).not.toContain('amend');
});

test('an amendment is counted from its notice where cases wait, and the case says who has it and its clock', async () => {
  const own = await anAuthority('Amending');
  const service = await testApp(own, '2025-05-12');
  const plan = await anIssuedPlan(service, own, 'Waiting School');
  await later(service, own, plan, '2026-03-10');
  await begin(plan);
  await write(plan.staff, plan.planId, 'Robin reads to younger children');
  await notify(service, plan);
  await later(service, own, plan, '2026-03-20');
  const page = (await plan.staff.get('/caseload/stages')).body.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
  expect(page).toContain('Amend the plan 1 0 10 days Too few to say');
  // Who has it and its clock are on the case too.
  const next = (await plan.staff.get(`/cases/${plan.childId}/next`)).body
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
  expect(next).toContain('Amend the plan Nobody: give the case to a caseworker 10 March 2026 5 May 2026');
  expect(next.indexOf('5 May 2026', next.indexOf('Every time limit'))).toBeGreaterThan(0);
  expect(next).toContain('reg. 22(');
});

test('a draft with nothing to put right says which sections say nothing, and that it is to be checked', async () => {
  const { staff, planId } = await aPlan(wexcombe, authority);
  const page = (await staff.get(`/plans/${planId}`)).body;
  expect(page).toMatch(
    /Nothing has to be put right before it is served\. \d+ sections say nothing: check that/,
  );
  expect(page).toContain('Says nothing');
  expect(page).not.toContain('Blank');
});
