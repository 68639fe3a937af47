import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { browser } from '../../../test/support/app.ts';
import { anAuthority, ownerPool, testDatabase } from '../../../test/support/database.ts';
import { aCaseworker, aFamily, aParent } from '../../../test/support/people.ts';
import { withLens } from '../../platform/lens/index.ts';
import { deliverLetter } from '../../platform/notifications/index.ts';
import { aContact } from './examples.ts';
import { aMergeDesk, type MergeDesk } from './merge-examples.ts';

let authority: MergeDesk['authority'];
let wexcombe: MergeDesk['wexcombe'];
let staff: MergeDesk['staff'];
let aFile: MergeDesk['aFile'];
let post: MergeDesk['post'];
let merge: MergeDesk['merge'];
let apart: MergeDesk['apart'];

beforeAll(async () => {
  ({ authority, wexcombe, staff, aFile, post, merge, apart } = await aMergeDesk());
});

test('a family’s access is carried only where somebody checked who they are, and comes back when it is taken apart', async () => {
  const [one, other] = [
    await aFile('Reed', 'Ann Reed', { checked: false }),
    await aFile('Reede', 'Ben Reede'),
  ];
  const third = await aFile('Read', 'Cat Read');
  const signIn = async ({ childId, contactId }: { childId: string; contactId: string }) => {
    const visitor = browser(wexcombe);
    visitor.signInWith(await aParent(wexcombe, [{ authorityId: authority, childId, contactId }]));
    return visitor;
  };
  const [ann, ben, cat] = [await signIn(one), await signIn(other), await signIn(third)];
  const tracker = browser(wexcombe);
  tracker.signInWith(await aFamily(wexcombe, [one.childId]));
  await merge(one, other);
  await merge(third, other);
  const at = `/family/${other.childId}`;
  expect((await ann.get(at)).statusCode).toBe(404);
  expect((await ann.get(`/family/${one.childId}`)).statusCode).toBe(404);
  expect((await tracker.get(`/family/${one.childId}`)).statusCode).not.toBe(200);
  for (const [visitor, own, theirs] of [
    [ben, 'Ben Reede', 'Cat Read'],
    [cat, 'Cat Read', 'Ben Reede'],
  ] as const) {
    expect((await visitor.get(at)).statusCode).toBe(200);
    const messages = (await visitor.get(`${at}/messages`)).body;
    expect(messages).toContain(`Words of ${own}`);
    expect(messages).not.toContain(`Words of ${theirs}`);
    expect((await visitor.get('/family')).headers.location).toBe(at);
  }
  expect((await cat.get(`/family/${third.childId}`)).headers.location).toBe(at);
  expect((await staff.get(`/cases/${other.childId}/people`)).body).toContain('Not checked');

  await apart(other.childId);
  await apart(other.childId);
  expect((await ann.get(`/family/${one.childId}`)).statusCode).toBe(200);
  expect((await ann.get(at)).statusCode).toBe(404);
  expect((await cat.get(`/family/${third.childId}`)).statusCode).toBe(200);
  expect((await cat.get(at)).statusCode).toBe(404);
  expect((await ben.get(`${at}/messages`)).body).not.toContain('Words of Cat Read');
});

test('whoever one file restricts is written nothing from either, and stays so when they are taken apart', async () => {
  const email = 'rae@marsh.example';
  const [one, other] = [
    await aFile('Marsh', 'Rae Marsh', { email }),
    await aFile('Marsch', 'R Marsch', { email }),
  ];
  await ownerPool().query(
    `update children_contacts set restricted = true, restricted_reason = 'Non-molestation order' where id = $1`,
    [one.contactId],
  );
  const account = browser(wexcombe);
  account.signInWith(
    await aParent(wexcombe, [{ authorityId: authority, childId: other.childId, contactId: other.contactId }]),
  );
  await merge(one, other);
  expect((await account.get(`/family/${other.childId}`)).statusCode).not.toBe(200);
  const told = await aContact(authority, other.childId, { name: 'Ash Marsch', relationship: 'aunt' });
  const said = { body: 'We have the report', to: 'everybody' };
  expect((await post(`/cases/${other.childId}/messages`, said)).statusCode).toBe(303);
  const { rows } = await ownerPool().query(
    `select contact_id from letters where template = 'message' and child_id = any($1)`,
    [[one.childId, other.childId]],
  );
  expect(rows).toEqual([{ contact_id: told }]);
  expect((await staff.get(`/cases/${other.childId}/timeline`)).body).toContain('Contact restricted');
  await apart(other.childId);
  const restricted = await ownerPool().query(
    'select restricted, restricted_reason from children_contacts where id = $1',
    [other.contactId],
  );
  expect(restricted.rows[0].restricted).toBe(true);
  expect(restricted.rows[0].restricted_reason).toContain('Non-molestation order');
  // What is recorded of them stays with the record they are on.
  expect((await staff.get(`/cases/${other.childId}/timeline`)).body).toContain('Contact restricted');
  expect((await staff.get(`/cases/${one.childId}/timeline`)).body).not.toContain('Contact restricted');
});

