import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { browser, type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../test/support/database.ts';
import { aCaseworker, aFamily } from '../../../test/support/people.ts';
import { deliverLetter } from '../../platform/notifications/index.ts';
import { tellFamilies } from './index.ts';
import { aFollowedChild, happens, updatesAbout } from './update-examples.ts';

let authority: number;
let wexcombe: TestApp;

beforeEach(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-02-03');
});

const TWO = [
  { name: 'Ann Hartwell', prefers: 'email' },
  { name: 'Bea Hartwell', prefers: 'email' },
] as const;

async function toldAfterAChange(childId: string) {
  await happens(wexcombe, childId, 'file opened');
  wexcombe.clock.now = new Date('2025-02-03T12:00:00Z');
  await tellFamilies(wexcombe.services);
  return (await updatesAbout(childId)).map(({ to }) => to);
}

test('each person chooses for themself how often they are told, and not for anybody else', async () => {
  const { childId, contactIds } = await aFollowedChild(wexcombe, TWO);
  const ann = browser(wexcombe);
  ann.signInWith(await aFamily(wexcombe, [childId], contactIds[0]));
  const url = `/family/${childId}/updates`;
  expect((await ann.post(url, { idempotencyKey: randomUUID() })).body).toContain('Select how often');
  const chosen = { howOften: 'weekly', idempotencyKey: randomUUID() };
  expect((await ann.post(url, chosen)).statusCode).toBe(303);
  expect((await ann.get(url)).body).toMatch(/value="weekly"[^>]*checked/);
  expect(await toldAfterAChange(childId)).toEqual(['Bea Hartwell']);
});

test('what somebody said by telephone is written down with who, how and when, and holds the same', async () => {
  const { childId, contactIds } = await aFollowedChild(wexcombe, TWO);
  const desk = browser(wexcombe);
  desk.signInWith(await aCaseworker(wexcombe, authority));
  const url = `/cases/${childId}/updates`;
  const said = (year: string) => ({
    contactId: contactIds[1] ?? '',
    howOften: 'letters only',
    saidHow: 'telephone',
    'saidOn-day': '3',
    'saidOn-month': '2',
    'saidOn-year': year,
    idempotencyKey: randomUUID(),
  });
  expect((await desk.post(url, said('2026'))).body).toContain('The day must be today or in the past');
  expect((await desk.post(url, said('2025'))).statusCode).toBe(303);
  expect((await desk.get(url)).body).toContain('Only the letters the law says we must send');
  expect(await toldAfterAChange(childId)).toEqual(['Ann Hartwell']);
});

test('somebody whose letters come by email has updates by text, and the letters stay as they were', async () => {
  const { childId, contactIds } = await aFollowedChild(wexcombe, TWO);
  const ann = browser(wexcombe);
  ann.signInWith(await aFamily(wexcombe, [childId], contactIds[0]));
  const url = `/family/${childId}/updates`;
  const chosen = { howOften: 'each change', way: 'text', idempotencyKey: randomUUID() };
  expect((await ann.post(url, chosen)).statusCode).toBe(303);
  expect((await ann.get(url)).body).toMatch(/value="text"[^>]*checked/);
  await toldAfterAChange(childId);
  expect((await updatesAbout(childId)).map(({ to, channel }) => [to, channel])).toEqual([
    ['Ann Hartwell', 'text'],
    ['Bea Hartwell', 'email'],
  ]);
  const [text] = await updatesAbout(childId);
  expect(text.body).not.toContain('Robin');
  await sendAll();
  expect((await updatesAbout(childId)).map(({ channel }) => channel)).toEqual(['text', 'email']);
  const desk = browser(wexcombe);
  desk.signInWith(await aCaseworker(wexcombe, authority));
  await desk.post(`/cases/${childId}/messages`, {
    idempotencyKey: randomUUID(),
    body: 'We have the report.',
  });
  const { rows } = await ownerPool().query(
    `select channel from letters where child_id = $1 and template = 'message' and contact_id = $2`,
    [childId, contactIds[0]],
  );
  expect(rows).toEqual([{ channel: 'email' }]);
});

