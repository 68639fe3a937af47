import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { browser, type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../test/support/database.ts';
import { jsonClient, refusal } from '../../../test/support/json.ts';
import { aCaseworker, aFamily, aProfessional } from '../../../test/support/people.ts';
import { withLens } from '../../platform/lens/index.ts';
import { aDecidedChild, anOrganisation, aSheet, askedAbout } from './examples.ts';
import { askHowItWent } from './index.ts';

/* Answering, saying no, and what nobody can find out afterwards. */

let authority: number;
let wexcombe: TestApp;
let childId: string;
let contactIds: string[];
let id: string;
let ann: ReturnType<typeof browser>;

beforeEach(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-03-03');
  ({ childId, contactIds } = await aDecidedChild(authority, '2025-02-20', [
    { name: 'Ann Hartwell' },
    { name: 'Bea Hartwell' },
  ]));
  await askHowItWent(wexcombe.services);
  id = (await askedAbout(childId))[0].id;
  ann = await familyOf(contactIds[0]);
});

async function familyOf(contactId: string | undefined) {
  const reader = browser(wexcombe);
  reader.signInWith(await aFamily(wexcombe, [childId], contactId ?? null));
  return reader;
}

const at = (more = '') => `/family/${childId}/experience${more}`;

async function counted() {
  const { rows } = await ownerPool().query(
    `select question, answer from experience_answers where authority_id = $1 order by question`,
    [authority],
  );
  return rows.map(({ question, answer }) => `${question} ${answer}`);
}
async function ended() {
  const { rows } = await ownerPool().query(
    'select how, written_down as down from experience_replies where authority_id = $1 order by how',
    [authority],
  );
  return rows;
}

test('somebody finds what they are asked on their page, answers it, and it is counted', async () => {
  expect((await ann.get(`/family/${childId}`)).body).toContain(at());
  expect((await ann.get(at())).body).toContain(at(`/${id}`));
  const page = (await ann.get(at(`/${id}`))).body;
  expect(page).toContain('What my child wants and feels was taken into account');
  expect(page).toContain('cannot take them out again later. If few people answer, somebody may guess.');
  const sent = await ann.post(at(`/${id}`), aSheet({ 'fair-effort': 'none' }));
  expect([sent.statusCode, sent.headers.location]).toEqual([303, at('/answered')]);
  expect((await ann.get(at('/answered'))).body).toContain('Thank you');
  expect(await counted()).toEqual(['listened-to 2', 'told-clearly 5']);
  expect(await ended()).toEqual([{ how: 'answered', down: false }]);
  expect((await ann.get(at())).body).toContain('There is nothing to answer now');
  expect((await ann.get(at(`/${id}`))).body).toContain('Thank you');
});

test('what is not agreed to is not sent, and what was chosen is kept', async () => {
  const without = await ann.post(at(`/${id}`), aSheet({ consent: '', words: 'It took long' }));
  expect(without.statusCode).toBe(400);
  expect(without.body).toContain('Say that a manager may read what is written, or take the words out');
  const still = await ann.post(
    at(`/${id}`),
    aSheet({ consent: '', words: 'It took long', wordsConsent: 'yes' }),
  );
  expect(still.body).toContain('Say that the answers may be counted');
  expect(still.body).toMatch(/name="listened-to"[^>]*value="2"[^>]*checked/);
  expect(still.body).toContain('It took long');
  const empty = { idempotencyKey: randomUUID(), consent: 'yes' };
  expect((await ann.post(at(`/${id}`), empty)).body).toContain('Select an answer to at least one statement');
  const odd = await ann.post(at(`/${id}`), aSheet({ 'told-clearly': '9' }));
  expect(odd.body).toContain('Select one of the answers');
  expect([await counted(), await ended()]).toEqual([[], []]);
});

test('sent twice, in two tabs, ten times at once, and after a no: it counts once', async () => {
  const sheet = aSheet();
  const all = await Promise.all([
    ...[1, 2, 3, 4, 5].map(() => ann.post(at(`/${id}`), sheet)),
    ...[1, 2, 3, 4, 5].map(() => ann.post(at(`/${id}`), aSheet({ 'told-clearly': '1' }))),
  ]);
  expect(all.map(({ headers }) => headers.location)).toEqual(Array(10).fill(at('/answered')));
  expect(await counted()).toHaveLength(2);
  const bea = await familyOf(contactIds[1]);
  const [, other] = await askedAbout(childId);
  const no = { idempotencyKey: randomUUID() };
  expect((await bea.post(at(`/${other.id}/declining`), no)).headers.location).toBe(at('/declined'));
  expect((await bea.post(at(`/${other.id}`), aSheet())).headers.location).toBe(at('/declined'));
  expect(await counted()).toHaveLength(2);
  expect((await bea.get(at(`/${other.id}`))).body).toContain('You do not want to answer');
});

