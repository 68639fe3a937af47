import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { browser, type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../test/support/database.ts';
import { aCaseworker, aProfessional } from '../../../test/support/people.ts';
import { together } from '../../../test/support/together.ts';
import { startSession } from '../../platform/identity/session.ts';
import { tellOfJoining } from './jobs.ts';

let service: TestApp;
let authority: number;
let school: string;
let helen: ReturnType<typeof browser>;

beforeAll(async () => {
  authority = await anAuthority();
  service = await testApp(authority);
});
afterAll(() => service.app.close());
beforeEach(async () => {
  school = await anOrganisation('Northmoor Primary School');
  helen = await signedInFor(school, 'Helen Marsh');
});

async function anOrganisation(name: string): Promise<string> {
  const id = randomUUID();
  await ownerPool().query(`insert into organisations (id, kind, name) values ($1, 'school or college', $2)`, [
    id,
    name,
  ]);
  return id;
}

async function signedInFor(organisationId: string, name: string) {
  const person = browser(service);
  person.signInWith(await aProfessional(service, organisationId, name));
  return person;
}

/** Adds somebody as Helen, and signs them in. */
async function aColleague(fields: Record<string, string> = {}) {
  const email = `${randomUUID()}@larkfield.example`;
  const added = await helen.post('/colleagues', { name: 'Owen Price', email, ...fields });
  expect([added.statusCode, added.headers.location]).toEqual([303, '/colleagues']);
  const { rows } = await ownerPool().query('select id from accounts where email = $1', [email]);
  const { database, config, now } = service.services;
  const accountId: string = rows[0].id;
  const person = browser(service);
  person.signInWith(await startSession(database, { accountId, secondFactor: false }, now(), config.session));
  return { accountId, email, person };
}

test('an administrator adds a colleague, who sees the list and cannot change it', async () => {
  const { person, email } = await aColleague();
  expect((await helen.get('/colleagues')).body).toContain(email);
  const page = await person.get('/colleagues');
  expect(page.statusCode).toBe(200);
  expect(page.body).toContain('Helen Marsh');
  expect(page.body).not.toMatch(/Add colleague|>Remove</);
  const tried = await person.post('/colleagues', { name: 'A Friend', email: 'a-friend@larkfield.example' });
  expect(tried.statusCode).toBe(404);
});

test('a removed colleague loses access at once', async () => {
  const { accountId, person } = await aColleague();
  expect((await person.get('/colleagues')).statusCode).toBe(200);
  expect((await helen.post(`/colleagues/${accountId}/removal`)).statusCode).toBe(303);
  expect((await person.get('/colleagues')).headers.location).toContain('/sign-in');
  expect((await helen.get('/colleagues')).body).not.toContain('Owen Price');
});

test('somebody removed may be added again', async () => {
  const { accountId, email, person } = await aColleague();
  await helen.post(`/colleagues/${accountId}/removal`);
  await helen.post('/colleagues', { name: 'Owen Price', email: email.toUpperCase() });
  expect((await person.get('/colleagues')).statusCode).toBe(200);
});

test('a colleague made an administrator may add others', async () => {
  const { person } = await aColleague({ administrator: 'yes' });
  const email = `${randomUUID()}@larkfield.example`;
  expect((await person.post('/colleagues', { name: 'Ada Wells', email })).statusCode).toBe(303);
});

test('another organisation’s administrator sees and removes nobody here', async () => {
  const { accountId, person } = await aColleague();
  const ruth = await signedInFor(await anOrganisation('Hollybank School'), 'Ruth Adeyemi');
  expect((await ruth.get('/colleagues')).body).not.toContain('Owen Price');
  expect((await ruth.post(`/colleagues/${accountId}/removal`)).statusCode).toBe(404);
  expect((await person.get('/colleagues')).statusCode).toBe(200);
});

test('adding somebody who is there already changes nothing about them', async () => {
  const { email } = await aColleague({ administrator: 'yes' });
  await helen.post('/colleagues', { name: 'Somebody Else', email });
  const { rows } = await ownerPool().query(
    'select name, administrator from organisation_members where organisation_id = $1 and email = $2',
    [school, email],
  );
  expect(rows).toEqual([{ name: 'Owen Price', administrator: true }]);
});

async function awayFor(days: number, accountId: string | null = null) {
  await ownerPool().query(
    `update organisation_members set added_at = added_at - interval '1 year' where organisation_id = $1`,
    [school],
  );
  await ownerPool().query(
    `update sessions set last_seen_at = $3::timestamptz - $2 * interval '1 day' where account_id in
       (select account_id from organisation_members where organisation_id = $1 and ($4::uuid is null or account_id = $4))`,
    [school, days, service.services.now(), accountId],
  );
}

async function helenId(): Promise<string> {
  const { rows } = await ownerPool().query(
    `select account_id from organisation_members where organisation_id = $1 and name = 'Helen Marsh'`,
    [school],
  );
  return rows[0].account_id;
}

test('when whoever adds people has left without a word a colleague takes it on, once two months have gone, and all are told', async () => {
  const [{ person }, other] = [await aColleague(), await aColleague()];
  const take = () => person.post('/colleagues/administration');
  await awayFor(59, await helenId());
  expect((await person.get('/colleagues')).body).not.toContain('Take on');
  expect((await take()).statusCode).toBe(404);
  await awayFor(61, await helenId());
  expect((await person.get('/colleagues')).body).toContain('Take on adding and removing people');
  const [one, two] = await Promise.all([take(), take()]);
  expect([one.statusCode, two.statusCode]).toEqual([303, 303]);
  const next = { name: 'Ada Wells', email: `${randomUUID()}@larkfield.example` };
  expect((await person.post('/colleagues', next)).statusCode).toBe(303);
  const { rows } = await ownerPool().query(
    'select id, through_authority from organisation_joinings where organisation_id = $1',
    [school],
  );
  expect(rows).toHaveLength(1);
  const telling = { authorityId: rows[0].through_authority, organisationId: school, joiningId: rows[0].id };
  for (const _ of [1, 2]) await tellOfJoining(telling, service.services);
  const { rows: told } = await ownerPool().query(
    `select address[1] as to from letters where subject = 'Owen Price can add and remove people at Northmoor Primary School' and address[1] = $1`,
    [other.email],
  );
  expect(told).toHaveLength(1);
});

test('an administrator makes a colleague one and ends it, but not for themself', async () => {
  const { accountId, person } = await aColleague();
  const [hers, theirs] = [await helenId(), accountId].map((id) => `/colleagues/${id}/administration`);
  const say = (who: typeof helen, at: string | undefined, administrator: string) =>
    who.post(at ?? '', { administrator, idempotencyKey: randomUUID() });
  expect((await say(person, theirs, 'yes')).statusCode).toBe(404);
  expect((await say(helen, theirs, 'yes')).statusCode).toBe(303);
  const own = await say(helen, hers, 'no');
  expect([own.statusCode, own.body.includes('You cannot end this for yourself')]).toEqual([400, true]);
});

const both = () => ({
  text: 'select 1 from organisation_members where organisation_id = $1 for update',
  values: [school],
});

test.each([
  ['end', 'administration', { administrator: 'no' }],
  ['remove', 'removal', {}],
])('of two administrators who %s each other at the very same time, one stays', async (_, noun, fields) => {
  const { accountId, person } = await aColleague({ administrator: 'yes' });
  const hers = await helenId();
  const act = (who: typeof helen, of: string) => () =>
    who.post(`/colleagues/${of}/${noun}`, { ...fields, idempotencyKey: randomUUID() });
  const answers = await together(both(), [act(helen, accountId), act(person, hers)]);
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([303, 404]);
  const { rows } = await ownerPool().query(
    'select 1 from organisation_members where organisation_id = $1 and administrator and removed_at is null',
    [school],
  );
  expect(rows).toHaveLength(1);
});

test('an administrator cannot remove themselves, and is told who can', async () => {
  const { rows } = await ownerPool().query(
    'select account_id from organisation_members where organisation_id = $1',
    [school],
  );
  const answer = await helen.post(`/colleagues/${rows[0].account_id}/removal`);
  expect([answer.statusCode, answer.body.includes('You cannot remove yourself')]).toEqual([400, true]);
});

test('what is missing or mistyped is said beside it, and what was typed is kept', async () => {
  const answer = await helen.post('/colleagues', { name: 'Owen Price', email: 'owen' });
  expect(answer.statusCode).toBe(400);
  expect(answer.body).toContain('Enter an email address in the correct format');
  expect(answer.body).toContain('value="Owen Price"');
  expect((await helen.post('/colleagues', {})).body).toContain('Enter their full name');
});

test('an account that has been closed is not opened again by adding its address', async () => {
  const { accountId, email } = await aColleague();
  await ownerPool().query('update accounts set disabled_at = now() where id = $1', [accountId]);
  const answer = await helen.post('/colleagues', { name: 'Owen Price', email });
  expect([answer.statusCode, answer.body.includes('is closed')]).toEqual([400, true]);
});

test('somebody who acts for another organisation is not added, and goes on acting for it', async () => {
  const { email, person } = await aColleague();
  const ruth = await signedInFor(await anOrganisation('Hollybank School'), 'Ruth Adeyemi');
  const answer = await ruth.post('/colleagues', { name: 'Owen Price', email });
  expect([answer.statusCode, answer.body.includes('act for another organisation')]).toEqual([400, true]);
  expect((await person.get('/colleagues')).body).toContain('Northmoor');
});

test('staff have no colleagues page, and adding and removing are recorded without names', async () => {
  const staff = browser(service);
  staff.signInWith(await aCaseworker(service, authority));
  expect((await staff.get('/colleagues')).statusCode).toBe(404);
  const { accountId } = await aColleague();
  await helen.post(`/colleagues/${accountId}/removal`);
  const { rows } = await ownerPool().query(
    'select kind from access_events where subject_id = $1 order by recorded_at',
    [accountId],
  );
  expect(rows.map((row) => row.kind)).toEqual(['colleague added', 'colleague removed']);
});
