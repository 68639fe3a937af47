import { randomUUID } from 'node:crypto';
import { readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { TestApp } from '../../../test/support/app.ts';
import { ownerPool } from '../../../test/support/database.ts';
import { aCaseworker, aFamily, aProfessional } from '../../../test/support/people.ts';
import { withLens } from '../lens/index.ts';
import { aScene, type Scene, visitor } from './child-file.examples.ts';
import { A_PDF } from './examples.ts';
import { findKept, openContent, receiveContent, recordDocument, sweepDocuments } from './index.ts';

let scene: Scene;
let service: TestApp;
let childId: string;
let school: string;
let authority: number;

beforeAll(async () => {
  scene = await aScene();
  ({ service, authority } = scene);
});
afterAll(() => service.app.close());
beforeEach(async () => {
  childId = await scene.aChild();
  school = await scene.anOrganisation();
});

async function opening(id: string) {
  const kept = await withLens(service.services.database, scene.staff, (tx) => findKept(tx, id));
  if (kept === null) throw new Error('not there');
  return openContent(service.services.documents, kept);
}

async function download(token: string, id: string, headers: Readonly<Record<string, string>> = {}) {
  const cookie = `opensend_session=${token}`;
  return service.app.inject({ url: `/documents/${id}`, headers: { cookie, ...headers } });
}

describe('a part of a download, for a player', () => {
  let token: string;
  let id: string;
  const ask = (range: string) => download(token, id, { range });

  beforeEach(async () => {
    id = await scene.stored(scene.staff, { childId });
    token = await aFamily(service, [childId]);
  });

  test.each([
    ['bytes=0-1', 0, 1],
    ['bytes=5-', 5, A_PDF.length - 1],
    ['bytes=-4', A_PDF.length - 4, A_PDF.length - 1],
    ['bytes=2-999999', 2, A_PDF.length - 1],
    ['bytes=-999999', 0, A_PDF.length - 1],
  ])('%s', async (range, first, last) => {
    const response = await ask(range);
    expect([
      response.statusCode,
      response.headers['content-range'],
      response.headers['content-length'],
    ]).toEqual([206, `bytes ${first}-${last}/${A_PDF.length}`, String(last - first + 1)]);
    expect(response.rawPayload).toEqual(A_PDF.subarray(first, last + 1));
    expect(response.headers).toMatchObject({
      'content-disposition': expect.stringMatching(/^attachment/),
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    });
  });

  test.each(['bytes=9-2', 'bytes=-', 'bytes=0-1,4-5', 'bytes=a-b', 'lines=0-1', 'bytes=1e3-'])(
    '%s is not understood, and the whole is sent',
    async (range) => {
      const response = await ask(range);
      expect([response.statusCode, response.rawPayload.length]).toEqual([200, A_PDF.length]);
    },
  );

  test.each([`bytes=${A_PDF.length}-`, 'bytes=-0', 'bytes=999999999999999-'])(
    '%s begins past the end, and is told how long it is',
    async (range) => {
      const response = await ask(range);
      expect([response.statusCode, response.headers['content-range']]).toEqual([
        416,
        `bytes */${A_PDF.length}`,
      ]);
      expect(response.headers['content-type']).toBeUndefined();
    },
  );

  test('is one reading of the file in the family’s eyes, however many parts were asked for', async () => {
    const reader = await aCaseworker(service, authority);
    for (const range of ['bytes=3-4', 'bytes=0-1', 'bytes=5-9']) await download(reader, id, { range });
    const { rows } = await ownerPool().query(
      `select kind from events where child_id = $1 and kind = 'file read'`,
      [childId],
    );
    expect(rows).toHaveLength(1);
  });
});

describe('a download', () => {
  test('is an attachment that no browser opens in place, and the reading is recorded', async () => {
    const id = await scene.stored(scene.staff, { childId }, 'تقرير\u202E\r\nX-Evil: 1.pdf');
    const response = await download(await aFamily(service, [childId]), id);
    expect(response.statusCode).toBe(200);
    expect(response.rawPayload).toEqual(A_PDF);
    expect(response.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(A_PDF.length),
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'private, no-store',
    });
    expect(response.headers['content-disposition']).toMatch(
      /^attachment; filename="[ -~]+"; filename\*=UTF-8''[!-~]+$/,
    );
    expect(response.headers['x-evil']).toBeUndefined();
    const { rows } = await ownerPool().query(
      `select kind from events where child_id = $1 and kind = 'file read'`,
      [childId],
    );
    expect(rows).toHaveLength(1);
  });

  test('of what the person may not see is answered as if it were not there', async () => {
    const id = await scene.stored(scene.staff, { childId });
    const draftId = randomUUID();
    const draft = await scene.stored(visitor(draftId), { draftId });
    const other = await aFamily(service, [await scene.aChild()]);
    const professional = await aProfessional(service, school);
    expect((await download(other, id)).statusCode).toBe(404);
    expect((await download(professional, id)).statusCode).toBe(404);
    expect((await download(await aCaseworker(service, authority), draft)).statusCode).toBe(404);
    expect((await download(other, randomUUID())).statusCode).toBe(404);
    expect((await download(other, 'nonsense')).statusCode).toBe(404);
    const signedOut = await service.app.inject({ url: `/documents/${id}` });
    expect(signedOut.statusCode).toBe(303);
  });

  test('of bytes that were altered where they are kept never arrives whole', async () => {
    const id = await scene.stored(scene.staff, { childId });
    const { rows } = await ownerPool().query('select storage_key from documents where id = $1', [id]);
    const name = String(rows[0].storage_key).split('/')[1] ?? '';
    const kept = join(
      service.services.documents.incoming,
      '..',
      'kept',
      String(authority),
      name.slice(0, 2),
      name,
    );
    await writeFile(kept, Buffer.from(A_PDF).fill('x', 9, 12));
    const opened = await opening(id);
    const token = await aFamily(service, [childId]);
    for (const part of [{}, { range: 'bytes=0-1' }]) {
      const sent = await download(token, id, part).catch(() => null);
      expect([200, 206]).not.toContain(sent?.statusCode);
    }
    await expect(buffer(opened)).rejects.toThrow(`document ${id} is not as it was stored`);
    await rm(kept);
    await expect(opening(id)).rejects.toThrow('not in the document store');
  });
});

