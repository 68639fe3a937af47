import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { browser, type TestApp, testApp } from '../../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../../test/support/database.ts';
import { aCaseworker, aFamily } from '../../../../test/support/people.ts';
import { countedAt } from './counting-examples.ts';
import { aChild } from './facts-examples.ts';

/* Families answered by the day they were promised, of messages as people write them: on Monday 2 June 2025, for Monday 9 June. */

let authority: number;
let wexcombe: TestApp;

beforeEach(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-06-02');
});

const onTime = async (moment = '2025-09-01T10:00:00Z', year = 2025) =>
  (await countedAt(wexcombe, moment))('family-replies-on-time', year);

async function aFileOf() {
  const [childId, contactId] = [await aChild(authority), randomUUID()];
  await ownerPool().query(
    `insert into children_contacts (authority_id, id, child_id, name, relationship, email, parental_responsibility)
     values ($1, $2, $3, 'Jo Hartwell', 'mother', 'jo@hartwell.example', true)`,
    [authority, contactId, childId],
  );
  return { childId, contactId };
}

type File = Awaited<ReturnType<typeof aFileOf>>;

async function familyWrites({ childId, contactId }: File, day = '2025-06-02') {
  wexcombe.clock.now = new Date(`${day}T10:00:00Z`);
  const family = browser(wexcombe);
  family.signInWith(await aFamily(wexcombe, [childId], contactId));
  const message = { idempotencyKey: randomUUID(), body: 'Who comes on Monday?', from: 'Jo Hartwell' };
  expect((await family.post(`/family/${childId}/messages`, message)).statusCode).toBe(303);
}

/** The team sends a form about a child at a moment, such as `2025-06-09T10:00:00Z`; says how it was taken. */
async function teamSends({ childId }: File, moment: string, fields: Record<string, string>, form = '') {
  wexcombe.clock.now = new Date(moment);
  const desk = browser(wexcombe);
  desk.signInWith(await aCaseworker(wexcombe, authority));
  const sent = { idempotencyKey: randomUUID(), ...fields };
  return (await desk.post(`/cases/${childId}/messages${form}`, sent)).statusCode;
}

const ANSWER = { body: 'Amina Yusuf, at ten.' };

test('answered on the day promised is on time and the day after is not; what is not due yet is not counted', async () => {
  const [one, other] = [await aFileOf(), await aFileOf()];
  await familyWrites(one);
  await familyWrites(other);
  expect(await teamSends(one, '2025-06-09T10:00:00Z', ANSWER)).toBe(303);
  expect(await onTime('2025-06-09T18:00:00Z')).toBe('1/1');
  await teamSends(other, '2025-06-10T10:00:00Z', ANSWER);
  expect(await onTime()).toBe('1/2');
});

test('with no answer by the day promised it was late', async () => {
  await familyWrites(await aFileOf());
  expect(await onTime('2025-06-09T18:00:00Z')).toBe('0/0');
  expect(await onTime('2025-06-10T10:00:00Z')).toBe('0/1');
});

test('that no answer is needed, and why, is an answer: on time by the day promised, late after it', async () => {
  const [one, other] = [await aFileOf(), await aFileOf()];
  const settled = { reason: 'You told us by telephone that it is settled.' };
  await familyWrites(one);
  await familyWrites(other);
  expect(await teamSends(one, '2025-06-09T10:00:00Z', settled, '/closure')).toBe(303);
  expect(await teamSends(other, '2025-06-10T10:00:00Z', settled, '/closure')).toBe(303);
  expect(await onTime()).toBe('1/2');
});

test('one answer answers all that waited, each by its own day; a second changes nothing', async () => {
  const one = await aFileOf();
  await familyWrites(one);
  await familyWrites(one, '2025-06-05');
  await teamSends(one, '2025-06-11T10:00:00Z', ANSWER);
  await teamSends(one, '2025-07-01T10:00:00Z', { body: 'And thank you.' });
  expect(await onTime()).toBe('1/2');
});

test('the promise of what was said by telephone runs from the day it was said, though it was written down later', async () => {
  const one = await aFileOf();
  const heard = {
    ...{ who: one.contactId, from: '', saidHow: 'telephone', body: 'When is the visit?' },
    ...{ 'saidOn-day': '2', 'saidOn-month': '6', 'saidOn-year': '2025' },
  };
  expect(await teamSends(one, '2025-06-10T10:00:00Z', heard, '/heard')).toBe(303);
  await teamSends(one, '2025-06-11T10:00:00Z', ANSWER);
  expect(await onTime()).toBe('0/1');
});

test('what the team writes first waits for nobody', async () => {
  const one = await aFileOf();
  await familyWrites(await aFileOf());
  expect(await teamSends(one, '2025-06-03T10:00:00Z', ANSWER)).toBe(303);
  expect(await onTime()).toBe('0/1');
});

test.each([
  ['2025-06-09T22:30:00Z', '1/1'],
  ['2025-06-09T23:30:00Z', '0/1'],
])('the day promised ends at midnight in England: answered at %s it comes to %s', async (moment, said) => {
  const one = await aFileOf();
  await familyWrites(one);
  await teamSends(one, moment, ANSWER);
  expect(await onTime()).toBe(said);
});
