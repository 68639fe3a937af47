import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { browser, type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../test/support/database.ts';
import { aCaseworker } from '../../../test/support/people.ts';
import { tellFamilies } from './index.ts';
import { aFollowedChild, happens, updatesAbout } from './update-examples.ts';

let authority: number;
let wexcombe: TestApp;

beforeEach(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-02-03');
});

/** The work of a moment of that Monday, in England. */
function at(time: string, day = '2025-02-03'): Promise<number> {
  wexcombe.clock.now = new Date(`${day}T${time}:00Z`);
  return tellFamilies(wexcombe.services);
}

test('three changes in an hour are one message, an hour after the first, in the order they happened', async () => {
  const { childId } = await aFollowedChild(wexcombe, [{ name: 'Jo Hartwell', prefers: 'email' }]);
  await happens(wexcombe, childId, 'file opened');
  await at('10:20');
  await happens(wexcombe, childId, 'advice asked for');
  await happens(wexcombe, childId, 'advice asked for');
  expect(await at('10:50')).toBe(0);
  expect(await at('11:00')).toBe(1);
  expect(await at('11:10')).toBe(0);
  const [only, ...others] = await updatesAbout(childId);
  expect(others).toEqual([]);
  expect(only.body).toMatch(
    /We have started to look at the request\.\n- We have asked somebody for advice\./,
  );
});

test('a list of settings that may suit is news, and may be done without', async () => {
  const { childId } = await aFollowedChild(wexcombe, [{ name: 'Jo Hartwell', prefers: 'email' }]);
  await happens(wexcombe, childId, 'tailored list made');
  expect(await at('11:00')).toBe(1);
  const [{ body }] = await updatesAbout(childId);
  expect(body).toContain('We have made a list of nurseries, schools or colleges that may suit');
  expect(body).toContain('say that you want none');
});

test.each([
  ['request withdrawn', 'The request has been taken back'],
  ['moved out of the area', 'We have ended the request because of a move'],
  ['request referred to another authority', 'Another authority is responsible for the request'],
  ['translation of the plan kept', 'A translation of the plan is ready for you to read'],
  ['day given for advice', 'has told us when it will be ready'],
  ['appointment missed', 'an appointment that was missed'],
  ['meeting held', 'the meeting you asked for was held'],
  ['document shown to the family', 'There is a document to read that you could not read before'],
])('“%s” is news, by text on the day to whoever’s letters come by post', async (kind, words) => {
  const { childId } = await aFollowedChild(wexcombe, [
    { name: 'Ann Hartwell', prefers: 'text' },
    { name: 'Bea Hartwell', prefers: 'email' },
  ]);
  await happens(wexcombe, childId, kind);
  expect(await at('11:00')).toBe(2);
  const [text, email] = await updatesAbout(childId);
  expect([text.channel, email.channel]).toEqual(['text', 'email']);
  expect(email.body).toContain(words);
});

test('a text message names no child and says nothing of what happened; an email says both; post has no link', async () => {
  const { childId } = await aFollowedChild(wexcombe, [
    { name: 'Ann Hartwell', prefers: 'text' },
    { name: 'Bea Hartwell', prefers: 'email' },
    { name: 'Cay Hartwell', prefers: 'post' },
  ]);
  await happens(wexcombe, childId, 'advice signed');
  expect(await at('11:00')).toBe(3);
  const [text, email, post] = await updatesAbout(childId);
  expect([text.channel, email.channel, post.channel]).toEqual(['text', 'email', 'post']);
  expect(`${text.subject} ${text.body}`).not.toMatch(/Robin|Hartwell|dvice/);
  expect(text.body).toMatch(/^There is news from Wexcombe\. To read it, go to http\S+\/track$/);
  expect(email.body).toContain('Robin Hartwell');
  expect(email.body).toContain('Advice has come in');
  expect(post.body).toContain('Advice has come in');
  expect(post.body).not.toContain('http');
});

test('what a letter of the same act tells is not told again, save to whoever waits for the post', async () => {
  const { childId } = await aFollowedChild(wexcombe, [
    { name: 'Ann Hartwell', prefers: 'text' },
    { name: 'Bea Hartwell', prefers: 'email' },
  ]);
  const desk = browser(wexcombe);
  desk.signInWith(await aCaseworker(wexcombe, authority));
  const sent = { idempotencyKey: randomUUID(), body: 'The visit is on 2 May.' };
  expect((await desk.post(`/cases/${childId}/messages`, sent)).statusCode).toBe(303);
  await at('11:00');
  expect((await updatesAbout(childId)).map(({ to }) => to)).toEqual(['Ann Hartwell']);
});

