import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { browser, type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../test/support/database.ts';
import { aCaseworker, aFamily, aProfessional } from '../../../test/support/people.ts';

/* An organisation a child is before writes to the SEND team and is answered, apart from the family. */

let authority: number;
let wexcombe: TestApp;
let desk: ReturnType<typeof browser>;
let school: Awaited<ReturnType<typeof anOrganisation>>;
let childId: string;

beforeAll(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-04-16');
  desk = browser(wexcombe);
  desk.signInWith(await aCaseworker(wexcombe, authority));
});
beforeEach(async () => {
  wexcombe.clock.now = new Date('2025-04-16T10:00:00Z');
  school = await anOrganisation('Fernhill School');
  childId = await aChildBefore(school.id);
});

async function anOrganisation(name: string) {
  const id = randomUUID();
  await ownerPool().query(`insert into organisations (id, kind, name) values ($1, 'school or college', $2)`, [
    id,
    name,
  ]);
  const person = browser(wexcombe);
  person.signInWith(await aProfessional(wexcombe, id, 'Helen Marsh'));
  return { id, person };
}

async function aChildBefore(organisationId: string) {
  const id = randomUUID();
  const owner = ownerPool();
  await owner.query(
    `insert into children (authority_id, id, given_names, family_name, born_on) values ($1, $2, 'Robin', 'Hartwell', '2016-05-04')`,
    [authority, id],
  );
  await owner.query(
    `insert into children_contacts (authority_id, id, child_id, name, relationship, email, prefers, address_lines, parental_responsibility)
     values ($1, gen_random_uuid(), $2, 'Jo Hartwell', 'mother', 'jo@hartwell.example', 'email', '{}', true)`,
    [authority, id],
  );
  await owner.query(
    `insert into children_organisations (authority_id, child_id, organisation_id, reason, from_on) values ($1, $2, $3, 'advice asked for', '2025-04-01')`,
    [authority, id, organisationId],
  );
  return id;
}

const say = (body: string) => ({ idempotencyKey: randomUUID(), body });
const theirs = () => `/children/${childId}/messages`;
const ours = () => `/cases/${childId}/messages/${school.id}`;

test('a school asks, is told by when, is answered, and each sees what the other wrote', async () => {
  expect((await school.person.post(theirs(), say('May we visit on <Monday>?'))).statusCode).toBe(303);
  expect((await school.person.get(theirs())).body).toContain(
    'The SEND team has promised an answer by 25 April 2025',
  );
  const waiting = (await desk.get('/messages')).body;
  expect(waiting).toContain(ours());
  expect(waiting).toContain('Helen Marsh, Fernhill School');
  expect((await desk.get(ours())).body).toContain('May we visit on &lt;Monday>?');
  expect((await desk.post(ours(), say('Yes, at ten.'))).headers.location).toBe(ours());
  expect((await desk.get('/messages')).body).not.toContain(ours());
  const inbox = (await school.person.get('/inbox')).body;
  expect(inbox).toContain('A message from the SEND team');
  const read = (await school.person.get(theirs())).body;
  expect(read).toContain('Yes, at ten.');
  expect(read).not.toContain('has promised an answer');
  expect((await school.person.get('/inbox')).body).not.toContain('A message from the SEND team');
});

test('a promise that has gone by is said to be broken', async () => {
  await school.person.post(theirs(), say('May we visit?'));
  wexcombe.clock.now = new Date('2025-04-28T10:00:00Z');
  school.person.signInWith(await aProfessional(wexcombe, school.id, 'Ruth Adeyemi'));
  const { body } = await school.person.get(theirs());
  expect(body).toContain('promised an answer by 25 April 2025, and has not given it');
});

test('what was asked first and is late, and what was asked since, are each promised their own day', async () => {
  await school.person.post(theirs(), say('When is the meeting?'));
  wexcombe.clock.now = new Date('2025-04-28T10:00:00Z');
  school.person.signInWith(await aProfessional(wexcombe, school.id, 'Ruth Adeyemi'));
  await school.person.post(theirs(), say('And who comes?'));
  const { body } = await school.person.get(theirs());
  expect(body).toContain('promised an answer by 25 April 2025, and has not given it');
  expect(body).toContain('has promised an answer to what you wrote last by 6 May 2025');
});

