import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import {
  aPlan,
  aSetting,
  type Browser,
  later,
  onDay,
  send,
  serve,
} from '../src/capabilities/plans/plan-examples.ts';
import { browser, type TestApp, testApp } from './support/app.ts';
import { anAuthority, ownerPool } from './support/database.ts';
import { aFamily, aParent, aStaffMember } from './support/people.ts';
import { readEasyRead } from './support/read-easy-read.ts';

/* A list made by staff from a draft, and what the family does with it; each in a place of its own in the sea. */

let service: TestApp;
let authority: number;

beforeAll(async () => {
  authority = await anAuthority();
  service = await testApp(authority);
});

let seas = 0;

/** Settings round a postcode that nobody else's are near: one for memory, one that names nothing, one for others' age. */
async function aSea() {
  seas += 1;
  // Of no other test: a setting is wherever its postcode is.
  const postcode = `ZX${seas} 7SE`;
  await ownerPool().query(
    'insert into postcodes (postcode, authority_code, latitude, longitude) values ($1, $2, $3, 6)',
    [postcode, authority, 50 + seas],
  );
  const add = async (name: string, phase: string, needs: string[] = []) => {
    const { rows } = await ownerPool().query<{ id: string }>(
      `insert into settings (name, status, content_hash, postcode, type, phase, need_types, la_code)
       values ($1, 'Open', 'invented', $2, 'Community school', $3, $4, 201) returning id`,
      [`${name} ${seas}`, postcode, phase, needs],
    );
    return rows[0]?.id ?? '';
  };
  const memory = await add('Memory School', 'Primary', ['MLD - Moderate Learning Difficulty']);
  const quiet = await add('Quiet School', 'Primary');
  const senior = await add('Senior School', 'Secondary');
  return { postcode, memory, quiet, senior };
}

const asked = (postcode: string) => ({
  ...onDay('startOn', '2025-09-01'),
  postcode,
  miles: '10',
  kinds: 'B1:MLD',
});

async function aList() {
  const [plan, sea] = [await aPlan(service, authority), await aSea()];
  const made = await send(plan.staff, `/plans/${plan.planId}/tailored-lists`, asked(sea.postcode));
  expect(made.status, made.body).toBe(303);
  return { ...plan, ...sea, at: made.to, own: `/family/${plan.childId}/tailored-list` };
}

const listed = async (by: Browser, childId: string) =>
  (await by.get(`/api/family/${childId}/tailored-list`)).json();
const from = 'Jo Hartwell';

test('staff make a list from the draft, and the family reads every setting considered with why it is on or off', async () => {
  const { at, own, staff, family, childId, memory, quiet, senior } = await aList();
  const mine = (await family.get(own)).body;
  expect(mine).toContain('section 38(3) of the Children and Families Act 2014');
  expect(mine).toContain('does not take the place of that right');
  expect(mine.indexOf('Memory School')).toBeLessThan(mine.indexOf('Quiet School'));
  expect(mine).not.toContain('Senior School');
  expect(mine).toContain('criteria version 1');
  const off = (await family.get(`${own}?show=off`)).body;
  expect(off).toContain('Senior School');
  expect(off).toContain('another phase');
  expect((await staff.get(at)).body).toContain('Memory School');
  const { list } = await listed(family, childId);
  expect(list.entries.map(({ settingId, verdict }: Record<string, string>) => [settingId, verdict])).toEqual([
    [memory, 'fits'],
    [quiet, 'not known'],
    [senior, 'left off'],
  ]);
});

test('anybody reads the criteria of every version, with where each comes from', async () => {
  const { body } = await browser(service).get('/tailored-list-criteria');
  expect(body).toContain('Version 1, from 30 November 2026');
  expect(body).toContain('What a setting costs is no part of this');
  expect(body).toContain('No Act, Regulation or guidance gives it');
});