describe('a form with a file', () => {
  async function send(bytes: Buffer, name: string) {
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array(bytes)]), name);
    const encoded = new Request('http://localhost/', { method: 'POST', body: form });
    return service.app.inject({
      method: 'POST',
      url: '/takes-a-file',
      headers: { 'content-type': encoded.headers.get('content-type') ?? '' },
      payload: Buffer.from(await encoded.arrayBuffer()),
    });
  }

  test('may hold one larger than any other form', async () => {
    expect((await send(Buffer.alloc(20_000_000, 'words '), 'long.txt')).body).toBe('long.txt');
  });

  test('that is over 50 MB is refused in words', async () => {
    const response = await send(Buffer.alloc(50 * 1024 * 1024 + 1, 'words '), 'long.txt');
    expect([response.statusCode, response.body]).toEqual([422, 'The file must be smaller than 50 MB']);
  });
});

describe('the sweep', () => {
  test('removes bytes a day old that no document stands for, and nothing else', async () => {
    const { documents } = service.services;
    const sent = { authorityId: authority, name: 'a.pdf' };
    const id = await recorded(sent);
    const orphan = await receiveContent(documents, Readable.from([A_PDF]), sent);
    await age(-25);
    const young = await receiveContent(documents, Readable.from([A_PDF]), sent);
    if (!orphan.ok || !young.ok) throw new Error('refused');
    await touch(young.value.storageKey, 0);
    expect(await sweepDocuments({ authorityId: authority }, service.services)).toBeGreaterThanOrEqual(1);
    expect(await documents.open(orphan.value.storageKey)).toBeNull();
    expect(await documents.open(young.value.storageKey)).not.toBeNull();
    (await opening(id)).destroy();
    expect(await sweepDocuments({ authorityId: authority }, service.services)).toBe(0);
  });

  test('clears what was left waiting', async () => {
    const { documents } = service.services;
    const left = join(documents.incoming, randomUUID());
    await writeFile(left, 'half a file');
    await utimes(left, hours(-25), hours(-25));
    await sweepDocuments({ authorityId: authority }, service.services);
    expect(await readdir(documents.incoming)).toEqual([]);
  });

  // As a form does it: the bytes before the transaction, the row inside.
  async function recorded(sent: { authorityId: number; name: string }): Promise<string> {
    const received = await receiveContent(service.services.documents, Readable.from([A_PDF]), sent);
    if (!received.ok) throw new Error(received.message);
    return withLens(service.services.database, scene.staff, (tx) =>
      recordDocument(tx, received.value, { kind: 'evidence', childId }),
    );
  }

  const hours = (by: number) => new Date(service.clock.now.getTime() + by * 3_600_000);
  const folder = () => join(service.services.documents.incoming, '..', 'kept');
  async function touch(key: string, by: number) {
    const [, name = ''] = key.split('/');
    await utimes(join(folder(), String(authority), name.slice(0, 2), name), hours(by), hours(by));
  }
  async function age(by: number) {
    for await (const { key } of service.services.documents.list(authority)) await touch(key, by);
  }
});
