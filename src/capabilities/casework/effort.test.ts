import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { browser, type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../test/support/database.ts';
import { aCaseworker, aStaffMember } from '../../../test/support/people.ts';

/* What it takes families, counted from what was recorded; no page asks a family how long anything took them. */

let authority: number;
let wexcombe: TestApp;
let manager: ReturnType<typeof browser>;

beforeEach(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-03-31');
  manager = browser(wexcombe);
  manager.signInWith(await aStaffMember(wexcombe, authority, 'manager', 'Tom Ashdown'));
});

async function read(): Promise<string> {
  const { body } = await manager.get('/caseload/families');
  return body.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
}

async function aChild(joinedTo: string | null = null): Promise<string> {
  const id = randomUUID();
  await ownerPool().query(
    `insert into children (authority_id, id, given_names, family_name, born_on, joined_to) values ($1, $2, 'Robin', 'Secretname', '2016-05-04', $3)`,
    [authority, id, joinedTo],
  );
  return id;
}

/** Somebody who came with a request, recorded on a day, on a file of their own that was found to be another's. */
async function aComer(recorded: string): Promise<{ contactId: string; childId: string }> {
  const childId = await aChild();
  const recordId = await aChild(childId);
  const [contactId, requestId] = [randomUUID(), randomUUID()];
  await ownerPool().query(
    `insert into children_contacts (authority_id, id, child_id, name, relationship, email, parental_responsibility, prefers, recorded_at)
     values ($1, $2, $3, 'Jo Secretname', 'father', 'jo@families.example', true, 'email', $4::date + time '09:00')`,
    [authority, contactId, recordId, recorded],
  );
  await ownerPool().query(
    `insert into requests (authority_id, id, reference, child_id, received_on, received_how, source, requester_name, contact_id, stated, file_opened_at)
     values ($1, $2, $5, $3, $4::date, 'letter', 'parent', 'Jo', $6, '[]', now())`,
    [authority, requestId, recordId, recorded, `R-${randomUUID().slice(0, 4).toUpperCase()}-0001`, contactId],
  );
  await ownerPool().query(
    `insert into children_merges (authority_id, id, from_child_id, to_child_id, why, made_by) values ($1, gen_random_uuid(), $2, $3, 'Same', 'Priya Raman')`,
    [authority, recordId, childId],
  );
  return { contactId, childId };
}

test('the wait to be checked is from the day the request was recorded to the check staff record', async () => {
  await aComer('2025-03-21');
  const checked = await aComer('2025-03-24');
  expect(await read()).toContain('Waiting now 2, the longest for 10 days');
  const staff = browser(wexcombe);
  staff.signInWith(await aCaseworker(wexcombe, authority));
  const at = `/cases/${checked.childId}/people/${checked.contactId}/check`;
  const done = await staff.post(at, { idempotencyKey: randomUUID(), how: 'Passport seen at the Guildhall' });
  expect(done.statusCode).toBe(303);
  const page = await read();
  expect(page).toContain('Waiting now 1, the longest for 10 days');
  expect(page).toContain('Checked in the last year 1 Half were checked within 7 days');
});

test('who waits to be checked is a queue, longest first, with the promised day where the authority promises one', async () => {
  const later = await aComer('2025-03-24');
  const first = await aComer('2025-03-21');
  const links = ({ body }: { body: string }) =>
    [...body.matchAll(/href="\/cases\/([0-9a-f-]{36})\/people"/g)].map(([, childId]) => childId);
  expect(links(await manager.get('/caseload/families'))).toEqual([first.childId, later.childId]);
  expect(await read()).toContain('Nobody 21 March 2025, 10 days');
  expect(await read()).toContain('the authority has set none of its own');
  expect((await manager.get('/api/caseload/families')).json().waiting).toMatchObject([
    { childId: first.childId, since: '2025-03-21', promisedBy: null },
    { childId: later.childId, since: '2025-03-24', promisedBy: null },
  ]);
  wexcombe = await testApp(authority, '2025-03-31', { CHECK_WORKING_DAYS: '5' });
  manager = browser(wexcombe);
  manager.signInWith(await aStaffMember(wexcombe, authority, 'manager', 'Tom Ashdown'));
  expect(await read()).toContain('21 March 2025, 10 days 28 March 2025 3 days overdue');
  expect(await read()).not.toContain('Secretname');
  const stranger = browser(wexcombe);
  stranger.signInWith(await aStaffMember(wexcombe, await anAuthority('Otherton'), 'manager', 'Vi Sayers'));
  expect(links(await stranger.get('/caseload/families'))).toEqual([]);
});

test('what families did in the year is counted by family, without what they only read and what staff did', async () => {
  const [one, other] = [await aChild(), await aChild()];
  const did = async (childId: string, kind: string, actor = 'family', on = '2025-03-01') =>
    ownerPool().query(
      `insert into events (authority_id, child_id, actor_kind, actor_name, kind, subject, subject_id, recorded_at) values ($1, $2, $3, 'x', $4, 'x', $2, $5)`,
      [authority, childId, actor, kind, on],
    );
  for (const kind of ['request received', 'message from the family', 'message from the family'])
    await did(one, kind);
  await did(other, 'request received', 'visitor');
  await did(other, 'message to the family', 'staff');
  await did(other, 'message from the family', 'family', '2024-02-01');
  const page = await read();
  expect(page).toContain(
    'Of 2 families that did anything, half did 1 thing or fewer, and nine in ten 3 things or fewer',
  );
  expect(page).toContain('Message from the family 2 1');
  const { deeds } = (await manager.get('/api/caseload/families')).json();
  expect(deeds).toEqual([
    { kind: 'Message from the family', times: 2, families: 1 },
    { kind: 'Request received', times: 2, families: 2 },
  ]);
});

test('writing before an earlier answer came is asking again, and after the promised day it is said so', async () => {
  const childId = await aChild();
  const wrote = (sent: string, promised: string, answered: string | null) =>
    ownerPool().query(
      `insert into messages (authority_id, id, child_id, from_kind, from_name, body, sent_at, promised_on, answered_at)
       values ($1, gen_random_uuid(), $2, 'family', 'Jo', 'Secretwords', $3::date + time '10:00', $4, $5::date + time '10:00')`,
      [authority, childId, sent, promised, answered],
    );
  await wrote('2025-03-03', '2025-03-10', '2025-03-13');
  await wrote('2025-03-07', '2025-03-14', '2025-03-13');
  await wrote('2025-03-12', '2025-03-19', '2025-03-13');
  await wrote('2025-03-20', '2025-03-27', null);
  const page = await read();
  expect(page).toContain(
    'Messages from families 4 Asking again 2 (50%) Asking again after the promised day 1 (25%)',
  );
  expect(page).not.toContain('Secret');
  const csv = await manager.get('/caseload/families.csv');
  expect(csv.body).toContain('written after the promised day,1');
  expect(csv.body).not.toContain('Secret');
});
