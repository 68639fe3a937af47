import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { aMergeDesk, type MergeDesk } from '../src/capabilities/children/merge-examples.ts';
import { browser } from './support/app.ts';
import { ownerPool } from './support/database.ts';
import { aStaffMember } from './support/people.ts';

/* A child on two files has one caseworker once they are merged: on the list, on the case and in bulk. */

let desk: MergeDesk;
let accounts: Record<string, string>;

beforeAll(async () => {
  desk = await aMergeDesk();
  accounts = {};
  for (const name of ['Ada Moss', 'Ben Cole']) {
    await aStaffMember(desk.wexcombe, desk.authority, 'caseworker', name);
    const { rows } = await ownerPool().query(
      'select account_id from staff_roles where authority_id = $1 and name = $2',
      [desk.authority, name],
    );
    accounts[name] = rows[0].account_id;
  }
});

const give = (childId: string, to: string, seen = '') =>
  desk.post(`/cases/${childId}/caseworker`, { to: accounts[to] ?? '', seen: accounts[seen] ?? '' });
const mine = async (name: string) => (await desk.staff.get(`/cases?whose=${accounts[name]}`)).body;

test('a second request that is joined to a file is its caseworker’s, and goes with it to whoever is given it', async () => {
  const [known, asked] = [
    await desk.aFile('Onefile', 'Jo Onefile'),
    await desk.aFile('Onefile', 'Lee Onefile'),
  ];
  await give(known.childId, 'Ada Moss');
  expect(await mine('Ada Moss')).not.toContain(asked.reference);
  expect((await desk.merge(asked, known)).statusCode).toBe(303);
  expect(await mine('Ada Moss')).toContain(asked.reference);
  expect((await desk.staff.get(`/cases/${known.childId}`)).body).not.toContain('Nobody has this case');
  const given = await desk.post('/caseload/reassign', {
    ...{ from: accounts['Ada Moss'] ?? '', to: accounts['Ben Cole'] ?? '', handover: '' },
    children: known.childId,
  });
  expect(given.statusCode).toBe(303);
  for (const { reference } of [known, asked]) expect(await mine('Ben Cole')).toContain(reference);
  expect(await mine('Ada Moss')).not.toContain(asked.reference);
});

test('where each file had somebody, the one of the file that stands keeps both, and the family is told as news', async () => {
  const [known, asked] = [await desk.aFile('Twofiles', 'Jo'), await desk.aFile('Twofiles', 'Lee')];
  await give(known.childId, 'Ada Moss');
  await give(asked.childId, 'Ben Cole');
  await desk.merge(asked, known);
  for (const { reference } of [known, asked]) expect(await mine('Ada Moss')).toContain(reference);
  expect(await mine('Ben Cole')).not.toContain(asked.reference);
  const { rows } = await ownerPool().query(
    `select data ->> 'accountId' as whose from events where child_id = $1 and kind = 'caseworker changed' order by recorded_at`,
    [asked.childId],
  );
  expect(rows.map(({ whose }) => whose)).toEqual([accounts['Ben Cole'], accounts['Ada Moss']]);
});

test('a whole list with both requests of a child goes in one, and the child counts once', async () => {
  const name = 'Cy Dole';
  await aStaffMember(desk.wexcombe, desk.authority, 'caseworker', name);
  const { rows } = await ownerPool().query('select account_id from staff_roles where name = $1', [name]);
  accounts[name] = rows[0].account_id;
  const [known, asked] = [await desk.aFile('Wholelist', 'Jo'), await desk.aFile('Wholelist', 'Lee')];
  await desk.merge(asked, known);
  await give(known.childId, name);
  for (const { reference } of [known, asked]) expect(await mine(name)).toContain(reference);
  const all = { from: accounts[name] ?? '', to: accounts['Ben Cole'] ?? '', handover: '', all: 'yes' };
  expect((await desk.post('/caseload/reassign', { ...all })).body).toContain('Give 1 case to Ben Cole?');
  expect((await desk.post('/caseload/reassign', { ...all, counted: '1' })).statusCode).toBe(303);
  for (const { reference } of [known, asked]) expect(await mine('Ben Cole')).toContain(reference);
});

test('a file with a caseworker that is merged into one with none brings its own', async () => {
  const [known, asked] = [await desk.aFile('Bringing', 'Jo'), await desk.aFile('Bringing', 'Lee')];
  await give(asked.childId, 'Ben Cole');
  await desk.merge(asked, known);
  for (const { reference } of [known, asked]) expect(await mine('Ben Cole')).toContain(reference);
  const page = browser(desk.wexcombe);
  page.signInWith(await aStaffMember(desk.wexcombe, desk.authority, 'manager', `Manager ${randomUUID()}`));
  expect((await page.get(`/cases/${known.childId}/caseworker`)).body).toContain('Ben Cole has had this case');
});
