import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { browser, type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool, testDatabase } from '../../../test/support/database.ts';
import { aProfessional, aSessionFor, aStaffMember } from '../../../test/support/people.ts';
import { asClinicalOfficer } from '../../platform/lens/index.ts';

let authority: number;
let wexcombe: TestApp;

beforeAll(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-02-10');
});

/** An organisation, one of its administrators, and their account. */
async function anOrganisation(kind: string) {
  const id = randomUUID();
  await ownerPool().query('insert into organisations (id, kind, name) values ($1, $2, $3)', [
    id,
    kind,
    'Northmoor Health',
  ]);
  const person = browser(wexcombe);
  person.signInWith(await aProfessional(wexcombe, id, 'Amina Yusuf'));
  const { rows } = await ownerPool().query(
    'select account_id from organisation_members where organisation_id = $1',
    [id],
  );
  const accountId: string = rows[0].account_id;
  const say = (holds: string) => person.post(`/colleagues/${accountId}/clinical-officer`, { holds });
  return { id, person, say, accountId };
}

test('the designated clinical officer, and nobody else, sees all that is outstanding', async () => {
  const { person, say } = await anOrganisation('health');
  expect((await person.get('/inbox/health')).statusCode).toBe(404);
  expect((await person.get('/inbox')).body).not.toContain('All health advice outstanding');
  expect((await say('yes')).statusCode).toBe(303);
  expect((await person.get('/inbox')).body).toContain('All health advice outstanding');
  expect((await person.get('/inbox/health')).body).toContain('No advice is outstanding');
  await say('no');
  expect((await person.get('/inbox/health')).statusCode).toBe(404);
});

test('only a health body has one, said by its own administrators of its own people', async () => {
  const school = await anOrganisation('school or college');
  expect((await school.say('yes')).statusCode).toBe(404);
  expect((await school.person.get('/colleagues')).body).not.toContain('Designated clinical officer');
  const health = await anOrganisation('health');
  const other = await anOrganisation('health');
  const tried = await other.person.post(`/colleagues/${health.accountId}/clinical-officer`, { holds: 'yes' });
  expect(tried.statusCode).toBe(404);
  await ownerPool().query('update organisation_members set administrator = false where account_id = $1', [
    health.accountId,
  ]);
  expect((await health.say('yes')).statusCode).toBe(404);
});

test('a clinical officer who leaves and comes back is not one until it is said again', async () => {
  const { id, person } = await anOrganisation('health');
  await aProfessional(wexcombe, id, 'Bo Larkin');
  const { rows } = await ownerPool().query(
    `select account_id, email from organisation_members where organisation_id = $1 and name = 'Bo Larkin'`,
    [id],
  );
  const bo = rows[0];
  await person.post(`/colleagues/${bo.account_id}/clinical-officer`, { holds: 'yes' });
  await person.post(`/colleagues/${bo.account_id}/removal`);
  await person.post('/colleagues', { name: 'Bo Larkin', email: bo.email, idempotencyKey: randomUUID() });
  const again = browser(wexcombe);
  again.signInWith(await aSessionFor(wexcombe, bo.account_id));
  expect((await again.get('/inbox')).statusCode).toBe(200);
  expect((await again.get('/inbox/health')).statusCode).toBe(404);
});

/** Advice asked of an organisation, or of somebody outside any, about a child of that family name. */
async function anAsk(of: {
  organisationId: string | null;
  familyName: string;
  receivedOn?: string;
  paragraph?: string;
  from?: number;
}) {
  const { organisationId, familyName, receivedOn = '2025-01-10', paragraph = 'c', from = authority } = of;
  const [childId, requestId, assessmentId, id] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  const run = (text: string, values: unknown[]) => ownerPool().query(text, [from, childId, ...values]);
  await run(
    `insert into children (authority_id, id, given_names, family_name, born_on) values ($1, $2, 'Robin', $3, '2017-06-05')`,
    [familyName],
  );
  await run(
    `insert into requests (authority_id, child_id, id, reference, received_on, received_how, source, requester_name, stated, file_opened_at)
     values ($1, $2, $3, $4, '2025-01-02', 'letter', 'parent', 'Jo', '[]', now())`,
    [requestId, `R-${requestId.slice(0, 4)}-${requestId.slice(4, 8)}`.toUpperCase()],
  );
  await run(
    `insert into assessments (authority_id, child_id, id, request_id, opened_on) values ($1, $2, $3, $4, '2025-01-02')`,
    [assessmentId, requestId],
  );
  if (organisationId !== null)
    await run(
      `insert into children_organisations (authority_id, child_id, organisation_id, reason, from_on) values ($1, $2, $3, 'advice asked for', '2025-01-02')`,
      [organisationId],
    );
  await run(
    `insert into advice_requests (authority_id, child_id, id, assessment_id, paragraph, organisation_id, adviser_name, questions, asked_on, received_on, asked_by)
     values ($1, $2, $3, $4, $5, $6, 'Dr Ada Quill', 'How?', $7, $7, 'Priya Raman')`,
    [id, assessmentId, paragraph, organisationId, receivedOn],
  );
  return { id, childId, assessmentId };
}