test('a list, its event and its reasons are kept as they were when the draft and the register change', async () => {
  const { at, staff, planId, childId, memory, postcode, family } = await aList();
  await ownerPool().query(
    `update settings set need_types = '{}', imported_at = clock_timestamp() where id = $1`,
    [memory],
  );
  expect((await staff.get(at)).body).toContain('Fits what is known');
  const again = await send(staff, `/plans/${planId}/tailored-lists`, asked(postcode));
  expect(again.to).not.toBe(at);
  const { list } = await listed(family, childId);
  expect([list.number, list.entries[0].verdict]).toEqual([2, 'not known']);
  expect((await staff.get(`/plans/${planId}/tailored-lists`)).body).toContain('List 1');
  const { rows } = await ownerPool().query(
    `select count(*)::int as count from events where child_id = $1 and kind = 'tailored list made'`,
    [childId],
  );
  expect(rows[0].count).toBe(2);
  // The family is told of each.
  const told = await ownerPool().query(
    `select kind from family_news where child_id = $1 and kind = 'tailored list made'`,
    [childId],
  );
  expect(told.rowCount).toBe(2);
});

test('sent twice a list is made once', async () => {
  const [plan, sea] = [await aPlan(service, authority), await aSea()];
  const key = { idempotencyKey: randomUUID(), ...asked(sea.postcode) };
  const all = await Promise.all(
    [1, 2, 3].map(() => plan.staff.post(`/plans/${plan.planId}/tailored-lists`, key)),
  );
  expect(all.map(({ statusCode }) => statusCode)).toEqual([303, 303, 303]);
  const { rows } = await ownerPool().query('select number from tailored_lists where plan_id = $1', [
    plan.planId,
  ]);
  expect(rows).toEqual([{ number: 1 }]);
});

test.each([
  [{ postcode: 'EH1 1AA' }, 'is in Scotland'],
  [{ postcode: '' }, 'Enter the postcode to measure from'],
  [{ miles: 'far' }, 'Enter how far to look in whole miles'],
  [{ miles: '99' }, 'Enter a distance from 1 to 60 miles'],
  [onDay('startOn', '2020-09-01'), 'must be today or later'],
  [onDay('startOn', '2040-09-01'), 'in the next three years'],
])('what cannot be used is said at its field, and what was typed stays: %j', async (wrong, said) => {
  const [plan, sea] = [await aPlan(service, authority), await aSea()];
  const done = await send(plan.staff, `/plans/${plan.planId}/tailored-lists`, {
    ...asked(sea.postcode),
    ...wrong,
  });
  expect(done.status).toBe(400);
  expect(done.body).toContain(said);
  expect(done.body).toContain('value="2025"'.replace('2025', wrong['startOn-year' as never] ?? '2025'));
});

test('a setting the family adds is on the list at once, and first on the next whatever is found of it', async () => {
  const { own, family, staff, planId, childId, senior, memory, postcode } = await aList();
  const added = await send(family, `${own}/additions`, {
    settingId: senior,
    words: 'Her brother goes there',
    from,
  });
  expect(added.to).toBe(own);
  expect((await family.get(own)).body).toContain('Her brother goes there');
  await send(staff, `/plans/${planId}/tailored-lists`, asked(postcode));
  const { list } = await listed(family, childId);
  expect(list.entries[0]).toMatchObject({
    settingId: senior,
    verdict: 'asked for',
    reasons: { phase: 'another phase' },
  });
  expect(list.entries[1].settingId).toBe(memory);
});

test('one that is on no register is added by its name; nothing chosen is asked for again', async () => {
  const { own, family } = await aList();
  expect(
    (await send(family, `${own}/additions`, { settingName: 'The School by the Pond', from })).status,
  ).toBe(303);
  expect((await family.get(own)).body).toContain('The School by the Pond');
  const nothing = await send(family, `${own}/additions`, { words: 'Because', from });
  expect(nothing).toMatchObject({ status: 400 });
  expect(nothing.body).toContain('Because');
});

