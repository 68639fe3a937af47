import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { browser, type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../test/support/database.ts';
import { aFamily } from '../../../test/support/people.ts';
import { sayNothingChanged, tellFamilies } from './index.ts';
import { aFollowedChild, happens, updatesAbout } from './update-examples.ts';

let authority: number;
let wexcombe: TestApp;
const JO = [{ name: 'Jo Hartwell', prefers: 'email' }] as const;

beforeEach(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-02-03');
});

function nightOf(day: string): Promise<number> {
  wexcombe.clock.now = new Date(`${day}T02:15:00Z`);
  return sayNothingChanged(wexcombe.services);
}

async function signedIn(childId: string, contactId: string | undefined) {
  const reader = browser(wexcombe);
  reader.signInWith(await aFamily(wexcombe, [childId], contactId));
  return reader;
}

async function choose(childId: string, contactId: string | undefined, howOften: string) {
  const chosen = { howOften, way: 'letters', idempotencyKey: randomUUID() };
  return (await signedIn(childId, contactId)).post(`/family/${childId}/updates`, chosen);
}

test('after 14 days without news a family is told that nothing has changed, who has it, since when and by when; each once', async () => {
  const { childId } = await aFollowedChild(wexcombe, JO, '2025-02-03');
  for (const [night, told] of [
    ['2025-02-16', 0],
    ['2025-02-17', 1],
    ['2025-02-18', 0],
    ['2025-03-02', 0],
    ['2025-03-03', 1],
  ] as const) {
    expect([night, await nightOf(night)]).toEqual([night, told]);
  }
  const [first, second] = await updatesAbout(childId);
  expect(first.subject).toBe('Nothing has changed, and this is why');
  expect(first.body).toContain('You last heard from us on 3 February 2025');
  expect(first.body).toContain('Who has it: The SEND team');
  expect(first.body).toContain(
    '- The SEND team’s decision whether to assess, since 3 February 2025, due by 17 March 2025.',
  );
  expect(first.body).toContain('It is due by 17 March 2025');
  expect(second.body).toContain('You last heard from us on 17 February 2025');
});

test('news begins the fourteen days anew, from the day it happened in England', async () => {
  const { childId } = await aFollowedChild(wexcombe, JO, '2025-06-02');
  // Twenty to midnight by Greenwich is already tomorrow in an English summer.
  wexcombe.clock.now = new Date('2025-06-10T23:40:00Z');
  await happens(wexcombe, childId, 'file opened');
  expect(await nightOf('2025-06-24')).toBe(0);
  expect(await nightOf('2025-06-25')).toBe(1);
});

test('a late case is said to be late, with the reason the law allows or that there is none', async () => {
  const one = await aFollowedChild(wexcombe, JO, '2025-01-06');
  const two = await aFollowedChild(wexcombe, JO, '2025-01-06');
  await ownerPool().query(
    `insert into request_exceptions (authority_id, id, request_id, child_id, ground, from_on, reason, evidence, recorded_by)
     values ($1, gen_random_uuid(), $2, $3, 'exceptional personal circumstances', '2025-01-08', 'Private words', 'A letter', 'Priya Raman')`,
    [authority, two.requestId, two.childId],
  );
  expect(await nightOf('2025-03-03')).toBe(2);
  const [plain] = await updatesAbout(one.childId);
  expect(plain.body).toContain('It is late, and we are sorry. We have not written down a reason');
  const [excused] = await updatesAbout(two.childId);
  expect(excused.body).toContain('The law allows more time for this reason');
  expect(excused.body).not.toContain('Private words');
});

test('it goes to everyone entitled and to nobody restricted, and stops when the case ends', async () => {
  const { childId, requestId } = await aFollowedChild(wexcombe, [
    { name: 'Ann Hartwell', prefers: 'text' },
    { name: 'Bea Hartwell', prefers: 'post' },
    { name: 'Cay Hartwell', prefers: 'email', restricted: true },
  ]);
  expect(await nightOf('2025-02-17')).toBe(1);
  const told = await updatesAbout(childId);
  expect(told.map(({ to, channel }) => [to, channel])).toEqual([
    ['Ann Hartwell', 'text'],
    ['Bea Hartwell', 'post'],
  ]);
  expect(told[0].body).not.toMatch(/Robin|decision/);
  await ownerPool().query(
    `insert into request_decisions (authority_id, request_id, child_id, outcome, has_or_may_have_sen, provision_may_be_necessary, evidence, reasons, what_would_change, decided_on, notified_on, decided_by)
     values ($1, $2, $3, 'do not assess', true, false, 'e', 'r', 'w', '2025-02-20', '2025-02-20', 'Priya Raman')`,
    [authority, requestId, childId],
  );
  expect(await nightOf('2025-04-20')).toBe(0);
});

test('whoever wants only the letters the law requires is not written to of a silence, and reads it on the tracker', async () => {
  const { childId, contactIds } = await aFollowedChild(wexcombe, [
    { name: 'Ann Hartwell', prefers: 'email' },
    { name: 'Bea Hartwell', prefers: 'email' },
  ]);
  expect((await choose(childId, contactIds[0], 'letters only')).statusCode).toBe(303);
  expect(await nightOf('2025-02-17')).toBe(1);
  expect((await updatesAbout(childId)).map(({ to }) => to)).toEqual(['Bea Hartwell']);
  const ann = await signedIn(childId, contactIds[0]);
  expect((await ann.get(`/family/${childId}`)).body).toContain('What we are waiting for');
});

test('a silence nobody wanted to be told of is told whole to whoever comes to want it', async () => {
  const { childId, contactIds } = await aFollowedChild(wexcombe, JO, '2025-02-03');
  await choose(childId, contactIds[0], 'letters only');
  expect(await nightOf('2025-02-17')).toBe(0);
  await choose(childId, contactIds[0], 'each change');
  expect(await nightOf('2025-03-01')).toBe(1);
  const [only] = await updatesAbout(childId);
  expect(only.body).toContain('You last heard from us on 3 February 2025');
});

test('two nights’ work at once tell of a silence once', async () => {
  const { childId } = await aFollowedChild(wexcombe, JO);
  wexcombe.clock.now = new Date('2025-02-20T02:15:00Z');
  const both = await Promise.all([1, 2].map(() => sayNothingChanged(wexcombe.services)));
  expect(both.toSorted()).toEqual([0, 1]);
  expect(await updatesAbout(childId)).toHaveLength(1);
});

test('the authority may promise sooner', async () => {
  const sooner = await testApp(authority, '2025-02-10', { QUIET_DAYS: '7' });
  await aFollowedChild(sooner, JO);
  expect(await sayNothingChanged(sooner.services)).toBe(1);
  expect(await tellFamilies(sooner.services)).toBe(0);
});
