import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { browser, type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../test/support/database.ts';
import { aFamily, aStaffMember } from '../../../test/support/people.ts';
import { addUp, type Counts, saySum } from './complexity.ts';

let authority: number;
let wexcombe: TestApp;
let manager: ReturnType<typeof browser>;

beforeEach(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-03-31');
  manager = browser(wexcombe);
  manager.signInWith(await aStaffMember(wexcombe, authority, 'manager', 'Tom Ashdown'));
  await aStaffMember(wexcombe, authority, 'caseworker', 'Priya Raman');
});

async function accountOf(name: string): Promise<string> {
  const { rows } = await ownerPool().query(
    'select account_id from staff_roles where authority_id = $1 and name = $2',
    [authority, name],
  );
  return rows[0].account_id;
}

let made = 0;

/** A case received on a day, and whose it is from then on; nobody's without a name. */
async function aCase(received: string, worker: string | null = null): Promise<string> {
  made += 1;
  const account = worker === null ? null : await accountOf(worker);
  const { rows } = await ownerPool().query(
    `with child as (insert into children (authority_id, id, given_names, family_name, born_on)
       values ($1, gen_random_uuid(), 'Robin', 'Nameless', '2016-05-04') returning authority_id, id),
     request as (insert into requests (authority_id, id, reference, child_id, received_on, received_how, source, requester_name, stated, file_opened_at)
       select authority_id, gen_random_uuid(), $2, id, $3::date, 'letter', 'parent', 'Jo', '[]', now() from child returning *),
     whose as (insert into case_allocations (authority_id, id, child_id, account_id, name, handover, allocated_by, from_on)
       select authority_id, gen_random_uuid(), child_id, $4, $5, '', 'Tom Ashdown', $3::date from request where $4::uuid is not null)
     insert into case_changes (authority_id, child_id) select authority_id, child_id from request returning child_id`,
    [authority, `R-0001-${String(made).padStart(4, '0')}`, received, account, worker],
  );
  return rows[0].child_id;
}

/** A family's message, the day its answer was promised by, and the day it had one. */
async function aMessage(childId: string, sent: string, promised: string, answered: string | null) {
  await ownerPool().query(
    `insert into messages (authority_id, id, child_id, from_kind, from_name, body, sent_at, promised_on, answered_at)
     values ($1, gen_random_uuid(), $2, 'family', 'Jo', 'Secretwords', $3::date + time '10:00', $4, $5::date + time '10:00')`,
    [authority, childId, sent, promised, answered],
  );
}

const send = (by: ReturnType<typeof browser>, url: string, fields: Record<string, string>) =>
  by.post(url, { idempotencyKey: randomUUID(), ...fields });

/** What a page says, as somebody reads it. */
async function read(url: string): Promise<string> {
  const { body } = await manager.get(url);
  return body.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
}

const WEIGHTS = {
  'open-cases': '1',
  overdue: '3',
  'advice-awaited': '0',
  'settings-to-answer': '0',
  'messages-to-answer': '2',
  'restricted-contacts': '0',
  'social-care': '0',
};

test('a caseload is counted, and added up only once the authority has said what each thing weighs', async () => {
  const late = await aCase('2025-02-03', 'Priya Raman');
  await aCase('2025-03-24', 'Priya Raman');
  await aMessage(late, '2025-03-24', '2025-04-07', null);
  const before = await read('/caseload/complexity');
  expect(before).toContain('has not said how much each of these weighs');
  expect(before).toContain('Priya Raman 2 1 0 0 1 0 0');
  expect((await send(manager, '/caseload/complexity/weights', WEIGHTS)).statusCode).toBe(303);
  expect(await read('/caseload/complexity')).toContain('7 2 × 1 + 1 × 3 + 1 × 2 = 7');
  const wrong = await send(manager, '/caseload/complexity/weights', { ...WEIGHTS, overdue: 'many' });
  expect(wrong.body).toContain('Overdue must be a whole number from 0 to 100');
  expect(wrong.body).toContain('value="many"');
});

test('what is looked after, in need or on a protection plan counts while it is so, and not when it was a mistake', async () => {
  const child = await aCase('2025-03-24', 'Priya Raman');
  const other = await aCase('2025-03-24', 'Priya Raman');
  await ownerPool().query(
    `with wrong as (insert into children_circumstances (authority_id, id, child_id, kind, from_on, recorded_by)
       values ($1, gen_random_uuid(), $3, 'child in need', '2025-01-01', 'Priya Raman') returning *),
     right_one as (insert into children_circumstances (authority_id, id, child_id, kind, from_on, recorded_by)
       values ($1, gen_random_uuid(), $2, 'child protection plan', '2025-01-01', 'Priya Raman'))
     insert into children_circumstances (authority_id, id, child_id, kind, from_on, corrects, struck, why, recorded_by)
     select authority_id, gen_random_uuid(), child_id, kind, from_on, id, true, 'Another child', 'Priya Raman' from wrong`,
    [authority, child, other],
  );
  expect(await read('/caseload/complexity')).toContain('Priya Raman 2 0 0 0 0 0 1');
  const listed = (await manager.get('/cases?flag=child+protection+plan')).body;
  expect(listed).toContain(`/cases/${child}`);
  expect(listed).not.toContain(`/cases/${other}`);
  expect((await manager.get('/cases?flag=child+in+need')).body).not.toContain(`/cases/${other}`);
});