test('somebody restricted is known by their account, whatever name and address they gave: a merge lets them in nowhere', async () => {
  const [one, other] = [await aFile('Hartwell', 'Lee Hartwell'), await aFile('Hartwel', 'L. J. Hartwell')];
  const third = await aFile('Hartwelle', 'Ann Hartwelle');
  const lee = browser(wexcombe);
  lee.signInWith(
    await aParent(
      wexcombe,
      [one, other].map(({ childId, contactId }) => ({ authorityId: authority, childId, contactId })),
      'Lee Hartwell',
    ),
  );
  await post(`/cases/${one.childId}/people/${one.contactId}/restriction`, {
    reason: 'Non-molestation order',
  });
  expect((await lee.get(`/family/${one.childId}`)).statusCode).not.toBe(200);
  expect((await lee.get(`/family/${other.childId}`)).statusCode).toBe(200);
  await merge(one, other);
  const open = async () =>
    (
      await ownerPool().query(
        'select child_id from children_access where child_id = any($1) and ended_at is null',
        [[one.childId, other.childId, third.childId]],
      )
    ).rows;
  expect(await open()).toEqual([]);
  for (const { childId } of [one, other])
    expect((await lee.get(`/family/${childId}`)).statusCode).not.toBe(200);
  expect((await staff.get(`/cases/${other.childId}/people`)).body).toContain(
    'Restricted on the file that was merged: Non-molestation order',
  );
  await apart(other.childId);
  expect(await open()).toEqual([]);
});

test('whom one file restricts does not read it as the guest of somebody on the other, once they are merged', async () => {
  const [one, other] = [await aFile('Linnet', 'Lee Linnet'), await aFile('Linnett', 'Ann Linnett')];
  const lee = browser(wexcombe);
  lee.signInWith(
    await aParent(wexcombe, [{ authorityId: authority, childId: one.childId, contactId: one.contactId }]),
  );
  const { rows } = await ownerPool().query('select account_id from children_access where child_id = $1', [
    one.childId,
  ]);
  const account = rows[0].account_id;
  await post(`/cases/${one.childId}/people/${one.contactId}/restriction`, {
    reason: 'Non-molestation order',
  });
  await aGuest(other, account);
  expect((await lee.get(`/family/${other.childId}`)).statusCode).toBe(200);
  await merge(one, other);
  for (const { childId } of [one, other])
    expect((await lee.get(`/family/${childId}`)).statusCode).not.toBe(200);
});

test('a letter that waits when files are taken apart is not sent to whoever went with the other', async () => {
  const [one, other] = [await aFile('Sedge', 'Ann Sedge'), await aFile('Sedgely', 'Ben Sedgely')];
  await merge(one, other);
  await post(`/cases/${other.childId}/messages`, { body: 'The report on Ivy has come', to: 'everybody' });
  const waiting = async () =>
    (
      await ownerPool().query(
        `select id, contact_id, sent_at, failure from letters where template = 'message' and child_id = $1 order by recipient_name`,
        [other.childId],
      )
    ).rows;
  expect(await waiting()).toHaveLength(2);
  await apart(other.childId);
  for (const { id } of await waiting())
    await deliverLetter({ authorityId: authority, letterId: id }, wexcombe.services);
  expect(await waiting()).toEqual([
    expect.objectContaining({
      contact_id: one.contactId,
      sent_at: null,
      failure: 'This person is not on the child’s file any more',
    }),
    expect.objectContaining({ contact_id: other.contactId, sent_at: expect.any(Date), failure: null }),
  ]);
});

