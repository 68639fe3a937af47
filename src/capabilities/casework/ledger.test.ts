import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { browser, type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../test/support/database.ts';
import { aFamily, aSessionFor, aStaffMember } from '../../../test/support/people.ts';

let authority: number;
let wexcombe: TestApp;
let childId: string;
let family: ReturnType<typeof browser>;
let leila: ReturnType<typeof browser>;

/** A case that Priya Raman has, whose family follows it; and Leila Haddad, who does not have it. */
beforeEach(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-03-18');
  childId = randomUUID();
  const owner = ownerPool();
  await owner.query(
    `insert into children (authority_id, id, given_names, family_name, born_on) values ($1, $2, 'Robin', 'Hartwell', '2016-05-04')`,
    [authority, childId],
  );
  await owner.query(
    `insert into requests (authority_id, id, reference, child_id, received_on, received_how, source, requester_name, stated, file_opened_at)
     values ($1, gen_random_uuid(), 'R-0000-0001', $2, '2025-02-03', 'letter', 'parent', 'Jo', '[]', now())`,
    [authority, childId],
  );
  await aStaffMember(wexcombe, authority, 'caseworker', 'Priya Raman');
  await owner.query(
    `insert into case_allocations (authority_id, id, child_id, account_id, name, handover, allocated_by, from_on)
     select $1, gen_random_uuid(), $2, account_id, name, '', 'Tom Ashdown', '2025-02-04' from staff_roles
     where authority_id = $1 and name = 'Priya Raman'`,
    [authority, childId],
  );
  family = browser(wexcombe);
  family.signInWith(await aFamily(wexcombe, [childId]));
  leila = browser(wexcombe);
  leila.signInWith(await aStaffMember(wexcombe, authority, 'caseworker', 'Leila Haddad'));
});

const ledger = async () => (await family.get(`/family/${childId}/readers`)).body;

test('the family reads who opened the file, as what, when, what they saw and what for', async () => {
  await leila.get(`/cases/${childId}/messages`);
  const page = await ledger();
  expect(page).toContain('Leila Haddad');
  expect(page).toContain('SEND team: caseworker');
  expect(page).toContain('The messages');
  expect(page).toContain('To read or answer messages');
});

test('whoever does not look after the case is asked why, opens it all the same, and the family reads what they say', async () => {
  const opened = await leila.get(`/cases/${childId}`);
  expect([opened.statusCode, opened.body.includes('Say why you opened it')]).toEqual([200, true]);
  const empty = await leila.post(`/cases/${childId}/reason`, { reason: '', idempotencyKey: randomUUID() });
  expect(empty.body).toContain('Enter why you opened the file');
  const reason = 'They telephoned while <Priya> was out';
  await leila.post(`/cases/${childId}/reason`, { reason, idempotencyKey: randomUUID() });
  expect((await leila.get(`/cases/${childId}`)).body).not.toContain('Say why you opened it');
  const page = await ledger();
  expect(page).toContain('They telephoned while &lt;Priya> was out');
  expect(page).not.toContain('have not said why');
});

test('until they say why, the family reads that they do not look after the case; whoever has it or covers is not said to', async () => {
  const notSaid = 'They do not look after this case, and have not said why';
  await leila.get(`/cases/${childId}`);
  await leila.get(`/cases/${childId}/messages`);
  const page = await ledger();
  expect(page).toContain(`The case: ${notSaid}`);
  expect(page).toContain(`The messages: To read or answer messages. ${notSaid}`);
  const easy = (await family.get(`/easy-read/family/${childId}/readers`)).body;
  expect(easy).toContain('They have not told us why.');
  const cover = async (until: string) => {
    await ownerPool().query(
      `insert into leave_cover (authority_id, id, away_id, cover_id, cover_name, from_on, until_on, recorded_by)
       select $1, gen_random_uuid(), held.account_id, staff.account_id, staff.name, current_date - 3, current_date + $3::int, 'Tom Ashdown'
       from case_allocations held join staff_roles staff on staff.authority_id = held.authority_id and staff.name = 'Leila Haddad'
       where held.authority_id = $1 and held.child_id = $2`,
      [authority, childId, until],
    );
    return ledger();
  };
  expect(await cover('-2')).toContain(notSaid);
  expect(await cover('3')).not.toContain(notSaid);
  const colleague = browser(wexcombe);
  colleague.signInWith(await aStaffMember(wexcombe, authority, 'manager', 'Tom Ashdown'));
  const { rows } = await ownerPool().query(
    `select account_id as id from staff_roles where authority_id = $1 and name = 'Priya Raman'`,
    [authority],
  );
  const priya = browser(wexcombe);
  priya.signInWith(await aSessionFor(wexcombe, rows[0].id));
  for (const one of [colleague, priya]) await one.get(`/cases/${childId}`);
  const after = await ledger();
  for (const words of ['Tom Ashdown', 'Priya Raman', 'The case: To work on the case'])
    expect(after).toContain(words);
  expect(after).not.toContain(notSaid);
});

