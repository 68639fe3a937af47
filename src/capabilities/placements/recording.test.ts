import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { browser, type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../test/support/database.ts';
import { aCaseworker, aFamily, aProfessional, aStaffMember } from '../../../test/support/people.ts';
import { anIssuedPlan, aSetting, later, onDay, send } from '../../../test/support/plans-in-force.ts';
import { checkProvision } from './index.ts';

/* Where a child is, as staff record it: beside what the plan names, and what a setting owes that it names. */

let authority: number;
let wexcombe: TestApp;

beforeAll(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-05-12', {
    TRAVEL_TEAM: 'Wexcombe travel team',
    TRAVEL_TEAM_EMAIL: 'travel@wexcombe.example',
  });
});

type Plan = Awaited<ReturnType<typeof anIssuedPlan>>;
const at = ({ childId }: Pick<Plan, 'childId'>) => `/cases/${childId}/placements`;
const rowsOf = async (text: string, values: readonly unknown[]) =>
  (await ownerPool().query(text, [...values])).rows;

function record(plan: Plan, fields: Record<string, string>, from = '2025-09-01') {
  return send(plan.staff, `${at(plan)}/new`, { kind: 'setting', ...onDay('fromOn', from), ...fields });
}

test('a plan that is issued says what it names, and who must admit the child', async () => {
  const plan = await anIssuedPlan(wexcombe, authority, 'Hillcrest School');
  const [naming] = await rowsOf(
    `select n.kind, n.setting_name, n.must_admit, n.named_on::text, n.until_on, n.organisation_id, v.content -> 'sectionI' -> 'settings' -> 0 ->> 'settingId' as said
     from placement_namings n join plan_versions v on v.id = n.version_id where n.child_id = $1`,
    [plan.childId],
  );
  expect(naming).toEqual({
    ...{
      kind: 'named',
      setting_name: 'Hillcrest School',
      must_admit: true,
      named_on: '2025-06-02',
      until_on: null,
    },
    ...{ organisation_id: plan.setting.organisationId, said: plan.setting.settingId },
  });
  const page = (await plan.staff.get(at(plan))).body;
  expect(page).toContain('No place recorded');
  expect(page).toContain('secured since 2 June 2025');
  expect(page).toContain('Hillcrest School (maintained school)');
});

test('a setting says on which day it admitted the child: its inbox, the list and the page agree', async () => {
  const plan = await anIssuedPlan(wexcombe, authority, 'Lakeside School');
  await later(wexcombe, authority, plan, '2025-06-12');
  plan.setting.head.signInWith(await aProfessional(wexcombe, plan.setting.organisationId, 'Ruth Adeyemi'));
  const { head } = plan.setting;
  const href = /\/admissions\/[0-9a-f-]{36}\/1/.exec((await head.get('/inbox')).body)?.[0] ?? '';
  expect((await head.get(href)).body).toContain('10 days');
  expect((await plan.staff.get('/placements?list=not+admitted')).body).toContain(at(plan));
  const no = await send(head, href, { admitted: 'no', whyNot: '' });
  expect(no.body).toContain('Enter why the child has not been admitted yet');
  await send(head, href, {
    admitted: 'no',
    whyNot: 'We wait for a ramp',
    ...onDay('expectedOn', '2025-06-20'),
  });
  expect((await plan.family.get(`/family/${plan.childId}/placement`)).body).toContain('We wait for a ramp');
  const tomorrow = await send(head, href, { admitted: 'yes', ...onDay('admittedOn', '2025-06-13') });
  expect(tomorrow.body).toContain('This day has not come yet');
  expect((await send(head, href, { admitted: 'yes', ...onDay('admittedOn', '2025-06-10') })).to).toBe(
    '/inbox',
  );
  const again = await send(head, href, { admitted: 'yes', ...onDay('admittedOn', '2025-06-11') });
  expect(again.body).toContain('admitted on 10 June 2025');
  expect((await plan.staff.get('/placements?list=not+admitted')).body).not.toContain(at(plan));
  expect((await plan.staff.get(at(plan))).body).toContain('10 June 2025');
});

