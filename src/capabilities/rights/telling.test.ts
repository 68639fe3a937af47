import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { browser, type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool, testDatabase } from '../../../test/support/database.ts';
import { aCaseworker, aFamily, aParent, aProfessional } from '../../../test/support/people.ts';
import { withLens } from '../../platform/lens/index.ts';
import { plainDate } from '../../shared/plain-date.ts';
import { aYoungPerson, writtenTo } from './examples.ts';
import { tellOfRights } from './index.ts';
import { listComingOfAge } from './notice-store.ts';
import { isThemself } from './rights.ts';

/* Somebody born on 5 January 2009 holds the rights from 28 June 2025: 26 weeks before the 27th is 27 December 2024. */

let authority: number;
let wexcombe: TestApp;

beforeEach(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2024-12-01');
});

function nightOf(day: string): Promise<number> {
  wexcombe.clock.now = new Date(`${day}T02:15:00Z`);
  return tellOfRights(wexcombe.services);
}

async function staff() {
  const caseworker = browser(wexcombe);
  caseworker.signInWith(await aCaseworker(wexcombe, authority));
  return caseworker;
}

test('everyone is told once ahead, in good time, and once when the day has come', async () => {
  const { childId } = await aYoungPerson(authority);
  for (const [day, said] of [
    ['2024-12-26', 0],
    ['2024-12-27', 1],
    ['2024-12-28', 0],
    ['2025-06-27', 0],
    ['2025-06-28', 1],
    ['2025-06-29', 0],
  ] as const)
    expect([day, await nightOf(day)]).toEqual([day, said]);
  expect(await writtenTo(childId, 'rights ahead')).toEqual(['Ann Thorne', 'Sam Thorne']);
  expect(await writtenTo(childId, 'rights passed')).toEqual(['Ann Thorne', 'Sam Thorne']);
  const { rows } = await ownerPool().query(
    `select subject from letters where child_id = $1 and recipient_name = 'Sam Thorne' order by created_at`,
    [childId],
  );
  expect(rows.map(({ subject }) => subject)).toEqual(['From 28 June 2025 you decide', 'Now you decide']);
});

test('a night that was missed is made up, and what is past is not said to be still to come', async () => {
  const { childId } = await aYoungPerson(authority);
  expect(await nightOf('2025-07-02')).toBe(1);
  expect(await writtenTo(childId, 'rights ahead')).toEqual([]);
  expect(await writtenTo(childId, 'rights passed')).toEqual(['Ann Thorne', 'Sam Thorne']);
});

test('two nights’ work at once say it once', async () => {
  const { childId } = await aYoungPerson(authority);
  wexcombe.clock.now = new Date('2025-01-10T02:15:00Z');
  const both = await Promise.all([tellOfRights(wexcombe.services), tellOfRights(wexcombe.services)]);
  expect(both[0] + both[1]).toBe(1);
  expect(await writtenTo(childId, 'rights ahead')).toHaveLength(2);
});

test('nobody restricted is told, and the young person’s birth date put right begins again', async () => {
  const { childId, motherId } = await aYoungPerson(authority);
  await ownerPool().query(
    `update children_contacts set restricted = true, restricted_reason = 'An order' where id = $1`,
    [motherId],
  );
  expect(await nightOf('2025-01-10')).toBe(1);
  expect(await writtenTo(childId, 'rights ahead')).toEqual(['Sam Thorne']);
  await ownerPool().query(`update children set born_on = '2009-09-10' where id = $1`, [childId]);
  expect(await nightOf('2025-01-11')).toBe(0);
  expect(await nightOf('2026-01-10')).toBe(1);
});

test('the caseworker sees it on the file, in the history and on the list, with whoever cannot be told marked', async () => {
  const { childId } = await aYoungPerson(authority, { themself: false });
  await nightOf('2025-01-10');
  const caseworker = await staff();
  expect((await caseworker.get(`/cases/${childId}`)).body).toContain(
    'Sam Thorne is not on the file to be told: ask how to reach them',
  );
  expect((await caseworker.get(`/cases/${childId}/timeline`)).body).toContain(
    'Told that the rights will pass',
  );
  const list = (await caseworker.get('/young-people')).body;
  expect(list).toContain(`/cases/${childId}/rights`);
  expect(list).toContain('Add how to reach them');
  expect((await caseworker.get(`/cases/${childId}/rights`)).body).toContain('Not on file to be told');
});

