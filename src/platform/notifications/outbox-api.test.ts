import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../test/support/database.ts';
import { type JsonClient, jsonClient, refusal } from '../../../test/support/json.ts';
import { aCaseworker, aStaffMember } from '../../../test/support/people.ts';

let authority: number;
let service: TestApp;
let priya: JsonClient;
let childId: string;
let contactId: string;

beforeAll(async () => {
  authority = await anAuthority();
  service = await testApp(authority);
  priya = jsonClient(service, await aCaseworker(service, authority));
  [childId, contactId] = [randomUUID(), randomUUID()];
  await ownerPool().query(
    `insert into children (authority_id, id, given_names, family_name, born_on) values ($1, $2, 'Amira', 'Invented', '2017-05-04')`,
    [authority, childId],
  );
  await ownerPool().query(
    `insert into children_contacts (authority_id, id, child_id, name, relationship, address_lines, postcode, prefers, parental_responsibility)
     values ($1, $2, $3, 'Nadia Invented', 'mother', '{12 Example Street}', 'ZZ1 1AA', 'post', true)`,
    [authority, contactId, childId],
  );
});
afterAll(() => service.app.close());

async function aLetter(changes: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const id = randomUUID();
  const row: Record<string, unknown> = {
    authority_id: authority,
    id,
    child_id: childId,
    contact_id: contactId,
    recipient_name: 'Nadia Invented',
    channel: 'post',
    address: ['12 Example Street', 'ZZ1 1AA'],
    template: 'request received',
    subject: 'We have your request',
    body: 'Dear Nadia',
    ...changes,
  };
  const names = Object.keys(row);
  await ownerPool().query(
    `insert into letters (${names.join(', ')}) values (${names.map((_, place) => `$${place + 1}`).join(', ')})`,
    Object.values(row),
  );
  return id;
}

const byHand = { by_hand_since: '2025-02-03T10:00:00Z' };

async function count(kind: string, id: string): Promise<number> {
  const text = 'select count(*)::int as count from events where kind = $1 and subject_id = $2';
  return (await ownerPool().query(text, [kind, id])).rows[0].count;
}

test('a letter is found among those to post, read, and posted once', async () => {
  const id = await aLetter(byHand);
  const { letters } = (await priya.get('/api/outbox?status=to+post')).body;
  expect(letters).toContainEqual(expect.objectContaining({ id, recipientName: 'Nadia Invented' }));
  const at = `/api/outbox/${id}`;
  expect((await priya.get(at)).body).toMatchObject({
    status: 'to post',
    body: 'Dear Nadia',
    goesTo: { channel: 'post', address: ['12 Example Street', 'ZZ1 1AA'] },
  });
  expect(await count('file read', id)).toBe(1);
  const key = randomUUID();
  const both = await Promise.all([1, 2].map(() => priya.post(`${at}/posting`, {}, key)));
  expect(both.map(({ body }) => body.status)).toEqual(['sent', 'sent']);
  expect(await count('letter posted', id)).toBe(1);
});

test('what did not reach somebody is sent again once; what did is not', async () => {
  const id = await aLetter({ failed_at: '2025-02-03T10:00:00Z', failure: 'Returned' });
  const at = `/api/outbox/${id}/again`;
  const [first, second] = [await priya.post(at), await priya.post(at)];
  expect(first.body).toMatchObject({ status: 'not sent', failure: 'Returned' });
  expect(first.body.againId).not.toBeNull();
  expect(second.body.againId).toBe(first.body.againId);
  const again = `/api/outbox/${first.body.againId}/again`;
  expect(await priya.post(again)).toEqual(refusal('letter', 'This letter cannot be sent again'));
});

test('no code is told, and nobody but the authority’s own staff of letters reads or posts one', async () => {
  const id = await aLetter({ ...byHand, body: 'Your code is ((secret))', secret: 'AAAA-BBBB' });
  expect(JSON.stringify((await priya.get(`/api/outbox/${id}`)).body)).not.toContain('AAAA');
  const otherton = await anAuthority('Otherton');
  for (const token of [
    await aCaseworker(service, otherton),
    await aStaffMember(service, authority, 'panel member', 'Lee Fenn'),
  ]) {
    const stranger = jsonClient(service, token);
    expect((await stranger.get(`/api/outbox/${id}`)).status).toBe(404);
    expect((await stranger.post(`/api/outbox/${id}/posting`)).status).toBe(404);
  }
  expect((await priya.get(`/api/outbox/${id}`)).body.status).toBe('to post');
});
