import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { browser, type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../test/support/database.ts';
import { aCaseworker, aFamily } from '../../../test/support/people.ts';
import { aZip, contentTypes } from '../../platform/documents/examples.ts';
import {
  findDocument,
  scanDocument,
  storeDocument,
  withholdDocument,
} from '../../platform/documents/index.ts';
import { aDocx, aParagraph } from '../../platform/documents/reading/docx.examples.ts';
import { readDocument } from '../../platform/documents/reading/index.ts';
import { withLens } from '../../platform/lens/index.ts';
import { drawDocument } from '../../platform/pdf/index.ts';
import { plainDate } from '../../shared/plain-date.ts';

let service: TestApp;
let authority: number;
let childId: string;
let documentId: string;
let at: string;
let priya: ReturnType<typeof browser>;

const REPORT = [
  'Reads at the level of a child of six',
  'Needs 30 minutes of speech therapy every week',
  'Likes 100% of maps',
];

beforeAll(async () => {
  authority = await anAuthority();
  service = await testApp(authority);
  childId = randomUUID();
  await ownerPool().query(
    `insert into children (authority_id, id, given_names, family_name, born_on) values ($1, $2, 'Amira', 'Invented', '2017-05-04')`,
    [authority, childId],
  );
  documentId = await arrives(Buffer.from(drawn()), 'Speech report.pdf');
  at = `/children/${childId}/documents/${documentId}/pages`;
  priya = browser(service);
  priya.signInWith(await aCaseworker(service, authority));
});
afterAll(() => service.app.close());

const system = () => ({ kind: 'system', authorityId: authority }) as const;

/** A report with a page for each of its lines. */
function drawn(): Uint8Array {
  const parts = REPORT.map((text, n) => ({
    sideways: n % 2 === 1,
    blocks: [{ kind: 'text', text } as const],
  }));
  const date = plainDate('2025-02-03');
  return drawDocument({
    authority: { name: 'Wexcombe' },
    title: 'Report',
    label: '',
    date,
    footer: '',
    contents: false,
    parts,
  });
}

async function arrives(bytes: Buffer, name: string): Promise<string> {
  const meta = { authorityId: authority, name, kind: 'report', childId };
  const kept = await withLens(service.services.database, system(), (tx) =>
    storeDocument(service.services, tx, Readable.from([bytes]), meta),
  );
  if (!kept.ok) throw new Error(kept.message);
  return kept.value;
}

test('until a file has been read, the page says so; then its words are there by the page', async () => {
  expect((await priya.get(at)).body).toContain('have not been read yet');
  await scanDocument({ authorityId: authority, documentId }, service.services);
  const { rows } = await ownerPool().query('select 1 from graphile_worker.jobs where key = $1', [
    `read ${documentId}`,
  ]);
  expect(rows).toHaveLength(1);
  const job = { authorityId: authority, documentId };
  await Promise.all([readDocument(job, service.services), readDocument(job, service.services)]);
  const second = (await priya.get(`${at}?page=2`)).body;
  expect(second).toContain('Page 2 of 3');
  expect(second).toContain(REPORT[1]);
  expect(second).not.toContain(REPORT[0]);
  expect((await priya.get(`${at}?page=99`)).body).toContain('no words of its own');
});

test('words are found whatever their capitals, with the pages they are on, and are in no address', async () => {
  const found = (await priya.post(at, { q: 'SPEECH therapy' })).body;
  expect(found).toContain('On 1 page');
  expect(found).toContain(`${at}?page=2`);
  expect(found).toMatch(/<strong>speech therapy<\/strong>/);
  expect((await priya.post(at, { q: '100%' })).body).toContain(`${at}?page=3`);
  expect((await priya.post(at, { q: '%' })).body).toContain('On 1 page');
  expect((await priya.post(at, { q: '<script>' })).body).toContain('is on no page');
});

test('a Word file is taken, read by its headings, and says that it has no fixed pages; one with macros is not taken', async () => {
  const body =
    aParagraph('Seen at home') + aParagraph('Memory', 'Heading1') + aParagraph('At the 4th centile');
  const id = await arrives(aDocx(body), 'Psychology advice.docx');
  const words = `/children/${childId}/documents/${id}/pages`;
  expect((await priya.get(`/children/${childId}/documents`)).body).toContain(words);
  await readDocument({ authorityId: authority, documentId: id }, service.services);
  const second = (await priya.get(`${words}?page=2`)).body;
  expect(second).toContain('Part 2 of 2');
  expect(second).toContain('A Word file has no fixed pages');
  expect(second).toContain('‘Memory’');
  expect(second).toContain('At the 4th centile');
  const found = (await priya.post(words, { q: 'centile' })).body;
  expect(found).toContain('In 1 part');
  expect(found).toContain(`${words}?page=2`);
  const macros = contentTypes('application/vnd.ms-word.document.macroEnabled');
  await expect(arrives(aZip('[Content_Types].xml', macros), 'Advice.docm')).rejects.toThrow('without macros');
});

test('words are shown to whoever is shown the file and to nobody else; withheld, not to the family', async () => {
  const family = browser(service);
  family.signInWith(await aFamily(service, [childId]));
  const other = browser(service);
  other.signInWith(await aFamily(service, [randomUUID()]));
  expect((await family.get(at)).statusCode).toBe(200);
  expect((await other.get(at)).statusCode).toBe(404);
  await withLens(service.services.database, system(), async (tx) => {
    const document = await findDocument(tx, documentId);
    if (document !== undefined) await withholdDocument(tx, document, 'A risk');
  });
  expect((await family.get(at)).statusCode).toBe(404);
  const actor = {
    kind: 'family',
    accountId: null,
    sessionId: randomUUID(),
    name: 'Nadia',
    childIds: [childId],
  } as const;
  const rows = await withLens(service.services.database, actor, (tx) =>
    tx.selectFrom('document_pages').select('number').where('document_id', '=', documentId).execute(),
  );
  expect(rows).toEqual([]);
});

test('what is held by the scanner is neither read nor shown by the page', async () => {
  const id = await arrives(Buffer.from('Some words'), 'notes.txt');
  service.services.config.clamd = { host: '127.0.0.1', port: 1 };
  await readDocument({ authorityId: authority, documentId: id }, service.services);
  expect((await priya.get(`/children/${childId}/documents/${id}/pages`)).statusCode).toBe(404);
  service.services.config.clamd = null;
  expect((await priya.get(`/children/${childId}/documents/${id}/pages`)).body).toContain(
    'have not been read yet',
  );
});