test('declining is written down and changes nothing else: the list is still read, and a setting still asked for', async () => {
  const { own, family, childId, planId, staff } = await aList();
  await serve(service, { staff, planId });
  const before = await listed(family, childId);
  expect((await send(family, `${own}/decline`, { words: 'We know our school', from })).to).toBe(own);
  const after = await listed(family, childId);
  expect(after.list).toEqual(before.list);
  expect((await family.get(own)).body).toContain('you want no list');
  expect((await staff.get(`/plans/${planId}/tailored-lists`)).body).toContain('wants no list');
  const school = await aSetting(service, 'Declined Lane School');
  const wanted = { choice: 'found', settingId: school.settingId, reasons: 'Ours', from };
  expect((await send(family, `/family/${childId}/plan/preference`, wanted)).status).toBe(303);
});

test('a setting that was left off, and one never considered, lead to asking for it like any other', async () => {
  const { own, family, childId, planId, staff, senior } = await aList();
  await serve(service, { staff, planId });
  const page = (await family.get(`${own}/settings/${senior}`)).body;
  expect(page).toContain('another phase');
  const href = /href="(\/family\/[^"]+\/plan\/preference\?q=[^"]+)"/.exec(page)?.[1] ?? '';
  expect((await family.get(href)).body).toContain(senior);
  const wanted = { choice: 'found', settingId: senior, reasons: 'Ours', from };
  expect((await send(family, `/family/${childId}/plan/preference`, wanted)).status).toBe(303);
  const { rows } = await ownerPool().query('select setting_id from consultations where plan_id = $1', [
    planId,
  ]);
  expect(rows).toEqual([{ setting_id: senior }]);
});

test('a note is its writer’s alone: not the authority’s, nor another parent’s', async () => {
  const { own, childId, contactId, restrictedId, senior, staff } = await aList();
  const as = async (contact: string, name: string) => {
    const parent = browser(service);
    parent.signInWith(
      await aParent(service, [{ authorityId: authority, childId, contactId: contact }], name),
    );
    return parent;
  };
  const [mother, father] = [await as(contactId, 'Jo Hartwell'), await as(restrictedId, 'Max Hartwell')];
  const note = { kind: 'visit', words: 'Ask about the lift', ...onDay('visitOn', '2025-06-20') };
  expect((await send(mother, `${own}/settings/${senior}`, note)).status).toBe(303);
  expect((await mother.get(`${own}/settings/${senior}`)).body).toContain('Ask about the lift');
  expect((await father.get(`${own}/settings/${senior}`)).body).not.toContain('Ask about the lift');
  expect((await listed(father, childId)).notes).toEqual([]);
  expect((await staff.get(`/cases/${childId}/timeline`)).body).not.toContain('Ask about the lift');
  const { rows } = await ownerPool().query(
    `select roles::text[] as roles from pg_policies where tablename = 'tailored_list_notes'`,
  );
  expect([...new Set(rows.flatMap(({ roles }) => roles))]).toEqual(['app_family']);
});

test('nobody else’s family, and no organisation, reads a list', async () => {
  const { own, at, childId } = await aList();
  const other = browser(service);
  other.signInWith(await aFamily(service, [(await aPlan(service, authority)).childId]));
  expect((await other.get(own)).statusCode).toBe(404);
  expect((await other.get(at)).statusCode).toBe(404);
  expect((await other.get(`/api/family/${childId}/tailored-list`)).statusCode).toBe(404);
});

test('side by side, and in Easy Read, they say the same', async () => {
  const { own, family, memory, senior } = await aList();
  // Of each line of Section F: what it was taken to be for, and whether the setting names that.
  const one = (await family.get(`${own}/settings/${memory}`)).body;
  expect(one).toMatch(/F1<[^F]*For [a-z ]+( or [a-z ]+)*\. It names/);
  const beside = (await family.get(`${own}/comparison?setting=${memory}&setting=${senior}`)).body;
  expect(beside).toContain('Fits what is known');
  expect(beside).toContain('Left off');
  const easy = await family.get(`/easy-read${own}/settings/${senior}`);
  expect(easy.body).toContain('It is not for your school year.');
  expect(readEasyRead(easy.body)).not.toBeNull();
  expect((await family.get(`/easy-read${own}`)).body).toContain(
    'You can ask for any nursery, school or college.',
  );
});