test('it can be answered on its last day, and the day after says so plainly', async () => {
  wexcombe.clock.now = new Date('2025-04-14T20:00:00Z');
  const last = await familyOf(contactIds[0]);
  expect((await last.get(at(`/${id}`))).body).toContain('Send my answers');
  wexcombe.clock.now = new Date('2025-04-15T10:00:00Z');
  const late = await familyOf(contactIds[0]);
  expect((await late.get(at(`/${id}`))).body).toContain('This can no longer be answered');
  expect((await late.post(at(`/${id}`), aSheet())).headers.location).toBe(at('/closed'));
  expect(await counted()).toEqual([]);
  await askHowItWent(wexcombe.services);
  expect((await ended()).map(({ how }) => how)).toEqual(['closed', 'closed']);
});

test('“do not ask me again” ends what is open, holds, and can be taken back; it is one person’s and no other’s', async () => {
  const choose = (asks: string) => ann.post(at('/choice'), { asks, idempotencyKey: randomUUID() });
  expect((await ann.post(at('/choice'), { idempotencyKey: randomUUID() })).body).toContain(
    'Select whether you want us to ask',
  );
  expect((await choose('no')).statusCode).toBe(303);
  expect((await ann.get(at())).body).toMatch(/value="no"[^>]*checked/);
  expect(await ended()).toEqual([{ how: 'declined', down: false }]);
  const bea = await familyOf(contactIds[1]);
  expect((await bea.get(at())).body).toMatch(/value="yes"[^>]*checked/);
  await choose('yes');
  expect((await ann.get(at())).body).toMatch(/value="yes"[^>]*checked/);
});

test('another person’s, another family’s, another authority’s and another organisation’s invitation is not there', async () => {
  const [, other] = await askedAbout(childId);
  const elsewhere = await testApp(await anAuthority('Otherton'), '2025-03-03');
  const foreign = jsonClient(elsewhere, await aCaseworker(elsewhere, elsewhere.services.authority.code));
  const stranger = browser(wexcombe);
  stranger.signInWith(await aFamily(wexcombe, [randomUUID()], contactIds[0]));
  const school = browser(wexcombe);
  school.signInWith(await aProfessional(wexcombe, await anOrganisation()));
  for (const [who, url] of [
    [ann, at(`/${other.id}`)],
    [ann, at(`/${randomUUID()}`)],
    [stranger, at(`/${id}`)],
    [school, `/inbox/experience/${id}`],
  ] as const) {
    expect([url, (await who.get(url)).statusCode]).toEqual([url, 404]);
    for (const more of ['', '/declining'])
      expect([url, (await who.post(`${url}${more}`, aSheet())).statusCode]).toEqual([url, 404]);
  }
  // Nor is one of somebody's own about one child at the address of another.
  const sibling = await aDecidedChild(authority, '2025-01-20');
  const both = browser(wexcombe);
  both.signInWith(await aFamily(wexcombe, [childId, sibling.childId], contactIds[0] ?? null));
  for (const [address, status] of [
    [at(`/${id}`), 200],
    [`/family/${sibling.childId}/experience/${id}`, 404],
  ] as const)
    expect([address, (await both.get(address)).statusCode]).toEqual([address, status]);
  const desk = browser(wexcombe);
  desk.signInWith(await aCaseworker(wexcombe, authority));
  const misplaced = `/cases/${sibling.childId}/experience/${id}`;
  expect((await desk.get(misplaced)).statusCode).toBe(404);
  expect((await desk.post(misplaced, aSheet())).statusCode).toBe(404);
  expect((await foreign.get(`/api/cases/${childId}/experience`)).status).toBe(404);
  expect((await foreign.post(`/api/cases/${childId}/experience/${id}`, aSheet())).status).toBe(404);
  expect(await ended()).toEqual([]);
});

test('staff see who was asked and never who answered: not on the page, and not in the database', async () => {
  await ann.post(at(`/${id}`), aSheet({ words: 'It took long', wordsConsent: 'yes' }));
  const desk = browser(wexcombe);
  desk.signInWith(await aCaseworker(wexcombe, authority));
  const page = (await desk.get(`/cases/${childId}/experience`)).body;
  expect(page).toContain('Ann Hartwell');
  // Whoever answered and whoever did not stand there alike.
  expect(page.match(/Write down what they said/g)).toHaveLength(2);
  expect(`${page}${(await desk.get(`/cases/${childId}/timeline`)).body}`).not.toMatch(
    /answered how|It took long/,
  );
  const staff = {
    kind: 'staff',
    accountId: randomUUID(),
    name: 'x',
    authorityId: authority,
    roles: ['manager', 'administrator'],
  } as const;
  for (const table of ['experience_replies', 'experience_answers', 'experience_words']) {
    const seen = await withLens(wexcombe.services.database, staff, async (tx) => {
      const { rows } = await sql`select from ${sql.table(table)}`.execute(tx);
      return rows.length;
    });
    expect([table, seen]).toEqual([table, 0]);
  }
});

