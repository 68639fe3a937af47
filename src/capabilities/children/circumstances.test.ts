import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { browser, type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool, testDatabase } from '../../../test/support/database.ts';
import { aCaseworker, aFamily, aStaffMember } from '../../../test/support/people.ts';
import { listEvents } from '../../platform/events/index.ts';
import { withLens } from '../../platform/lens/index.ts';
import { plainDate } from '../../shared/plain-date.ts';
import { type Circumstance, happened, soOn, standing } from './circumstances.ts';
import { aChild, wordsOf } from './examples.ts';

let authority: number;
let wexcombe: TestApp;
let priya: ReturnType<typeof browser>;
let tom: ReturnType<typeof browser>;

beforeAll(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-02-03');
  priya = browser(wexcombe);
  priya.signInWith(await aCaseworker(wexcombe, authority));
  tom = browser(wexcombe);
  tom.signInWith(await aStaffMember(wexcombe, authority, 'manager', 'Tom Ashdown'));
});

function day(name: 'from' | 'until', date: string): Record<string, string> {
  const [year = '', month = '', dayOfMonth = ''] = date.split('-');
  return { [`${name}-day`]: dayOfMonth, [`${name}-month`]: month, [`${name}-year`]: year };
}

function post(who: typeof priya, url: string, fields: Record<string, string>) {
  return who.post(url, {
    idempotencyKey: randomUUID(),
    ...day('from', '--'),
    ...day('until', '--'),
    ...fields,
  });
}

async function read(childId: string): Promise<string> {
  return wordsOf((await priya.get(`/cases/${childId}/particulars`)).body);
}

async function links(childId: string): Promise<string[]> {
  const { body } = await priya.get(`/cases/${childId}/particulars`);
  return [...body.matchAll(/href="([^"]*\/circumstances\/[0-9a-f-]{36})"/g)].map(([, href]) => href ?? '');
}

test('a move ends the old address on the day of the new one, and the rest of the service reads the new one', async () => {
  const childId = await aChild(authority);
  const form = (await priya.get(`/cases/${childId}/circumstances/address`)).body;
  expect(wordsOf(form)).toContain('They no longer live at 7 Sallow Bank, Wexcombe, WX2 2AA');
  const ended = /name="ended"[^>]*value="([^"]+)"/.exec(form)?.[1] ?? '';
  const address = {
    address: '3 Withy Lane\nWexcombe',
    postcode: 'WX3 3BB',
    ended,
    ...day('from', '2025-01-20'),
  };
  const done = await post(priya, `/cases/${childId}/circumstances/address`, address);
  expect(done.headers.location).toBe(`/cases/${childId}/particulars`);
  const page = await read(childId);
  expect(page).toContain('3 Withy Lane, Wexcombe, WX3 3BB 20 January 2025 Now');
  expect(page).toContain('7 Sallow Bank, Wexcombe, WX2 2AA Not known 20 January 2025');
  const { rows } = await ownerPool().query('select postcode from children where id = $1', [childId]);
  expect(rows).toEqual([{ postcode: 'WX3 3BB' }]);
});

test('a mistake is corrected beside what was there, or struck out, with who said so', async () => {
  const childId = await aChild(authority);
  const care = {
    kind: 'looked after',
    byAuthority: String(authority),
    byOther: '',
    ...day('from', '2024-06-01'),
  };
  await post(tom, `/cases/${childId}/circumstances/care`, care);
  expect(await read(childId)).toContain('Looked after by Wexcombe 1 June 2024 Now');
  const at = (await links(childId)).at(-1) ?? '';
  const bare = await post(priya, at, { why: '' });
  expect(bare.body).toContain('Enter why it is changed');
  const why = 'The order was a week later';
  expect((await post(priya, at, { why, ...day('from', '2024-06-08') })).statusCode).toBe(303);
  expect(await read(childId)).toContain(
    'Priya Raman Looked after by Wexcombe, from 1 June 2024 became Looked after by Wexcombe, from 8 June 2024 The order was a week later',
  );
  const corrected = (await links(childId)).at(-1) ?? '';
  expect(
    (await post(priya, `${corrected}/removal`, { never: 'Another child of that name' })).statusCode,
  ).toBe(303);
  const page = await read(childId);
  expect(page).toContain('Looked after and social care Nothing is recorded.');
  expect(page).toContain('Never so: Looked after by Wexcombe, from 8 June 2024 Another child of that name');
});

