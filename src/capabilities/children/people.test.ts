import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { browser, type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool, testDatabase } from '../../../test/support/database.ts';
import { aCaseworker, aFamily, aParent, aStaffMember } from '../../../test/support/people.ts';
import { listEvents } from '../../platform/events/index.ts';
import { withLens } from '../../platform/lens/index.ts';

let authority: number;
let wexcombe: TestApp;
let staff: ReturnType<typeof browser>;

beforeAll(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-02-03');
  staff = browser(wexcombe);
  staff.signInWith(await aCaseworker(wexcombe, authority));
});

let next = 0;

/** A child with their mother on file, and a request by their father whose own record was joined to it, him unchecked. */
async function aJoinedChild() {
  next += 1;
  const [childId, secondId, motherId] = [randomUUID(), randomUUID(), randomUUID()];
  const [fatherId, requestId] = [randomUUID(), randomUUID()];
  const reference = `R-AAAA-${String(next).padStart(4, '0')}`;
  const owner = ownerPool();
  const child = `insert into children (authority_id, id, given_names, family_name, born_on, address_lines, postcode, joined_to)
    values ($1, $2, 'Ivy', 'Sallow', '2016-04-02', '{7 Sallow Bank}', 'WX2 2AA', $3)`;
  await owner.query(child, [authority, childId, null]);
  await owner.query(child, [authority, secondId, childId]);
  const contact = `insert into children_contacts (authority_id, id, child_id, name, relationship, email, parental_responsibility)
    values ($1, $2, $3, $4, $5, $6, true)`;
  await owner.query(contact, [
    authority,
    motherId,
    childId,
    'Ann Sallow',
    'mother',
    `ann${next}@sallow.example`,
  ]);
  await owner.query(contact, [
    authority,
    fatherId,
    secondId,
    'Ben Sallow',
    'father',
    `ben${next}@sallow.example`,
  ]);
  await owner.query(
    `insert into requests (authority_id, id, reference, child_id, received_on, received_how, source, requester_name, contact_id, stated, file_opened_at)
     values ($1, $2, $3, $4, '2025-02-03', 'online', 'parent', 'Ben Sallow', $5, '[]', now())`,
    [authority, requestId, reference, childId, fatherId],
  );
  return { childId, motherId, fatherId, reference, people: `/cases/${childId}/people` };
}

function post(url: string, fields: Record<string, string>, by = staff) {
  return by.post(url, { idempotencyKey: randomUUID(), ...fields });
}

/** The code that the last letter to this address carried; null when none was sent. */
async function codeFor(reference: string, name: string): Promise<string | null> {
  await browser(wexcombe).post('/track', { reference });
  const { rows } = await ownerPool().query(
    `select l.secret from letters l join requests r on r.authority_id = l.authority_id and r.child_id = l.child_id
     where r.reference = $1 and l.template = 'one-time code' and l.recipient_name = $2 and l.failure is null order by l.created_at desc limit 1`,
    [reference, name],
  );
  return rows[0]?.secret ?? null;
}

test('who asked and was not checked gets no code; once staff record how they checked, the code opens the tracker', async () => {
  const { childId, fatherId, reference, people } = await aJoinedChild();
  expect(await codeFor(reference, 'Ben Sallow')).toBeNull();
  const list = (await staff.get(people)).body;
  expect(list).toContain('Not checked');
  expect(list).toContain('Ben Sallow');
  const bare = await post(`${people}/${fatherId}/check`, { how: ' ' });
  expect(bare.statusCode).toBe(400);
  expect(bare.body).toContain('Enter how you checked who they are');
  const how = 'Telephoned on the number the school holds';
  expect((await post(`${people}/${fatherId}/check`, { how })).headers.location).toBe(people);
  const checked = (await staff.get(people)).body;
  expect(checked).toContain(how);
  expect(checked).toContain('by Priya Raman on 3 February 2025');
  const code = await codeFor(reference, 'Ben Sallow');
  const opened = await browser(wexcombe).post('/track/code', { reference, code: code ?? '' });
  expect(opened.headers.location).toBe(`/family/${childId}`);
  const again = await post(`${people}/${fatherId}/check`, { how: 'Again' });
  expect(again.statusCode).toBe(400);
  expect(again.body).toContain('Priya Raman has recorded this already');
});

test('of two who record a check at once the first is kept, and the second is told', async () => {
  const { fatherId, people } = await aJoinedChild();
  const first = await ownerPool().connect();
  await first.query('begin');
  await first.query(
    `update children_contacts set checked_how = 'The one', checked_by = 'Tom Ashdown', checked_at = now() where id = $1`,
    [fatherId],
  );
  const second = post(`${people}/${fatherId}/check`, { how: 'The other' });
  const waiting = `select 1 from pg_stat_activity where wait_event_type = 'Lock' and query like '%children_contacts%'`;
  while ((await ownerPool().query(waiting)).rowCount === 0)
    await new Promise((again) => setTimeout(again, 10));
  await first.query('commit');
  first.release();
  expect((await second).statusCode).toBe(400);
  const { rows } = await ownerPool().query('select checked_how from children_contacts where id = $1', [
    fatherId,
  ]);
  expect(rows).toEqual([{ checked_how: 'The one' }]);
});