test('the family’s messages and the organisation’s never mix, and another organisation sees neither', async () => {
  const family = browser(wexcombe);
  family.signInWith(await aFamily(wexcombe, [childId]));
  await family.post(`/family/${childId}/messages`, { ...say('Words of the family'), from: 'Jo Hartwell' });
  await school.person.post(theirs(), say('Words of the school'));
  await desk.post(`/cases/${childId}/messages`, say('To the family alone'));
  await desk.post(ours(), say('To the school alone'));
  const seen = {
    family: (await family.get(`/family/${childId}/messages`)).body,
    school: (await school.person.get(theirs())).body,
    familyThread: (await desk.get(`/cases/${childId}/messages`)).body,
    schoolThread: (await desk.get(ours())).body,
  };
  for (const body of [seen.family, seen.familyThread]) {
    expect(body).toContain('Words of the family');
    expect(body).toContain('To the family alone');
    expect(body).not.toMatch(/Words of the school|To the school alone/);
  }
  for (const body of [seen.school, seen.schoolThread]) {
    expect(body).toContain('Words of the school');
    expect(body).toContain('To the school alone');
    expect(body).not.toMatch(/Words of the family|To the family alone/);
  }
  const other = await anOrganisation('Otherton School');
  expect((await other.person.get(theirs())).statusCode).toBe(404);
  expect((await other.person.post(theirs(), say('Hello'))).statusCode).toBe(404);
  expect((await desk.get(`/cases/${childId}/messages/${other.id}`)).statusCode).toBe(404);
  const { rows } = await ownerPool().query(
    `select body from letters where child_id = $1 and body ~ 'school alone|Words of the'`,
    [childId],
  );
  expect(rows).toEqual([]);
});

test('two organisations of one child each have their own', async () => {
  const second = await anOrganisation('Wexcombe Health');
  await ownerPool().query(
    `insert into children_organisations (authority_id, child_id, organisation_id, reason, from_on) values ($1, $2, $3, 'advice asked for', '2025-04-01')`,
    [authority, childId, second.id],
  );
  await school.person.post(theirs(), say('From the school'));
  await second.person.post(theirs(), say('From health'));
  expect((await second.person.get(theirs())).body).not.toContain('From the school');
  const listed = (await desk.get(`/cases/${childId}/messages`)).body;
  expect(listed.match(/: 1 to answer/g)).toHaveLength(2);
});

test('whoever wrote and the administrators are told by an email that names no child and says nothing of it', async () => {
  await school.person.post(theirs(), say('May we visit?'));
  await desk.post(ours(), say('Yes, at ten.'));
  const { rows } = await ownerPool().query(
    `select subject || body as words, channel from letters where child_id = $1 and template = 'message to an organisation'`,
    [childId],
  );
  expect(rows).toHaveLength(1);
  expect(rows[0].channel).toBe('email');
  expect(rows[0].words).not.toMatch(/Robin|Hartwell|at ten/);
  expect(rows[0].words).toContain(theirs());
});

test('a child taken from before the organisation is gone from its messages, and it can write no more', async () => {
  await school.person.post(theirs(), say('May we visit?'));
  await desk.post(ours(), say('Yes.'));
  await ownerPool().query(`update children_organisations set until_on = '2025-04-16' where child_id = $1`, [
    childId,
  ]);
  expect((await school.person.get(theirs())).statusCode).toBe(404);
  expect((await school.person.post(theirs(), say('Still there?'))).statusCode).toBe(404);
  expect((await school.person.get('/inbox')).body).not.toContain('A message from the SEND team');
  // The team still reads what was written.
  expect((await desk.get(ours())).body).toContain('May we visit?');
});

test('a message sent twice is one; nothing written is refused; none is needed only with a reason they read', async () => {
  const once = say('May we visit?');
  await Promise.all([1, 2].map(() => school.person.post(theirs(), once)));
  const { rows } = await ownerPool().query('select 1 from organisation_messages where child_id = $1', [
    childId,
  ]);
  expect(rows).toHaveLength(1);
  expect((await school.person.post(theirs(), say(''))).body).toContain('Enter your message');
  const close = (reason: string) => desk.post(`${ours()}/closure`, { reason, idempotencyKey: randomUUID() });
  expect((await close('')).body).toContain('Enter why no answer is needed');
  expect((await close('Answered by telephone.')).statusCode).toBe(303);
  expect((await school.person.get(theirs())).body).toContain('Answered by telephone.');
  expect((await close('Again')).body).toContain('Nothing is waiting for an answer');
});
