import { createHash, randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { browser, type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../test/support/database.ts';
import { aCaseworker, aFamily, aParent, aStaffMember } from '../../../test/support/people.ts';
import { storeDocument } from '../../platform/documents/index.ts';
import { aDocx, aParagraph } from '../../platform/documents/reading/docx.examples.ts';
import { readDocument } from '../../platform/documents/reading/index.ts';
import { withLens } from '../../platform/lens/index.ts';
import { drawDocument } from '../../platform/pdf/index.ts';
import { plainDate } from '../../shared/plain-date.ts';

/* A report that somebody sent in says where one parent lives. It is not opened for the other, and staff see that. */

let authority: number;
let service: TestApp;
let priya: ReturnType<typeof browser>;
let childId: string;
let annId: string;
let benId: string;
let ann: ReturnType<typeof browser>;
let ben: ReturnType<typeof browser>;

const SAYS = 'Ivy was seen at 3 Withy Lane, WX3 3BB, on a Tuesday';
const TELLS = /withy|wx3 ?3bb/i;

beforeAll(async () => {
  authority = await anAuthority();
  service = await testApp(authority, '2025-02-03');
  priya = browser(service);
  priya.signInWith(await aCaseworker(service, authority));
  await aStaffMember(service, authority, 'manager', 'Marcus Field');
});
afterAll(() => service.app.close());

beforeEach(async () => {
  [childId, annId, benId] = [randomUUID(), randomUUID(), randomUUID()];
  await ownerPool().query(
    `insert into children (authority_id, id, given_names, family_name, born_on) values ($1, $2, 'Ivy', 'Sallow', '2016-04-02')`,
    [authority, childId],
  );
  await ownerPool().query(
    `insert into children_contacts (authority_id, id, child_id, name, relationship, address_lines, postcode, parental_responsibility, prefers) values
       ($1, $2, $4, 'Ann Sallow', 'mother', '{3 Withy Lane}', 'WX3 3BB', true, 'post'),
       ($1, $3, $4, 'Ben Sallow', 'father', '{7 Sallow Bank}', 'WX2 2AA', true, 'post')`,
    [authority, annId, benId, childId],
  );
  await ownerPool().query(
    `insert into requests (authority_id, id, reference, child_id, received_on, received_how, source, requester_name, contact_id, stated, file_opened_at)
     values ($1, $2, $3, $4, '2025-02-03', 'online', 'parent', 'Ann Sallow', $5, '[]', now())`,
    [
      authority,
      randomUUID(),
      `R-${randomUUID().slice(0, 4)}-${randomUUID().slice(0, 4)}`.toUpperCase(),
      childId,
      annId,
    ],
  );
  ann = await as(annId, 'Ann Sallow');
  ben = await as(benId, 'Ben Sallow');
});

async function as(contactId: string, name: string) {
  const parent = browser(service);
  parent.signInWith(await aParent(service, [{ authorityId: authority, childId, contactId }], name));
  return parent;
}

const system = () => ({ kind: 'system', authorityId: authority }) as const;

function aReport(...lines: string[]): Buffer {
  const blocks = lines.map((text) => ({ kind: 'text', text }) as const);
  const drawn = drawDocument({
    authority: { name: 'Wexcombe' },
    title: 'Report',
    label: '',
    date: plainDate('2025-02-03'),
    footer: '',
    contents: false,
    parts: [{ sideways: false, blocks }],
  });
  return Buffer.from(drawn);
}

/** Puts a file on the child’s file, as an organisation or anybody does, and has it read. */
async function arrives(bytes: Buffer, name = 'Visit.pdf', read = true): Promise<string> {
  const { services } = service;
  const meta = { authorityId: authority, name, kind: 'report', childId };
  const kept = await withLens(services.database, system(), (tx) =>
    storeDocument(services, tx, Readable.from([bytes]), meta),
  );
  if (!kept.ok) throw new Error(kept.message);
  if (read) await readDocument({ authorityId: authority, documentId: kept.value }, services);
  return kept.value;
}

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** That a file opens for somebody, as it was sent. */
async function opens(reader: typeof ben, id: string, bytes: Buffer) {
  const { statusCode, rawPayload } = await reader.get(`/documents/${id}`);
  expect([statusCode, hashOf(rawPayload)]).toEqual([200, hashOf(bytes)]);
}

async function keptBack() {
  return (await priya.get(`/api/children/${childId}/kept-back`)).json().keptBack;
}

test.each([
  ['a PDF', aReport(SAYS), 'Visit.pdf'],
  ['a Word file', aDocx(aParagraph(SAYS)), 'Visit.docx'],
  ['plain text', Buffer.from(`Ivy was seen at 3\nWithy Lane.`), 'Visit.txt'],
])(
  '%s that says where one parent lives is kept back from the other, and from nobody else',
  async (_what, bytes, name) => {
    const id = await arrives(bytes, name);
    for (const reader of [ben, await byCode(benId)]) {
      const answer = await reader.get(`/documents/${id}`);
      expect([answer.statusCode, answer.headers['content-type']]).toEqual([409, 'text/html; charset=utf-8']);
      expect(answer.body).toContain('We have kept this file back');
      expect(answer.body).toContain('The SEND team has been told');
      expect(answer.body).not.toMatch(TELLS);
      expect(answer.body).not.toContain('Ann');
    }
    for (const reader of [ann, await byCode(annId), priya]) await opens(reader, id, bytes);
  },
);

async function byCode(contactId: string) {
  const parent = browser(service);
  parent.signInWith(await aFamily(service, [childId], contactId));
  return parent;
}

test('no part of the file is sent either, and no reading of it is recorded', async () => {
  const id = await arrives(aReport(SAYS));
  const cookie = await aParent(
    service,
    [{ authorityId: authority, childId, contactId: benId }],
    'Ben Sallow',
  );
  const part = await service.app.inject({
    url: `/documents/${id}`,
    headers: { cookie: `opensend_session=${cookie}`, range: 'bytes=0-9' },
  });
  expect(part.statusCode).toBe(409);
  const before = await readings();
  expect((await ben.get(`/documents/${id}`)).statusCode).toBe(409);
  expect(await readings()).toBe(before);
});

async function readings(): Promise<number> {
  const { rows } = await ownerPool().query(
    `select count(*)::int as n from events where child_id = $1 and kind = 'file read'`,
    [childId],
  );
  return rows[0].n;
}

test('the rest of its words are read by the page, where nothing of what is left out is found', async () => {
  const id = await arrives(aReport('Ivy likes maps', SAYS));
  const kept = (await ben.get(`/documents/${id}`)).body;
  const [, at = ''] = /href="([^"]+\/pages)"/.exec(kept) ?? [];
  const { body } = await ben.get(at);
  expect(body).toContain('Ivy likes maps');
  expect(body).toContain('left out: how to reach somebody else');
  expect(body).not.toMatch(TELLS);
  for (const q of ['withy', '3 withy lane', 'WX3 3BB', '3bb']) {
    const shown = new RegExp(`<strong>${q}`, 'i');
    const found = await Promise.all([ben, ann].map(async (by) => (await by.post(at, { q })).body));
    expect([q, ...found.map((body) => shown.test(body))]).toEqual([q, false, true]);
  }
  expect((await ben.post(at, { q: 'maps' })).body).toContain('<strong>maps');
});