test('before any list there is nothing to wait for: the page says so and leads to asking', async () => {
  const plan = await aPlan(service, authority);
  await later(service, authority, plan, '2025-05-12');
  const { body } = await plan.family.get(`/family/${plan.childId}/tailored-list`);
  expect(body).toContain('You do not need one to ask for a setting');
  expect(body).toContain('/plan/preference');
});

test('a manager sets distances as a dated version for anyone to read; a list made before keeps its own', async () => {
  const { at, own, staff, family, planId, postcode } = await aList();
  const manager = browser(service);
  manager.signInWith(await aStaffMember(service, authority, 'manager', 'Tom Ashdown'));
  const form = '/tailored-list-criteria/own';
  expect((await staff.get(form)).statusCode).toBe(404);
  expect((await browser(service).get('/tailored-list-criteria')).body).toContain('has set nothing');
  const set = { 'band-1': '1', 'band-2': '4', 'band-3': '9', 'band-4': '30', usualMiles: '12', seen: '0' };
  const bare = await send(manager, form, set);
  expect(bare.body).toContain('Enter why it is set so');
  expect(bare.body).toContain('value="9"');
  const why = 'Most homes here are in one town';
  const twice = { ...set, why, idempotencyKey: randomUUID() };
  const done = await Promise.all([send(manager, form, twice), send(manager, form, twice)]);
  expect(done.map(({ status }) => status)).toEqual([303, 303]);
  const stale = await send(manager, form, { ...set, why, 'band-1': '2' });
  expect(stale.body).toContain('Somebody has saved another version');
  const published = (await browser(service).get('/tailored-list-criteria')).body;
  for (const words of ['Version 1.1, from', 'Tom Ashdown', why, 'up to 1, 4, 9 and 30 miles'])
    expect(published).toContain(words);
  // Made before: by the distances of its day.
  expect((await staff.get(at)).body).toContain('up to 2, 5, 10 and 20 miles');
  expect((await staff.get(`/plans/${planId}/tailored-lists`)).body).toMatch(/name="miles"[^>]*value="12"/);
  const again = await send(staff, `/plans/${planId}/tailored-lists`, asked(postcode));
  expect(again.status, again.body).toBe(303);
  const mine = (await family.get(own)).body;
  expect(mine).toContain('criteria version 1.1');
  expect(mine).toContain('up to 1, 4, 9 and 30 miles');
  expect(mine).toContain('Up to 1 mile away');
});

test('staff write down what the family says of a list: a setting they put on it, found or typed, and that they want none', async () => {
  const { own, staff, family, planId, quiet } = await aList();
  const lists = `/plans/${planId}/tailored-lists`;
  const page = (await staff.get(`${lists}?q=Quiet+School+${seas}`)).body;
  expect(page).toContain('They put a setting on the list');
  expect(page).toContain(quiet);
  const bare = await send(staff, `${lists}/additions`, { settingId: quiet });
  expect(bare.body).toContain('Enter who of the family said it');
  expect((await send(staff, `${lists}/decline`, {})).body).toContain('href="#from-declined"');
  const typed = { settingName: 'The Childminder in Mill Lane', from, words: 'She knows him' };
  expect((await send(staff, `${lists}/additions`, typed)).to).toBe(lists);
  expect((await send(staff, `${lists}/decline`, { from, words: 'We have chosen' })).to).toBe(lists);
  const theirs = (await family.get(own)).body;
  expect(theirs).toContain('The Childminder in Mill Lane');
  expect((await staff.get(lists)).body).toContain('wants no list');
});