test('a wholly independent setting has no duty to admit, and it is said', async () => {
  const plan = await anIssuedPlan(wexcombe, authority, 'Priory School');
  await ownerPool().query(
    `update placement_namings set must_admit = false, setting_type = 'independent school not approved under section 41' where child_id = $1`,
    [plan.childId],
  );
  expect((await plan.staff.get(at(plan))).body).toContain('this duty is not on it');
  expect((await plan.staff.get('/placements?list=not+admitted')).body).not.toContain(at(plan));
  expect((await plan.setting.head.get('/inbox')).body).not.toContain('/admissions/');
});

test('starting at the setting that is named is being admitted there, and shows as the setting attended', async () => {
  const plan = await anIssuedPlan(wexcombe, authority, 'Millbrook School');
  await later(wexcombe, authority, plan, '2025-09-05');
  const { settingId } = plan.setting;
  expect((await record(plan, { settingId })).to).toBe(at(plan));
  const page = (await plan.staff.get(at(plan))).body;
  expect(page).toContain('Placed as the plan names');
  expect((await plan.staff.get('/placements?list=not+admitted')).body).not.toContain(at(plan));
  expect(await rowsOf('select setting_id from children where id = $1', [plan.childId])).toEqual([
    { setting_id: settingId },
  ]);
  // What the file's particulars say of settings attended no longer decides it.
  const elsewhere = await aSetting(wexcombe, 'Elsewhere School');
  await send(plan.staff, `/cases/${plan.childId}/circumstances/setting`, {
    settingId: elsewhere.settingId,
    ...onDay('from', '2025-09-02'),
  });
  expect(await rowsOf('select setting_id from children where id = $1', [plan.childId])).toEqual([
    { setting_id: settingId },
  ]);
});

test('where the plan and the facts differ both are shown, and the family is told so', async () => {
  const plan = await anIssuedPlan(wexcombe, authority, 'Named School');
  await later(wexcombe, authority, plan, '2025-09-05');
  const other = await aSetting(wexcombe, 'Another School');
  await record(plan, { settingId: other.settingId });
  const page = (await plan.staff.get(at(plan))).body;
  for (const words of ['Not where the plan names', 'Named School', 'Another School, since 1 September 2025'])
    expect(page).toContain(words);
  expect((await plan.family.get(`/family/${plan.childId}/placement`)).body).toContain(
    'not the one the plan names',
  );
});

test('a child waits for a place, then has one: the first ends the day before, and no day is missing', async () => {
  const plan = await anIssuedPlan(wexcombe, authority, 'Waiting School');
  await later(wexcombe, authority, plan, '2025-10-01');
  const none = await record(plan, { kind: 'awaiting', words: '' }, '2025-06-02');
  expect(none.body).toContain('Enter why there is no place yet');
  await record(plan, { kind: 'awaiting', words: 'No room until October' }, '2025-06-02');
  expect((await plan.staff.get('/placements?list=no+place')).body).toContain('Awaiting a place');
  const { settingId } = plan.setting;
  const twice = await record(plan, { settingId }, '2025-10-01');
  expect(twice.body).toContain('There is a main placement already: No place yet, from 2 June 2025');
  expect((await record(plan, { settingId, beforeHow: 'a place was found' }, '2025-10-01')).status).toBe(303);
  const page = (await plan.staff.get(at(plan))).body;
  expect(page).toContain('30 September 2025: a place was found');
  expect(page).not.toContain('Days on which nothing is recorded');
});

