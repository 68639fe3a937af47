import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../test/support/database.ts';
import { type JsonClient, jsonClient, refusal } from '../../../test/support/json.ts';
import { aStaffMember } from '../../../test/support/people.ts';

let authority: number;
let wexcombe: TestApp;
let desk: JsonClient;
let manager: JsonClient;
let elsewhere: JsonClient;
let priya: string;
let tom: string;

beforeAll(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-03-18');
  desk = jsonClient(wexcombe, await aStaffMember(wexcombe, authority, 'caseworker', 'Priya Raman'));
  manager = jsonClient(wexcombe, await aStaffMember(wexcombe, authority, 'manager', 'Tom Ashdown'));
  const otherton = await anAuthority('Otherton');
  elsewhere = jsonClient(wexcombe, await aStaffMember(wexcombe, otherton, 'manager', 'Vi Sayers'));
  const { rows } = await ownerPool().query(
    'select account_id from staff_roles where authority_id = $1 order by name',
    [authority],
  );
  [priya, tom] = rows.map(({ account_id }) => account_id);
});

async function aChild(): Promise<string> {
  const { rows } = await ownerPool().query(
    `insert into children (authority_id, id, given_names, family_name, born_on) values ($1, gen_random_uuid(), 'Robin', 'Hartwell', '2016-05-04') returning id`,
    [authority],
  );
  return rows[0].id;
}

test('a case is given to somebody once, and not over another’s back', async () => {
  const at = `/api/cases/${await aChild()}/caseworker`;
  expect((await desk.get(at)).body).toMatchObject({ current: null });
  expect(await desk.post(at, { seen: null })).toEqual(refusal('to', 'Select who takes the case'));
  const key = randomUUID();
  for (const _ of [1, 2])
    expect((await desk.post(at, { to: tom, handover: 'Ring after three' }, key)).body.current).toMatchObject({
      accountId: tom,
      name: 'Tom Ashdown',
      handover: 'Ring after three',
    });
  expect(await desk.post(at, { to: priya })).toEqual(
    refusal('to', expect.stringContaining('Tom Ashdown has this case now')),
  );
  expect((await desk.post(at, { to: priya, seen: tom })).body.current.accountId).toBe(priya);
  expect((await elsewhere.post(at, { to: priya, seen: priya })).status).toBe(404);
});

test('many cases are given at once, all or none', async () => {
  const children = [await aChild(), await aChild()];
  expect(await desk.post('/api/caseload/reassign', { to: tom })).toEqual(
    refusal('children', 'Select the cases to give'),
  );
  const given = await desk.post('/api/caseload/reassign', { children, to: tom });
  expect(given).toMatchObject({ status: 200 });
  for (const childId of children)
    expect((await desk.get(`/api/cases/${childId}/caseworker`)).body.current.accountId).toBe(tom);
  const strangers = await elsewhere.post('/api/caseload/reassign', { children, to: tom, seen: tom });
  expect(strangers.status).toBe(404);
});

test('leave is covered from day to day, and cover is ended', async () => {
  const at = '/api/caseload/cover';
  const leave = { away: priya, cover: tom, fromOn: '2025-03-20', untilOn: '2025-03-28' };
  expect(await desk.post(at, { ...leave, untilOn: '2025-03-19' })).toEqual(
    refusal('untilOn', 'The last day must be on or after the first day'),
  );
  const { body } = await desk.post(at, leave);
  expect(body.cover).toMatchObject([{ awayId: priya, coverId: tom, fromOn: '2025-03-20' }]);
  const one = `${at}/${body.cover[0].id}/end`;
  expect((await elsewhere.post(one)).status).toBe(404);
  expect((await desk.post(one)).body.cover).toEqual([]);
});

test('a team is made, changed as it was read, and ended, by managers alone', async () => {
  const at = '/api/caseload/teams';
  const key = randomUUID();
  const madeTeam = await manager.post(at, { name: 'North' }, key);
  expect((await manager.post(at, { name: 'North' }, key)).body).toEqual(madeTeam.body);
  expect(await manager.post(at, { name: 'north' })).toEqual(
    refusal('name', 'There is a team of this name already'),
  );
  const one = `${at}/${madeTeam.body.teams[0].id}`;
  expect((await manager.post(one, { members: [priya, tom], seen: [] })).body.team.memberIds).toHaveLength(2);
  expect(await manager.post(one, { members: [], seen: [] })).toEqual(
    refusal('members', expect.stringContaining('Somebody else changed the team')),
  );
  for (const stranger of [desk, elsewhere]) {
    expect((await stranger.get(one)).status).toBe(404);
    expect((await stranger.post(one, { members: [] })).status).toBe(404);
    expect((await stranger.post(`${one}/end`)).status).toBe(404);
  }
  expect((await manager.post(`${one}/end`)).body.teams).toEqual([]);
});
