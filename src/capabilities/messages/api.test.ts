import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../test/support/database.ts';
import { type JsonClient, jsonClient, refusal } from '../../../test/support/json.ts';
import { aCaseworker, aFamily, aProfessional } from '../../../test/support/people.ts';

/* Messages as JSON: what one system writes the other side reads, and nobody else does. */

let authority: number;
let wexcombe: TestApp;
let childId: string;
let organisationId: string;
let motherId: string;
let staff: JsonClient;
let family: JsonClient;
let school: JsonClient;

beforeAll(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-04-16');
});
beforeEach(async () => {
  wexcombe.clock.now = new Date('2025-04-16T10:00:00Z');
  const owner = ownerPool();
  [childId, organisationId, motherId] = [randomUUID(), randomUUID(), randomUUID()];
  await owner.query(
    `insert into children (authority_id, id, given_names, family_name, born_on) values ($1, $2, 'Robin', 'Hartwell', '2016-05-04')`,
    [authority, childId],
  );
  await owner.query(
    `insert into children_contacts (authority_id, id, child_id, name, relationship, email, prefers, address_lines, parental_responsibility)
     values ($1, $3, $2, 'Jo Hartwell', 'mother', 'jo@hartwell.example', 'email', '{}', true)`,
    [authority, childId, motherId],
  );
  await owner.query(
    `insert into organisations (id, kind, name) values ($1, 'school or college', 'Fernhill')`,
    [organisationId],
  );
  await owner.query(
    `insert into children_organisations (authority_id, child_id, organisation_id, reason, from_on) values ($1, $2, $3, 'advice asked for', '2025-04-01')`,
    [authority, childId, organisationId],
  );
  staff = jsonClient(wexcombe, await aCaseworker(wexcombe, authority));
  family = jsonClient(wexcombe, await aFamily(wexcombe, [childId]));
  school = jsonClient(wexcombe, await aProfessional(wexcombe, organisationId, 'Helen Marsh'));
});

const LATER = new Date('2025-04-16T10:10:00Z');
const QUESTION = { body: 'Who comes on Monday?', from: 'Jo Hartwell' };

test('a family asks once however often it is sent, is promised a day, and reads the answer', async () => {
  const [theirs, ours] = [`/api/family/${childId}/messages`, `/api/cases/${childId}/messages`];
  const key = randomUUID();
  const asked = await family.post(theirs, QUESTION, key);
  expect(asked.body.written).toMatchObject([
    { from: 'family', name: 'Jo Hartwell', body: QUESTION.body, promisedOn: '2025-04-25', answeredAt: null },
  ]);
  expect((await family.post(theirs, QUESTION, key)).body.written).toHaveLength(1);
  const waits = (await staff.get('/api/messages')).body.waiting;
  expect(waits).toContainEqual(expect.objectContaining({ childId, promisedOn: '2025-04-25' }));
  expect(waits[0]).not.toHaveProperty('childName');
  expect(await staff.post(ours, {})).toEqual(refusal('body', 'Enter your message'));
  wexcombe.clock.now = LATER;
  await staff.post(ours, { body: 'Amina Yusuf comes.' });
  expect((await family.get(theirs)).body.written).toMatchObject([
    { answeredAt: LATER.toISOString() },
    { from: 'staff', name: 'Priya Raman', body: 'Amina Yusuf comes.' },
  ]);
  const letters = await ownerPool().query(
    `select recipient_name from letters where child_id = $1 and template = 'message'`,
    [childId],
  );
  expect(letters.rows).toEqual([{ recipient_name: 'Jo Hartwell' }]);
});

test('what is heard by telephone is promised an answer from that day, or needs none and says why', async () => {
  const at = `/api/cases/${childId}/messages`;
  const heard = { who: motherId, saidHow: 'telephone', saidOn: '2025-04-15', body: 'When?' };
  expect(await staff.post(`${at}/heard`, { ...heard, saidOn: '2025-04-17' })).toEqual(
    refusal('saidOn', 'The day must be today or in the past'),
  );
  expect((await staff.post(`${at}/heard`, heard)).body.written).toMatchObject([
    { promisedOn: '2025-04-24', heard: { how: 'telephone', on: '2025-04-15', recordedBy: 'Priya Raman' } },
  ]);
  expect(await staff.post(`${at}/closure`)).toEqual(refusal('reason', 'Enter why no answer is needed'));
  const closed = await staff.post(`${at}/closure`, { reason: 'Answered in the same call' });
  expect(closed.body.written).toMatchObject([{ closedReason: 'Answered in the same call' }]);
});

test('an organisation and the team write to each other apart from the family', async () => {
  const theirs = `/api/children/${childId}/messages`;
  const ours = `/api/cases/${childId}/messages/${organisationId}`;
  expect(await school.post(theirs)).toEqual(refusal('body', 'Enter your message'));
  const key = randomUUID();
  for (const _ of [1, 2]) await school.post(theirs, { body: 'May we send a note?' }, key);
  expect((await staff.get(ours)).body.written).toMatchObject([{ body: 'May we send a note?' }]);
  wexcombe.clock.now = LATER;
  await staff.post(ours, { body: 'Yes, by Friday.' });
  expect((await school.get(theirs)).body.written).toMatchObject([
    { from: 'organisation' },
    { from: 'staff', body: 'Yes, by Friday.' },
  ]);
  expect((await family.get(`/api/family/${childId}/messages`)).body.written).toEqual([]);
  expect(await staff.post(`${ours}/closure`, { reason: 'x' })).toEqual(
    refusal('reason', 'Nothing is waiting for an answer'),
  );
});

test('to anybody else there is no such child', async () => {
  const other = await ownerPool().query(
    `insert into organisations (id, kind, name) values (gen_random_uuid(), 'health', 'Otherton Health') returning id`,
  );
  const looks: [JsonClient, string, object][] = [
    [
      jsonClient(wexcombe, await aFamily(wexcombe, [randomUUID()])),
      `/api/family/${childId}/messages`,
      QUESTION,
    ],
    [
      jsonClient(wexcombe, await aProfessional(wexcombe, other.rows[0].id)),
      `/api/children/${childId}/messages`,
      QUESTION,
    ],
  ];
  const elsewhere = jsonClient(wexcombe, await aCaseworker(wexcombe, await anAuthority('Otherton')));
  for (const at of ['messages', `messages/${organisationId}`])
    looks.push([elsewhere, `/api/cases/${childId}/${at}`, QUESTION]);
  for (const [stranger, at, body] of looks) {
    expect((await stranger.get(at)).status).toBe(404);
    expect((await stranger.post(at, body)).status).toBe(404);
    expect((await stranger.post(at, { body: 'x'.repeat(20_001) })).status).toBe(404);
  }
});
