import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { browser, type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../test/support/database.ts';
import { aCaseworker, aFamily } from '../../../test/support/people.ts';
import { plainDate } from '../../shared/plain-date.ts';
import { promisedDay } from './message.ts';

let authority: number;
let wexcombe: TestApp;
let desk: ReturnType<typeof browser>;

beforeAll(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-04-16');
  desk = browser(wexcombe);
  desk.signInWith(await aCaseworker(wexcombe, authority));
});

/** A child whose mother reads email and whose father, by post, and the page of each. */
async function aChild(restricted = false) {
  const [childId, motherId, fatherId] = [randomUUID(), randomUUID(), randomUUID()];
  const owner = ownerPool();
  await owner.query(
    `insert into children (authority_id, id, given_names, family_name, born_on) values ($1, $2, 'Robin', 'Hartwell', '2016-05-04')`,
    [authority, childId],
  );
  const contact = `insert into children_contacts (authority_id, id, child_id, name, relationship, email, prefers, address_lines, postcode, parental_responsibility, restricted, restricted_reason)
     values ($1, $8, $2, $3, 'parent', $4, $5, '{1 Example Street}', 'WX1 1AA', true, $6, $7)`;
  await owner.query(contact, [
    authority,
    childId,
    'Jo Hartwell',
    'jo@hartwell.example',
    'email',
    false,
    null,
    motherId,
  ]);
  await owner.query(contact, [
    authority,
    childId,
    'Lee Hartwell',
    null,
    'post',
    restricted,
    restricted ? 'A court order' : null,
    fatherId,
  ]);
  const [family, father] = [browser(wexcombe), browser(wexcombe)];
  family.signInWith(await aFamily(wexcombe, [childId], motherId));
  father.signInWith(await aFamily(wexcombe, [childId], fatherId));
  return { childId, motherId, fatherId, family, father };
}

const say = (body: string, from = 'Jo Hartwell') => ({ idempotencyKey: randomUUID(), body, from });

async function lettersAbout(childId: string) {
  const { rows } = await ownerPool().query(
    `select recipient_name as to, channel, body from letters where child_id = $1 and template = 'message' order by 1`,
    [childId],
  );
  return rows;
}

test('the promise counts working days only: over Easter the fifth is the Friday of the week after', () => {
  expect(promisedDay(plainDate('2025-04-16'), 5)).toBe('2025-04-25');
});

test('a family asks, is told by when, is answered, and each sees what the other wrote', async () => {
  const { childId, family } = await aChild();
  const sent = await family.post(`/family/${childId}/messages`, say('Who comes on <Monday>?'));
  expect(sent.headers.location).toBe(`/family/${childId}/messages`);
  expect((await family.get(`/family/${childId}/messages`)).body).toContain('We will answer by 25 April 2025');
  expect((await desk.get('/messages')).body).toContain(`/cases/${childId}/messages`);
  const seen = await desk.get(`/cases/${childId}/messages`);
  expect(seen.body).toContain('Who comes on &lt;Monday>?');
  await desk.post(`/cases/${childId}/messages`, say('Amina Yusuf, at ten.'));
  const answered = (await family.get(`/family/${childId}/messages`)).body;
  expect(answered).toContain('Amina Yusuf, at ten.');
  expect(answered).not.toContain('We will answer by');
  expect((await desk.get('/messages')).body).not.toContain(`/cases/${childId}/messages`);
});

test('what one parent writes, and what they are answered, the other does not read; what is to everybody both do', async () => {
  const { childId, family, father } = await aChild();
  const at = `/family/${childId}/messages`;
  await family.post(at, say('We have had to move away.'));
  await desk.post(`/cases/${childId}/messages`, say('Thank you for telling us.'));
  expect((await lettersAbout(childId)).map(({ to }) => to)).toEqual(['Jo Hartwell']);
  await desk.post(`/cases/${childId}/messages`, { ...say('The visit is on 2 May.'), to: 'everybody' });
  const theirs = [await father.get(at), await father.get(`/easy-read${at}`), await father.get(`/api${at}`)];
  for (const { body, statusCode } of theirs) {
    expect([statusCode, body.includes('The visit is on 2 May.')]).toEqual([200, true]);
    for (const words of ['had to move', 'Thank you for']) expect(body).not.toContain(words);
  }
  const hers = (await family.get(at)).body;
  for (const words of ['had to move', 'Thank you for', '2 May']) expect(hers).toContain(words);
  const pack = await desk.get(`/cases/${childId}/messages`);
  expect(pack.body).toContain('Between Jo Hartwell and the team');
  expect(pack.body).toContain('To Jo Hartwell alone');
});