test('nobody is asked who looks after the case, covers for them or manages, nor where nobody has it', async () => {
  const { rows } = await ownerPool().query(
    'select account_id as id from staff_roles where authority_id = $1 and name = $2',
    [authority, 'Priya Raman'],
  );
  const asked = async (session: string) => {
    const reader = browser(wexcombe);
    reader.signInWith(session);
    return (await reader.get(`/cases/${childId}`)).body.includes('Say why you opened it');
  };
  expect(await asked(await aSessionFor(wexcombe, rows[0].id))).toBe(false);
  expect(await asked(await aStaffMember(wexcombe, authority, 'manager', 'Tom Ashdown'))).toBe(false);
  const cover = await aStaffMember(wexcombe, authority, 'caseworker', 'Con Over');
  expect(await asked(cover)).toBe(true);
  await ownerPool().query(
    `insert into leave_cover (authority_id, id, away_id, cover_id, cover_name, from_on, until_on, recorded_by)
     select $1, gen_random_uuid(), $2, account_id, name, '2025-03-17', '2025-03-21', 'Tom Ashdown' from staff_roles
     where authority_id = $1 and name = 'Con Over'`,
    [authority, rows[0].id],
  );
  expect(await asked(cover)).toBe(false);
  await ownerPool().query('update case_allocations set ended_at = now() where child_id = $1', [childId]);
  expect(await asked(await aStaffMember(wexcombe, authority, 'caseworker', 'Any Body'))).toBe(false);
});

test('one line says how often somebody opened it on a day; every time is there under it, and nothing is told twice', async () => {
  for (let n = 0; n < 53; n += 1) await leila.get(`/cases/${childId}/messages`);
  await leila.get(`/cases/${childId}/timeline`);
  const page = (await ledger()).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
  expect(page.split('SEND team: caseworker').length - 1).toBe(1);
  expect(page).toContain('The messages, 53 times: To read or answer messages');
  expect(page).toContain('Each of the 54 times');
  const [, after = ''] = page.split('Each of the 54 times');
  expect(after.match(/\d{1,2}:\d\d[ap]m/g)).toHaveLength(54);
});

test('earlier days follow, each day whole on one page', async () => {
  await ownerPool().query(
    `insert into events (authority_id, id, kind, subject, subject_id, child_id, actor_kind, actor_name, data, recorded_at)
     select $1, gen_random_uuid(), 'file read', 'child', $2, $2, 'staff', 'Old Reader ' || n, '{"route": "/cases/:childId"}',
       date_trunc('day', now()) + make_interval(days => -1 - n / 30, hours => 12, mins => n)
     from generate_series(0, 119) n`,
    [authority, childId],
  );
  const whoIn = (body: string) => body.match(/Old Reader \d+(?=<\/)/g) ?? [];
  const seen: string[][] = [];
  for (let at = `/family/${childId}/readers`; at !== '' && seen.length < 9; ) {
    const { body } = await family.get(at);
    seen.push([...new Set(whoIn(body))]);
    at = /href="(\/family[^"]+before=[^"]+)"/.exec(body)?.[1] ?? '';
  }
  expect(seen.map((page) => page.length)).toEqual([60, 60]);
  expect(new Set(seen.flat()).size).toBe(120);
});
