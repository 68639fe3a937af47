import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { browser, type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool, testDatabase } from '../../../test/support/database.ts';
import { aCaseworker, aFamily, aParent } from '../../../test/support/people.ts';
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

let made = 0;

/** A file with a request, a parent on it, a message, a letter and a document's worth of history. */
async function aFile(family: string, parent: string, { checked = true, email = '' } = {}) {
  made += 1;
  const [childId, contactId, requestId] = [randomUUID(), randomUUID(), randomUUID()];
  const reference = `R-MMMM-${String(made).padStart(4, '0')}`;
  const owner = ownerPool();
  await owner.query(
    `insert into children (authority_id, id, given_names, family_name, born_on) values ($1, $2, 'Ivy', $3, '2016-04-02')`,
    [authority, childId, family],
  );
  await owner.query(
    `insert into children_contacts (authority_id, id, child_id, name, relationship, email, parental_responsibility, checked_how, checked_by, checked_at)
     values ($1, $2, $3, $4, 'parent', $5, true, $6, $7, $8)`,
    [
      authority,
      contactId,
      childId,
      parent,
      email === '' ? `${contactId}@family.example` : email,
      ...(checked ? ['Seen', 'Priya Raman', new Date()] : [null, null, null]),
    ],
  );
  await owner.query(
    `insert into requests (authority_id, id, reference, child_id, received_on, received_how, source, requester_name, contact_id, stated, file_opened_at)
     values ($1, $2, $3, $4, '2025-02-03', 'online', 'parent', $5, $6, '[]', now())`,
    [authority, requestId, reference, childId, parent, contactId],
  );
  await owner.query(
    `insert into messages (authority_id, id, child_id, from_kind, from_name, body, sent_at, promised_on)
     values ($1, gen_random_uuid(), $2, 'family', $3, $4, now(), '2025-02-10')`,
    [authority, childId, parent, `Words of ${parent}`],
  );
  await owner.query(
    `insert into events (authority_id, child_id, actor_kind, actor_name, kind, subject, subject_id) values ($1, $2, 'staff', $3, 'request received', 'request', $4)`,
    [authority, childId, `Recorder of ${parent}`, requestId],
  );
  await owner.query(
    `insert into letters (authority_id, id, child_id, contact_id, recipient_name, channel, address, template, subject, body)
     values ($1, gen_random_uuid(), $2, $3, $4, 'email', '{x@family.example}', 'test', $5, 'Words')`,
    [authority, childId, contactId, parent, `Letter to ${parent}`],
  );
  return { childId, contactId, requestId, reference };
}

const post = (url: string, fields: Record<string, string>, by = staff) =>
  by.post(url, { idempotencyKey: randomUUID(), ...fields });
const merge = (from: { childId: string }, into: { reference: string }) =>
  post(`/cases/${from.childId}/merges/new`, {
    into: 'reference',
    reference: into.reference,
    why: 'The school gave one UPN for both',
  });
/** Takes apart the last merge of a file that still stands. */
async function apart(childId: string, why = 'They are cousins') {
  const list = (await staff.get(`/cases/${childId}/merges`)).body;
  const end = /\/cases\/[0-9a-f-]{36}\/merges\/[0-9a-f-]{36}\/end/.exec(list)?.[0] ?? '';
  return post(end, { why });
}
async function standsFor(childId: string): Promise<string | null> {
  return (await ownerPool().query('select joined_to from children where id = $1', [childId])).rows[0]
    .joined_to;
}
const pages = async (childId: string) => {
  const urls = ['', '/timeline', '/documents', '/messages', '/people'].map(
    (part) => `/cases/${childId}${part}`,
  );
  const answers = [];
  for (const url of urls) answers.push((await staff.get(url)).body);
  return answers.join('\n');
};

test('everything of both files is shown on the one that stands, old addresses lead to it, and who, when and why is kept', async () => {
  const [one, other] = [await aFile('Sallow', 'Ann Sallow'), await aFile('Salow', 'Ben Salow')];
  const bare = await post(`/cases/${one.childId}/merges/new`, {
    into: 'reference',
    reference: other.reference,
  });
  expect(bare.statusCode).toBe(400);
  expect(bare.body).toContain('Enter how you know that they are the same child');
  expect((await merge(one, other)).headers.location).toBe(`/cases/${other.childId}/merges`);
  const shown = await pages(other.childId);
  for (const words of [
    one.reference,
    other.reference,
    'Recorder of Ann Sallow',
    'Recorder of Ben Salow',
    'Words of Ann Sallow',
    'Words of Ben Salow',
    'Letter to Ann Sallow',
    'Letter to Ben Salow',
  ])
    expect(shown).toContain(words);
  expect((await staff.get(`/cases/${one.childId}`)).headers.location).toBe(`/cases/${other.childId}`);
  expect((await staff.get(`/requests/${one.requestId}`)).body).toContain('Request about Ivy Salow');
  const history = (await staff.get(`/cases/${other.childId}/merges`)).body;
  expect(history).toContain('The school gave one UPN for both');
  expect(history).toContain('by Priya Raman');
  expect(history).toContain(`Requests: ${one.reference}`);
  const { rows } = await ownerPool().query('select child_id from requests where id = $1', [one.requestId]);
  expect(rows[0].child_id).toBe(one.childId);
});

