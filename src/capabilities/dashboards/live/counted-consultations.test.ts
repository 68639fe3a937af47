import { beforeEach, expect, test } from 'vitest';
import { type TestApp, testApp } from '../../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../../test/support/database.ts';
import { aProfessional } from '../../../../test/support/people.ts';
import { aPlan, aSetting, CAN, later, onDay, send, serve } from '../../../../test/support/plans-in-force.ts';
import { countedAt } from './counting-examples.ts';

/* Settings that answered by the 15th day, of consultations as people send them: asked on 12 May 2025, due on 27 May. */

let authority: number;
let wexcombe: TestApp;

beforeEach(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-05-12');
});

const inTime = async (moment = '2025-09-01T10:00:00Z') =>
  (await countedAt(wexcombe, moment))('consultations-answered-in-15-days');

/** A draft with a family that asked for a setting, which is consulted; with words withheld that it lacks, its copy waits. */
async function consulted({ held = false } = {}) {
  wexcombe.clock.now = new Date('2025-05-12T10:00:00Z');
  const school = await aSetting(wexcombe, 'Consulted School');
  const plan = await aPlan(wexcombe, authority);
  if (held) {
    const rule = { words: 'Words nobody wrote here', readers: 'settings consulted' };
    const why = { reason: 'The family asked for it', ...onDay('reviewBy', '2025-11-01') };
    expect((await send(plan.staff, `/plans/${plan.planId}/withheld`, { ...rule, ...why })).status).toBe(303);
  }
  await serve(wexcombe, plan);
  const asked = { choice: 'found', settingId: school.settingId, from: 'Jo Hartwell' };
  await send(plan.family, `/family/${plan.childId}/plan/preference`, asked);
  const { rows } = await ownerPool().query('select id from consultations where plan_id = $1', [plan.planId]);
  return { ...plan, school, id: String(rows[0]?.id) };
}

type Consulted = Awaited<ReturnType<typeof consulted>>;

/** The setting answers at a moment, such as `2025-05-27T10:00:00Z`; says whether it was taken. */
async function answers({ school, id }: Consulted, moment: string) {
  wexcombe.clock.now = new Date(moment);
  school.head.signInWith(await aProfessional(wexcombe, school.organisationId, 'Helen Marsh'));
  return (await send(school.head, `/consultations/${id}`, CAN)).status;
}

async function staffSend(one: Consulted, day: string, path: string, fields: Record<string, string>) {
  await later(wexcombe, authority, one, day);
  const sent = await send(one.staff, `/plans/${one.planId}${path}`, fields);
  expect(sent.status, sent.body).toBe(303);
}

const withdrawn = (one: Consulted, day: string) =>
  staffSend(one, day, `/consultations/${one.id}/withdrawal`, { words: 'The family moved' });

test('an answer on the 15th day is in time and on the 16th is not; what is not due yet is not counted', async () => {
  const [one, other] = [await consulted(), await consulted()];
  await consulted();
  expect(await answers(one, '2025-05-27T10:00:00Z')).toBe(303);
  expect(await inTime('2025-05-27T18:00:00Z')).toBe('1/1');
  await answers(other, '2025-05-28T10:00:00Z');
  expect(await inTime('2025-05-28T18:00:00Z')).toBe('1/3');
});

test('an answer stands as it was first given: a second is refused and makes nothing late', async () => {
  const one = await consulted();
  expect(await answers(one, '2025-05-20T10:00:00Z')).toBe(303);
  expect(await answers(one, '2025-06-20T10:00:00Z')).toBe(400);
  expect(await inTime()).toBe('1/1');
});

test('more time makes an answer no earlier: the Code’s day is the 15th', async () => {
  const one = await consulted();
  const more = { words: 'It is half term', ...onDay('dueOn', '2025-06-05') };
  await staffSend(one, '2025-05-26', `/consultations/${one.id}/extension`, more);
  await answers(one, '2025-06-04T10:00:00Z');
  expect(await inTime()).toBe('0/1');
});

test('no longer asked by the 15th day it is not counted; asked until after it, it was late', async () => {
  const [before, onDay, after] = [await consulted(), await consulted(), await consulted()];
  await withdrawn(before, '2025-05-20');
  await withdrawn(onDay, '2025-05-27');
  expect(await inTime('2025-05-28T10:00:00Z')).toBe('0/1');
  await withdrawn(after, '2025-05-29');
  expect(await inTime()).toBe('0/1');
});

test.each(['2025-05-22T10:00:00Z', '2025-07-01T10:00:00Z'])(
  'what a setting says at %s, though it was asked no longer since 20 May, makes it neither in time nor late',
  async (moment) => {
    const one = await consulted();
    await withdrawn(one, '2025-05-20');
    expect(await answers(one, moment)).toBe(303);
    expect(await inTime()).toBe('0/0');
  },
);

test('the 15 days begin when the setting has its copy of the draft: while that waits it is asked nothing', async () => {
  const one = await consulted({ held: true });
  expect(await inTime('2025-07-01T10:00:00Z')).toBe('0/0');
  const { rows } = await ownerPool().query('select id from plan_withholdings where plan_id = $1', [
    one.planId,
  ]);
  await staffSend(one, '2025-06-02', `/withheld/${rows[0].id}`, {
    outcome: 'lift',
    reason: 'Consent was given',
  });
  const asked = { choice: 'found', settingId: one.school.settingId, from: 'Jo Hartwell' };
  await send(one.family, `/family/${one.childId}/plan/preference`, asked);
  await answers(one, '2025-06-17T10:00:00Z');
  expect(await inTime()).toBe('1/1');
});

test.each([
  ['2025-05-27T22:30:00Z', '1/1'],
  ['2025-05-27T23:30:00Z', '0/1'],
])('the 15th day ends at midnight in England: answered at %s it comes to %s', async (moment, said) => {
  const one = await consulted();
  expect(await inTime('2025-05-27T22:30:00Z')).toBe('0/0');
  await answers(one, moment);
  expect(await inTime()).toBe(said);
});