test('of two who correct the same thing at once one is kept, and the other is shown it', async () => {
  const childId = await aChild(authority);
  const [at = ''] = await links(childId);
  const answers = await Promise.all([
    post(priya, at, { why: 'They moved', ...day('until', '2025-01-10') }),
    post(tom, at, { why: 'They moved out', ...day('until', '2025-01-12') }),
  ]);
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([303, 409]);
  const told = wordsOf(answers.find(({ statusCode }) => statusCode === 409)?.body ?? '');
  expect(told).toMatch(
    /(Priya Raman|Tom Ashdown) changed it since: 7 Sallow Bank, Wexcombe, WX2 2AA, until 1[02] January 2025/,
  );
  expect(told).toContain('changed this while you were writing');
});

test('a setting comes from the register, closed ones too, with its days', async () => {
  const childId = await aChild(authority);
  await ownerPool().query(
    `insert into settings (id, urn, name, status, fictional, content_hash) values (gen_random_uuid(), $1, 'Alderwick Infant School', 'Closed', true, 'x')
     on conflict do nothing`,
    [900_000 + authority],
  );
  const add = `/cases/${childId}/circumstances/setting`;
  const found = (await priya.get(`${add}?q=alderwick`)).body;
  const settingId = /name="settingId"[^>]*value="([^"]+)"/.exec(found)?.[1] ?? '';
  const unknown = await post(priya, add, { settingId: randomUUID(), search: 'alderwick' });
  expect(unknown.body).toContain('Search for the setting, then select it');
  const days = { ...day('from', '2020-09-01'), ...day('until', '2023-07-21') };
  expect((await post(priya, add, { settingId, ...days })).statusCode).toBe(303);
  expect(await read(childId)).toContain('Alderwick Infant School 1 September 2020 21 July 2023');
});

test('a period at home, with a childminder or in custody is recorded with its kind and days, and ends what was before', async () => {
  const childId = await aChild(authority);
  const add = `/cases/${childId}/circumstances/elsewhere`;
  expect((await post(priya, add, {})).body).toContain('Select where they are or were');
  const minder = { place: 'early years provider', placeName: 'Little Wrens' };
  await post(priya, add, { ...minder, ...day('from', '2018-09-03'), ...day('until', '2020-07-17') });
  await post(priya, add, { place: 'educated at home', placeName: 'x', ...day('from', '2020-09-01') });
  const ended = /name="ended"[^>]*value="([^"]+)"/.exec((await priya.get(add)).body)?.[1] ?? '';
  const custody = { place: 'custody', placeName: '', ended, ...day('from', '2025-01-06') };
  expect((await post(priya, add, custody)).statusCode).toBe(303);
  const shown = await read(childId);
  expect(shown).toContain(
    'Childminder or other early years provider not on the register: Little Wrens 3 September 2018 17 July 2020',
  );
  expect(shown).toContain('Educated at home 1 September 2020 6 January 2025');
  expect(shown).toContain('In custody 6 January 2025 Now');
});

test('what has not happened, or ends before it begins, is refused at its field with what was typed', async () => {
  const childId = await aChild(authority);
  const add = `/cases/${childId}/circumstances/care`;
  const kind = { kind: 'child in need', byAuthority: '', byOther: '' };
  const later = await post(priya, add, { ...kind, ...day('from', '2025-02-04') });
  expect(later.statusCode).toBe(400);
  expect(later.body).toContain('This has not begun yet. Record it on that day or after');
  expect(later.body).toContain('value="04"');
  const backwards = { ...day('from', '2025-01-04'), ...day('until', '2025-01-03') };
  expect((await post(priya, add, { ...kind, ...backwards })).body).toContain(
    'The last day must be the same as the first or after it',
  );
  const nobody = await post(priya, add, { ...kind, kind: 'looked after' });
  expect(nobody.body).toContain('Select the authority that looks after the child, or write which it is');
});

