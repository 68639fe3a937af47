import { randomUUID } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { browser, type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../test/support/database.ts';
import { aCaseworker, aFamily, aProfessional } from '../../../test/support/people.ts';
import { readPdf } from '../../../test/support/read-pdf.ts';
import { A_PDF, aPhotograph } from '../../platform/documents/examples.ts';

let service: TestApp;
let authority: number;
let childId: string;
let at: string;

beforeAll(async () => {
  authority = await anAuthority();
  service = await testApp(authority);
});
afterAll(() => service.app.close());
beforeEach(async () => {
  childId = randomUUID();
  at = `/children/${childId}/documents`;
  await ownerPool().query(
    `insert into children (authority_id, id, given_names, family_name, born_on) values ($1, $2, 'Amira', 'Invented', '2017-05-04')`,
    [authority, childId],
  );
});

type Sent = readonly [name: string, bytes: Buffer];

/** Sends files as a form without scripts does. */
async function sendFiles(token: string, files: readonly Sent[], key = randomUUID()) {
  const form = new FormData();
  form.append('idempotencyKey', key);
  for (const [name, bytes] of files) form.append('files', new Blob([new Uint8Array(bytes)]), name);
  const encoded = new Request('http://localhost/', { method: 'POST', body: form });
  return service.app.inject({
    method: 'POST',
    url: `${at}/new`,
    headers: {
      cookie: `opensend_session=${token}`,
      'content-type': encoded.headers.get('content-type') ?? '',
      'sec-fetch-site': 'same-origin',
    },
    payload: Buffer.from(await encoded.arrayBuffer()),
  });
}

async function as(token: string) {
  const person = browser(service);
  person.signInWith(token);
  return person;
}

async function formOf(token: string) {
  const page = (await (await as(token)).get(`${at}/new`)).body;
  const uploads = /name="uploads" value="([^"]*)"/.exec(page)?.[1] ?? '';
  return { page, uploads, ids: uploads.split(',').filter((id) => id !== '') };
}

async function add(token: string, fields: Record<string, string>, idempotencyKey: string = randomUUID()) {
  return (await as(token)).post(at, { idempotencyKey, kind: 'report', ...fields });
}

async function papers() {
  const { rows } = await ownerPool().query(
    `select id, title, kind, media_type as "mediaType", written_by as "writtenBy", written_on::text as "writtenOn", storage_key as key
     from documents where child_id = $1 order by uploaded_at, title`,
    [childId],
  );
  return rows;
}

describe('a plain form', () => {
  test('sends files, which wait until they are added, and then are on the child’s file for the family and for staff', async () => {
    const token = await aFamily(service, [childId]);
    expect(
      (
        await sendFiles(token, [
          ['Report.pdf', A_PDF],
          ['notes.txt', Buffer.from('She reads.')],
        ])
      ).statusCode,
    ).toBe(303);
    expect(await papers()).toEqual([]);
    const { page, uploads } = await formOf(token);
    expect(page).toContain('2 files are');
    const details = {
      uploads,
      writtenBy: 'Dr Invented',
      'writtenOn-day': '3',
      'writtenOn-month': '2',
      'writtenOn-year': '2025',
    };
    expect((await add(token, details)).headers.location).toBe(at);
    expect(await papers()).toMatchObject([
      { title: 'Report.pdf', kind: 'report', writtenBy: 'Dr Invented', writtenOn: '2025-02-03' },
      { title: 'notes.txt' },
    ]);
    for (const reader of [token, await aCaseworker(service, authority)]) {
      const list = (await (await as(reader)).get(at)).body;
      expect(list).toContain('Report.pdf');
      expect(list).toContain('Report or advice, by Dr Invented, 3 February 2025');
      expect(list).toContain('Files here are not checked for viruses');
    }
    expect((await formOf(token)).ids).toEqual([]);
  });

  test('keeps the files that can be taken when another cannot, and says which and what to do', async () => {
    const token = await aFamily(service, [childId]);
    const answer = await sendFiles(token, [
      ['Report.pdf', A_PDF],
      ['page.html', Buffer.from('<!DOCTYPE html><title>x</title>')],
      ['empty.pdf', Buffer.alloc(0)],
    ]);
    expect(answer.statusCode).toBe(400);
    expect(answer.body).toContain('‘page.html’: This file is a web page or a drawing. Save it as a PDF');
    expect(answer.body).toContain('‘empty.pdf’: The file you chose is empty');
    expect((await formOf(token)).ids).toHaveLength(1);
  });

  test('sent without a file says to choose one', async () => {
    const answer = await sendFiles(await aFamily(service, [childId]), []);
    expect([answer.statusCode, answer.body.includes('Choose a file')]).toEqual([400, true]);
  });

  test('sent twice, at once or one after the other, sends and adds once', async () => {
    const token = await aFamily(service, [childId]);
    const key = randomUUID();
    await Promise.all([0, 1].map(() => sendFiles(token, [['Report.pdf', A_PDF]], key)));
    await sendFiles(token, [['Report.pdf', A_PDF]], key);
    const { uploads, ids } = await formOf(token);
    expect(ids).toHaveLength(1);
    const second = randomUUID();
    const answers = await Promise.all([0, 1].map(() => add(token, { uploads }, second)));
    answers.push(await add(token, { uploads }, second));
    expect(answers.map(({ headers }) => headers.location)).toEqual([at, at, at]);
    expect(await papers()).toHaveLength(1);
  });

  test('keeps what was typed when something is wrong, and the files too', async () => {
    const token = await aFamily(service, [childId]);
    await sendFiles(token, [['Report.pdf', A_PDF]]);
    const { uploads } = await formOf(token);
    const answer = await add(token, { uploads, kind: '', title: 'From Ms Okafor' });
    expect(answer.statusCode).toBe(400);
    expect(answer.body).toContain('Choose what you are sending');
    expect(answer.body).toContain('value="From Ms Okafor"');
    expect(answer.body).toContain(uploads);
  });

  test('sent after the session ended says what happened, and where to choose the files again', async () => {
    const answer = await sendFiles('ended', [['Report.pdf', A_PDF]]);
    expect(answer.statusCode).toBe(401);
    expect(answer.body).toContain('You were signed out before your files were sent');
    expect(answer.body).toContain(encodeURIComponent(`${at}/new`));
  });
});

