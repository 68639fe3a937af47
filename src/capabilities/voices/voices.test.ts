import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { browser, type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../test/support/database.ts';
import { aCaseworker, aFamily, aProfessional } from '../../../test/support/people.ts';
import { A_PDF } from '../../platform/documents/examples.ts';
import { storeDocument } from '../../platform/documents/index.ts';
import { type Actor, withLens } from '../../platform/lens/index.ts';

/* What a child says for themself, brought by the family, a school or staff. */

let authority: number;
let wexcombe: TestApp;
let desk: ReturnType<typeof browser>;
let family: ReturnType<typeof browser>;
let head: ReturnType<typeof browser>;
let school: string;
let childId: string;

beforeAll(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-04-16');
  desk = browser(wexcombe);
  desk.signInWith(await aCaseworker(wexcombe, authority));
});
beforeEach(async () => {
  [childId, school] = [randomUUID(), randomUUID()];
  const owner = ownerPool();
  await owner.query(
    `insert into children (authority_id, id, given_names, family_name, born_on) values ($1, $2, 'Robin', 'Hartwell', '2016-05-04')`,
    [authority, childId],
  );
  await owner.query(
    `insert into organisations (id, kind, name) values ($1, 'school or college', 'Fernhill School')`,
    [school],
  );
  await owner.query(
    `insert into children_organisations (authority_id, child_id, organisation_id, reason, from_on) values ($1, $2, $3, 'advice asked for', '2025-04-01')`,
    [authority, childId, school],
  );
  family = browser(wexcombe);
  family.signInWith(await aFamily(wexcombe, [childId]));
  head = browser(wexcombe);
  head.signInWith(await aProfessional(wexcombe, school, 'Helen Marsh'));
});

const page = () => `/children/${childId}/voice`;
const said = (changes: Record<string, string> = {}) => ({
  way: 'words',
  words: 'I like the quiet room.',
  howGathered: 'Talking at home, with symbols',
  helpedBy: 'My sister',
  recordedBy: 'Jo Hartwell',
  'gatheredOn-day': '14',
  'gatheredOn-month': '4',
  'gatheredOn-year': '2025',
  idempotencyKey: randomUUID(),
  ...changes,
});

async function aPicture(
  actor: Actor,
  [name, content]: readonly [string, Buffer] = ['My drawing.pdf', A_PDF],
): Promise<string> {
  const meta = { authorityId: authority, childId, kind: 'recording', name };
  const stored = await withLens(wexcombe.services.database, actor, (tx) =>
    storeDocument(wexcombe.services, tx, Readable.from([content]), meta),
  );
  if (!stored.ok) throw new Error(stored.message);
  return stored.value;
}

test('a family brings the child’s words, with how they were gathered and who helped, and staff read them', async () => {
  expect((await family.post(page(), said())).statusCode).toBe(303);
  const { body } = await desk.get(page());
  for (const words of ['I like the quiet room.', 'Talking at home, with symbols', 'My sister', 'Not yet']) {
    expect(body).toContain(words);
  }
});

test('a drawing is taken without a description, which is asked for and never required', async () => {
  const documentId = await aPicture({ kind: 'system', authorityId: authority });
  expect((await desk.post(page(), said({ way: 'drawing', words: '' }))).body).toContain('Select the file');
  expect((await desk.post(page(), said({ way: 'drawing', words: '', documentId }))).statusCode).toBe(303);
  const { body } = await family.get(page());
  expect(body).toContain(`/documents/${documentId}`);
  expect(body).toContain('Nobody has described it yet');
});

const NOTES = ['Notes.txt', Buffer.from('Robin likes the quiet room.')] as const;
const SOUND = ['Me.wav', aWav()] as const;

/** A second of silence. */
function aWav(): Buffer {
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + 8000, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  for (const [at, value] of [
    [20, 1],
    [22, 1],
    [32, 1],
    [34, 8],
  ] as const)
    head.writeUInt16LE(value, at);
  head.writeUInt32LE(8000, 24);
  head.writeUInt32LE(8000, 28);
  head.write('data', 36);
  head.writeUInt32LE(8000, 40);
  return Buffer.concat([head, Buffer.alloc(8000, 128)]);
}