test('where a child lives and what social care does are in nothing a family reads; staff see that they changed, and who changed them', async () => {
  const childId = await aChild(authority);
  await post(tom, `/cases/${childId}/circumstances/care`, {
    kind: 'child protection plan',
    byAuthority: '',
    byOther: '',
  });
  await post(tom, `/cases/${childId}/circumstances/address`, { address: '9 Hidden Row', postcode: '' });
  const timeline = wordsOf((await priya.get(`/cases/${childId}/timeline`)).body);
  expect(timeline).toContain('Social care fact recorded by Tom Ashdown');
  expect(timeline).toContain('Home address recorded by Tom Ashdown');
  const family = {
    kind: 'family',
    accountId: null,
    sessionId: randomUUID(),
    name: 'x',
    childIds: [childId],
  } as const;
  const seen = await withLens(testDatabase(), family, async (tx) => ({
    events: (await listEvents(tx, childId)).events,
    circumstances: await tx.selectFrom('children_circumstances').selectAll().execute(),
    particulars: await tx.selectFrom('children_particulars').selectAll().execute(),
  }));
  expect(seen.events.map(({ kind }) => kind)).not.toContain('social care fact recorded');
  expect(JSON.stringify(seen)).not.toContain('address');
  expect(seen.circumstances).toEqual([]);
  expect(seen.particulars).toEqual([]);
  const parent = browser(wexcombe);
  parent.signInWith(await aFamily(wexcombe, [childId]));
  expect((await parent.get(`/cases/${childId}/particulars`)).statusCode).toBe(404);
});

test('what is recorded of one thing leaves the others as they were', async () => {
  const childId = await aChild(authority);
  await ownerPool().query('delete from children_circumstances where child_id = $1', [childId]);
  const care = { kind: 'child in need', byAuthority: '', byOther: '' };
  expect((await post(tom, `/cases/${childId}/circumstances/care`, care)).statusCode).toBe(303);
  const { rows } = await ownerPool().query('select postcode from children where id = $1', [childId]);
  expect(rows).toEqual([{ postcode: 'WX2 2AA' }]);
});

const row: Circumstance = {
  id: 'a',
  childId: 'c',
  kind: 'address',
  fromOn: null,
  untilOn: null,
  addressLines: ['1 Example Street'],
  postcode: null,
  settingId: null,
  settingName: null,
  place: null,
  placeName: null,
  need: null,
  byAuthority: null,
  byAuthorityName: null,
  byOther: null,
  corrects: null,
  struck: false,
  why: null,
  by: 'Priya Raman',
  at: new Date(0),
};

test('what is so on a day is what had begun and not ended, the latest of several, as last corrected', () => {
  const first = { ...row, untilOn: plainDate('2025-01-10') };
  const second = { ...row, id: 'b', fromOn: plainDate('2025-01-10') };
  const wrong = { ...row, id: 'c', fromOn: plainDate('2025-01-15') };
  const struck = { ...wrong, id: 'd', corrects: 'c', struck: true };
  const rows = [first, second, wrong, struck];
  expect(standing(rows).map(({ id }) => id)).toEqual(['b', 'a']);
  expect(soOn(rows, 'address', plainDate('2025-01-09'))?.id).toBe('a');
  expect(soOn(rows, 'address', plainDate('2025-01-20'))?.id).toBe('b');
  expect(soOn(rows, 'setting', plainDate('2025-01-20'))).toBeUndefined();
  expect(happened(second, plainDate('2025-01-10'))).toMatchObject({ ok: true });
});
