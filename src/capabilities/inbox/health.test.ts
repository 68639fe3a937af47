import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { browser, type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../test/support/database.ts';
import { aProfessional, aSessionFor } from '../../../test/support/people.ts';

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

test('it is what authorities put before that body, longest wait first, and of no other', async () => {
  const { id, person, say } = await anOrganisation('health');
  await say('yes');
  const other = await anOrganisation('health');
  await other.say('yes');
  const asked = async (familyName: string, receivedOn: string) => {
    const [childId, requestId, assessmentId] = [randomUUID(), randomUUID(), randomUUID()];
    const run = (text: string, values: unknown[]) => ownerPool().query(text, [authority, childId, ...values]);
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
    await run(
      `insert into children_organisations (authority_id, child_id, organisation_id, reason, from_on) values ($1, $2, $3, 'advice asked for', '2025-01-02')`,
      [id],
    );
    await run(
      `insert into advice_requests (authority_id, child_id, id, assessment_id, paragraph, organisation_id, adviser_name, questions, asked_on, received_on, asked_by)
       values ($1, $2, $3, $4, 'c', $5, 'Amina Yusuf', 'How?', $6, $6, 'Priya Raman')`,
      [randomUUID(), assessmentId, id, receivedOn],
    );
  };
  await asked('Newer', '2025-02-09');
  await asked('Older', '2025-01-10');
  const { body } = await person.get('/inbox/health');
  expect(body.indexOf('Robin Older')).toBeLessThan(body.indexOf('Robin Newer'));
  expect(body).toContain('31 days');
  expect(body).toContain('1 day<');
  expect((await other.person.get('/inbox/health')).body).toContain('No advice is outstanding');
});
