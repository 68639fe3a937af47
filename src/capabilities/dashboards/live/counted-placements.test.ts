import { beforeEach, expect, test } from 'vitest';
import { type TestApp, testApp } from '../../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../../test/support/database.ts';
import {
  anIssuedPlan,
  aPlan,
  aSetting,
  later,
  onDay,
  send,
  serve,
} from '../../../../test/support/plans-in-force.ts';
import { countedAt } from './counting-examples.ts';
import { aChild, aPlace } from './facts-examples.ts';

/* Children who are where their plan names, of plans issued and places recorded as people do it. */

let authority: number;
let wexcombe: TestApp;

beforeEach(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-05-12');
});

const inPlace = async (moment: string) => (await countedAt(wexcombe, moment))('placements-in-place');

type Plan = Awaited<ReturnType<typeof anIssuedPlan>>;

/** A plan that names Hillcrest School, and staff at its file on 5 September 2025. */
async function named(): Promise<Plan> {
  const plan = await anIssuedPlan(wexcombe, authority, 'Hillcrest School');
  await later(wexcombe, authority, plan, '2025-09-05');
  return plan;
}

/** A place from 1 September, unless another day is given. */
async function placed(plan: Plan, fields: Record<string, string>, from = '2025-09-01') {
  const form = { kind: 'setting', ...onDay('fromOn', from), ...fields };
  const sent = await send(plan.staff, `/cases/${plan.childId}/placements/new`, form);
  expect(sent.status, sent.body).toBe(303);
}

test('a child is in place from the day they start where the plan names, at midnight in England', async () => {
  const plan = await named();
  expect(await inPlace('2025-09-05T10:00:00Z')).toBe('0/1');
  await placed(plan, { settingId: plan.setting.settingId }, '2025-09-08');
  expect(await inPlace('2025-09-07T22:30:00Z')).toBe('0/1');
  expect(await inPlace('2025-09-07T23:30:00Z')).toBe('1/1');
});

test('at another setting than the plan names, or at two of which it names one, a child is not where it names', async () => {
  const [elsewhere, both] = [await named(), await named()];
  const other = await aSetting(wexcombe, 'Another School');
  await placed(elsewhere, { settingId: other.settingId });
  await placed(both, { settingId: both.setting.settingId });
  expect(await inPlace('2025-09-10T10:00:00Z')).toBe('1/2');
  await later(wexcombe, authority, both, '2025-09-11');
  await placed(both, { settingId: other.settingId, rank: '2' }, '2025-09-11');
  expect(await inPlace('2025-09-12T10:00:00Z')).toBe('0/2');
});

test('the last day of a place is a day in place, and the next is not', async () => {
  const plan = await named();
  await placed(plan, { settingId: plan.setting.settingId });
  await later(wexcombe, authority, plan, '2025-09-20');
  const page = (await plan.staff.get(`/cases/${plan.childId}/placements`)).body;
  const end = /\/placements\/[0-9a-f-]{36}\/end/.exec(page)?.[0] ?? '';
  const ended = { how: 'moved away', ...onDay('endedOn', '2025-09-12') };
  expect((await send(plan.staff, `/cases/${plan.childId}${end}`, ended)).status).toBe(303);
  expect(await inPlace('2025-09-12T10:00:00Z')).toBe('1/1');
  expect(await inPlace('2025-09-13T10:00:00Z')).toBe('0/1');
});

test('a plan that names a type alone has no setting to be at', async () => {
  const plan = await aPlan(wexcombe, authority);
  await serve(wexcombe, plan);
  const base = `/family/${plan.childId}/plan`;
  await send(plan.family, `${base}/preference`, { choice: 'none', from: 'Jo Hartwell' });
  await send(plan.family, `${base}/finished`, { from: 'Jo Hartwell' });
  const final = { kind: 'type only', type: 'Academy', attendance: 'daily', officer: 'Priya Raman' };
  await later(wexcombe, authority, plan, '2025-06-02');
  const issued = await send(plan.staff, `/plans/${plan.planId}/final`, {
    ...{ ...final, mainstream: 'yes', recipients: plan.contactId },
  });
  expect(issued.status, issued.body).toBe(303);
  const { rows } = await ownerPool().query('select kind from placement_namings where child_id = $1', [
    plan.childId,
  ]);
  expect(rows).toEqual([{ kind: 'type only' }]);
  expect(await inPlace('2025-09-10T10:00:00Z')).toBe('0/0');
});

test('a child on two files is one child: the plan on one and the place on the other', async () => {
  const plan = await named();
  const other = await aChild(authority, '2017-06-05', plan.childId);
  await aPlace(authority, other, { settingId: plan.setting.settingId, from: '2025-09-01' });
  expect(await inPlace('2025-09-10T10:00:00Z')).toBe('1/1');
});
