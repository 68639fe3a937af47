import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../test/support/database.ts';
import { type JsonClient, jsonClient } from '../../../test/support/json.ts';
import { aFamily, aProfessional } from '../../../test/support/people.ts';

let authority: number;
let wexcombe: TestApp;
let school: Awaited<ReturnType<typeof anOrganisation>>;
let childId: string;

beforeAll(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-04-16');
  school = await anOrganisation('school or college');
  childId = randomUUID();
  const owner = ownerPool();
  await owner.query(
    `insert into children (authority_id, id, given_names, family_name, born_on) values ($1, $2, 'Robin', 'Hartwell', '2016-05-04')`,
    [authority, childId],
  );
  await owner.query(
    `insert into children_organisations (authority_id, child_id, organisation_id, reason, from_on) values ($1, $2, $3, 'advice asked for', '2025-04-01')`,
    [authority, childId, school.id],
  );
  await owner.query(
    `insert into organisation_messages (authority_id, id, child_id, organisation_id, from_kind, from_name, body, sent_at)
     values ($1, gen_random_uuid(), $2, $3, 'staff', 'Priya Raman', 'May we ring you?', '2025-04-15T10:00:00Z')`,
    [authority, childId, school.id],
  );
});

async function anOrganisation(kind: string) {
  const { rows } = await ownerPool().query(
    `insert into organisations (id, kind, name) values (gen_random_uuid(), $1, 'Northmoor') returning id`,
    [kind],
  );
  const id: string = rows[0].id;
  const token = await aProfessional(wexcombe, id, 'Helen Marsh');
  return { id, token, client: jsonClient(wexcombe, token) };
}

const waiting = async (client: JsonClient) => (await client.get('/api/inbox')).body;

test('an organisation reads what waits for it, by reference and without the child’s name', async () => {
  const answer = await waiting(school.client);
  expect(answer).toMatchObject({ open: [{ childId, holder: null, answeredOn: null }], next: null });
  expect(JSON.stringify(answer)).not.toContain('Robin');
  const page = await wexcombe.app.inject({
    url: answer.open[0].href,
    headers: { cookie: `opensend_session=${school.token}` },
  });
  expect(page.body).toContain('May we ring you?');
  expect((await school.client.get('/api/inbox/people')).body).toMatchObject({ pace: { done: 0 } });
});

test('another organisation has none of it, a family has no inbox, and one health officer alone sees all health advice', async () => {
  const health = await anOrganisation('health');
  expect(await waiting(health.client)).toEqual({ open: [], answered: [], next: null });
  const family = jsonClient(wexcombe, await aFamily(wexcombe, [childId]));
  expect((await family.get('/api/inbox')).status).toBe(404);
  expect((await health.client.get('/api/inbox/health')).status).toBe(404);
  await ownerPool().query(
    `insert into organisation_officers (organisation_id, id, account_id, role, holds, said_by)
     select organisation_id, gen_random_uuid(), account_id, 'designated clinical officer', true, account_id
     from organisation_members where organisation_id = $1`,
    [health.id],
  );
  const none = { open: [], counts: { all: 0, overdue: 0 }, areas: [], next: null };
  expect((await health.client.get('/api/inbox/health')).body).toEqual(none);
});