test('a letter by post is told of at once by whoever chose a quicker way for updates', async () => {
  const { childId, contactIds } = await aFollowedChild(wexcombe, [{ name: 'Ann Hartwell', prefers: 'text' }]);
  const desk = browser(wexcombe);
  desk.signInWith(await aCaseworker(wexcombe, authority));
  const said = { saidHow: 'telephone', 'saidOn-day': '3', 'saidOn-month': '2', 'saidOn-year': '2025' };
  const choice = { contactId: contactIds[0] ?? '', howOften: 'each change', way: 'email', ...said };
  expect(
    (await desk.post(`/cases/${childId}/updates`, { ...choice, idempotencyKey: randomUUID() })).statusCode,
  ).toBe(303);
  expect((await desk.get(`/cases/${childId}/updates`)).body).toContain('By email');
  await toldAfterAChange(childId);
  expect((await updatesAbout(childId)).map(({ channel }) => channel)).toEqual(['email']);
});

test('whoever wants post alone has updates by post, whatever they chose before or ask for now', async () => {
  const { childId, contactIds } = await aFollowedChild(wexcombe, TWO);
  const ann = browser(wexcombe);
  ann.signInWith(await aFamily(wexcombe, [childId], contactIds[0]));
  const url = `/family/${childId}/updates`;
  const text = () => ({ howOften: 'each change', way: 'text', idempotencyKey: randomUUID() });
  expect((await ann.post(url, text())).statusCode).toBe(303);
  await ownerPool().query(`update children_contacts set prefers = 'post' where id = $1`, [contactIds[0]]);
  const refused = await ann.post(url, text());
  expect(refused.statusCode).toBe(400);
  expect(refused.body).toContain('We cannot write to you that way yet');
  expect((await ann.get(url)).body).not.toContain('value="text"');
  await toldAfterAChange(childId);
  const [first] = await updatesAbout(childId);
  expect([first.to, first.channel]).toEqual(['Ann Hartwell', 'post']);
});

test('an update goes as its recipient’s file is when it goes: never to a number taken off it, never by what is shared with somebody restricted', async () => {
  const { childId, contactIds } = await aFollowedChild(wexcombe, [
    ...TWO,
    { name: 'Cay Hartwell', prefers: 'email', restricted: true },
  ]);
  for (const contactId of contactIds.slice(0, 2)) {
    const reader = browser(wexcombe);
    reader.signInWith(await aFamily(wexcombe, [childId], contactId));
    await reader.post(`/family/${childId}/updates`, {
      ...{ howOften: 'each change', way: 'text', idempotencyKey: randomUUID() },
    });
  }
  await toldAfterAChange(childId);
  await ownerPool().query('update children_contacts set phone = null where id = $1', [contactIds[0]]);
  await ownerPool().query(
    'update children_contacts set phone = (select phone from children_contacts where id = $2) where id = $1',
    [contactIds[1], contactIds[2]],
  );
  await sendAll();
  const { rows } = await ownerPool().query(
    `select recipient_name as to, channel, failure from letters where child_id = $1 and template = 'update' order by recipient_name`,
    [childId],
  );
  expect(rows).toMatchObject([
    { to: 'Ann Hartwell', channel: 'email', failure: null },
    { to: 'Bea Hartwell', failure: 'The address is also that of a person marked restricted' },
  ]);
});

/** Sends whatever is written, as the worker does. */
async function sendAll(): Promise<void> {
  const { rows } = await ownerPool().query(
    `select id from letters where authority_id = $1 and sent_at is null`,
    [authority],
  );
  for (const { id } of rows) await deliverLetter({ authorityId: authority, letterId: id }, wexcombe.services);
}