test('staff are told once, see it as something to do, and write down what they did', async () => {
  const id = await arrives(aReport(SAYS));
  expect(await keptBack()).toEqual([]);
  for (let times = 0; times < 2; times += 1) await ben.get(`/documents/${id}`);
  const [kept, ...more] = await keptBack();
  expect(more).toEqual([]);
  expect(kept).toMatchObject({
    ...{ documentId: id, readerName: 'Ben Sallow', shownName: 'Ann Sallow', on: '2025-02-03', end: null },
  });
  const at = `/children/${childId}/kept-back/${kept.id}`;
  const letters = await told(at);
  expect(letters).toHaveLength(1);
  expect(letters[0].body).not.toMatch(/Ben|Ann|Withy|Visit/);
  const next = `/cases/${childId}/next`;
  const papers = `/children/${childId}/documents`;
  expect((await priya.get(next)).body).toContain('Give Ben Sallow a copy of');
  for (const page of [next, papers]) expect((await priya.get(page)).body).toContain(`href="${at}"`);
  const page = (await priya.get(at)).body;
  for (const words of ['Kept back from Ben Sallow', 'It says how to reach Ann Sallow'])
    expect(page).toContain(words);
  const nothing = await priya.post(at, { idempotencyKey: randomUUID(), done: ' ' });
  expect([nothing.statusCode, nothing.body.includes('Enter what you did')]).toEqual([400, true]);
  const done = 'Took the address off, and posted the rest';
  expect((await priya.post(at, { idempotencyKey: randomUUID(), done })).statusCode).toBe(303);
  // Whoever did it first did it.
  await priya.post(at, { idempotencyKey: randomUUID(), done: 'Something else' });
  expect((await keptBack())[0].end).toEqual({ done, on: '2025-02-03', by: 'Priya Raman' });
  for (const page of [next, papers]) expect((await priya.get(page)).body).not.toContain(`href="${at}"`);
  // What was done about it makes the file no safer: whoever asks again is told that staff are told, and they are, once.
  const again = await Promise.all([1, 2, 3].map(() => ben.get(`/documents/${id}`)));
  for (const { statusCode, body } of again)
    expect([statusCode, body.includes('The SEND team has been told')]).toEqual([409, true]);
  const [second, first, ...others] = await keptBack();
  expect([first.id, second.end, second.doneBefore, others]).toEqual([kept.id, null, done, []]);
  const later = `/children/${childId}/kept-back/${second.id}`;
  expect(await told(later)).toHaveLength(1);
  for (const page of [next, papers]) expect((await priya.get(page)).body).toContain(`href="${later}"`);
  const shown = (await priya.get(later)).body;
  for (const words of ['They asked for it again on', done]) expect(shown).toContain(words);
});

