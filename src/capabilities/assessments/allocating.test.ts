import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { browser, type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../test/support/database.ts';
import { aProfessional, aSessionFor } from '../../../test/support/people.ts';
import { anAskedAdvice, anOrganisation } from './examples.ts';

let authority: number;
let wexcombe: TestApp;
let psychology: string;
let asked: Awaited<ReturnType<typeof anAskedAdvice>>;

beforeAll(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-02-10');
});
beforeEach(async () => {
  psychology = await anOrganisation('Northmoor Educational Psychology Service');
  asked = await anAskedAdvice(wexcombe, authority, psychology);
});

/** A colleague who is no administrator, at their browser. */
async function aColleague(name: string) {
  const [accountId, email] = [randomUUID(), `${randomUUID()}@northmoor.example`];
  const owner = ownerPool();
  await owner.query(`insert into accounts (id, kind, email, name) values ($1, 'organisation', $2, $3)`, [
    accountId,
    email,
    name,
  ]);
  await owner.query(
    'insert into organisation_members (organisation_id, account_id, name, email) values ($1, $2, $3, $4)',
    [psychology, accountId, name, email],
  );
  const person = browser(wexcombe);
  person.signInWith(await aSessionFor(wexcombe, accountId));
  return { accountId, person };
}

const page = () => `/advice/${asked.adviceRequestId}/allocation`;
const give = (to: string, seen: number, by = asked.psychologist) =>
  by.post(page(), { to, seen: String(seen), idempotencyKey: randomUUID() });

test('an administrator allocates advice, and each view of the inbox says who has it', async () => {
  const ada = await aColleague('Ada Wells');
  expect((await asked.psychologist.get('/inbox?who=nobody')).body).toContain('Robin Hartwell');
  expect((await give(ada.accountId, 0)).headers.location).toBe('/inbox');
  expect((await asked.psychologist.get('/inbox')).body).toContain('Ada Wells');
  expect((await asked.psychologist.get('/inbox?who=nobody')).body).not.toContain('Robin Hartwell');
  expect((await asked.psychologist.get('/inbox?who=mine')).body).not.toContain('Robin Hartwell');
  expect((await ada.person.get('/inbox?who=mine')).body).toContain('Robin Hartwell');
  expect((await asked.psychologist.get(`/inbox?who=${ada.accountId}`)).body).toContain('Ada Wells');
  expect((await asked.psychologist.get('/inbox/people')).body).toContain('Ada Wells');
  await give('nobody', 1);
  expect((await asked.psychologist.get('/inbox?who=nobody')).body).toContain('Robin Hartwell');
});

test('only administrators allocate, until they choose that anybody may', async () => {
  const ada = await aColleague('Ada Wells');
  expect((await ada.person.get(page())).statusCode).toBe(404);
  expect((await give(ada.accountId, 0, ada.person)).statusCode).toBe(404);
  expect((await ada.person.get('/inbox')).body).not.toContain('/allocation');
  const choose = (by: typeof ada.person) =>
    by.post('/colleagues/allocating', { who: 'anybody', idempotencyKey: randomUUID() });
  expect((await choose(ada.person)).statusCode).toBe(404);
  expect((await choose(asked.psychologist)).statusCode).toBe(303);
  expect((await give(ada.accountId, 0, ada.person)).statusCode).toBe(303);
});

test('what a colleague who is removed had is not allocated, without anybody doing anything', async () => {
  const ada = await aColleague('Ada Wells');
  await give(ada.accountId, 0);
  await asked.psychologist.post(`/colleagues/${ada.accountId}/removal`);
  expect((await asked.psychologist.get('/inbox?who=nobody')).body).toContain('Robin Hartwell');
  expect((await give(ada.accountId, 1)).statusCode).toBe(400);
});

test('a colleague who comes back has none of what they had before, and may be given it again', async () => {
  const ada = await aColleague('Ada Wells');
  await give(ada.accountId, 0);
  const { rows } = await ownerPool().query('select email from accounts where id = $1', [ada.accountId]);
  await asked.psychologist.post(`/colleagues/${ada.accountId}/removal`);
  wexcombe.clock.now = new Date('2025-02-10T10:05:00Z');
  const back = { name: 'Ada Wells', email: rows[0].email, idempotencyKey: randomUUID() };
  expect((await asked.psychologist.post('/colleagues', back)).statusCode).toBe(303);
  expect((await asked.psychologist.get('/inbox?who=nobody')).body).toContain('Robin Hartwell');
  expect((await asked.psychologist.get('/inbox')).body).not.toContain('Ada Wells');
  expect((await give(ada.accountId, 1)).statusCode).toBe(303);
  expect((await asked.psychologist.get('/inbox')).body).toContain('Ada Wells');
});