test('two settings at once, residential in one of them, and the return reads both with their ranks and codes', async () => {
  const plan = await anIssuedPlan(wexcombe, authority, 'First School');
  await later(wexcombe, authority, plan, '2025-09-05');
  const second = await aSetting(wexcombe, 'Second School');
  const early = await record(plan, { settingId: second.settingId, rank: '2' });
  expect(early.body).toContain('Record the main one first');
  await record(plan, { settingId: plan.setting.settingId });
  await record(plan, { settingId: second.settingId, rank: '2', weeks: '52 weeks', providedIn: 'SEN unit' });
  expect(
    await rowsOf(
      `select rank, setting_now_name as name, residential, sen_unit, from_on::text, until_on from placement_spells where child_id = $1 order by rank`,
      [plan.childId],
    ),
  ).toEqual([
    {
      rank: 1,
      name: 'First School',
      residential: null,
      sen_unit: false,
      from_on: '2025-09-01',
      until_on: null,
    },
    {
      rank: 2,
      name: 'Second School',
      residential: 'B',
      sen_unit: true,
      from_on: '2025-09-01',
      until_on: null,
    },
  ]);
});

test('what is arranged without a setting has the return’s codes, and says what the law says of it', async () => {
  const plan = await anIssuedPlan(wexcombe, authority, 'Left School');
  await later(wexcombe, authority, plan, '2025-09-05');
  await record(plan, { kind: 'home education', words: 'At home with her mother' });
  const page = (await plan.staff.get(at(plan))).body;
  expect(page).toContain('does not apply while the family’s own arrangements are suitable');
  expect((await plan.family.get(`/family/${plan.childId}/placement`)).body).toContain('section 42(5)');
  expect(
    await rowsOf('select sen_setting from placement_spells where child_id = $1', [plan.childId]),
  ).toEqual([{ sen_setting: 'EHE' }]);
});

test('a placement survives its setting’s change of URN, and a closed setting is refused with its successor', async () => {
  const plan = await anIssuedPlan(wexcombe, authority, 'Old School');
  await later(wexcombe, authority, plan, '2025-09-05');
  await record(plan, { settingId: plan.setting.settingId });
  const next = await aSetting(wexcombe, 'New Academy', 'Academy converter');
  const [old, young] = [700_000_000, 700_000_001].map(
    (urn) => urn + 2 * Math.floor(Math.random() * 10_000_000),
  );
  await ownerPool().query(
    `update settings set urn = $2, status = 'Closed', closed_on = '2025-09-01' where id = $1`,
    [plan.setting.settingId, old],
  );
  await ownerPool().query('update settings set urn = $2 where id = $1', [next.settingId, young]);
  await ownerPool().query(
    `insert into setting_links (urn, link_urn, link_type) values ($1, $2, 'Successor')`,
    [old, young],
  );
  const page = (await plan.staff.get(at(plan))).body;
  expect(page).toContain('Old School (now New Academy)');
  expect(page).toContain('Placed as the plan names');
  await checkProvision(wexcombe.services);
  expect(await rowsOf('select setting_id from children where id = $1', [plan.childId])).toEqual([
    { setting_id: next.settingId },
  ]);
  const other = await anIssuedPlan(wexcombe, authority, 'Other School');
  await later(wexcombe, authority, other, '2025-09-05');
  const closed = await record(other, { settingId: plan.setting.settingId }, '2025-09-02');
  expect(closed.body).toContain('Select New Academy, which follows it');
});

