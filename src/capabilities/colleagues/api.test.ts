import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../test/support/database.ts';
import { type JsonClient, jsonClient, refusal } from '../../../test/support/json.ts';
import { aCaseworker, aProfessional, aSessionFor, aStaffMember } from '../../../test/support/people.ts';

let authority: number;
let service: TestApp;

beforeAll(async () => {
  authority = await anAuthority();
  service = await testApp(authority);
});
afterAll(() => service.app.close());

async function anOrganisation(kind = 'school or college'): Promise<string> {
  const id = randomUUID();
  const text = `insert into organisations (id, kind, name) values ($1, $2, 'Northmoor')`;
  await ownerPool().query(text, [id, kind]);
  return id;
}

async function anAdministratorOf(organisationId: string) {
  return jsonClient(service, await aProfessional(service, organisationId, 'Helen Marsh'));
}

const newcomer = () => ({ name: 'Owen Price', email: `${randomUUID()}@northmoor.example` });

/** Somebody with an account, signed in. */
async function signedIn(accountId: string): Promise<JsonClient> {
  return jsonClient(service, await aSessionFor(service, accountId));
}

test('an administrator adds and removes a colleague, who reads the list and changes nothing of it', async () => {
  const helen = await anAdministratorOf(await anOrganisation());
  const owen = newcomer();
  const key = randomUUID();
  const added = await helen.post('/api/colleagues', owen, key);
  expect(added.body.colleagues).toMatchObject([{ name: 'Helen Marsh' }, { ...owen, administrator: false }]);
  expect((await helen.post('/api/colleagues', owen, key)).body.colleagues).toHaveLength(2);
  const { accountId } = added.body.colleagues[1];
  const his = await signedIn(accountId);
  expect((await his.get('/api/colleagues')).body).toMatchObject({ organisation: { name: 'Northmoor' } });
  expect((await his.post('/api/colleagues', newcomer())).status).toBe(404);
  const helenId = added.body.colleagues[0].accountId;
  expect((await his.post(`/api/colleagues/${helenId}/removal`)).status).toBe(404);
  expect(await helen.post(`/api/colleagues/${helenId}/removal`)).toEqual(
    refusal('colleagues', 'You cannot remove yourself. Ask another administrator to'),
  );
  await helen.post(`/api/colleagues/${accountId}/removal`);
  expect((await his.get('/api/colleagues')).status).toBe(401);
});

test('only a health body has a designated clinical officer, and what is not said is asked for', async () => {
  const [health, school] = [await anOrganisation('health'), await anOrganisation()];
  for (const [of, status] of [
    [health, 200],
    [school, 404],
  ] as const) {
    const helen = await anAdministratorOf(of);
    const [{ accountId }] = (await helen.get('/api/colleagues')).body.colleagues;
    const at = `/api/colleagues/${accountId}/clinical-officer`;
    expect((await helen.post(at, { holds: 'yes' })).status).toBe(status);
    expect((await helen.get('/api/colleagues')).body.officers).toEqual(status === 200 ? [accountId] : []);
    expect((await helen.post(at, { holds: 'perhaps' })).status).toBe(422);
    const allocating = await helen.post('/api/colleagues/allocating', { who: 'anybody' });
    expect(allocating.body.anyoneAllocates).toBe(true);
  }
});

test('who came by their own sign-in is let in once, by an administrator of that organisation alone', async () => {
  const organisationId = await anOrganisation();
  const [helen, stranger] = [
    await anAdministratorOf(organisationId),
    await anAdministratorOf(await anOrganisation()),
  ];
  const accountId = randomUUID();
  await ownerPool().query(
    `insert into accounts (id, kind, email, name) values ($1, 'organisation', $2, 'Owen Price')`,
    [accountId, `${accountId}@northmoor.example`],
  );
  await ownerPool().query(
    `insert into organisation_joinings (organisation_id, id, account_id, name, email, through_authority, asked_at) values ($1, $2, $2, 'Owen Price', $3, $4, now())`,
    [organisationId, accountId, `${accountId}@northmoor.example`, authority],
  );
  const at = `/api/colleagues/joinings/${accountId}`;
  expect((await helen.get('/api/colleagues')).body.joinings).toMatchObject([{ id: accountId }]);
  expect((await stranger.post(at, { answer: 'let in' })).status).toBe(404);
  expect((await helen.get('/api/colleagues')).body.joinings).toHaveLength(1);
  expect((await helen.post(at, { answer: 'no' })).body).toMatchObject({ joinings: [] });
  expect((await helen.post(at, { answer: 'let in' })).body.colleagues).toHaveLength(1);
});

test('an administrator of an authority says who its staff are; nobody else reads the list', async () => {
  const grace = jsonClient(service, await aStaffMember(service, authority, 'administrator', 'Grace Osei'));
  const owen = newcomer();
  expect(await grace.post('/api/staff', owen)).toEqual(refusal('roles', 'Select what they can do'));
  const { staff } = (await grace.post('/api/staff', { ...owen, roles: ['caseworker'] })).body;
  const { accountId } = staff.find((one: { email: string }) => one.email === owen.email);
  expect((await grace.post('/api/staff', { ...owen, roles: 'manager' })).status).toBe(422);
  const at = `/api/staff/${accountId}/roles`;
  expect((await (await signedIn(accountId)).post(at, { roles: 'administrator' })).status).toBe(404);
  const changed = await grace.post(at, { roles: 'manager', seen: 'caseworker' });
  expect(changed.body.staff).toContainEqual({ ...owen, accountId, roles: ['manager'] });
  expect((await grace.post(at, { roles: '', seen: 'caseworker' })).status).toBe(422);
  const elsewhere = await anAuthority('Otherton');
  const theirs = jsonClient(service, await aStaffMember(service, elsewhere, 'administrator', 'Lee Fenn'));
  expect((await theirs.post(at, { roles: '', seen: 'manager' })).status).toBe(404);
});

test('staff let the first person of an organisation in, and no second', async () => {
  const priya = jsonClient(service, await aCaseworker(service, authority));
  const at = `/api/organisations/${await anOrganisation()}/first-person`;
  expect((await priya.get(at)).body).toMatchObject({ name: 'Northmoor', hasPeople: false });
  const owen = newcomer();
  expect((await priya.post(at, owen)).body).toMatchObject({ hasPeople: true });
  expect((await priya.post(at, owen)).status).toBe(200);
  expect((await priya.post(at, newcomer())).status).toBe(422);
  expect((await (await anAdministratorOf(await anOrganisation())).get(at)).status).toBe(404);
});
