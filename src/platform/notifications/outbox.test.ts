import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { browser, type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../test/support/database.ts';
import { aCaseworker, aFamily, aStaffMember } from '../../../test/support/people.ts';
import { createServer } from '../http/server.ts';
import { withLens } from '../lens/index.ts';
import type { Services } from '../services.ts';
import { outboxRoutes } from './index.ts';
import { listOutbox } from './store.ts';

let authority: number;
let service: TestApp;
let childId: string;

beforeAll(async () => {
  authority = await anAuthority();
  service = await serving(await testApp(authority));
  childId = randomUUID();
  await ownerPool().query(
    `insert into children (authority_id, id, given_names, family_name, born_on) values ($1, $2, 'Amira', 'Invented', '2017-05-04')`,
    [authority, childId],
  );
});
afterAll(() => service.app.close());

/** The outbox alone, on the service's own server. */
async function serving(made: TestApp, services: Services = made.services): Promise<TestApp> {
  const app = await createServer(services, { navigation: () => [] });
  outboxRoutes(app, services);
  await app.ready();
  return { ...made, app, services };
}

async function aLetter(
  changes: Readonly<Record<string, unknown>> = {},
  inAuthority = authority,
): Promise<string> {
  const id = randomUUID();
  const row: Record<string, unknown> = {
    authority_id: inAuthority,
    id,
    recipient_name: 'Nadia Invented',
    channel: 'email',
    address: ['nadia@invented.example'],
    template: 'request received',
    subject: 'We have your request',
    body: 'Dear Nadia\n\nWe have it.\nThank you.',
    ...changes,
  };
  const names = Object.keys(row);
  await ownerPool().query(
    `insert into letters (${names.join(', ')}) values (${names.map((_, place) => `$${place + 1}`).join(', ')})`,
    Object.values(row),
  );
  return id;
}

async function asCaseworker(at: TestApp = service) {
  const caseworker = browser(at);
  caseworker.signInWith(await aCaseworker(at, authority));
  return caseworker;
}

test('shows the newest letters first, and what became of each', async () => {
  await aLetter({
    subject: 'The first',
    created_at: '2025-02-01T10:00:00Z',
    sent_at: '2025-02-01T10:01:00Z',
    sent_by: 'local outbox',
  });
  await aLetter({
    subject: 'The second',
    created_at: '2025-02-02T10:00:00Z',
    failed_at: '2025-02-02T10:01:00Z',
    failure: 'No',
  });
  const { statusCode, body } = await (await asCaseworker()).get('/outbox');
  expect(statusCode).toBe(200);
  expect(body.indexOf('The second')).toBeLessThan(body.indexOf('The first'));
  for (const words of ['Sent', 'Not sent', 'Nothing leaves this service', '1 February 2025 at 10:00am'])
    expect(body).toContain(words);
});

test('narrows to how and where a letter is; nonsense in the address narrows nothing', async () => {
  await aLetter({
    subject: 'By post',
    channel: 'post',
    address: ['12 Example Street'],
    by_hand_since: '2025-02-03T10:00:00Z',
  });
  await aLetter({ subject: 'Still here' });
  const caseworker = await asCaseworker();
  const toPost = (await caseworker.get('/outbox?status=to+post')).body;
  expect(toPost).toContain('By post');
  expect(toPost).not.toContain('Still here');
  expect((await caseworker.get('/outbox?channel=email')).body).not.toContain('By post');
  expect((await caseworker.get('/outbox?status=zzz&channel=%00&page=-4')).body).toContain('By post');
});

test('every letter has one status, and the list agrees with it', async () => {
  const lens = { kind: 'system', authorityId: authority } as const;
  const list = (status: 'waiting' | 'sent' | 'to post' | 'not sent' | null) =>
    withLens(service.services.database, lens, (tx) => listOutbox(tx, { status, channel: null, page: 1 }));
  const each = await Promise.all((['waiting', 'sent', 'to post', 'not sent'] as const).map(list));
  expect(each.reduce((sum, { total }) => sum + total, 0)).toBe((await list(null)).total);
});

test('turns pages', async () => {
  const elsewhere = await anAuthority('Elsewhere');
  for (let count = 0; count < 51; count += 1) await aLetter({ subject: `Number ${count}` }, elsewhere);
  const made = browser(service);
  made.signInWith(await aStaffMember(service, elsewhere, 'administrator', 'Sam Okoro'));
  const first = (await made.get('/outbox?channel=email')).body;
  expect(first).toContain('51 letters');
  expect(first).toContain('href="/outbox?channel=email&amp;page=2"');
  expect((await made.get('/outbox?channel=email&page=2')).body.match(/Number \d+</g)).toHaveLength(1);
});

test('a letter reads as its recipient reads it, and a child’s is recorded as read', async () => {
  const id = await aLetter({ child_id: childId, body: 'Dear Nadia\n\n<b>Not</b> bold\nnext line' });
  const { body } = await (await asCaseworker()).get(`/outbox/${id}`);
  expect(body).toContain('&lt;b>Not&lt;/b> bold<br/>next line');
  expect(body).toContain('nadia@invented.example');
  const { rows } = await ownerPool().query(
    `select subject_id from events where child_id = $1 and kind = 'file read'`,
    [childId],
  );
  expect(rows).toEqual([{ subject_id: id }]);
});

test('a one-time code is shown where there is nobody else to send it, and never where there is', async () => {
  const id = await aLetter({ body: 'Your code is ((secret))', secret: 'AAAA-BBBB' });
  expect((await (await asCaseworker()).get(`/outbox/${id}`)).body).toContain('Your code is AAAA-BBBB');
  const notify = { apiKey: 'invented', baseUrl: null, emailTemplate: null, textTemplate: null };
  const provided = await serving(service, {
    ...service.services,
    config: { ...service.services.config, notify },
  });
  const { body } = await (await asCaseworker(provided)).get(`/outbox/${id}`);
  expect(body).toContain('[one-time code or link, not shown]');
  expect(body).not.toContain('AAAA');
  await provided.app.close();
});

test('what is printed and posted is marked so once, by whoever posted it', async () => {
  const id = await aLetter({
    child_id: childId,
    channel: 'post',
    address: ['12 Example Street'],
    by_hand_since: new Date(),
  });
  const caseworker = await asCaseworker();
  expect((await caseworker.get(`/outbox/${id}`)).body).toContain('I have posted this letter');
  const fields = { idempotencyKey: randomUUID() };
  expect((await caseworker.post(`/outbox/${id}/posting`, fields)).statusCode).toBe(303);
  await caseworker.post(`/outbox/${id}/posting`, { idempotencyKey: randomUUID() });
  const { rows } = await ownerPool().query(
    `select actor_name from events where subject_id = $1 and kind = 'letter posted'`,
    [id],
  );
  expect(rows).toEqual([{ actor_name: 'Priya Raman' }]);
  expect((await caseworker.get(`/outbox/${id}`)).body).not.toContain('I have posted this letter');
});

test('is not there for another authority, another role, or a family', async () => {
  const id = await aLetter();
  const elsewhere = await aStaffMember(service, await anAuthority('Elsewhere'), 'caseworker', 'Lee Marsh');
  const finance = await aStaffMember(service, authority, 'finance', 'Jo Field');
  const family = await aFamily(service, [childId]);
  for (const token of [elsewhere, finance, family]) {
    const somebody = browser(service);
    somebody.signInWith(token);
    expect((await somebody.get(`/outbox/${id}`)).statusCode).toBe(404);
    expect((await somebody.post(`/outbox/${id}/posting`)).statusCode).toBe(404);
  }
  expect((await (await asCaseworker()).get('/outbox/nonsense')).statusCode).toBe(404);
  expect((await browser(service).get('/outbox')).statusCode).toBe(303);
});