test('taken apart, each fact is where it was, and what was recorded since stays where it was recorded', async () => {
  const [one, other] = [await aFile('Fenn', 'Ann Fenn'), await aFile('Fen', 'Ben Fen')];
  await merge(one, other);
  await post(`/cases/${other.childId}/messages`, { body: 'Said since the merge', from: '' });
  const bare = await apart(other.childId, '');
  expect(bare.body).toContain('Enter why they are not the same child');
  expect((await apart(other.childId)).statusCode).toBe(303);
  const [first, second] = [await pages(one.childId), await pages(other.childId)];
  for (const [shown, theirs, notTheirs] of [
    [first, 'Ann Fenn', 'Words of Ben Fen'],
    [second, 'Ben Fen', 'Words of Ann Fenn'],
  ] as const) {
    expect(shown).toContain(`Words of ${theirs}`);
    expect(shown).toContain(`Letter to ${theirs}`);
    expect(shown).not.toContain(notTheirs);
  }
  expect(second).toContain('Said since the merge');
  expect(first).not.toContain('Said since the merge');
  expect((await staff.get(`/cases/${one.childId}/merges`)).body).toContain('They are cousins');
  const { rows } = await ownerPool().query('select id from children_merges where from_child_id = $1', [
    one.childId,
  ]);
  const again = await post(`/cases/${one.childId}/merges/${rows[0].id}/end`, { why: 'Again' });
  expect(again.body).toContain('Priya Raman has taken these files apart already');
});

test('of two who merge A into B and B into A at once, one does and the other is told', async () => {
  for (let times = 0; times < 3; times += 1) {
    const [one, other] = [await aFile('Thorn', 'Ann Thorn'), await aFile('Thorne', 'Ben Thorne')];
    const answers = await Promise.all([merge(one, other), merge(other, one)]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([303, 400]);
    const standing = [await standsFor(one.childId), await standsFor(other.childId)];
    expect(standing.filter((file) => file === null)).toHaveLength(1);
    expect(answers.map(({ body }) => body).join('')).toMatch(/has merged|one file already/);
  }
});

test('a merge of a file that stands for another is followed through, and taken apart one at a time, in either order', async () => {
  const chain = async () => {
    const [a, b, c] = [
      await aFile('Ash', 'Ann Ash'),
      await aFile('Ashe', 'Ben Ashe'),
      await aFile('Aish', 'Cat Aish'),
    ];
    await merge(a, b);
    await merge(b, c);
    const standing = async () => [
      await standsFor(a.childId),
      await standsFor(b.childId),
      await standsFor(c.childId),
    ];
    const contacts = async () => {
      const { rows } = await ownerPool().query(
        'select child_id from children_contacts where id = any($1) order by array_position($1, id)',
        [[a.contactId, b.contactId, c.contactId]],
      );
      return rows.map((row) => row.child_id);
    };
    const end = async (from: { childId: string }) => {
      const { rows } = await ownerPool().query(
        'select id, to_child_id from children_merges where from_child_id = $1 and ended_at is null',
        [from.childId],
      );
      return post(`/cases/${c.childId}/merges/${rows[0].id}/end`, { why: 'Cousins' });
    };
    expect(await standing()).toEqual([c.childId, c.childId, null]);
    expect(await contacts()).toEqual([c.childId, c.childId, c.childId]);
    return { a, b, c, standing, contacts, end };
  };
  const one = await chain();
  await one.end(one.b);
  expect(await one.standing()).toEqual([one.b.childId, null, null]);
  expect(await one.contacts()).toEqual([one.b.childId, one.b.childId, one.c.childId]);
  await one.end(one.a);
  expect(await one.standing()).toEqual([null, null, null]);
  expect(await one.contacts()).toEqual([one.a.childId, one.b.childId, one.c.childId]);

  const other = await chain();
  await other.end(other.a);
  expect(await other.standing()).toEqual([null, other.c.childId, null]);
  await other.end(other.b);
  expect(await other.contacts()).toEqual([other.a.childId, other.b.childId, other.c.childId]);
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
  for (const visitor of [ben, cat]) {
    expect((await visitor.get(at)).statusCode).toBe(200);
    const messages = (await visitor.get(`${at}/messages`)).body;
    for (const parent of ['Ann Reed', 'Ben Reede', 'Cat Read'])
      expect(messages).toContain(`Words of ${parent}`);
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
  await post(`/cases/${other.childId}/messages`, { body: 'We have the report', from: '' });
  const { rows } = await ownerPool().query(
    `select 1 from letters where template = 'message' and child_id = any($1)`,
    [[one.childId, other.childId]],
  );
  expect(rows).toEqual([]);
  await apart(other.childId);
  const restricted = await ownerPool().query(
    'select restricted, restricted_reason from children_contacts where id = $1',
    [other.contactId],
  );
  expect(restricted.rows[0].restricted).toBe(true);
  expect(restricted.rows[0].restricted_reason).toContain('Non-molestation order');
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