async function told(at: string) {
  const { rows } = await ownerPool().query(
    `select body from letters where authority_id = $1 and template = 'file kept back' and body like '%' || $2 || '%'`,
    [authority, at],
  );
  return rows;
}

test('the family is told nothing of whom it is kept back from', async () => {
  const id = await arrives(aReport(SAYS));
  await ben.get(`/documents/${id}`);
  for (const reader of [ann, ben]) {
    for (const page of [`/children/${childId}/documents`, `/family/${childId}`, `/family/${childId}/readers`])
      expect([page, (await reader.get(page)).body]).not.toEqual([page, expect.stringMatching(/kept back/i)]);
    for (const page of [
      `/children/${childId}/kept-back/${randomUUID()}`,
      `/api/children/${childId}/kept-back`,
    ])
      expect((await reader.get(page)).statusCode).toBe(404);
  }
});

test('what is somebody’s own, says nothing of the kind, was sent by them, or has no words to read opens as it is', async () => {
  const both = aReport('Ivy and her parents live at 7 Sallow Bank, WX2 2AA');
  await ownerPool().query(
    `update children_contacts set address_lines = '{7 Sallow Bank}', postcode = 'WX2 2AA' where child_id = $1`,
    [childId],
  );
  const ours = await arrives(both);
  for (const reader of [ann, ben]) await opens(reader, ours, both);
  await ownerPool().query(
    `update children_contacts set address_lines = '{3 Withy Lane}', postcode = 'WX3 3BB' where id = $1`,
    [annId],
  );
  const plain = aReport('Ivy reads at the level of a child of 6, and was seen for 30 minutes');
  await opens(ben, await arrives(plain), plain);
  const report = aReport(SAYS);
  const sent = await arrives(report);
  await ownerPool().query(
    'update documents set uploaded_by = (select account_id from children_access where contact_id = $1) where id = $2',
    [benId, sent],
  );
  await opens(ben, sent, report);
  expect(await keptBack()).toEqual([]);
});

test('a file whose name says it is kept back, and the page does not say its name', async () => {
  const id = await arrives(aReport('Nothing'), 'Visit to 3 Withy Lane.pdf');
  const { statusCode, body } = await ben.get(`/documents/${id}`);
  expect([statusCode, TELLS.test(body)]).toEqual([409, false]);
});

test.each([
  [true, 'words', aReport(SAYS), 'Visit.pdf'],
  [false, 'none', aDocx(aParagraph('')), '3 Withy Lane.docx'],
  [false, 'none that are read', Buffer.from('{\\rtf1\\ansi Seen at home}'), '3 Withy Lane.rtf'],
])(
  'it is %s that the rest is read meanwhile, where a file has words: %s',
  async (meanwhile, _what, bytes, name) => {
    const id = await arrives(bytes, name);
    const { body } = await ben.get(`/documents/${id}`);
    expect(body.includes('read the rest of its words')).toBe(meanwhile);
    const [kept] = await keptBack();
    const page = (await priya.get(`/children/${childId}/kept-back/${kept.id}`)).body;
    expect(page.includes('They read its words by the page meanwhile')).toBe(meanwhile);
  },
);

test('a file that says where the child lives is kept back from a parent who lives elsewhere, and staff are told it is that', async () => {
  await ownerPool().query(
    `update children set address_lines = '{5 Fostering Way}', postcode = 'WX7 7WX' where id = $1`,
    [childId],
  );
  const id = await arrives(aReport('Ivy was seen at 5 Fostering Way, WX7 7WX'));
  expect((await ben.get(`/documents/${id}`)).statusCode).toBe(409);
  const [kept] = await keptBack();
  expect(kept).toMatchObject({ readerName: 'Ben Sallow', shownName: null });
  const page = (await priya.get(`/children/${childId}/kept-back/${kept.id}`)).body;
  expect(page).toContain('It says where Ivy Sallow lives');
});

test('a file that came a moment ago waits until it is read, and one that never is opens an hour later', async () => {
  const bytes = aReport(SAYS);
  const id = await arrives(bytes, 'Visit.pdf', false);
  const waits = await ben.get(`/documents/${id}`);
  expect([waits.statusCode, waits.body.includes('This file is being checked')]).toEqual([409, true]);
  expect(await keptBack()).toEqual([]);
  const neverRead = Buffer.from('{\\rtf1\\ansi Seen at home}');
  await opens(ben, await arrives(neverRead, 'Visit.rtf', false), neverRead);
  await readDocument({ authorityId: authority, documentId: id }, service.services);
  expect((await ben.get(`/documents/${id}`)).body).toContain('We have kept this file back');
  const never = await arrives(bytes, 'Visit.pdf', false);
  await ownerPool().query(`update documents set uploaded_at = '2025-01-01' where id = $1`, [never]);
  await opens(ben, never, bytes);
});