test('whoever contact is restricted with is told nothing, though it was restricted after the news', async () => {
  const { childId, contactIds } = await aFollowedChild(wexcombe, [
    { name: 'Ann Hartwell', prefers: 'email' },
    { name: 'Bea Hartwell', prefers: 'email', restricted: true },
  ]);
  await happens(wexcombe, childId, 'file opened');
  await ownerPool().query(
    `insert into family_updates (authority_id, id, child_id, contact_id, kinds, due_at)
     values ($1, gen_random_uuid(), $2, $3, '{file opened}', $4)`,
    [authority, childId, contactIds[0], new Date('2025-02-03T09:00:00Z')],
  );
  await ownerPool().query(
    `update children_contacts set restricted = true, restricted_reason = 'An order' where id = $1`,
    [contactIds[0]],
  );
  expect(await at('12:00')).toBe(0);
  expect(await updatesAbout(childId)).toEqual([]);
});

test('what the family did itself, and what changes nothing for it, is no news', async () => {
  const { childId, family } = await aFollowedChild(wexcombe, [{ name: 'Ann Hartwell', prefers: 'email' }]);
  await happens(wexcombe, childId, 'person checked');
  await family.post(`/family/${childId}/messages`, {
    idempotencyKey: randomUUID(),
    body: 'Hello',
    from: 'Ann',
  });
  expect(await at('13:00')).toBe(0);
});

test('two at once, and one that was broken off and begun again, send each message once', async () => {
  const { childId } = await aFollowedChild(wexcombe, [{ name: 'Ann Hartwell', prefers: 'email' }]);
  await happens(wexcombe, childId, 'file opened');
  wexcombe.clock.now = new Date('2025-02-03T12:00:00Z');
  await Promise.all([1, 2, 3].map(() => tellFamilies(wexcombe.services)));
  expect(await updatesAbout(childId)).toHaveLength(1);
});

test('one that cannot be written leaves nothing half done, keeps no other waiting, and is written when it can be', async () => {
  const broken = await aFollowedChild(wexcombe, [{ name: 'x'.repeat(200), prefers: 'email' }]);
  const well = await aFollowedChild(wexcombe, [{ name: 'Ann Hartwell', prefers: 'email' }]);
  await happens(wexcombe, broken.childId, 'file opened');
  await happens(wexcombe, well.childId, 'file opened');
  const owner = ownerPool();
  await owner.query(
    `alter table letters add constraint no_x check (recipient_name not like 'xxxx%') not valid`,
  );
  await expect(at('12:00')).rejects.toThrow('no_x');
  await owner.query('alter table letters drop constraint no_x');
  expect(await updatesAbout(broken.childId)).toEqual([]);
  expect(await updatesAbout(well.childId)).toHaveLength(1);
  expect(await at('12:10')).toBe(1);
  expect(await updatesAbout(broken.childId)).toHaveLength(1);
});

test('a day’s news goes at eight the next morning by the clocks of England, a week’s on Monday; letters always go', async () => {
  const { childId, contactIds } = await aFollowedChild(wexcombe, [
    { name: 'Ann Hartwell', prefers: 'email' },
    { name: 'Bea Hartwell', prefers: 'email' },
    { name: 'Cay Hartwell', prefers: 'email' },
  ]);
  for (const [index, howOften] of ['daily', 'weekly', 'letters only'].entries()) {
    await ownerPool().query(
      `insert into update_choices (authority_id, id, child_id, contact_id, how_often, said_by, said_how, said_on)
       values ($1, gen_random_uuid(), $2, $3, $4, 'Them', 'online', '2025-02-03')`,
      [authority, childId, contactIds[index], howOften],
    );
  }
  // Summer time has begun by the Monday after: eight in the morning is seven by Greenwich.
  wexcombe.clock.now = new Date('2025-03-26T10:00:00Z');
  await happens(wexcombe, childId, 'file opened');
  expect(await at('11:00', '2025-03-26')).toBe(0);
  expect(await at('07:50', '2025-03-27')).toBe(0);
  expect(await at('08:00', '2025-03-27')).toBe(1);
  await happens(wexcombe, childId, 'advice signed');
  expect(await at('09:10', '2025-03-27')).toBe(0);
  expect(await at('08:00', '2025-03-28')).toBe(1);
  expect(await at('06:50', '2025-03-31')).toBe(0);
  expect(await at('07:00', '2025-03-31')).toBe(1);
  const told = await updatesAbout(childId);
  expect(told.map(({ to }) => to)).toEqual(['Ann Hartwell', 'Ann Hartwell', 'Bea Hartwell']);
  expect(told[2].body).toMatch(/started to look at the request[\s\S]+Advice has come in/);
  const desk = browser(wexcombe);
  desk.signInWith(await aCaseworker(wexcombe, authority));
  await desk.post(`/cases/${childId}/messages`, { idempotencyKey: randomUUID(), body: 'Read this' });
  const { rows } = await ownerPool().query(
    `select count(*)::int as letters from letters where child_id = $1 and template = 'message'`,
    [childId],
  );
  expect(rows[0].letters).toBe(3);
});