test('of two who allocate at once one is told, and a form sent twice allocates once', async () => {
  const [ada, bo] = [await aColleague('Ada Wells'), await aColleague('Bo Larkin')];
  const answers = await Promise.all([give(ada.accountId, 0), give(bo.accountId, 0)]);
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([303, 400]);
  const told = answers.find(({ statusCode }) => statusCode === 400);
  expect(told?.body).toContain('Somebody else changed this while you were choosing');
  const again = { to: bo.accountId, seen: '1', idempotencyKey: randomUUID() };
  await Promise.all([1, 2].map(() => asked.psychologist.post(page(), again)));
  const { rows } = await ownerPool().query(
    'select number from advice_allocations where advice_request_id = $1 order by 1',
    [asked.adviceRequestId],
  );
  expect(rows).toEqual([{ number: 1 }, { number: 2 }]);
});

test('several that nobody has are given to one colleague at once, all or none', async () => {
  const ada = await aColleague('Ada Wells');
  const second = await anAskedAdvice(wexcombe, authority, psychology);
  const chosen = `${asked.adviceRequestId},${second.adviceRequestId}`;
  const send = (fields: Record<string, string>, by = asked.psychologist) =>
    by.post('/advice/allocations', { chosen, to: ada.accountId, idempotencyKey: randomUUID(), ...fields });
  expect((await asked.psychologist.get('/inbox?who=nobody')).body).toContain('Allocate several at once');
  expect((await send({}, ada.person)).statusCode).toBe(404);
  expect((await send({ chosen: '' })).body).toContain('Select what to allocate');
  expect((await send({ to: '' })).body).toContain('Select who should have it');
  await give(ada.accountId, 0);
  expect((await send({})).body).toContain('Ada Wells has the advice about Robin Hartwell now');
  await give('nobody', 1);
  expect((await send({})).headers.location).toBe('/inbox?who=nobody');
  expect((await asked.psychologist.get('/inbox?who=nobody')).body).toContain('Everything is allocated');
  const elsewhere = await anAskedAdvice(wexcombe, authority, await anOrganisation('Hollybank Psychology'));
  expect((await send({ chosen: elsewhere.adviceRequestId })).statusCode).toBe(404);
});

test('another organisation finds nothing to allocate, and nobody elsewhere can be given it', async () => {
  const elsewhere = await anOrganisation('Hollybank Therapy Service');
  const ruth = browser(wexcombe);
  ruth.signInWith(await aProfessional(wexcombe, elsewhere, 'Ruth Adeyemi'));
  expect((await ruth.get(page())).statusCode).toBe(404);
  expect((await give('nobody', 0, ruth)).statusCode).toBe(404);
  const { rows } = await ownerPool().query(
    'select account_id from organisation_members where organisation_id = $1',
    [elsewhere],
  );
  const refused = await give(rows[0].account_id, 0);
  expect([refused.statusCode, refused.body.includes('Select who should have this')]).toEqual([400, true]);
  expect((await asked.caseworker.get(page())).statusCode).toBe(404);
});

test('an inbox of 400 is paged by 50 and searched by name', async () => {
  await ownerPool().query(
    `with made as (
       insert into children (authority_id, id, given_names, family_name, born_on)
       select $1, gen_random_uuid(), 'Invented', 'Childe ' || n, '2017-06-05' from generate_series(1, 400) n returning id
     ), shared as (
       insert into children_organisations (authority_id, child_id, organisation_id, reason, from_on)
       select $1, id, $2, 'advice asked for', '2025-02-10' from made
     )
     insert into advice_requests (authority_id, id, assessment_id, child_id, paragraph, organisation_id, adviser_name, questions, asked_on, received_on, asked_by)
     select $1, gen_random_uuid(), $3, id, 'd', $2, 'David Lindqvist', 'How?', '2025-02-10', '2025-02-10', 'Priya Raman' from made`,
    [authority, psychology, asked.assessmentId],
  );
  const first = (await asked.psychologist.get('/inbox')).body;
  expect(first.match(/href="\/advice\/[0-9a-f-]{36}"/g)).toHaveLength(50);
  expect(first).toContain('Everybody’s (401)');
  const last = (await asked.psychologist.get('/inbox?page=9')).body;
  expect(last.match(/href="\/advice\/[0-9a-f-]{36}"/g)).toHaveLength(1);
  const found = (await asked.psychologist.post('/inbox', { who: 'everybody', q: 'childe 399' })).body;
  expect(found.match(/href="\/advice\/[0-9a-f-]{36}"/g)).toHaveLength(1);
  const many = (await asked.psychologist.post('/inbox', { q: 'invented', page: '2' })).body;
  expect(many.match(/href="\/advice\/[0-9a-f-]{36}"/g)).toHaveLength(50);
  expect(many).toContain('Next page');
  // What is looked for is a name: an address is kept in histories and logs, so it is never read from there.
  const addressed = (await asked.psychologist.get('/inbox?q=childe+399')).body;
  expect(addressed.match(/href="\/advice\/[0-9a-f-]{36}"/g)).toHaveLength(50);
  for (const body of [found, many]) expect(body).not.toMatch(/(href|action)="[^"]*(childe|invented)/i);
});