test.each([
  ['a photograph', 'photograph', NOTES, 'The file must be a picture, a PDF or a Word document'],
  ['a drawing', 'drawing', SOUND, 'The file must be a picture, a PDF or a Word document'],
  ['sound', 'sound', NOTES, 'The file must be a recording of sound'],
  ['a video', 'video', SOUND, 'The file must be a video'],
])(
  '%s is not taken from a file that cannot be it, and what was typed stays',
  async (_of, way, file, message) => {
    const documentId = await aPicture({ kind: 'system', authorityId: authority }, file);
    const { statusCode, body } = await family.post(page(), said({ way, documentId }));
    expect([statusCode, body.includes(message), body.includes('I like the quiet room.')]).toEqual([
      400,
      true,
      true,
    ]);
  },
);

test('a recording of sound is taken as sound, and a letter they wrote with their words', async () => {
  const system = { kind: 'system', authorityId: authority } as const;
  const sound = said({ way: 'sound', words: '', documentId: await aPicture(system, SOUND) });
  expect((await family.post(page(), sound)).statusCode).toBe(303);
  const letter = said({ documentId: await aPicture(system, NOTES) });
  expect((await family.post(page(), letter)).statusCode).toBe(303);
});

test('a file that did not pass the scanner, or that this service wrote, is never offered as what the child made', async () => {
  const system = { kind: 'system', authorityId: authority } as const;
  const documentId = await aPicture(system);
  const plan = await aPicture(system, ['Final plan.pdf', A_PDF]);
  await ownerPool().query('update documents set made_here = true where id = $1', [plan]);
  const offered = (await family.get(page())).body;
  expect([offered.includes('My drawing.pdf'), offered.includes('Final plan.pdf')]).toEqual([true, false]);
  await ownerPool().query(
    `insert into document_scans (authority_id, document_id, scanned_at, passed, finding) values ($1, $2, now(), false, 'Test')`,
    [authority, documentId],
  );
  expect((await family.get(page())).body).not.toContain('My drawing.pdf');
  const sent = await family.post(page(), said({ way: 'drawing', documentId }));
  expect([sent.statusCode, sent.body.includes('Select the file')]).toEqual([400, true]);
});

test('a school brings what a child said there, and reads only that; the family reads all of it', async () => {
  await family.post(page(), said());
  expect(
    (await head.post(page(), said({ words: 'I like art.', recordedBy: 'Helen Marsh' }))).statusCode,
  ).toBe(303);
  const theirs = (await head.get(page())).body;
  expect(theirs).toContain('I like art.');
  expect(theirs).not.toContain('I like the quiet room.');
  const all = (await family.get(page())).body;
  expect(all).toContain('I like art.');
  expect(all).toContain('I like the quiet room.');
  const other = browser(wexcombe);
  const otherId = randomUUID();
  await ownerPool().query(
    `insert into organisations (id, kind, name) values ($1, 'school or college', 'Otherton')`,
    [otherId],
  );
  other.signInWith(await aProfessional(wexcombe, otherId, 'Ruth Adeyemi'));
  expect((await other.get(page())).statusCode).toBe(404);
  expect((await other.post(page(), said())).statusCode).toBe(404);
});

test('that the child has seen it is recorded once, with how that is known', async () => {
  await family.post(page(), said());
  const { rows } = await ownerPool().query('select id from child_voices where child_id = $1', [childId]);
  const at = `${page()}/${rows[0].id}/confirmation`;
  const confirm = (how: string) => family.post(at, { how, by: 'Jo Hartwell', idempotencyKey: randomUUID() });
  expect((await confirm('')).body).toContain('Enter how the child saw it, and what they said');
  expect((await confirm('We read it together. Robin nodded.')).statusCode).toBe(303);
  expect((await family.get(page())).body).toContain('Robin nodded.');
  expect((await confirm('Again')).body).toContain('This has been confirmed already');
  expect((await head.post(at, { how: 'No', by: 'X', idempotencyKey: randomUUID() })).statusCode).toBe(404);
});

test('nothing is taken without words or a file, how it was gathered, when and by whom; a form sent twice is one', async () => {
  const refused = async (changes: Record<string, string>) => (await family.post(page(), said(changes))).body;
  expect(await refused({ words: '' })).toContain('Enter their words');
  expect(await refused({ howGathered: '' })).toContain('Enter how it was gathered');
  expect(await refused({ 'gatheredOn-year': '2026' })).toContain('today or in the past');
  expect(await refused({ recordedBy: '' })).toContain('Enter your name');
  const twice = said();
  await Promise.all([1, 2].map(() => family.post(page(), twice)));
  const { rows } = await ownerPool().query('select 1 from child_voices where child_id = $1', [childId]);
  expect(rows).toHaveLength(1);
});
