import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { browser, type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../test/support/database.ts';
import { aCaseworker, aStaffMember } from '../../../test/support/people.ts';
import { together } from '../../../test/support/together.ts';
import { startSession } from '../../platform/identity/session.ts';

let service: TestApp;
let authority: number;
let grace: ReturnType<typeof browser>;

beforeAll(async () => {
  authority = await anAuthority();
  service = await testApp(authority);
});
afterAll(() => service.app.close());
beforeEach(async () => {
  grace = await anAdministrator(authority, 'Grace Osei');
});

async function anAdministrator(of: number, name: string) {
  return signedIn(await aStaffMember(service, of, 'administrator', name));
}

function signedIn(token: string) {
  const person = browser(service);
  person.signInWith(token);
  return person;
}

/** Adds somebody as Grace, and signs them in. */
async function aNewColleague(roles = 'caseworker') {
  const email = `${randomUUID()}@wexcombe.example`;
  const added = await grace.post('/staff', { name: 'Owen Price', email, roles });
  expect([added.statusCode, added.headers.location]).toEqual([303, '/staff']);
  const accountId = await accountOf(email);
  const { database, config, now } = service.services;
  const token = await startSession(database, { accountId, secondFactor: true }, now(), config.session);
  return { accountId, email, person: signedIn(token) };
}

async function accountOf(email: string): Promise<string> {
  const { rows } = await ownerPool().query('select id from accounts where lower(email) = lower($1)', [email]);
  return rows[0].id;
}

test('an administrator adds somebody, who does what their roles let them and no more', async () => {
  const { email, person } = await aNewColleague();
  expect((await grace.get('/staff')).body).toContain(email);
  expect((await person.get('/cases')).statusCode).toBe(200);
  expect((await person.get('/staff')).statusCode).toBe(404);
  const tried = await person.post('/staff', {
    name: 'A Friend',
    email: 'friend@x.example',
    roles: 'manager',
  });
  expect(tried.statusCode).toBe(404);
});

test('a role given opens its pages at once; every role ended, nothing opens any more', async () => {
  const { accountId, person } = await aNewColleague();
  const roles = `/staff/${accountId}/roles`;
  expect((await grace.get(roles)).body).toContain('Now: Caseworker.');
  await grace.post(roles, { seen: 'caseworker', roles: 'caseworker,administrator' });
  expect((await person.get('/staff')).statusCode).toBe(200);
  await grace.post(roles, { seen: 'caseworker,administrator' });
  expect((await person.get('/cases')).headers.location).toContain('/sign-in');
  expect((await grace.get('/staff')).body).not.toContain(accountId);
});

test('somebody whose roles ended may be added again', async () => {
  const { accountId, email, person } = await aNewColleague();
  await grace.post(`/staff/${accountId}/roles`, { seen: 'caseworker' });
  await grace.post('/staff', { name: 'Owen Price', email: email.toUpperCase(), roles: 'caseworker' });
  expect((await person.get('/cases')).statusCode).toBe(200);
});

test('an administrator cannot end their own administration, and is told who can', async () => {
  const token = await aStaffMember(service, authority, 'administrator', 'Sam Okoro');
  const { rows } = await ownerPool().query(
    `select account_id from staff_roles where authority_id = $1 and name = 'Sam Okoro'`,
    [authority],
  );
  const answer = await signedIn(token).post(`/staff/${rows[0].account_id}/roles`, { seen: 'administrator' });
  expect(answer.statusCode).toBe(400);
  expect(answer.body).toContain('You cannot stop being an administrator yourself');
});

test('of two administrators who end each other at the very same time, one stays', async () => {
  const elsewhere = await anAuthority();
  const both = [await anAdministrator(elsewhere, 'Ada Wells'), await anAdministrator(elsewhere, 'Ben Cole')];
  const { rows } = await ownerPool().query(
    'select account_id from staff_roles where authority_id = $1 order by name desc',
    [elsewhere],
  );
  const answers = await together(
    { text: 'select 1 from staff_roles where authority_id = $1 for update', values: [elsewhere] },
    both.map(
      (one, place) => () => one.post(`/staff/${rows[place].account_id}/roles`, { seen: 'administrator' }),
    ),
  );
  expect(answers.map((answer) => answer.statusCode).sort()).toEqual([303, 404]);
  const left = await ownerPool().query(
    'select name from staff_roles where authority_id = $1 and ended_at is null',
    [elsewhere],
  );
  expect(left.rows).toHaveLength(1);
});

test('when somebody else changed the roles meanwhile, both are shown and nothing is lost', async () => {
  const { accountId } = await aNewColleague();
  const roles = `/staff/${accountId}/roles`;
  await grace.post(roles, { seen: 'caseworker', roles: 'caseworker,finance' });
  const late = await grace.post(roles, { seen: 'caseworker', roles: 'manager' });
  expect(late.statusCode).toBe(400);
  expect(late.body).toContain('Somebody else changed');
  expect(late.body).toContain('Now: Caseworker, finance.');
  expect(late.body).toMatch(/value="manager" checked/);
});

test('another authority’s administrator sees nobody here, and changes nothing', async () => {
  const { accountId, email, person } = await aNewColleague();
  const other = await anAdministrator(await anAuthority('Elsewhere'), 'Lee Marsh');
  expect((await other.get('/staff')).body).not.toContain(email);
  expect((await other.get(`/staff/${accountId}/roles`)).statusCode).toBe(404);
  expect((await other.post(`/staff/${accountId}/roles`, { seen: 'caseworker' })).statusCode).toBe(404);
  const taken = await other.post('/staff', { name: 'Owen Price', email, roles: 'caseworker' });
  expect([taken.statusCode, taken.body.includes('work for another authority')]).toEqual([400, true]);
  expect((await person.get('/cases')).statusCode).toBe(200);
});

test('what is missing or mistyped is said beside it, and what was typed is kept', async () => {
  const answer = await grace.post('/staff', { name: 'Owen Price', email: 'owen', roles: 'king' });
  expect(answer.statusCode).toBe(400);
  expect(answer.body).toContain('Enter an email address in the correct format');
  expect(answer.body).toContain('Select what they can do');
  expect(answer.body).toContain('value="Owen Price"');
});

test('somebody on the list already is not added twice', async () => {
  const { email } = await aNewColleague();
  const answer = await grace.post('/staff', { name: 'Owen Price', email, roles: 'manager' });
  expect([answer.statusCode, answer.body.includes('on the list already')]).toEqual([400, true]);
});

test('a closed account is not opened again by adding its address', async () => {
  const { accountId, email } = await aNewColleague();
  await grace.post(`/staff/${accountId}/roles`, { seen: 'caseworker' });
  await ownerPool().query('update accounts set disabled_at = now() where id = $1', [accountId]);
  const answer = await grace.post('/staff', { name: 'Owen Price', email, roles: 'caseworker' });
  expect([answer.statusCode, answer.body.includes('is closed')]).toEqual([400, true]);
});

test('every change is an event, by whom and of which roles', async () => {
  const { accountId } = await aNewColleague();
  await grace.post(`/staff/${accountId}/roles`, { seen: 'caseworker', roles: 'manager' });
  const { rows } = await ownerPool().query(
    `select actor_name, kind, data from events where authority_id = $1 and subject_id = $2 order by recorded_at`,
    [authority, accountId],
  );
  const common = { actor_name: 'Grace Osei', kind: 'staff roles changed' };
  expect(rows).toEqual([
    { ...common, data: { given: ['caseworker'], ended: [] } },
    { ...common, data: { given: ['manager'], ended: ['caseworker'] } },
  ]);
});

test('a caseworker has no staff page', async () => {
  const priya = signedIn(await aCaseworker(service, authority));
  expect((await priya.get('/staff')).statusCode).toBe(404);
});
