import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { anAskedAdvice, anAssessment, anOrganisation } from '../src/capabilities/assessments/examples.ts';
import { aPlan, later, onDay, send, serve } from '../src/capabilities/plans/plan-examples.ts';
import { getDeadline } from '../src/law/index.ts';
import { plainDate, sayDate } from '../src/shared/plain-date.ts';
import { browser, type TestApp, testApp } from './support/app.ts';
import { anAuthority, ownerPool } from './support/database.ts';
import { aCaseworker } from './support/people.ts';

/* What may be done next on a case is what the service would let be done, and what it says may not yet, it refuses. */

let authority: number;
let wexcombe: TestApp;

beforeEach(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-02-03');
});

type Browser = ReturnType<typeof browser>;

/** The words of the page of what is next, in its two parts. */
async function next(staff: Browser, childId: string): Promise<{ may: string; notYet: string; rest: string }> {
  const { body } = await staff.get(`/cases/${childId}/next`);
  const words = body.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
  const [before = '', ...after] = words.split('Who has what ');
  const rest = after.join('');
  const [, acts = ''] = before.split('What you can do now');
  const [may = '', notYet = ''] = acts.split('What cannot be done yet, and why');
  return { may, notYet, rest };
}

test('a request whose file is not open waits for that, and for nothing else', async () => {
  const { childId, requestId, caseworker } = await anAssessment(wexcombe, authority);
  await ownerPool().query('delete from assessments where request_id = $1', [requestId]);
  await ownerPool().query('delete from request_decisions where request_id = $1', [requestId]);
  await ownerPool().query('update requests set file_opened_at = null where id = $1', [requestId]);
  const { may, notYet } = await next(caseworker, childId);
  expect(may).toContain('Settle whose file this is');
  expect(may).not.toContain('Decide whether to assess');
  expect(notYet).toContain('Settle whose file this is before deciding');
  const forced = await caseworker.post(`/requests/${requestId}/decision`, {
    ...{ idempotencyKey: randomUUID(), hasOrMayHaveSen: 'yes', provisionMayBeNecessary: 'yes' },
    ...{ evidence: 'e', reasons: 'r', whatWouldChange: 'w', ...onDay('decidedOn', '2025-02-10') },
  });
  expect(forced.body).toContain('Settle whose file this is before deciding');
});

test('in an assessment the decision is offered although advice is missing, and says so', async () => {
  const { childId, caseworker } = await anAssessment(wexcombe, authority);
  const { may, notYet } = await next(caseworker, childId);
  expect(may).toContain('Decide whether to issue a plan 5 pieces of advice are not in');
  expect(may).toContain('Nobody has been asked for (a) Parent or young person');
  expect(notYet).toBe('');
});

test('a plan is not to be made final while the family has time, in the words of the refusal; then it is', async () => {
  const plan = await aPlan(wexcombe, authority);
  const before = await next(plan.staff, plan.childId);
  expect(before.may).toContain('Serve the draft on the family');
  expect(before.notYet).toContain('Consult a setting Serve a draft first');
  await serve(wexcombe, plan);
  const { due } = getDeadline('T05', { from: plainDate(wexcombe.clock.now.toISOString().slice(0, 10)) });
  const reason = `The family has until the end of ${sayDate(due)} to comment`;
  const served = await next(plan.staff, plan.childId);
  expect(served.notYet).toContain(reason);
  expect(served.notYet).toContain('SEND Regulations 2014, reg. 13(1)(a)');
  expect(served.may).toContain('Consult a setting');
  const words = { about: 'the whole draft', words: 'More help', from: 'Jo' };
  await send(plan.family, `/family/${plan.childId}/plan/comments`, words);
  expect((await next(plan.staff, plan.childId)).may).toContain('Answer the family’s comments (1)');
  await later(wexcombe, authority, plan, '2025-12-01');
  const over = await next(plan.staff, plan.childId);
  expect(over.notYet).not.toContain(reason);
  expect(over.notYet).toContain('Answer every comment first');
});

test('who has each thing is said: the caseworker, whoever was asked for advice, and by when', async () => {
  const organisationId = await anOrganisation('Holding Psychology Service');
  const asked = await anAskedAdvice(wexcombe, authority, organisationId);
  await ownerPool().query(
    `insert into messages (authority_id, id, child_id, from_kind, from_name, body, sent_at, promised_on)
     values ($1, gen_random_uuid(), $2, 'family', 'Jo', 'When?', '2025-02-10T10:00:00Z', '2025-02-17')`,
    [authority, asked.childId],
  );
  const { rest } = await next(asked.caseworker, asked.childId);
  expect(rest).toContain('Assess Nobody: give the case to a caseworker 10 February 2025 23 June 2025');
  expect(rest).toContain(
    'Answer the family’s message Nobody: give the case to a caseworker 10 February 2025 17',
  );
  expect(rest).toContain('Holding Psychology Service 10 February 2025 24 March 2025');
  for (const limit of ['T01', 'T03', 'T04', 'T02'])
    expect(rest).toContain(getDeadline(limit, { from: plainDate('2025-02-03') }).rule.cite.provision);
});

test('advice is expected when half of the authority’s own was there, and the working is shown', async () => {
  const organisationId = await anOrganisation('Usual Psychology Service');
  const asked = await anAskedAdvice(wexcombe, authority, organisationId);
  await ownerPool().query(
    `with q as (insert into advice_requests (authority_id, id, assessment_id, child_id, paragraph, adviser_name, questions, asked_on, received_on, asked_by)
       select $1, gen_random_uuid(), $2, $3, 'd', 'Somebody', '', date '2024-12-01', date '2024-12-01', 'Priya Raman' from generate_series(30, 49)
       returning id, child_id),
     numbered as (select id, child_id, row_number() over () as n from q)
     insert into advice (authority_id, id, advice_request_id, child_id, number, content, recorded_by, signed_on, signed_name, signed_role, returned_on)
     select $1, gen_random_uuid(), id, child_id, 1, '{}', 'Priya Raman', date '2024-12-01' + 29 + n::int, 'Somebody', 'Psychologist', date '2024-12-01' + 29 + n::int from numbered`,
    [authority, asked.assessmentId, asked.childId],
  );
  const { rest } = await next(asked.caseworker, asked.childId);
  // Half of 20 that took 30 to 49 days took no more than 40; asked on 10 February.
  expect(rest).toContain('22 March 2025 Why Of the 20 like it');
  expect(rest).toContain('half took no more than 40 days longer');
});

test('another authority’s caseworker is shown nothing of it', async () => {
  const { childId } = await anAssessment(wexcombe, authority);
  const stranger = browser(wexcombe);
  stranger.signInWith(await aCaseworker(wexcombe, await anAuthority('Otherton')));
  expect((await stranger.get(`/cases/${childId}/next`)).statusCode).toBe(404);
});