/** A colleague has it from now on. */
async function anAllocation(of: { id: string; childId: string }, organisationId: string, accountId: string) {
  await ownerPool().query(
    `insert into advice_allocations (authority_id, advice_request_id, number, child_id, organisation_id, account_id, allocated_by, allocated_at)
     values ($1, $2, 1, $3, $4, $5, $5, '2025-02-03')`,
    [authority, of.id, of.childId, organisationId, accountId],
  );
}

/** The authority's administrator says whether the officer of a body sees its area. */
async function sayArea(organisationId: string, sees: 'yes' | 'no') {
  const administrator = browser(wexcombe);
  administrator.signInWith(await aStaffMember(wexcombe, authority, 'administrator', 'Grace Osei'));
  const said = { organisationId, sees, idempotencyKey: randomUUID() };
  expect((await administrator.post('/staff/clinical-officers', said)).statusCode).toBe(303);
  return administrator;
}

test('without an area it is what authorities put before that body, longest wait first, and of no other', async () => {
  const { id, person, say } = await anOrganisation('health');
  await say('yes');
  const other = await anOrganisation('health');
  await other.say('yes');
  await anAsk({ organisationId: id, familyName: 'Newer', receivedOn: '2025-02-09' });
  await anAsk({ organisationId: id, familyName: 'Older', receivedOn: '2025-01-10' });
  const { body } = await person.get('/inbox/health');
  expect(body.indexOf('Robin Older')).toBeLessThan(body.indexOf('Robin Newer'));
  expect(body).toContain('31 days');
  expect(body).toContain('1 day<');
  expect((await other.person.get('/inbox/health')).body).toContain('No advice is outstanding');
});

test('named by an authority, the officer sees all the health advice outstanding in its area, whoever was asked, and nothing else', async () => {
  const board = await anOrganisation('health');
  await board.say('yes');
  const hospital = await anOrganisation('health');
  const psychology = await anOrganisation('educational psychology');
  const elsewhere = await anAuthority();
  await anAsk({ organisationId: hospital.id, familyName: 'Hospital' });
  await anAsk({ organisationId: hospital.id, familyName: 'Therapy', paragraph: 'f' });
  await anAsk({ organisationId: null, familyName: 'Private', receivedOn: '2024-12-01' });
  await anAsk({ organisationId: psychology.id, familyName: 'Psychology', paragraph: 'd' });
  await anAsk({ organisationId: hospital.id, familyName: 'Elsewhere', from: elsewhere });
  await anAsk({ organisationId: board.id, familyName: 'Ownelsewhere', from: elsewhere });
  const given = await anAsk({ organisationId: hospital.id, familyName: 'Given' });
  await ownerPool().query(
    `insert into advice (authority_id, id, advice_request_id, child_id, organisation_id, number, content, signed_on, signed_name, signed_role, returned_on)
     values ($1, $2, $3, $4, $5, 1, '{}', '2025-02-01', 'Dr Ada Quill', 'Paediatrician', '2025-02-01')`,
    [authority, randomUUID(), given.id, given.childId, hospital.id],
  );
  expect(names((await board.person.get('/inbox/health')).body)).toEqual(['Ownelsewhere']);

  await sayArea(board.id, 'yes');
  const { body } = await board.person.get('/inbox/health');
  expect(names(body).toSorted()).toEqual(
    expect.arrayContaining(['Hospital', 'Ownelsewhere', 'Private', 'Therapy']),
  );
  expect(body).not.toMatch(/Robin (Psychology|Elsewhere|Given)/);
  expect(body).toContain('Dr Ada Quill, who works for no organisation here');
  expect((await hospital.person.get('/inbox')).body).not.toContain('All health advice outstanding');

  const administrator = await sayArea(board.id, 'no');
  expect(names((await board.person.get('/inbox/health')).body)).toEqual(['Ownelsewhere']);
  expect((await administrator.get('/staff/clinical-officers')).body).toContain('You have named nobody');
});

test('what the officer sees of another body they cannot open, and what is said there they cannot read', async () => {
  const board = await anOrganisation('health');
  await board.say('yes');
  const hospital = await anOrganisation('health');
  const { id } = await anAsk({ organisationId: hospital.id, familyName: 'Closed' });
  await sayArea(board.id, 'yes');
  const { body } = await board.person.get('/inbox/health');
  expect(body).toContain('Robin Closed');
  expect(body).not.toContain(`/advice/${id}`);
  expect((await board.person.get(`/advice/${id}`)).statusCode).toBe(404);
  const officer = { organisationId: board.id, authorityIds: [authority] };
  const reading = (text: string) =>
    asClinicalOfficer(testDatabase(), officer, (tx) => sql.raw(text).execute(tx));
  for (const text of [
    'select questions from advice_requests',
    'select content from advice',
    'select born_on from children',
    'select reason from advice_refusals',
    'select email from organisation_members',
    'select 1 from plans',
  ])
    await expect(reading(text), text).rejects.toThrow('permission denied');
  await sayArea(board.id, 'no');
});

