import { beforeEach, expect, test } from 'vitest';
import { breachesOf } from '../src/capabilities/casework/breach.ts';
import { listBreaches } from '../src/capabilities/casework/breach-store.ts';
import { listCasesOfChild } from '../src/capabilities/casework/store.ts';
import {
  anIssuedPlan,
  begin,
  type Issued,
  notify,
  write,
} from '../src/capabilities/plans/amending/examples.ts';
import { listAmendments } from '../src/capabilities/plans/index.ts';
import { later, send } from '../src/capabilities/plans/plan-examples.ts';
import { sayNothingChanged } from '../src/capabilities/updates/index.ts';
import { type Tx, withLens } from '../src/platform/lens/index.ts';
import { addDays, plainDate } from '../src/shared/plain-date.ts';
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

const LIMIT = 'send the amended plan, or say why not';

test('an amendment that passed its eight weeks is among what was late, and is given its reason, for the family to read', async () => {
  const plan = await anAmendment('Overdue School');
  const { childId, staff, family, planId } = plan;
  await later(wexcombe, authority, plan, '2026-05-05');
  expect(wordsOf((await staff.get('/caseload/late')).body)).not.toContain('Send the amended plan');
  expect((await staff.get(`/cases/${childId}/late`)).body).not.toContain(LIMIT);
  await later(wexcombe, authority, plan, '2026-05-06');
  expect((await staff.get(`/cases/${childId}`)).body).toContain(`href="/cases/${childId}/late"`);
  expect((await staff.get(`/cases/${childId}/next`)).body).toContain(`href="/cases/${childId}/late"`);
  const report = wordsOf((await staff.get('/caseload/late')).body);
  expect(report).toContain('Send the amended plan, or say why not 5 May 2026 Not yet None recorded');
  const given = { limit: LIMIT, reason: 'We wait for the speech therapist.' };
  expect((await send(staff, `/cases/${childId}/late`, given)).status).toBe(303);
  expect(wordsOf((await staff.get('/caseload/late')).body)).toContain('5 May 2026 Not yet Another reason');
  const reason = 'We had to send the amended plan, or tell you why there is none. Why it is late:';
  expect(wordsOf((await family.get(`/family/${childId}`)).body)).toContain(`${reason} ${given.reason}`);
  expect(wordsOf((await family.get(`/easy-read/family/${childId}`)).body)).toContain(given.reason);

  // It ended late: it stays among what was late with the reason, and another amendment has a reason of its own.
  await later(wexcombe, authority, plan, '2026-05-20');
  await send(staff, `/plans/${planId}/amendment/end`, { reasons: 'Nothing has changed' });
  await begin(plan);
  await write(staff, planId, 'Robin reads to everybody');
  await notify(wexcombe, plan);
  expect(wordsOf((await family.get(`/family/${childId}`)).body)).not.toContain(given.reason);
  await later(wexcombe, authority, plan, '2026-07-16');
  const both = (await staff.get('/caseload/late')).body;
  expect(wordsOf(both)).toContain('5 May 2026 20 May 2026 Another reason');
  expect(wordsOf(both)).toContain('15 July 2026 Not yet None recorded');
  const twice = await send(staff, `/cases/${childId}/late`, given);
  expect(twice.body).toContain('Select which of these time limits you mean');
  const page = (await staff.get(`/cases/${childId}/late`)).body;
  expect(wordsOf(page)).toContain('Send the amended plan, or say why not: due 15 July 2026');
  const second = [...page.matchAll(/name="limit"[^>]* value="([^"]+)"/g)].at(-1)?.[1] ?? '';
  const again = { limit: second, reason: 'The new school has not answered.' };
  expect((await send(staff, `/cases/${childId}/late`, again)).status).toBe(303);
  const tracker = wordsOf((await family.get(`/family/${childId}`)).body);
  expect(tracker).toContain(again.reason);
  expect(tracker).not.toContain(given.reason);
  expect(await listed()).toEqual(await each(childId));
});

test('an exception is counted among what was late only where the law knows it for that limit', async () => {
  const plan = await anAmendment('Excepted School');
  await ownerPool().query(
    `with gone as (update requests set received_on = '2025-11-03' where child_id = $1 returning *),
     decided as (update request_decisions set decided_on = '2025-12-20', notified_on = '2025-12-20' where child_id = $1)
     insert into request_exceptions (authority_id, id, request_id, child_id, ground, from_on, until_on, reason, evidence, recorded_by)
     select authority_id, gen_random_uuid(), id, child_id, 'absent from the area', '2025-11-05', '2025-12-10', 'r', 'e', 'Priya Raman' from gone`,
    [plan.childId],
  );
  await ownerPool().query('insert into case_changes (authority_id, child_id) values ($1, $2)', [
    authority,
    plan.childId,
  ]);
  await later(wexcombe, authority, plan, '2026-05-06');
  const file = (await plan.staff.get('/caseload/late.csv')).body;
  expect(file).toMatch(/Decide whether to assess,2025-12-15,2025-12-20,yes,/);
  expect(file).toMatch(/"Send the amended plan, or say why not",2026-05-05,,no,/);
  const page = wordsOf((await plan.staff.get('/caseload/late')).body);
  expect(page).toContain('No reason recorded 1 1 All 1 1');
  expect(page).toContain('No reason recorded 1 0 All 1 0');
});

const today = plainDate('2026-07-16');
const asAuthority = <T>(work: (tx: Tx) => Promise<T>) =>
  withLens(wexcombe.services.database, { kind: 'system', authorityId: authority }, work);

const listed = () =>
  asAuthority(async (tx) =>
    (await listBreaches(tx, today, null)).map(({ limit, dueOn, doneOn }) => [limit, dueOn, doneOn]).sort(),
  );

/** The limits that passed in the last year, as the case's own rules find them. */
const each = (childId: string) =>
  asAuthority(async (tx) => {
    const [now] = await listCasesOfChild(tx, childId);
    if (now?.planId == null) throw new Error('no plan');
    const amendments = await listAmendments(tx, now.planId);
    return breachesOf(now, 'school', today, amendments)
      .filter(({ dueOn }) => dueOn > addDays(today, -365))
      .map(({ limit, dueOn, doneOn }) => [limit, dueOn, doneOn])
      .sort();
  });
