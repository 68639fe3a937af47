import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../test/support/database.ts';
import { aLetterTo, aReachedChild, letter } from './deliver-examples.ts';

/* A letter to a mother, who lives elsewhere than her child, that says where the child lives. */

const LIVES_ELSEWHERE = 'The letter shows where the child lives, and this person lives elsewhere';

let authority: number;
let service: TestApp;
let childId: string;
let contactId: string;

beforeAll(async () => {
  authority = await anAuthority();
  service = await testApp(authority, '2025-02-10');
});
afterAll(() => service.app.close());

beforeEach(async () => {
  ({ childId, contactId } = await aReachedChild(authority));
});

async function lives(lines: string, postcode: string, id = childId) {
  await ownerPool().query('update children set address_lines = $2, postcode = $3 where id = $1', [
    ...[id, lines, postcode],
  ]);
}

async function mother(set: string) {
  await ownerPool().query(`update children_contacts set ${set} where id = $1`, [contactId]);
}

async function aSetting(name: string, lines: string, postcode: string) {
  await ownerPool().query(
    `insert into settings (id, name, address_lines, postcode, status, content_hash, fictional) values ($1, $2, $3, $4, 'Open', 'x', true)`,
    [randomUUID(), name, lines, postcode],
  );
}

/** A second record of the child, merged into the first. */
async function aMergedRecord(): Promise<string> {
  const id = randomUUID();
  await ownerPool().query(
    `insert into children (authority_id, id, given_names, family_name, born_on, joined_to) values ($1, $2, 'Amira', 'Invented', '2017-05-04', $3)`,
    [authority, id, childId],
  );
  return id;
}

async function isLookedAfter(id: string) {
  await ownerPool().query(
    `insert into children_circumstances (authority_id, id, child_id, kind, by_authority, recorded_by) values ($1, $2, $3, 'looked after', $1, 'Priya Raman')`,
    [authority, randomUUID(), id],
  );
}

/** Why a letter to the mother with these words does not go; null where it does. */
async function became(body: string): Promise<string | null> {
  const id = await aLetterTo({ service, authority, childId, contactId }, { body });
  return (await letter(id)).failure;
}

const TAXI = 'The taxi waits at 5 Fostering Way, WX7 7WX.';

test('is kept back, and not from the young person themself', async () => {
  expect(await became(TAXI)).toBeNull();
  await lives('{5 Fostering Way}', 'WX7 7WX');
  expect(await became(TAXI)).toBe(LIVES_ELSEWHERE);
  await mother(`relationship = 'The young person'`);
  expect(await became(TAXI)).toBeNull();
});

test('is kept back though the young person is on the file too, with an email address alone', async () => {
  await lives('{5 Fostering Way}', 'WX7 7WX');
  await ownerPool().query(
    `insert into children_contacts (authority_id, id, child_id, name, relationship, email, parental_responsibility) values ($1, $2, $3, 'Amira', 'the young person', 'amira@invented.example', false)`,
    [authority, randomUUID(), childId],
  );
  expect(await became(TAXI)).toBe(LIVES_ELSEWHERE);
});

test('is kept back though only a record that was merged into the file says where', async () => {
  await lives('{5 Fostering Way}', 'WX7 7WX', await aMergedRecord());
  expect(await became(TAXI)).toBe(LIVES_ELSEWHERE);
});

test('is kept back from a mother with no address of a child looked after, whichever record says that', async () => {
  await mother(`address_lines = '{}', postcode = null`);
  await lives('{5 Fostering Way}', 'WX7 7WX');
  expect(await became(TAXI)).toBeNull();
  const merged = await aMergedRecord();
  await isLookedAfter(merged);
  expect(await became(TAXI)).toBe(LIVES_ELSEWHERE);
  await ownerPool().query('update children set joined_to = null where id = $1', [merged]);
  expect(await became(TAXI)).toBeNull();
});

test('goes where that is a school, and is kept back where a school is round the corner', async () => {
  await aSetting('Fosterling School', '{The School House,Oldmarket}', 'WX8 8WX');
  const placement = 'The placement is at The School House, WX8 8WX.';
  for (const lines of ['{The School House}', '{"Fosterling School, Oldmarket"}']) {
    await lives(lines, 'WX8 8WX');
    expect(await became(placement)).toBeNull();
  }
  await lives('{5 Fostering Way,Oldmarket}', 'WX8 8WX');
  expect(await became('The taxi waits at 5 Fostering Way.')).toBe(LIVES_ELSEWHERE);
  // The school’s own address is in the plan, whoever lives beside it.
  expect(await became(placement)).toBeNull();
});