test('the working adds up to what is shown', () => {
  const counts: Counts = {
    ...{ accountId: null, name: null, 'open cases': 12, overdue: 3, 'advice awaited': 5 },
    ...{ 'settings to answer': 0, 'messages to answer': 1, 'restricted contacts': 0, 'social care': 2 },
  };
  expect(addUp(counts, {})).toBeNull();
  const sum = addUp(counts, { 'open cases': 1, 'social care': 4, overdue: 2 });
  expect(sum === null ? '' : saySum(sum)).toBe('12 × 1 + 3 × 2 + 2 × 4 = 26');
});

test('answers to families are judged by the day promised, and count for whoever had the case when it was written', async () => {
  const first = await aCase('2025-01-06', 'Priya Raman');
  await aMessage(first, '2025-02-03', '2025-02-17', '2025-02-17');
  await aMessage(first, '2025-02-10', '2025-02-24', '2025-02-25');
  await aMessage(first, '2025-03-03', '2025-03-17', null);
  await aMessage(first, '2025-03-28', '2025-04-11', null);
  await send(manager, `/cases/${first}/caseworker`, {
    to: await accountOf('Tom Ashdown'),
    seen: await accountOf('Priya Raman'),
  });
  await aMessage(await aCase('2025-03-03'), '2025-03-10', '2025-03-24', '2025-03-10');
  const page = await read('/caseload/answers');
  expect(page).toContain('Nobody had the case 1 1 1 of 1 (100%) The same day 0');
  expect(page).toContain('Priya Raman 4 2 1 of 3 (33%) 14 days 1');
  expect(page).toContain('All together 5 3 2 of 4 (50%) 14 days 1');
  const file = (await manager.get('/caseload/answers.csv')).body;
  expect(file).toContain('person,Priya Raman,4,2,3,1,14,1');
  expect(file).not.toMatch(/Nameless|Secretwords/);
});

test('what a family said by telephone is answered from the day it was heard, not from when it was written down', async () => {
  const childId = await aCase('2025-01-06', 'Priya Raman');
  await aMessage(childId, '2025-03-10', '2025-03-14', '2025-03-10');
  await ownerPool().query(
    `update messages set heard_how = 'telephone', heard_on = '2025-03-01', recorded_by = 'Priya Raman' where child_id = $1`,
    [childId],
  );
  expect(await read('/caseload/answers')).toContain('Priya Raman 1 1 1 of 1 (100%) 9 days 0');
});

test('a team is made, its people chosen, and its cases and answers are seen together', async () => {
  const theirs = await aCase('2025-03-03', 'Priya Raman');
  const others = await aCase('2025-03-03', 'Tom Ashdown');
  await aMessage(theirs, '2025-03-03', '2025-03-17', '2025-03-04');
  const at = (await send(manager, '/caseload/teams', { name: 'North' })).headers.location ?? '';
  expect((await send(manager, '/caseload/teams', { name: 'north' })).body).toContain('of this name already');
  const id = at.split('/').at(-1) ?? '';
  expect((await manager.get(`/cases?whose=team-${id}`)).body).toContain('Nothing here');
  const priya = await accountOf('Priya Raman');
  await send(manager, at, { members: priya, seen: '' });
  const stale = await send(manager, at, { members: '', seen: '' });
  expect(stale.body).toContain('Somebody else changed the team');
  const listed = (await manager.get(`/cases?whose=team-${id}`)).body;
  expect(listed).toContain('Only: cases of the team North.');
  expect(listed).toContain(`/cases/${theirs}`);
  expect(listed).not.toContain(`/cases/${others}`);
  expect(await read('/caseload/answers')).toContain('North 1 1 1 of 1 (100%) 1 day 0');
  await send(manager, `${at}/end`, {});
  expect(await read('/caseload/teams')).toContain('There are none yet');
});

test('where cases wait says who is waited for, how many are overdue and how long', async () => {
  const child = await aCase('2025-01-06', 'Priya Raman');
  await ownerPool().query(
    `with request as (select * from requests where child_id = $2),
     decided as (insert into request_decisions (authority_id, request_id, child_id, outcome, has_or_may_have_sen, provision_may_be_necessary, evidence, reasons, what_would_change, decided_on, notified_on, decided_by)
       select authority_id, id, child_id, 'assess', true, true, 'e', 'r', 'w', '2025-01-13', '2025-01-13', 'Priya Raman' from request),
     assessment as (insert into assessments (authority_id, id, request_id, child_id, opened_on) select authority_id, gen_random_uuid(), id, child_id, '2025-01-13' from request returning *)
     insert into advice_requests (authority_id, id, assessment_id, child_id, paragraph, adviser_name, questions, asked_on, received_on, asked_by)
     select $1, gen_random_uuid(), id, child_id, 'd', 'Somebody', '', day, day, 'Priya Raman' from assessment, unnest('{2025-01-13,2025-03-03}'::date[]) day`,
    [authority, child],
  );
  expect(await read('/caseload/stages')).toContain(
    'Advice, (d) Psychological advice 2 1 28 days or less 77 days Too few to say',
  );
  expect((await manager.get('/caseload/stages.csv')).body).toContain('(d) Psychological advice",2,1,77');
});

test('the lists and reports are there as JSON, without a child’s name, for staff alone', async () => {
  const child = await aCase('2025-02-03', 'Priya Raman');
  const { body } = await manager.get('/api/cases?view=overdue');
  expect(JSON.parse(body)).toMatchObject({
    cases: [{ childId: child, step: 'decide-whether-to-assess', dueOn: '2025-03-17', waits: [] }],
    next: null,
  });
  expect(body).not.toContain('Nameless');
  for (const report of ['people', 'stages', 'late', 'answers'])
    expect((await manager.get(`/api/caseload/${report}`)).statusCode, report).toBe(200);
  const family = browser(wexcombe);
  family.signInWith(await aFamily(wexcombe, [child]));
  expect((await family.get('/api/cases')).statusCode).toBe(404);
});
