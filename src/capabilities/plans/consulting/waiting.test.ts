import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { browser, type TestApp, testApp } from '../../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../../test/support/database.ts';
import { aCaseworker, aProfessional, aStaffMember } from '../../../../test/support/people.ts';
import { aPlan, aSetting, type Browser, CAN, onDay, send, serve } from '../plan-examples.ts';

/* One view of every setting that has not answered, from which a caseworker chases, gives more time or asks no longer. */

let authority: number;
let wexcombe: TestApp;

beforeAll(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-05-12');
});

const AT = '/consultations-waiting';

async function rowsOf(text: string, values: readonly unknown[]) {
  const { rows } = await ownerPool().query(text, [...values]);
  return rows;
}

/** A setting asked on 12 May, whose answer is due on 27 May. */
async function asked(name: string) {
  wexcombe.clock.now = new Date('2025-05-12T10:00:00Z');
  const school = await aSetting(wexcombe, name);
  const plan = await aPlan(wexcombe, authority);
  await serve(wexcombe, plan);
  const fields = { choice: 'found', settingId: school.settingId, reasons: 'Near', from: 'Jo Hartwell' };
  expect((await send(plan.family, `/family/${plan.childId}/plan/preference`, fields)).status).toBe(303);
  const [{ id }] = await rowsOf('select id from consultations where plan_id = $1', [plan.planId]);
  return { ...plan, school, id: String(id) };
}

async function on(day: string): Promise<Browser> {
  wexcombe.clock.now = new Date(`${day}T10:00:00Z`);
  const staff = browser(wexcombe);
  staff.signInWith(await aCaseworker(wexcombe, authority));
  return staff;
}

const actsOf = async (id: string) =>
  (
    await rowsOf('select kind from consultation_acts where consultation_id = $1 order by recorded_at', [id])
  ).map(({ kind }) => kind);

test('a setting is to come, overdue the day after its answer was due, and gone once it has answered', async () => {
  const one = await asked('Late Lane School');
  const due = await on('2025-05-27');
  expect((await due.get(AT)).body).not.toContain('Late Lane School');
  expect((await due.get(`${AT}?waits=to+come`)).body).toContain('Late Lane School, for Robin Hartwell');
  const late = await on('2025-05-28');
  const page = (await late.get(AT)).body;
  expect(page).toContain('Late Lane School');
  expect(page).toContain('1 day overdue');
  expect(page).toContain('Never chased');
  one.school.head.signInWith(await aProfessional(wexcombe, one.school.organisationId));
  expect((await send(one.school.head, `/consultations/${one.id}`, CAN)).status).toBe(303);
  expect((await late.get(AT)).body).not.toContain('Late Lane School');
});

test('several are chased at once, each once though the form is sent twice; given more time; and asked no longer', async () => {
  const two = [await asked('Chased School'), await asked('Chased Other School')];
  const staff = await on('2025-05-29');
  const ids = two.map(({ id }) => id).join(',');
  const chase = { ids, how: 'chase', idempotencyKey: randomUUID() };
  const done = await Promise.all([send(staff, AT, chase), send(staff, AT, chase)]);
  expect(done.map(({ status }) => status)).toEqual([303, 303]);
  for (const { id } of two) expect(await actsOf(id)).toEqual(['chased']);
  expect((await staff.get(AT)).body).toContain('Last chased 29 May 2025');
  const bare = await send(staff, AT, { ids, how: 'extend', ...onDay('dueOn', '2025-06-05') });
  expect(bare.body).toContain('Enter why they are given more time');
  for (const { id } of two) expect(await actsOf(id)).toEqual(['chased']);
  const words = 'It is half term';
  expect((await send(staff, AT, { ids, how: 'extend', words })).body).toContain('Enter the new day');
  const more = { ids, how: 'extend', words, ...onDay('dueOn', '2025-06-05') };
  expect((await send(staff, AT, more)).status).toBe(303);
  expect((await staff.get(AT)).body).not.toContain('Chased Other School');
  const [first] = two;
  const withdrawn = await send(staff, AT, {
    ids: first?.id ?? '',
    how: 'withdraw',
    words: 'The family moved',
  });
  expect(withdrawn.status, withdrawn.body).toBe(303);
  const [{ body }] = await rowsOf(
    `select body from letters where organisation_id = $1 and template = 'consultation withdrawn'`,
    [first?.school.organisationId],
  );
  expect(body).toContain('The family moved');
  // All or none: one that is asked no longer refuses, and the other is not chased for it.
  const both = await send(staff, AT, { ids, how: 'chase' });
  expect(both.status).toBe(400);
  expect(both.body).toContain('Chased School has not been asked since');
  expect(await actsOf(two[1]?.id ?? '')).toEqual(['chased', 'extended']);
});

test('by caseworker: mine, a colleague’s, and those that nobody has', async () => {
  const one = await asked('Somebody’s School');
  const accountId = randomUUID();
  await rowsOf(`insert into accounts (id, kind, email, name) values ($1, 'staff', $2, 'Wren Lister')`, [
    accountId,
    `${accountId}@council.example`,
  ]);
  await rowsOf(
    `insert into staff_roles (authority_id, account_id, role, name) values ($1, $2, 'caseworker', 'Wren Lister')`,
    [authority, accountId],
  );
  const staff = await on('2025-05-30');
  const called = 'Somebody’s School, for';
  expect((await staff.get(`${AT}?whose=nobody`)).body).toContain(called);
  await rowsOf(
    `insert into case_allocations (authority_id, id, child_id, account_id, name, handover, allocated_by, from_on)
     values ($1, gen_random_uuid(), $2, $3, 'Wren Lister', '', 'Priya Raman', '2025-05-12')`,
    [authority, one.childId, accountId],
  );
  expect((await staff.get(`${AT}?whose=nobody`)).body).not.toContain(called);
  expect((await staff.get(`${AT}?whose=mine`)).body).not.toContain(called);
  const theirs = (await staff.get(`${AT}?whose=${accountId}`)).body;
  expect(theirs).toContain(called);
  expect(theirs).toContain('Caseworker: Wren Lister');
  expect((await staff.get(`${AT}?whose=x&waits=y&page=-3`)).statusCode).toBe(200);
});

test('another authority’s staff are shown none of them and act on none; an administrator has no desk here', async () => {
  const one = await asked('Own School');
  await on('2025-05-31');
  const elsewhere = browser(wexcombe);
  elsewhere.signInWith(await aCaseworker(wexcombe, await anAuthority()));
  expect((await elsewhere.get(AT)).body).not.toContain('Own School');
  expect((await send(elsewhere, AT, { ids: one.id, how: 'chase' })).status).toBe(404);
  const administrator = browser(wexcombe);
  administrator.signInWith(await aStaffMember(wexcombe, authority, 'administrator', 'Grace Osei'));
  expect((await administrator.get(AT)).statusCode).toBe(404);
  expect(await actsOf(one.id)).toEqual([]);
});