test('what the family reads changes on the day', async () => {
  const { childId } = await aYoungPerson(authority);
  const family = async () => {
    const visitor = browser(wexcombe);
    visitor.signInWith(await aFamily(wexcombe, [childId]));
    return (await visitor.get(`/family/${childId}`)).body;
  };
  wexcombe.clock.now = new Date('2024-12-20T10:00:00Z');
  expect(await family()).not.toContain('Who decides');
  wexcombe.clock.now = new Date('2025-06-27T10:00:00Z');
  expect(await family()).toContain('From 28 June 2025, Sam Thorne decides');
  wexcombe.clock.now = new Date('2025-06-28T10:00:00Z');
  expect(await family()).toContain('Sam Thorne decides now');
});

test('a parent whom the young person does not want involved stops following on the day, and not before', async () => {
  const { childId, motherId } = await aYoungPerson(authority);
  await ownerPool().query(
    `insert into parents_involvement (authority_id, id, child_id, involved, said_on, how, recorded_by)
     values ($1, $2, $3, false, '2025-03-01', 'At the meeting', 'Priya Raman')`,
    [authority, randomUUID(), childId],
  );
  const mother = browser(wexcombe);
  const signIn = async () =>
    mother.signInWith(await aParent(wexcombe, [{ authorityId: authority, childId, contactId: motherId }]));
  await nightOf('2025-06-27');
  await signIn();
  expect((await mother.get(`/family/${childId}`)).statusCode).toBe(200);
  await nightOf('2025-06-28');
  expect((await mother.get(`/family/${childId}`)).statusCode).not.toBe(200);
});

test('a setting that has the child before it reads it in its inbox; one that has not sees nothing', async () => {
  const { childId } = await aYoungPerson(authority);
  const schools = [randomUUID(), randomUUID()];
  for (const id of schools)
    await ownerPool().query(
      `insert into organisations (id, kind, name) values ($1, 'school or college', 'Larkfield School')`,
      [id],
    );
  await ownerPool().query(
    `insert into children_organisations (authority_id, child_id, organisation_id, reason, from_on) values ($1, $2, $3, 'Attends', '2025-01-01')`,
    [authority, childId, schools[0]],
  );
  await nightOf('2025-01-10');
  const [theirs, other] = [browser(wexcombe), browser(wexcombe)];
  theirs.signInWith(await aProfessional(wexcombe, schools[0] ?? ''));
  other.signInWith(await aProfessional(wexcombe, schools[1] ?? ''));
  expect((await theirs.get('/inbox')).body).toContain('The rights will pass to the young person');
  expect((await theirs.get(`/rights-notices/${childId}`)).body).toContain(
    'From 28 June 2025 the decisions are',
  );
  expect((await other.get('/inbox')).body).not.toContain('The rights will pass');
  expect((await other.get(`/rights-notices/${childId}`)).statusCode).toBe(404);
});

test('another authority’s young people, a closed case and somebody grown up long since are not told', async () => {
  const closed = await aYoungPerson(authority);
  await ownerPool().query(
    `insert into request_withdrawals (authority_id, request_id, child_id, withdrawn_on, withdrawn_by, reason)
     values ($1, $2, $3, '2025-02-04', 'Ann Thorne', 'Moved')`,
    [authority, closed.requestId, closed.childId],
  );
  await aYoungPerson(authority, { bornOn: '2004-01-05' });
  await aYoungPerson(await anAuthority('Otherton'));
  expect(await nightOf('2025-03-10')).toBe(0);
});

test('the list and the rule agree on who is themself on file', async () => {
  const said = ['the young person', 'Young Person ', 'young person’s mother', 'mother'];
  for (const relationship of said) {
    const { motherId } = await aYoungPerson(authority, { themself: false });
    await ownerPool().query('update children_contacts set relationship = $2 where id = $1', [
      motherId,
      relationship,
    ]);
  }
  const born = plainDate('2009-01-05');
  const listed = await withLens(testDatabase(), { kind: 'system', authorityId: authority }, (tx) =>
    listComingOfAge(tx, { from: born, to: born }),
  );
  expect(listed.filter(({ canBeTold }) => canBeTold)).toHaveLength(
    said.filter((relationship) => isThemself({ relationship })).length,
  );
});