test('where both parents wait it is said to whom an answer is, and the other goes on waiting', async () => {
  const { childId, motherId, family, father } = await aChild();
  const [theirs, ours] = [`/family/${childId}/messages`, `/cases/${childId}/messages`];
  await family.post(theirs, say('When?'));
  await father.post(theirs, say('Where?', 'Lee Hartwell'));
  const unsaid = await desk.post(ours, say('At ten.'));
  expect([unsaid.statusCode, unsaid.body.includes('Select who this is to')]).toEqual([400, true]);
  const closing = { idempotencyKey: randomUUID(), reason: 'It is settled.' };
  expect((await desk.post(`${ours}/closure`, closing)).body).toContain('Select who this is to');
  expect((await desk.post(ours, { ...say('At ten.'), to: randomUUID() })).statusCode).toBe(400);
  await desk.post(ours, { ...say('At ten.'), to: motherId });
  expect((await family.get(theirs)).body).not.toContain('We will answer by');
  const his = (await father.get(theirs)).body;
  expect([his.includes('We will answer by'), his.includes('At ten.')]).toEqual([true, false]);
});

test('the team cannot write to one parent, or to everybody, how to reach another', async () => {
  const { childId, motherId, fatherId } = await aChild();
  const ours = `/cases/${childId}/messages`;
  const words = 'Write to jo@hartwell.example.';
  for (const to of ['everybody', fatherId]) {
    const refusal = await desk.post(ours, { ...say(words), to });
    expect(refusal.statusCode).toBe(400);
    expect(refusal.body).toContain('This says how to reach Jo Hartwell, and Lee Hartwell would read it');
    expect(refusal.body).toContain(words);
  }
  expect(await lettersAbout(childId)).toEqual([]);
  expect((await desk.post(ours, { ...say(words), to: motherId })).statusCode).toBe(303);
});

test('what is heard from one parent is theirs, and from somebody not on the file the team’s alone', async () => {
  const { childId, fatherId, family, father } = await aChild();
  const at = `/cases/${childId}/messages/heard`;
  const day = { 'saidOn-day': '15', 'saidOn-month': '4', 'saidOn-year': '2025' };
  const heard = { saidHow: 'telephone', ...day, body: 'He works nights' };
  const hear = (who: string, from = '') =>
    desk.post(at, { ...heard, who, from, idempotencyKey: randomUUID() });
  expect((await hear('')).body).toContain('Select who said it');
  expect((await hear('somebody else')).body).toContain('Enter their name');
  expect((await hear(fatherId)).statusCode).toBe(303);
  expect((await hear('somebody else', 'A grandmother')).statusCode).toBe(303);
  const count = async (who: typeof family) =>
    (await who.get(`/family/${childId}/messages`)).body.split('He works nights').length - 1;
  expect([await count(family), await count(father)]).toEqual([0, 1]);
  expect((await desk.get(`/cases/${childId}/messages`)).body).toContain('A grandmother is not on the file');
});

test('what waits is narrowed to the cases a caseworker looks after', async () => {
  const [mine, another] = [await aChild(), await aChild()];
  for (const { childId, family } of [mine, another])
    await family.post(`/family/${childId}/messages`, say('When is the visit?'));
  await ownerPool().query(
    `insert into case_allocations (authority_id, id, child_id, account_id, name, handover, allocated_by, from_on)
     select $1, gen_random_uuid(), $2, account_id, name, '', name, '2025-04-01' from staff_roles where authority_id = $1`,
    [authority, mine.childId],
  );
  const shown = (await desk.get('/messages?whose=mine')).body;
  expect(shown).toContain(`/cases/${mine.childId}/messages`);
  expect(shown).not.toContain(`/cases/${another.childId}/messages`);
  expect((await desk.get('/messages')).body).toContain(`/cases/${another.childId}/messages`);
});

test('what waits is listed by the day an answer was promised by, soonest first, whoever wrote first', async () => {
  const [first, second, third] = [await aChild(), await aChild(), await aChild()];
  const promised = [
    [first, '2025-04-24'],
    [second, '2025-04-10'],
    [third, '2025-04-17'],
  ] as const;
  for (const [{ childId, family }, by] of promised) {
    await family.post(`/family/${childId}/messages`, say('Is there news?'));
    await ownerPool().query('update messages set promised_on = $2 where child_id = $1', [childId, by]);
  }
  const { body } = await desk.get('/messages');
  const places = [second, third, first].map(({ childId }) => body.indexOf(`/cases/${childId}/messages`));
  expect(places).not.toContain(-1);
  expect(places).toEqual([...places].sort((a, b) => a - b));
});

