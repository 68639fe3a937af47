import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../test/support/database.ts';
import { type JsonClient, jsonClient, refusal } from '../../../test/support/json.ts';
import { aCaseworker, aFamily, aSessionFor } from '../../../test/support/people.ts';
import { aChildWithParents } from './invitation-examples.ts';

let authority: number;
let wexcombe: TestApp;
let child: Awaited<ReturnType<typeof aChildWithParents>>;
let mother: JsonClient;
let staff: JsonClient;
let theirs: string;
let ours: string;

beforeAll(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-03-03');
});
beforeEach(async () => {
  child = await aChildWithParents(wexcombe);
  mother = jsonClient(wexcombe, await aFamily(wexcombe, [child.childId], child.motherId));
  staff = jsonClient(wexcombe, await aCaseworker(wexcombe, authority));
  theirs = `/api/family/${child.childId}/invitations`;
  ours = `/api/cases/${child.childId}/invitations`;
});

const ADA = {
  name: 'Ada Byrne',
  relationship: 'advocate',
  sees: 'whole file',
  until: '2025-12-01',
  from: 'Jo Hartwell',
};

/** Somebody with an account of their own at an address. */
async function anAccount(email: string): Promise<JsonClient> {
  const { rows } = await ownerPool().query(
    `insert into accounts (id, kind, email, name) values (gen_random_uuid(), 'family', $1, 'Ada Byrne') returning id`,
    [email],
  );
  return jsonClient(wexcombe, await aSessionFor(wexcombe, rows[0].id));
}

test('a mother invites an advocate once, who accepts, and is out as soon as it is taken back', async () => {
  const email = `${randomUUID()}@advocacy.example`;
  const key = randomUUID();
  for (const _ of [1, 2]) {
    const asked = await mother.post(theirs, { ...ADA, email }, key);
    expect(asked.body).toMatchObject({
      cannot: null,
      invitations: [{ email, inviter: 'Jo Hartwell', acceptedAt: null, endedAt: null, opened: [] }],
    });
  }
  const ada = await anAccount(email);
  const [waiting] = (await ada.get('/api/invitations')).body.waiting;
  expect(waiting).toMatchObject({ inviter: 'Jo Hartwell', sees: 'whole file' });
  expect(waiting).not.toHaveProperty('childId');
  expect((await ada.post(`/api/invitations/${waiting.id}/acceptance`)).body).toEqual({ waiting: [] });
  const messages = `/api/family/${child.childId}/messages`;
  expect((await ada.get(messages)).status).toBe(200);
  expect((await ada.get(theirs)).status).toBe(404);
  const ended = await mother.post(`${theirs}/${waiting.id}/end`);
  expect(ended.body.invitations).toMatchObject([{ endedAt: '2025-03-03T10:00:00.000Z' }]);
  expect((await ada.get(messages)).status).not.toBe(200);
});

test('what staff are told is written down, and nobody restricted is let in by another door', async () => {
  const email = `${randomUUID()}@sendiass.example`;
  const { from, ...ada } = ADA;
  const told = { ...ada, email, inviter: child.motherId, saidHow: 'telephone', saidOn: '2025-03-01' };
  expect(await staff.post(ours, { ...told, saidOn: '2025-03-04' })).toEqual(
    refusal('saidOn', 'The day must be today or in the past'),
  );
  expect(await staff.post(ours, { ...told, email: child.fatherEmail })).toEqual(
    refusal('email', expect.stringContaining('Enter a different one')),
  );
  expect(await staff.post(ours, { ...told, inviter: child.fatherId })).toEqual(
    refusal('inviter', 'Select who invites them'),
  );
  const { body } = await staff.post(ours, told);
  expect(body.invitations).toMatchObject([{ email, saidHow: 'telephone', saidBy: 'Jo Hartwell' }]);
  const ended = await staff.post(`${ours}/${body.invitations[0].id}/end`);
  expect(ended.body.invitations).toMatchObject([{ endedBy: 'Priya Raman' }]);
});

test('somebody invited may say no, and nobody answers another’s invitation', async () => {
  const email = `${randomUUID()}@advocacy.example`;
  const { body } = await mother.post(theirs, { ...ADA, email });
  const { id } = body.invitations[0];
  const other = await anAccount(`${randomUUID()}@families.example`);
  for (const answer of ['acceptance', 'refusal'])
    expect((await other.post(`/api/invitations/${id}/${answer}`)).status).toBe(404);
  const ada = await anAccount(email);
  expect((await ada.post(`/api/invitations/${id}/refusal`)).body).toEqual({ waiting: [] });
  expect((await mother.get(theirs)).body.invitations).toMatchObject([{ endedBy: 'Ada Byrne' }]);
});

test('to another family and another authority there is no such child', async () => {
  const stranger = jsonClient(wexcombe, await aFamily(wexcombe, [randomUUID()]));
  const elsewhere = jsonClient(wexcombe, await aCaseworker(wexcombe, await anAuthority('Otherton')));
  for (const [who, at] of [
    [stranger, theirs],
    [elsewhere, ours],
  ] as const) {
    expect((await who.get(at)).status).toBe(404);
    for (const body of [{}, { ...ADA, email: 'ada@advocacy.example' }])
      expect((await who.post(at, body)).status).toBe(404);
    expect((await who.post(`${at}/${randomUUID()}/end`)).status).toBe(404);
  }
});