test('an end before the start is refused; of two who end it at once one is told; one recorded by mistake leaves the history', async () => {
  const plan = await anIssuedPlan(wexcombe, authority, 'Ended School');
  await later(wexcombe, authority, plan, '2025-09-20');
  await record(plan, { settingId: plan.setting.settingId });
  const end = /\/placements\/[0-9a-f-]{36}\/end/.exec((await plan.staff.get(at(plan))).body)?.[0] ?? '';
  const url = `/cases/${plan.childId}${end}`;
  const early = await send(plan.staff, url, { how: 'moved away', ...onDay('endedOn', '2025-08-31') });
  expect([early.status, early.body.includes('must be 1 September 2025')]).toEqual([400, true]);
  const manager = browser(wexcombe);
  manager.signInWith(await aStaffMember(wexcombe, authority, 'manager', 'Tom Ashdown'));
  const both = await Promise.all(
    [plan.staff, manager].map((one) =>
      send(one, url, { how: 'moved away', ...onDay('endedOn', '2025-09-12') }),
    ),
  );
  expect(both.map(({ status }) => status).sort()).toEqual([303, 400]);
  expect(both.find(({ status }) => status === 400)?.body).toContain('recorded how this ended');
  const mistaken = await anIssuedPlan(wexcombe, authority, 'Mistaken School');
  await later(wexcombe, authority, mistaken, '2025-09-20');
  await record(mistaken, { kind: 'home education', words: 'Somebody misheard' });
  const its =
    /\/placements\/[0-9a-f-]{36}\/end/.exec((await mistaken.staff.get(at(mistaken))).body)?.[0] ?? '';
  await send(mistaken.staff, `/cases/${mistaken.childId}${its}`, {
    how: 'recorded by mistake',
    endWords: 'Another child',
  });
  const page = (await mistaken.staff.get(at(mistaken))).body;
  expect(page).toContain('Recorded by mistake, and in no history');
  expect((await mistaken.family.get(`/family/${mistaken.childId}/placement`)).body).not.toContain(
    'home education',
  );
});

test('sent twice it is one placement, and two at once are not both the main one', async () => {
  const plan = await anIssuedPlan(wexcombe, authority, 'Double School');
  await later(wexcombe, authority, plan, '2025-09-05');
  const fields = { kind: 'setting', settingId: plan.setting.settingId, ...onDay('fromOn', '2025-09-01') };
  const once = { ...fields, idempotencyKey: randomUUID() };
  await Promise.all([once, once, fields].map((form) => send(plan.staff, `${at(plan)}/new`, form)));
  expect(await rowsOf('select 1 from placements where child_id = $1', [plan.childId])).toHaveLength(1);
});

test('what is needed on the way is handed on to the travel team, and nothing of whether they are eligible', async () => {
  const plan = await anIssuedPlan(wexcombe, authority, 'Far School');
  await later(wexcombe, authority, plan, '2025-09-05');
  await record(plan, { settingId: plan.setting.settingId });
  const travel = /\/placements\/[0-9a-f-]{36}\/travel/.exec((await plan.staff.get(at(plan))).body)?.[0] ?? '';
  const url = `/cases/${plan.childId}${travel}`;
  expect((await send(plan.staff, url, { needs: '' })).body).toContain(
    'Enter what the child needs on the way',
  );
  await send(plan.staff, url, { needs: 'A space for a wheelchair' });
  const [letter] = await rowsOf(
    `select address, body from letters where child_id = $1 and template = 'travel handed on'`,
    [plan.childId],
  );
  expect(letter.address).toEqual(['travel@wexcombe.example']);
  expect(letter.body).toContain('A space for a wheelchair');
  expect(letter.body).toContain('nothing has been decided here');
  expect((await plan.staff.get(at(plan))).body).toContain('to Wexcombe travel team');
});

test('to another authority, another family and another setting there is nothing there', async () => {
  const plan = await anIssuedPlan(wexcombe, authority, 'Private School');
  const elsewhere = browser(wexcombe);
  elsewhere.signInWith(await aCaseworker(wexcombe, await anAuthority('Otherton')));
  expect((await elsewhere.get(at(plan))).statusCode).toBe(404);
  const stranger = browser(wexcombe);
  stranger.signInWith(await aFamily(wexcombe, [randomUUID()]));
  expect((await stranger.get(`/family/${plan.childId}/placement`)).statusCode).toBe(404);
  const { head } = await aSetting(wexcombe, 'Curious School');
  const [{ version_id }] = await rowsOf('select version_id from placement_namings where child_id = $1', [
    plan.childId,
  ]);
  expect((await head.get(`/admissions/${version_id}/1`)).statusCode).toBe(404);
  const forged = await send(head, `/admissions/${version_id}/1`, {
    admitted: 'yes',
    ...onDay('admittedOn', '2025-06-02'),
  });
  expect(forged.status).toBe(404);
});
