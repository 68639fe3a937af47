import { randomUUID } from 'node:crypto';
import { readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { browser, type TestApp } from '../../../test/support/app.ts';
import { ownerPool } from '../../../test/support/database.ts';
import { aCaseworker, aFamily, aProfessional } from '../../../test/support/people.ts';
import { withLens } from '../lens/index.ts';
import { aScene, type Scene, visitor } from './child-file.examples.ts';
import { A_PDF } from './examples.ts';
import { openDocument, receiveContent, recordDocument, sweepDocuments } from './index.ts';

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

describe('a download', () => {
  async function download(token: string, id: string) {
    const visitor = browser(service);
    visitor.signInWith(token);
    return visitor.get(`/documents/${id}`);
  }

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
    const opened = await withLens(service.services.database, scene.staff, (tx) =>
      openDocument(service.services, tx, id),
    );
    if (opened === null) throw new Error('not there');
    const sent = await download(await aFamily(service, [childId]), id).catch(() => null);
    expect(sent?.statusCode ?? 'broken off').not.toBe(200);
    await expect(buffer(opened.content)).rejects.toThrow(`document ${id} is not as it was stored`);
    await rm(kept);
    const missing = withLens(service.services.database, scene.staff, (tx) =>
      openDocument(service.services, tx, id),
    );
    await expect(missing).rejects.toThrow('not in the document store');
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
    const opened = await withLens(service.services.database, scene.staff, (tx) =>
      openDocument(service.services, tx, id),
    );
    expect(opened).not.toBeNull();
    opened?.content.destroy();
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