test('no column of an answer leads to anybody: it has no child, person, organisation, sheet or moment, and its id is nowhere else', async () => {
  await ann.post(at(`/${id}`), aSheet({ words: 'It took long', wordsConsent: 'yes' }));
  const owner = ownerPool();
  const { rows: columns } = await owner.query(
    `select table_name, array_agg(column_name::text order by column_name) as columns from information_schema.columns
     where table_name in ('experience_answers', 'experience_words') group by 1 order by 1`,
  );
  expect(columns.map((row) => row.columns)).toEqual([
    ['answer', 'authority_id', 'id', 'kind', 'quarter_on', 'question', 'stage'],
    ['authority_id', 'id', 'kind', 'quarter_on', 'stage', 'words'],
  ]);
  const { rows: days } = await owner.query(
    `select distinct quarter_on::text as on from experience_answers where authority_id = $1`,
    [authority],
  );
  expect(days).toEqual([{ on: '2025-01-01' }]);
  const { rows: uuids } = await owner.query(
    `select c.table_name as t, c.column_name as c from information_schema.columns c join information_schema.tables using (table_schema, table_name)
     where c.table_schema = 'public' and table_type = 'BASE TABLE' and data_type = 'uuid' and c.table_name not in ('experience_answers', 'experience_words')`,
  );
  expect(uuids.length).toBeGreaterThan(100);
  for (const { t, c } of uuids) {
    const { rowCount } = await owner.query(
      `select from ${t} where ${c} in (select id from experience_answers union all select id from experience_words) limit 1`,
    );
    expect([t, c, rowCount]).toEqual([t, c, 0]);
  }
  const { rows: foreign } = await owner.query(
    `select confrelid::regclass::text as to from pg_constraint where contype = 'f' and conrelid in ('experience_answers'::regclass, 'experience_words'::regclass)`,
  );
  expect(foreign.map(({ to }) => to)).toEqual(['authorities', 'authorities']);
  // Nor does anything else say that she answered: no event, and no key of the call.
  const { rows: said } = await owner.query(
    `select kind from events where child_id = $1 and kind not in ('file read', 'asked how it went')`,
    [childId],
  );
  expect(said).toEqual([]);
  const { rows: keys } = await owner.query(`select from idempotency_keys where route like '%experience%'`);
  expect(keys).toEqual([]);
});

test('staff write down what somebody said by telephone; where they had answered online, that counts, and staff are told the same', async () => {
  const desk = browser(wexcombe);
  desk.signInWith(await aCaseworker(wexcombe, authority));
  const write = `/cases/${childId}/experience/${id}`;
  expect((await desk.post(write, aSheet({ consent: '' }))).statusCode).toBe(400);
  expect((await desk.post(write, aSheet())).headers.location).toBe(`/cases/${childId}/experience`);
  expect(await ended()).toEqual([{ how: 'answered', down: true }]);
  expect((await desk.post(write, aSheet({ 'told-clearly': '1' }))).headers.location).toBe(
    `/cases/${childId}/experience`,
  );
  expect(await counted()).toEqual(['listened-to 2', 'told-clearly 5']);
  const said = { contactId: contactIds[1] ?? '', asks: 'no', saidHow: 'telephone' };
  const on = { 'saidOn-day': '3', 'saidOn-month': '3', 'saidOn-year': '2025' };
  const choices = `/cases/${childId}/experience/choices`;
  expect(
    (await desk.post(choices, { ...said, ...on, 'saidOn-year': '2026', idempotencyKey: randomUUID() })).body,
  ).toContain('The day must be today or in the past');
  await desk.post(choices, { ...said, ...on, idempotencyKey: randomUUID() });
  expect((await desk.get(`/cases/${childId}/experience`)).body).toContain(
    'Not to be asked again: Bea Hartwell',
  );
});

test('the same as JSON, by the pages’ own forms', async () => {
  const client = jsonClient(wexcombe, await aFamily(wexcombe, [childId], contactIds[0]));
  const api = `/api/family/${childId}/experience`;
  expect((await client.get(api)).body).toEqual({
    asks: true,
    open: [{ id, stage: 'deciding', kind: 'family', askedOn: '2025-03-03', closesOn: '2025-04-14' }],
  });
  expect(await client.post(`${api}/${id}`, { 'told-clearly': 5 })).toEqual(
    refusal('consent', expect.stringContaining('Say that the answers may be counted')),
  );
  const sheet = { 'told-clearly': 5, consent: 'yes' };
  const readings = async () =>
    (await ownerPool().query(`select from events where child_id = $1 and kind = 'file read'`, [childId]))
      .rowCount;
  const before = await readings();
  expect((await client.post(`${api}/${id}`, sheet)).body).toMatchObject({ state: 'answered' });
  // The history of readings is the family's and the authority's: it must not say that somebody answered.
  expect(await readings()).toBe(before);
  expect((await client.get(api)).body.open).toEqual([]);
  expect((await client.post(`${api}/choice`, { asks: 'no' })).body.asks).toBe(false);
});