test('a case says that somebody waits to be checked, until they are', async () => {
  const { childId, fatherId, people } = await aJoinedChild();
  const waits = '1 person who sent a request about this child waits to be checked';
  expect((await staff.get(`/cases/${childId}`)).body).toContain(waits);
  await post(`${people}/${fatherId}/check`, { how: 'Seen' });
  expect((await staff.get(`/cases/${childId}`)).body).not.toContain('waits to be checked');
});

test('a person is added once they are checked and can be reached, and is then written to', async () => {
  const { childId, people } = await aJoinedChild();
  const nan = {
    name: 'Nan Sallow',
    relationship: 'grandmother',
    parentalResponsibility: 'no',
    prefers: 'post',
  };
  const bare = await post(`${people}/new`, nan);
  expect(bare.statusCode).toBe(400);
  expect(bare.body).toContain('Enter how you checked who they are');
  const how = 'Came to the office with her passport';
  expect((await post(`${people}/new`, { ...nan, how })).body).toContain('Enter the address and postcode');
  expect((await post(`${people}/new`, { ...nan, how, prefers: 'email' })).body).toContain(
    'Enter an email address, or select another way',
  );
  const whole = { ...nan, how, address: '9 Elm Row\nWexcombe', postcode: 'WX3 3AA' };
  const idempotencyKey = randomUUID();
  for (let times = 0; times < 2; times += 1)
    expect((await post(`${people}/new`, { ...whole, idempotencyKey })).headers.location).toBe(people);
  const { rows } = await ownerPool().query(
    `select name, address_lines, checked_by, checked_how from children_contacts where child_id = $1 and name like 'Nan%'`,
    [childId],
  );
  expect(rows).toEqual([
    {
      name: 'Nan Sallow',
      address_lines: ['9 Elm Row', 'Wexcombe'],
      checked_by: 'Priya Raman',
      checked_how: how,
    },
  ]);
});

test('restricting contact ends all the person’s ways in at once, and is nowhere in what the family can read', async () => {
  const { childId, fatherId, reference, people } = await aJoinedChild();
  await post(`${people}/${fatherId}/check`, { how: 'Seen' });
  const code = (await codeFor(reference, 'Ben Sallow')) ?? '';
  expect(code).not.toBe('');
  const [tracker, account] = [browser(wexcombe), browser(wexcombe)];
  tracker.signInWith(await aFamily(wexcombe, [childId]));
  account.signInWith(await aParent(wexcombe, [{ authorityId: authority, childId, contactId: fatherId }]));
  for (const way of [tracker, account]) expect((await way.get(`/family/${childId}`)).statusCode).toBe(200);
  const at = `${people}/${fatherId}/restriction`;
  expect((await post(at, { reason: '' })).body).toContain('Enter the reason');
  const reason = 'Non-molestation order of 3 January 2025';
  expect((await post(at, { reason })).headers.location).toBe(people);
  for (const way of [tracker, account])
    expect((await way.get(`/family/${childId}`)).statusCode).not.toBe(200);
  const late = await browser(wexcombe).post('/track/code', { reference, code });
  expect(late.statusCode).toBe(400);
  expect(await codeFor(reference, 'Ben Sallow')).toBe(code);
  expect((await staff.get(people)).body).toContain(reason);
  const family = {
    kind: 'family',
    accountId: null,
    sessionId: randomUUID(),
    name: 'x',
    childIds: [childId],
  } as const;
  const seen = JSON.stringify(await withLens(testDatabase(), family, (tx) => listEvents(tx, childId)));
  expect(seen).toContain('person checked');
  expect(seen).not.toMatch(/restricted|molestation|Seen/);
  const events = `select actor_name, data ->> 'reason' as reason from events where subject_id = $1 and kind like 'contact %' order by recorded_at`;
  expect((await ownerPool().query(events, [fatherId])).rows).toEqual([{ actor_name: 'Priya Raman', reason }]);
  expect((await post(at, { reason })).body).toContain('Contact with them is restricted already');
  expect((await post(`${at}/end`, { reason: 'The order ended' })).headers.location).toBe(people);
  expect((await staff.get(people)).body).not.toContain(reason);
  expect((await ownerPool().query(events, [fatherId])).rows).toHaveLength(2);
});

test('another authority’s staff, a family and a role without the work reach none of it', async () => {
  const { childId, fatherId, people } = await aJoinedChild();
  const other = await aJoinedChild();
  const elsewhere = browser(wexcombe);
  elsewhere.signInWith(await aCaseworker(wexcombe, await anAuthority('Otherton')));
  const family = browser(wexcombe);
  family.signInWith(await aFamily(wexcombe, [childId]));
  const panel = browser(wexcombe);
  panel.signInWith(await aStaffMember(wexcombe, authority, 'panel member', 'Lee Fenn'));
  const check = `${people}/${fatherId}/check`;
  for (const [who, url, status] of [
    [elsewhere, people, 404],
    [elsewhere, check, 404],
    [family, people, 404],
    [panel, check, 404],
    [staff, `${people}/${other.fatherId}/check`, 404],
  ] as const)
    expect([url, (await who.get(url)).statusCode]).toEqual([url, status]);
  expect((await post(check, { how: 'x' }, elsewhere)).statusCode).toBe(404);
  expect((await post(`${people}/${other.fatherId}/check`, { how: 'x' })).statusCode).toBe(404);
  expect((await panel.get(people)).body).not.toContain('Restrict contact');
  const { rows } = await ownerPool().query('select checked_by from children_contacts where id = any($1)', [
    [fatherId, other.fatherId],
  ]);
  expect(rows).toEqual([{ checked_by: null }, { checked_by: null }]);
});
