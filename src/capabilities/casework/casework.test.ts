import pg from 'pg';
import { beforeAll, expect, test, vi } from 'vitest';
import { browser, type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../test/support/database.ts';
import { aCaseworker, aFamily } from '../../../test/support/people.ts';
import { getDeadline } from '../../law/index.ts';
import { plainDate } from '../../shared/plain-date.ts';
import { STEP_WORDS } from './case.ts';

let authority: number;
let wexcombe: TestApp;

beforeAll(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-03-18');
});

let made = 0;

async function aCase(
  changes: { name?: string; received?: string; decided?: 'assess' | 'do not assess' } = {},
): Promise<string> {
  made += 1;
  const { rows } = await ownerPool().query(
    `with child as (insert into children (authority_id, id, given_names, family_name, born_on)
       values ($1, gen_random_uuid(), 'Robin', $2, '2016-05-04') returning authority_id, id),
     request as (insert into requests (authority_id, id, reference, child_id, received_on, received_how, source, requester_name, stated, file_opened_at)
       select authority_id, gen_random_uuid(), $3, id, $4, 'letter', 'parent', 'Jo', '[]', now() from child returning *)
     select id, child_id from request`,
    [
      authority,
      changes.name ?? 'Hartwell',
      `R-0000-${String(made).padStart(4, '0')}`,
      changes.received ?? '2025-02-03',
    ],
  );
  if (changes.decided !== undefined) {
    await ownerPool().query(
      `insert into request_decisions (authority_id, request_id, child_id, outcome, has_or_may_have_sen, provision_may_be_necessary, evidence, reasons, what_would_change, decided_on, notified_on, decided_by)
       values ($1, $2, $3, $4, true, $5, 'e', 'r', 'w', '2025-03-01', '2025-03-01', 'Priya Raman')`,
      [authority, rows[0].id, rows[0].child_id, changes.decided, changes.decided === 'assess'],
    );
  }
  await changed(rows[0].child_id);
  return rows[0].child_id;
}

/** What an event would have noted, had the service made this. */
async function changed(childId: string): Promise<void> {
  await ownerPool().query('insert into case_changes (authority_id, child_id) values ($1, $2)', [
    authority,
    childId,
  ]);
}

async function caseworker() {
  const staff = browser(wexcombe);
  staff.signInWith(await aCaseworker(wexcombe, authority));
  return staff;
}

/** The list as it is after searching it, in a view where one is named. */
async function search(staff: ReturnType<typeof browser>, words: string, view = 'open'): Promise<string> {
  const found = await staff.post('/cases/search', { words, view });
  return (await staff.get(found.headers.location ?? '')).body;
}

test('the list shows what is due, soonest first, with the dates the law’s own clocks give', async () => {
  await aCase({ name: 'Duefirst', received: '2025-02-03' });
  await aCase({ name: 'Duelater', received: '2025-02-03', decided: 'assess' });
  const page = await search(await caseworker(), 'due');
  expect(page.indexOf('Duefirst')).toBeLessThan(page.indexOf('Duelater'));
  const due = (id: string) => getDeadline(id, { from: plainDate('2025-02-03') }).due;
  const { rows } = await ownerPool().query(
    `select step, due_on::text from case_steps s join children c on c.id = s.child_id where c.family_name like 'Due%' order by due_on`,
  );
  expect(rows).toEqual([
    { step: 'decide whether to assess', due_on: due('T01') },
    { step: 'assess', due_on: due('T04') },
  ]);
});

test('the day after the last day a case is overdue; on the last day it is not', async () => {
  await aCase({ name: 'Onthelastday', received: '2025-02-04' });
  await aCase({ name: 'Yesterdaydue', received: '2025-02-03' });
  const overdue = (await (await caseworker()).get('/cases?view=overdue')).body;
  expect(overdue).toContain('Yesterdaydue');
  expect(overdue).not.toContain('Onthelastday');
});

test.each([
  ['Ó Briain-Castellanos', ['castellanos', 'o briain', 'Briain-Cast', 'ROBIN ó']],
  ['O’Shaughnessy', ["o'shaugh", 'oshaughnessy']],
  ['Łuczkiewicz', ['luczk', 'łucz']],
  ['عبد الرحمن', ['الرحمن']],
])('%s is found by the beginning of any part of the name, however it is typed', async (name, typed) => {
  await aCase({ name });
  const staff = await caseworker();
  for (const words of typed) {
    expect(await search(staff, words), words).toContain(name);
  }
  expect(await search(staff, 'astellano')).not.toContain(name);
});