test('what was never given leaves the list when the authority decides whether to issue a plan', async () => {
  const board = await anOrganisation('health');
  await board.say('yes');
  const hospital = await anOrganisation('health');
  const asks = [
    await anAsk({ organisationId: hospital.id, familyName: 'Decidedthere' }),
    await anAsk({ organisationId: board.id, familyName: 'Decidedhere' }),
  ];
  await anAsk({ organisationId: hospital.id, familyName: 'Undecided' });
  await sayArea(board.id, 'yes');
  expect(names((await board.person.get('/inbox/health')).body)).toEqual(
    expect.arrayContaining(['Decidedthere', 'Decidedhere', 'Undecided']),
  );
  for (const { assessmentId, childId } of asks)
    await ownerPool().query(
      `insert into assessment_decisions (authority_id, assessment_id, child_id, outcome, evidence, reasons, what_would_change, decided_on, notified_on, decided_by)
       values ($1, $2, $3, 'do not issue', 'Reports', 'Reasons', 'A change', '2025-02-10', '2025-02-10', 'Priya Raman')`,
      [authority, assessmentId, childId],
    );
  const left = names((await board.person.get('/inbox/health')).body);
  expect(left).toContain('Undecided');
  expect(left).not.toContain('Decidedthere');
  expect(left).not.toContain('Decidedhere');
  await sayArea(board.id, 'no');
});

test('who has a piece of advice is an officer’s to know while it is outstanding and of health, and no longer', async () => {
  const board = await anOrganisation('health');
  await board.say('yes');
  const hospital = await anOrganisation('health');
  const psychology = await anOrganisation('educational psychology');
  await aProfessional(wexcombe, hospital.id, 'Ines Marlow');
  const { rows } = await ownerPool().query(
    `select account_id from organisation_members where organisation_id = $1 and name = 'Ines Marlow'`,
    [hospital.id],
  );
  const waits = await anAsk({ organisationId: hospital.id, familyName: 'Waits' });
  const given = await anAsk({ organisationId: hospital.id, familyName: 'Cameback' });
  const other = await anAsk({ organisationId: psychology.id, familyName: 'Minds', paragraph: 'd' });
  await anAllocation(waits, hospital.id, hospital.accountId);
  await anAllocation(given, hospital.id, rows[0].account_id);
  await anAllocation(other, psychology.id, psychology.accountId);
  await sayArea(board.id, 'yes');
  const officer = { organisationId: board.id, authorityIds: [authority] };
  const reading = (text: string) =>
    asClinicalOfficer(testDatabase(), officer, async (tx) => (await sql.raw(text).execute(tx)).rows);
  const allocated = `select account_id from advice_allocations where organisation_id in ('${hospital.id}', '${psychology.id}')`;
  const people = `select name from organisation_members where organisation_id in ('${hospital.id}', '${psychology.id}') order by name`;
  expect(await reading(allocated)).toHaveLength(2);
  expect(await reading(people)).toEqual([{ name: 'Amina Yusuf' }, { name: 'Ines Marlow' }]);
  await ownerPool().query(
    `insert into advice (authority_id, id, advice_request_id, child_id, organisation_id, number, content, signed_on, signed_name, signed_role, returned_on)
     values ($1, $2, $3, $4, $5, 1, '{}', '2025-02-01', 'Ines Marlow', 'Paediatrician', '2025-02-01')`,
    [authority, randomUUID(), given.id, given.childId, hospital.id],
  );
  expect(await reading(allocated)).toEqual([{ account_id: hospital.accountId }]);
  expect(await reading(people)).toEqual([{ name: 'Amina Yusuf' }]);
  expect((await board.person.get('/inbox/health')).body).toMatch(/Robin Waits[\s\S]*?Amina Yusuf/);
  await sayArea(board.id, 'no');
});

test('only an authority’s administrators name a body, and only a health body; saying it twice is saying it once', async () => {
  const board = await anOrganisation('health');
  const school = await anOrganisation('school or college');
  const administrator = await sayArea(board.id, 'yes');
  await sayArea(board.id, 'yes');
  const { rows } = await ownerPool().query(
    'select 1 from area_clinical_officers where organisation_id = $1',
    [board.id],
  );
  expect(rows).toHaveLength(1);
  const refused = await administrator.post('/staff/clinical-officers', {
    organisationId: school.id,
    sees: 'yes',
    idempotencyKey: randomUUID(),
  });
  expect(refused.statusCode).toBe(400);
  expect(refused.body).toContain('Select a health body');
  const caseworker = browser(wexcombe);
  caseworker.signInWith(await aStaffMember(wexcombe, authority, 'caseworker', 'Priya Raman'));
  expect((await caseworker.get('/staff/clinical-officers')).statusCode).toBe(404);
  const page = (await administrator.get('/staff/clinical-officers')).body;
  expect(page).toContain('Nobody yet: its administrators say who');
  await board.say('yes');
  expect((await administrator.get('/staff/clinical-officers')).body).toContain('Amina Yusuf');
  await sayArea(board.id, 'no');
});

function names(body: string): string[] {
  return [...body.matchAll(/Robin (\w+)/g)].map(([, name]) => name ?? '');
}
