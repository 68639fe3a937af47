import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { type TestApp, testApp } from '../../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../../test/support/database.ts';
import { anIssuedPlan } from '../amending/examples.ts';
import { send } from '../plan-examples.ts';
import { changedInWord, paragraph, putAfter, putOnFile } from './examples.ts';

/* The working document goes out as a Word file, is changed by the family in Word, and is read back. */

const F = 'Section F: Special educational provision';
let authority: number;
let wexcombe: TestApp;

beforeAll(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-05-12');
});

const editedByFamily = (bytes: Buffer) =>
  changedInWord(bytes, (xml) =>
    putAfter(
      xml.replace('4 times a week in term time', '5 times a week in term time'),
      F,
      paragraph('New row: A quiet room at every break'),
    ),
  );

async function aFileThatCameBack() {
  const plan = await anIssuedPlan(wexcombe, authority, `School ${randomUUID().slice(0, 8)}`);
  const { staff, planId, childId } = plan;
  const at = `/plans/${planId}/working-document`;
  const sent = (await staff.get(`${at}.docx`)).rawPayload;
  const bytes = editedByFamily(sent);
  const name = `${randomUUID()}.docx`;
  const documentId = await putOnFile(wexcombe, { authorityId: authority, childId }, { name, bytes });
  return { ...plan, at, name, sent, documentId, url: `${at}/returned/${documentId}/family` };
}

const keysOn = (page: string) => [...page.matchAll(/name="accept"[^>]*value="(\w+)"/g)].map(([, key]) => key);

test('a file changed in Word is read back row by row, and what staff accept is the family’s proposal, once', async () => {
  const { staff, family, childId, planId, at, name, url, documentId } = await aFileThatCameBack();
  const files = (await staff.get(`${at}/returned`)).body;
  expect(files).toContain(name);
  expect(files).toContain(url);
  const page = (await staff.get(url)).body;
  expect(page).toContain('Now: 4 times a week in term time. In the file: 5 times a week in term time');
  expect(page).toContain('A quiet room at every break');
  expect(page).toContain('Every word of the file has its place');
  const keys = keysOn(page);
  expect(keys).toHaveLength(2);
  expect((await send(staff, url, { accept: '' })).body).toContain('Select what to write down');
  const accept = { accept: keys.join(','), idempotencyKey: randomUUID() };
  expect((await send(staff, url, accept)).to).toBe(at);
  expect((await send(staff, url, accept)).to).toBe(at);
  expect((await send(staff, url, { accept: keys.join(',') })).body).toContain(
    'Something was proposed here meanwhile',
  );
  const { rows } = await ownerPool().query(
    `select body ->> 'party' as party, body ->> 'words' as words from plan_acts where plan_id = $1 and kind = 'change proposed' order by words`,
    [planId],
  );
  expect(rows).toEqual([
    { party: 'family', words: '5 times a week in term time' },
    { party: 'family', words: 'A quiet room at every break' },
  ]);
  // The family reads them at once; the file, read again, has nothing left to write down.
  const theirs = (await family.get(`/family/${childId}/plan/working-document`)).body;
  expect(theirs).toMatch(/<ins class="opensend-working__family">.*?A quiet room at every break/);
  expect((await staff.get(url)).body).toContain('nothing to write down that is not written down already');
  // What goes out now comes back as it went.
  const again = (await staff.get(`${at}.docx`)).rawPayload;
  const onFile = { authorityId: authority, childId };
  const second = await putOnFile(wexcombe, onFile, { name: 'Again.docx', bytes: again });
  for (const party of ['family', 'authority']) {
    const { body } = await staff.get(url.replace(documentId, second).replace('family', party));
    expect(body).toContain('nothing to write down');
    expect(body).toContain('Every word of the file has its place');
  }
});

test('what staff leave out is not written down, and is there when the file is read again; the same as JSON', async () => {
  const { staff, url } = await aFileThatCameBack();
  const read = (await staff.get(`/api${url}`)).json();
  expect(read).toMatchObject({
    refused: null,
    changes: [{ before: '4 times a week in term time', words: '5 times a week in term time' }],
    rows: [{ where: F, words: 'A quiet room at every break' }],
    untold: [],
  });
  const after = await staff.postJson(`/api${url}`, { accept: read.changes[0].key });
  expect(after.json()).toMatchObject({ changes: [], rows: read.rows });
});

test('another plan’s file, one that cannot be read, and what is no working document are refused in plain words', async () => {
  const one = await aFileThatCameBack();
  const other = await aFileThatCameBack();
  const read = async (bytes: Buffer, name = 'Came back.docx') => {
    const child = { authorityId: authority, childId: one.childId };
    const id = await putOnFile(wexcombe, child, { name, bytes });
    return (await one.staff.get(`${one.at}/returned/${id}/family`)).body;
  };
  expect(await read(other.sent)).toContain('the working document of another plan');
  const stripped = changedInWord(one.sent, (xml) => xml.replaceAll(/<w:bookmark\w+ [^>]*>/g, ''));
  expect(await read(stripped)).toContain('not a working document made by this service');
  expect(await read(Buffer.from('%PDF-1.7\n%%EOF\n'), 'Came back.pdf')).toContain('This is not a Word file');
  const broken = changedInWord(one.sent, (xml) => xml.replace('<w:body>', '<w:body><w:p>'));
  expect(await read(broken)).toContain('This Word file cannot be read');
  // A file on another child's file is not to be read through this one's plan.
  const across = `${one.at}/returned/${other.documentId}/family`;
  expect((await one.staff.get(across)).statusCode).toBe(404);
  expect((await send(one.staff, across, { accept: 'f1' })).status).toBe(404);
  expect((await one.staff.get(one.url.replace(/family$/, 'nobody'))).statusCode).toBe(404);
  expect((await send(one.family, one.url, { accept: 'f1' })).status).toBeGreaterThan(399);
});
