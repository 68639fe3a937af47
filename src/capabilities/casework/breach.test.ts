import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { browser, type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../test/support/database.ts';
import { aFamily, aStaffMember } from '../../../test/support/people.ts';
import { withLens } from '../../platform/lens/index.ts';
import { plainDate } from '../../shared/plain-date.ts';
import { breachesOf } from './breach.ts';
import { listBreaches } from './breach-store.ts';
import { LIMIT_WORDS } from './limits.ts';
import { listCasesOfChild } from './store.ts';

let authority: number;
let wexcombe: TestApp;
let manager: ReturnType<typeof browser>;

beforeAll(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-03-31');
  manager = browser(wexcombe);
  manager.signInWith(await aStaffMember(wexcombe, authority, 'manager', 'Tom Ashdown'));
});

let made = 0;

/** Another request about a child, received on a day and not decided. */
async function anotherRequest(childId: string, received: string): Promise<string> {
  made += 1;
  const reference = `R-0000-${String(made).padStart(4, '0')}`;
  await ownerPool().query(
    `with request as (insert into requests (authority_id, id, reference, child_id, received_on, received_how, source, requester_name, stated, file_opened_at)
       values ($1, gen_random_uuid(), $2, $3, $4, 'letter', 'parent', 'Jo', '[]', now()) returning *)
     insert into case_changes (authority_id, child_id) select authority_id, child_id from request`,
    [authority, reference, childId, received],
  );
  return reference;
}

/** A case received on a day and, where it was, decided on another. */
async function aCase(received: string, decided: string | null = null, outcome = 'assess'): Promise<string> {
  made += 1;
  const { rows } = await ownerPool().query(
    `with child as (insert into children (authority_id, id, given_names, family_name, born_on)
       values ($1, gen_random_uuid(), 'Robin', 'Nameless', '2016-05-04') returning authority_id, id),
     request as (insert into requests (authority_id, id, reference, child_id, received_on, received_how, source, requester_name, stated, file_opened_at)
       select authority_id, gen_random_uuid(), $2, id, $3, 'letter', 'parent', 'Jo', '[]', now() from child returning *),
     decision as (insert into request_decisions (authority_id, request_id, child_id, outcome, has_or_may_have_sen, provision_may_be_necessary, evidence, reasons, what_would_change, decided_on, notified_on, decided_by)
       select authority_id, id, child_id, $5, true, $5 = 'assess', 'e', 'r', 'w', $4, $4, 'Priya Raman' from request where $4::date is not null)
     insert into case_changes (authority_id, child_id) select authority_id, child_id from request returning child_id`,
    [authority, `R-0000-${String(made).padStart(4, '0')}`, received, decided, outcome],
  );
  return rows[0].child_id;
}

const send = (by: ReturnType<typeof browser>, url: string, fields: Record<string, string>) =>
  by.post(url, { idempotencyKey: randomUUID(), ...fields });

test('a reason is recorded for a limit that passed, and the family reads it in those words', async () => {
  const childId = await aCase('2025-02-03');
  const given = { limit: 'decide whether to assess', reason: 'We were waiting for the school’s records.' };
  expect((await send(manager, `/cases/${childId}/late`, given)).statusCode).toBe(303);
  const family = browser(wexcombe);
  family.signInWith(await aFamily(wexcombe, [childId]));
  const tracker = (await family.get(`/family/${childId}`)).body;
  expect(tracker).toContain(LIMIT_WORDS['decide whether to assess'].family);
  expect(tracker).toContain('We were waiting for the school’s records.');
  const later = { ...given, reason: 'The records came on 20 March.' };
  await send(manager, `/cases/${childId}/late`, later);
  expect((await family.get(`/family/${childId}`)).body).toContain('The records came on 20 March.');
  const { rows } = await ownerPool().query(
    `select replaced_at is null as stands from breach_reasons where child_id = $1 order by recorded_at`,
    [childId],
  );
  expect(rows).toEqual([{ stands: false }, { stands: true }]);
});

test('a limit that has not passed has no reason, and a reason has words', async () => {
  const onTime = await aCase('2025-03-03');
  const form = { limit: 'decide whether to assess', reason: 'Too early' };
  const refused = await send(manager, `/cases/${onTime}/late`, form);
  expect(refused.body).toContain('No time limit of this case has passed.');
  expect(refused.statusCode).toBe(400);
  const late = await aCase('2025-02-03');
  const silent = await send(manager, `/cases/${late}/late`, { ...form, reason: '' });
  expect(silent.body).toContain('Enter why it is late, in words for the family');
});