test('an email says that there is a message and never its words; a letter by post carries them', async () => {
  const { childId } = await aChild();
  await desk.post(`/cases/${childId}/messages`, say('The visit is on 2 May.'));
  const [email, post] = await lettersAbout(childId);
  expect([email.to, email.channel, email.body.includes('2 May')]).toEqual(['Jo Hartwell', 'email', false]);
  expect([post.to, post.channel, post.body.includes('2 May')]).toEqual(['Lee Hartwell', 'post', true]);
});

test('whoever contact is restricted with is written nothing', async () => {
  const { childId } = await aChild(true);
  await desk.post(`/cases/${childId}/messages`, say('The visit is on 2 May.'));
  expect((await lettersAbout(childId)).map(({ to }) => to)).toEqual(['Jo Hartwell']);
});

test('when the promised day has gone by the family is told that it is late, and what they can do', async () => {
  const { childId, family } = await aChild();
  await family.post(`/family/${childId}/messages`, say('Is there news?'));
  await ownerPool().query(`update messages set promised_on = '2025-04-15' where child_id = $1`, [childId]);
  const late = (await family.get(`/family/${childId}/messages`)).body;
  expect(late).toContain('We promised you an answer by 15 April 2025, and have not given it');
  expect((await desk.get('/messages')).body).toContain('1 day overdue');
});

test('what is written while an earlier message is late has a day of its own, and the telephone number is there', async () => {
  const { childId, family } = await aChild();
  await family.post(`/family/${childId}/messages`, say('Is there news?'));
  await ownerPool().query(`update messages set promised_on = '2025-04-15' where child_id = $1`, [childId]);
  await family.post(`/family/${childId}/messages`, say('And who comes on Monday?'));
  const page = (await family.get(`/family/${childId}/messages`)).body;
  const { phone } = wexcombe.services.authority;
  expect(phone).toMatch(/\d/);
  expect(page).toContain(`have not given it. You can telephone us on ${phone}, and you can complain.`);
  expect(page).toContain('We will answer what you wrote last by 25 April 2025');
  const easy = (await family.get(`/easy-read/family/${childId}/messages`)).body.replace(/<[^>]+>/g, '');
  for (const words of ['We said we would answer by 15 April 2025', `Our number is ${phone}`])
    expect(easy).toContain(words);
  expect(easy).toContain('We will answer your last message by 25 April 2025');
});

test('that no answer is needed is said with a reason the family reads, and only where something waits', async () => {
  const { childId, family } = await aChild();
  const closure = `/cases/${childId}/messages/closure`;
  const reason = { idempotencyKey: randomUUID(), reason: 'You told us by telephone that it is settled.' };
  expect((await desk.post(closure, reason)).body).toContain('Nothing is waiting for an answer');
  await family.post(`/family/${childId}/messages`, say('Thank you.'));
  const without = await desk.post(closure, { idempotencyKey: randomUUID(), reason: '' });
  expect(without.body).toContain('Enter why no answer is needed');
  expect((await desk.post(closure, { ...reason, idempotencyKey: randomUUID() })).statusCode).toBe(303);
  expect((await family.get(`/family/${childId}/messages`)).body).toContain('it is settled');
});

test('sent twice it is one message; nothing written is refused', async () => {
  const { childId, family } = await aChild();
  const once = say('Hello');
  await Promise.all([1, 2].map(() => family.post(`/family/${childId}/messages`, once)));
  const { rowCount } = await ownerPool().query('select 1 from messages where child_id = $1', [childId]);
  expect(rowCount).toBe(1);
  const empty = await family.post(`/family/${childId}/messages`, say(''));
  expect([empty.statusCode, empty.body.includes('Enter your message')]).toEqual([400, true]);
});

test('to another family, and to staff of another authority, nothing is there', async () => {
  const { childId } = await aChild();
  const stranger = browser(wexcombe);
  stranger.signInWith(await aFamily(wexcombe, [randomUUID()]));
  expect((await stranger.post(`/family/${childId}/messages`, say('Hello'))).statusCode).toBe(404);
  const elsewhere = browser(wexcombe);
  elsewhere.signInWith(await aCaseworker(wexcombe, await anAuthority('Otherton')));
  expect((await elsewhere.get(`/cases/${childId}/messages`)).statusCode).toBe(404);
});