test('who waits on a merged record is checked onto the file, and goes back with it', async () => {
  const [one, other] = [
    await aFile('Wren', 'Ann Wren', { checked: false }),
    await aFile('Wrenn', 'Ben Wrenn'),
  ];
  await merge(one, other);
  await post(`/cases/${other.childId}/people/${one.contactId}/check`, { how: 'Telephoned the school' });
  const whose = async () =>
    (await ownerPool().query('select child_id from children_contacts where id = $1', [one.contactId])).rows[0]
      .child_id;
  expect(await whose()).toBe(other.childId);
  await apart(other.childId);
  expect(await whose()).toBe(one.childId);
});

test('the list shows each request under the file that stands, and another authority sees and merges nothing', async () => {
  const [one, other] = [
    await aFile('Oldname', 'Ann Oldname'),
    await aFile('Quillfeather', 'Ben Quillfeather'),
  ];
  await merge(one, other);
  const list = (await staff.get('/cases?view=open')).body;
  expect(list).toContain(one.reference);
  expect(list).not.toContain(`/cases/${one.childId}`);
  const elsewhere = browser(wexcombe);
  elsewhere.signInWith(await aCaseworker(wexcombe, await anAuthority('Otherton')));
  expect((await elsewhere.get(`/cases/${other.childId}/merges`)).statusCode).toBe(404);
  const theirs = await post(`/cases/${other.childId}/merges/new`, { into: one.childId, why: 'x' }, elsewhere);
  expect(theirs.statusCode).toBe(404);
  const family = {
    kind: 'family',
    accountId: null,
    sessionId: randomUUID(),
    name: 'x',
    childIds: [one.childId, other.childId],
  } as const;
  const seen = await withLens(testDatabase(), family, (tx) =>
    tx.selectFrom('children_merges').selectAll().execute(),
  );
  expect(seen).toEqual([]);
});

test('other systems merge and take apart by the same rules, and read which file stands and who decides', async () => {
  const [one, other] = [await aFile('Teal', 'Ann Teal'), await aFile('Teale', 'Ben Teale')];
  const at = `/api/children/${one.childId}/merges`;
  const refused = await staff.postJson(at, { into: other.childId, why: '' });
  expect([refused.statusCode, refused.json().field]).toEqual([422, 'why']);
  const merged = (await staff.postJson(at, { into: other.childId, why: 'One UPN' })).json();
  expect(merged.file).toBe(other.childId);
  expect(merged.merges[0]).toMatchObject({
    from: one.childId,
    into: other.childId,
    mergedBy: 'Priya Raman',
    takenApart: null,
  });
  const rights = (await staff.get(`/api/children/${one.childId}/rights`)).json();
  expect(rights).toMatchObject({ holder: 'parent', passOn: '2032-06-26' });
  const end = `${at}/${merged.merges[0].id}/end`;
  const apart = (await staff.postJson(end, { why: 'Cousins' })).json();
  expect(apart.file).toBe(one.childId);
  expect(apart.merges[0].takenApart.why).toBe('Cousins');
});

/** Lets an account in as the guest of whoever is on a file. */
async function aGuest({ childId, contactId }: { childId: string; contactId: string }, account: string) {
  const invitation = randomUUID();
  await ownerPool().query(
    `insert into invitations (authority_id, id, child_id, contact_id, name, email, relationship, sees, until_on, invited_at, said_by, said_how, said_on, account_id, accepted_at)
     values ($1, $2, $3, $4, 'L', 'l@guest.example', 'relative or friend', 'whole file', '2026-01-01', $5, 'Ann', 'online', '2025-02-03', $6, $5)`,
    [authority, invitation, childId, contactId, wexcombe.clock.now, account],
  );
  await ownerPool().query(
    `insert into children_access (authority_id, child_id, account_id, contact_id, basis, joined_at, invitation_id, sees, until_on)
     values ($1, $2, $3, $4, 'invited', $5, $6, 'whole file', '2026-01-01')`,
    [authority, childId, account, contactId, wexcombe.clock.now, invitation],
  );
}