describe('whose they are', () => {
  test('what waits is shown to nobody but who sent it, the same family’s other session and staff included', async () => {
    const token = await aFamily(service, [childId]);
    await sendFiles(token, [['Report.pdf', A_PDF]]);
    const { uploads } = await formOf(token);
    for (const other of [await aFamily(service, [childId]), await aCaseworker(service, authority)]) {
      expect((await formOf(other)).ids).toEqual([]);
      expect((await add(other, { uploads })).body).toContain('no longer waiting');
      await (await as(other)).post(`${at}/new/removal`, { uploadId: uploads });
    }
    expect((await formOf(token)).ids).toEqual([uploads]);
  });

  test('nobody sends to a child whose file they are not shown', async () => {
    const school = randomUUID();
    await ownerPool().query(
      `insert into organisations (id, kind, name) values ($1, 'school or college', 'Fernhill School')`,
      [school],
    );
    const professional = await aProfessional(service, school);
    expect((await sendFiles(professional, [['Report.pdf', A_PDF]])).statusCode).toBe(404);
    await ownerPool().query(
      `insert into children_organisations (authority_id, child_id, organisation_id, reason, from_on) values ($1, $2, $3, 'attends', '2024-09-01')`,
      [authority, childId, school],
    );
    expect((await sendFiles(professional, [['Report.pdf', A_PDF]])).statusCode).toBe(303);
  });

  test('what nobody added in a day is forgotten', async () => {
    const token = await aFamily(service, [childId]);
    await sendFiles(token, [['Report.pdf', A_PDF]]);
    const { uploads } = await formOf(token);
    await ownerPool().query(
      `update uploads set begun_at = begun_at - interval '25 hours' where child_id = $1`,
      [childId],
    );
    expect((await formOf(token)).ids).toEqual([]);
    expect((await add(token, { uploads })).body).toContain('no longer waiting');
  });
});

describe('photographs of pages', () => {
  const page = (colour: string) =>
    sharp({ create: { width: 300, height: 400, channels: 3, background: colour } })
      .jpeg()
      .toBuffer();

  test('are joined, in the order the sender put them, into one PDF that says nothing of where they were taken', async () => {
    const token = await aFamily(service, [childId]);
    await sendFiles(token, [
      ['1.jpg', await page('#ff0000')],
      ['2.jpg', await page('#00ff00')],
      ['3.jpg', await aPhotograph()],
    ]);
    const [first = '', second = '', third = ''] = (await formOf(token)).ids;
    await (await as(token)).post(`${at}/new/order`, { uploadId: third, move: 'up' });
    const { uploads, ids } = await formOf(token);
    expect(ids).toEqual([first, third, second]);
    expect((await add(token, { uploads, join: 'yes', title: 'Speech report' })).statusCode).toBe(303);
    const [paper, ...more] = await papers();
    expect([paper.title, paper.mediaType, more]).toEqual(['Speech report', 'application/pdf', []]);
    const kept = await service.services.documents.open(paper.key);
    const bytes = kept === null ? Buffer.alloc(0) : await buffer(kept);
    expect((await readPdf(bytes)).pages).toHaveLength(3);
    expect(bytes.includes('Invented Camera')).toBe(false);
    const shapes = [...bytes.toString('latin1').matchAll(/\/Width (\d+)/g)].map(([, width]) => width);
    expect(new Set(shapes)).toEqual(new Set(['300', '20']));
  });

  test('are not joined with what is no photograph, and not one alone', async () => {
    const token = await aFamily(service, [childId]);
    await sendFiles(token, [['1.jpg', await page('#ff0000')]]);
    expect((await add(token, { uploads: (await formOf(token)).uploads, join: 'yes' })).body).toContain(
      'Send more photos',
    );
    await sendFiles(token, [['Report.pdf', A_PDF]]);
    const answer = await add(token, { uploads: (await formOf(token)).uploads, join: 'yes' });
    expect([answer.statusCode, answer.body.includes('Only photos can be joined')]).toEqual([400, true]);
  });

  test('in HEIC are refused with how to make a JPEG of them', async () => {
    const heic = Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1');
    const answer = await sendFiles(await aFamily(service, [childId]), [['IMG_1.HEIC', heic]]);
    expect(answer.body).toContain('Save this photo as a JPEG');
    expect(answer.body).toContain('Most Compatible');
  });
});