test('a refused request is closed and leaves the list of what is open', async () => {
  await aCase({ name: 'Refusedcase', decided: 'do not assess' });
  const staff = await caseworker();
  expect(await search(staff, 'refusedcase')).toContain('No case matches');
  expect(await search(staff, 'refusedcase', 'closed')).toContain('Refusedcase');
});

test('a family sees where things are, by when and what comes next, and every look at the file is theirs to see', async () => {
  const child = await aCase({ name: 'Familyview' });
  await (await caseworker()).get(`/cases/${child}`);
  const family = browser(wexcombe);
  family.signInWith(await aFamily(wexcombe, [child]));
  const shown = (await family.get(`/family/${child}`)).body;
  expect(shown).toContain(STEP_WORDS['decide whether to assess'].family);
  expect(shown).toContain('17 March 2025');
  expect(shown).toContain('This is late');
  expect((await family.get(`/family/${child}/readers`)).body).toContain('Priya Raman');
});

test('a family goes from where things are to every document, with who sent it and when it came', async () => {
  const child = await aCase({ name: 'Papersview' });
  await ownerPool().query(
    `insert into documents (authority_id, id, child_id, title, kind, media_type, byte_size, sha256, storage_key, uploaded_by_name, uploaded_at)
     values ($1, gen_random_uuid(), $2::uuid, 'A report of a visit', 'report', 'application/pdf', 1, repeat('a', 64), $2::text, 'Helen Marsh', '2025-02-20T10:00:00Z')`,
    [authority, child],
  );
  const family = browser(wexcombe);
  family.signInWith(await aFamily(wexcombe, [child]));
  for (const at of ['', '/easy-read'] as const) {
    const shown = (await family.get(`${at}/family/${child}`)).body;
    expect(shown).toContain(`href="${at}/children/${child}/documents"`);
    const list = (await family.get(`${at}/children/${child}/documents`)).body;
    expect(list).toContain('A report of a visit');
    expect(list).toContain('Helen Marsh');
    expect(list).toContain('20 February 2025');
  }
});

test('a family cannot see another child, nor a caseworker of another authority this one', async () => {
  const child = await aCase({ name: 'Private' });
  const family = browser(wexcombe);
  family.signInWith(await aFamily(wexcombe, [await aCase()]));
  expect((await family.get(`/family/${child}`)).statusCode).toBe(404);
  const elsewhere = browser(wexcombe);
  elsewhere.signInWith(await aCaseworker(wexcombe, await anAuthority('Otherton')));
  expect((await elsewhere.get(`/cases/${child}`)).statusCode).toBe(404);
  const { rows } = await ownerPool().query(
    `select count(*) from events where child_id = $1 and kind = 'file read'`,
    [child],
  );
  expect(Number(rows[0].count)).toBe(0);
});

test('a request that was refused is not told to the family as steps that were done', async () => {
  const child = await aCase({ name: 'Refusedfamily', decided: 'do not assess' });
  const family = browser(wexcombe);
  family.signInWith(await aFamily(wexcombe, [child]));
  const shown = (await family.get(`/family/${child}`)).body;
  expect(shown).toContain(STEP_WORDS.closed.family);
  expect(shown).not.toContain(STEP_WORDS['make the plan'].family);
});

test('a lawful exception recorded on a request shows beside its clock, and moves no date', async () => {
  const child = await aCase({ name: 'Excused' });
  await ownerPool().query(
    `insert into request_exceptions (authority_id, id, request_id, child_id, ground, from_on, until_on, reason, evidence, recorded_by)
     select authority_id, gen_random_uuid(), id, child_id, 'absent from the area', '2025-02-05', '2025-03-10', 'r', 'e', 'Priya Raman'
     from requests where child_id = $1`,
    [child],
  );
  const shown = (await (await caseworker()).get(`/cases/${child}`)).body;
  expect(shown).toContain('A lawful exception is recorded');
  expect(shown).toContain('17 March 2025');
});

test('the tracker of a late case looks its lawful exceptions up once', async () => {
  const childId = await aCase({ received: '2025-01-02' });
  const family = browser(wexcombe);
  family.signInWith(await aFamily(wexcombe, [childId]));
  const asked = vi.spyOn(pg.Client.prototype, 'query');
  const page = await family.get(`/family/${childId}`);
  const questions = asked.mock.calls.map(([question]) => JSON.stringify(question));
  asked.mockRestore();
  expect(page.statusCode).toBe(200);
  expect(page.body).toContain('late');
  expect(questions.length).toBeGreaterThan(5);
  expect(questions.filter((question) => question.includes('request_exceptions'))).toHaveLength(1);
});