test('each request of a child has its own reasons, and a reason goes with the one it was given for', async () => {
  const childId = await aCase('2024-06-03', '2024-08-12', 'do not assess');
  const first = `R-0000-${String(made).padStart(4, '0')}`;
  const second = await anotherRequest(childId, '2025-02-03');
  const page = (await manager.get(`/cases/${childId}/late`)).body;
  const ids = [...page.matchAll(/name="limit"[^>]* value="([^"]+)"/g)].map(([, id]) => id ?? '');
  expect(ids).toHaveLength(2);
  expect(page).toContain(`Decide whether to assess: ${first}`);
  const reason = 'The school’s records came in July.';
  const either = await send(manager, `/cases/${childId}/late`, { limit: 'decide whether to assess', reason });
  expect(either.statusCode).toBe(400);
  expect(either.body).toContain('Select which of these time limits you mean');
  // The latest request stands first, and the one before it second.
  expect((await send(manager, `/cases/${childId}/late`, { limit: ids[1] ?? '', reason })).statusCode).toBe(
    303,
  );
  const said = (await manager.get('/caseload/late')).body.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
  const row = (reference: string) => said.slice(said.indexOf(reference)).slice(0, 140);
  expect(row(first)).toContain('15 July 2024 12 August 2024 Another reason');
  expect(row(second)).toContain('17 March 2025 Not yet None recorded');
  const family = browser(wexcombe);
  family.signInWith(await aFamily(wexcombe, [childId]));
  expect((await family.get(`/family/${childId}`)).body).not.toContain(reason);
});

test('the authority’s own list is kept by its managers; what was counted under a reason stays when it is ended', async () => {
  await send(manager, '/caseload/late/reasons', { words: 'No psychologist was free' });
  const twice = await send(manager, '/caseload/late/reasons', { words: 'no Psychologist was free' });
  expect(twice.body).toContain('in the list already');
  const { rows } = await ownerPool().query('select id from breach_reason_kinds where authority_id = $1', [
    authority,
  ]);
  const childId = await aCase('2025-02-03');
  const form = { limit: 'decide whether to assess', reason: 'There was nobody.' };
  expect((await send(manager, `/cases/${childId}/late`, form)).body).toContain('Select the reason');
  await send(manager, `/cases/${childId}/late`, { ...form, kind: rows[0].id });
  await send(manager, `/caseload/late/reasons/${rows[0].id}/end`, {});
  expect((await manager.get('/caseload/late/reasons')).body).toContain('The list is empty');
  expect((await manager.get('/caseload/late')).body).toContain('No psychologist was free');
  const caseworker = browser(wexcombe);
  caseworker.signInWith(await aStaffMember(wexcombe, authority, 'caseworker', 'Priya Raman'));
  expect((await send(caseworker, '/caseload/late/reasons', { words: 'Theirs' })).statusCode).toBe(404);
});

test('every limit that passed is on one of the pages, once', async () => {
  for (let so = 0; so < 26; so++) await aCase('2024-10-07');
  const first = await manager.get('/caseload/late');
  const second = await manager.get('/caseload/late?page=2');
  const file = (await manager.get('/caseload/late.csv')).body.trim().split('\n').slice(1);
  const shown = [first, second].map(({ body }) =>
    [...body.matchAll(/\/late">(R-[^<]+)<\/a>/g)].map(([, one]) => one),
  );
  expect(shown[0]).toHaveLength(50);
  expect(Buffer.byteLength(first.body)).toBeLessThan(60 * 1024);
  expect(shown.flat()).toEqual(file.map((row) => row.split(',')[0]));
  expect(first.body).toContain('href="/caseload/late?page=2"');
  // Past the last page is the last.
  expect((await manager.get('/caseload/late?page=99')).body).toContain(`>${shown[1]?.at(-1)}</a>`);
});

test('the report finds in all the cases the very limits that each case says have passed', async () => {
  await aCase('2024-10-07', '2024-12-10');
  await aCase('2025-02-03', '2025-03-20', 'do not assess');
  await aCase('2025-02-18');
  const today = plainDate('2025-03-31');
  await manager.get('/caseload/late');
  const actor = { kind: 'system', authorityId: authority } as const;
  const { listed, each } = await withLens(wexcombe.services.database, actor, async (tx) => {
    const { rows } = await ownerPool().query('select id from children where authority_id = $1', [authority]);
    const listed = await listBreaches(tx, today, null);
    const cases = await Promise.all(rows.map(({ id }) => listCasesOfChild(tx, id)));
    const each = cases
      .flat()
      .flatMap((one) =>
        breachesOf(one, 'school', today, []).map(({ limit, dueOn }) => `${one.reference} ${limit} ${dueOn}`),
      );
    return { listed, each };
  });
  expect(each.length).toBeGreaterThan(3);
  expect(listed.map(({ reference, limit, dueOn }) => `${reference} ${limit} ${dueOn}`).sort()).toEqual(
    each.sort(),
  );
});

test('the download has references and no names or words to families, and nobody else’s authority', async () => {
  await send(manager, `/cases/${await aCase('2025-02-03')}/late`, {
    limit: 'decide whether to assess',
    kind: 'other',
    reason: 'Secretwords',
  });
  const file = await manager.get('/caseload/late.csv');
  expect(file.headers['content-type']).toContain('text/csv');
  expect(file.body).toContain('R-0000-0001,');
  expect(file.body).not.toMatch(/Nameless|Secretwords/);
  const stranger = browser(wexcombe);
  stranger.signInWith(await aStaffMember(wexcombe, await anAuthority('Otherton'), 'manager', 'Vi Sayers'));
  expect((await stranger.get('/caseload/late.csv')).body.trim().split('\r\n')).toHaveLength(1);
  expect((await stranger.get('/caseload/late')).body).toContain('No time limit passed in the last year');
});
