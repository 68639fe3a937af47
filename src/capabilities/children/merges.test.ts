import { beforeAll, expect, test } from 'vitest';
import { ownerPool } from '../../../test/support/database.ts';
import { aMergeDesk, type MergeDesk } from './merge-examples.ts';

let staff: MergeDesk['staff'];
let aFile: MergeDesk['aFile'];
let post: MergeDesk['post'];
let merge: MergeDesk['merge'];
let apart: MergeDesk['apart'];
let standsFor: MergeDesk['standsFor'];
let pages: MergeDesk['pages'];

beforeAll(async () => {
  ({ staff, aFile, post, merge, apart, standsFor, pages } = await aMergeDesk());
});

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

test('the list finds a case of either record by the name that stands, and by its own reference', async () => {
  const [one, other] = [await aFile('Zephyrine', 'Ann Zephyrine'), await aFile('Yarrow', 'Ben Yarrow')];
  await merge(one, other);
  const found = async (words: string) => {
    const to = (await staff.post('/cases/search', { words })).headers.location ?? '';
    const list = (await staff.get(to)).body;
    return [one, other].map(({ reference }) => list.includes(`${reference}</td>`));
  };
  expect(await found('ivy yarr')).toEqual([true, true]);
  expect(await found('zephyrine')).toEqual([false, false]);
  expect(await found(one.reference.toLowerCase())).toEqual([true, false]);
  expect(await found(`yarrow ${other.reference}`)).toEqual([false, true]);
});

test('the list says each child’s name as it is now: when it is changed, when files are merged, and when they are taken apart', async () => {
  const [one, other] = [await aFile('Quillon', 'Ann Quillon'), await aFile('Quarles', 'Ben Quarles')];
  /** The file each case leads to and the name it is under, by its reference. */
  const listed = async () => {
    const said = [];
    for (const { reference } of [one, other]) {
      const to = (await staff.post('/cases/search', { words: reference })).headers.location ?? '';
      const row = /href="\/cases\/([0-9a-f-]{36})">([^<]+)<\/a>/.exec((await staff.get(to)).body);
      said.push([row?.[1], row?.[2]]);
    }
    return said;
  };
  const rename = (childId: string, version: string, names: Record<string, string>) =>
    post(`/cases/${childId}/particulars/names`, { version, preferredName: '', why: 'Certificate', ...names });
  expect(await listed()).toEqual([
    [one.childId, 'Ivy Quillon'],
    [other.childId, 'Ivy Quarles'],
  ]);
  await rename(one.childId, '1', { givenNames: 'Ivy', familyName: 'Quillon', preferredName: 'Ives' });
  expect((await listed())[0]).toEqual([one.childId, 'Ives Quillon']);
  await merge(one, other);
  expect(await listed()).toEqual([
    [other.childId, 'Ivy Quarles'],
    [other.childId, 'Ivy Quarles'],
  ]);
  await rename(other.childId, '1', { givenNames: 'Ivy', familyName: 'Quarles-Quillon' });
  expect(await listed()).toEqual([
    [other.childId, 'Ivy Quarles-Quillon'],
    [other.childId, 'Ivy Quarles-Quillon'],
  ]);
  await apart(other.childId);
  expect(await listed()).toEqual([
    [one.childId, 'Ives Quillon'],
    [other.childId, 'Ivy Quarles-Quillon'],
  ]);
});

test('taken apart, each fact is where it was, and what was recorded since stays where it was recorded', async () => {
  const [one, other] = [await aFile('Fenn', 'Ann Fenn'), await aFile('Fen', 'Ben Fen')];
  await merge(one, other);
  await post(`/cases/${other.childId}/messages`, { body: 'Said since the merge', to: 'everybody' });
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
