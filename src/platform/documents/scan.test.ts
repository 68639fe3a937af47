import { Readable } from 'node:stream';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { eicar, type Scanner, startClamd } from '../../../test/support/clamd.ts';
import { ownerPool } from '../../../test/support/database.ts';
import { aFamily } from '../../../test/support/people.ts';
import { withLens } from '../lens/index.ts';
import { aScene, type Scene } from './child-file.examples.ts';
import { askClamd } from './clamd.ts';
import { A_PDF } from './examples.ts';
import { receiveContent, recordDocument, scanDocument, scanWhatWaits } from './index.ts';

let scene: Scene;
let childId: string;
const clamd = { host: '127.0.0.1', port: 1 };

beforeAll(async () => {
  scene = await aScene();
});
afterAll(() => scene.service.app.close());
beforeEach(async () => {
  scene.service.services.config.clamd = clamd;
  childId = await scene.aChild();
});

async function sent(bytes: Buffer, made: { madeHere?: true } = {}): Promise<string> {
  const { services } = scene.service;
  const content = await receiveContent(services.documents, Readable.from([bytes]), {
    authorityId: scene.authority,
    name: 'Report.txt',
  });
  if (!content.ok) throw new Error(content.message);
  return withLens(services.database, scene.staff, (tx) =>
    recordDocument(tx, content.value, { kind: 'evidence', childId, ...made }),
  );
}

async function opened(id: string) {
  const cookie = `opensend_session=${await aFamily(scene.service, [childId])}`;
  return scene.service.app.inject({ url: `/documents/${id}`, headers: { cookie } });
}

const scan = (documentId: string) =>
  scanDocument({ authorityId: scene.authority, documentId }, scene.service.services);

async function waiting(id: string): Promise<number> {
  const { rows } = await ownerPool().query('select attempts from graphile_worker.jobs where key = $1', [
    `scan ${id}`,
  ]);
  return rows.length;
}

describe('without a plain answer', () => {
  test('a file is held: nobody opens it, and the page says that it is being checked', async () => {
    const id = await sent(A_PDF);
    const answer = await opened(id);
    expect(answer.statusCode).toBe(409);
    expect(answer.body).toContain('This file is being checked');
    expect(answer.body).toContain('Report.txt.pdf');
    expect(answer.rawPayload.includes('%PDF')).toBe(false);
  });

  test('the job fails, so that it is tried again, and the file stays held', async () => {
    const id = await sent(A_PDF);
    expect(await waiting(id)).toBe(1);
    await expect(scan(id)).rejects.toThrow('no plain answer');
    expect((await opened(id)).statusCode).toBe(409);
  });

  test('a part of it is held as the whole is', async () => {
    const id = await sent(A_PDF);
    const cookie = `opensend_session=${await aFamily(scene.service, [childId])}`;
    const part = await scene.service.app.inject({
      url: `/documents/${id}`,
      headers: { cookie, range: 'bytes=0-3' },
    });
    expect([part.statusCode, part.rawPayload.includes('%PDF')]).toEqual([409, false]);
  });

  test('what the service drew itself is never held: a plan goes out whether or not a scanner answers', async () => {
    const id = await sent(A_PDF, { madeHere: true });
    expect(await waiting(id)).toBe(0);
    expect((await opened(id)).statusCode).toBe(200);
  });

  test('what was sent before there was a scanner is asked for at night', async () => {
    scene.service.services.config.clamd = null;
    const id = await sent(A_PDF);
    expect((await opened(id)).statusCode).toBe(200);
    await ownerPool().query('select graphile_worker.remove_job($1)', [`scan ${id}`]);
    scene.service.services.config.clamd = clamd;
    await scanWhatWaits({ ...scene.service.services, authority: { ...scene.service.services.authority } });
    await scanWhatWaits(scene.service.services);
    expect(await waiting(id)).toBe(1);
  });
});

describe('by a real scanner', () => {
  let scanner: Scanner | null = null;

  beforeAll(async () => {
    scanner = await startClamd();
  }, 300_000);
  afterAll(() => scanner?.stop());
  beforeEach(({ skip }) => {
    if (scanner === null) return skip('no scanner');
    scene.service.services.config.clamd = scanner.address;
  });

  test('a file that passes can be opened, and is scanned once', async () => {
    const id = await sent(A_PDF);
    await Promise.all([scan(id), scan(id)]);
    await scan(id);
    expect((await opened(id)).statusCode).toBe(200);
    const { rows } = await ownerPool().query('select passed from document_scans where document_id = $1', [
      id,
    ]);
    expect(rows).toEqual([{ passed: true }]);
  });

  test('what was found is on the child’s file, and the file stays shut, with or without a scanner', async () => {
    const id = await sent(eicar());
    await scan(id);
    for (const configured of [scanner?.address ?? null, null]) {
      scene.service.services.config.clamd = configured;
      const answer = await opened(id);
      expect([answer.statusCode, answer.rawPayload.includes(eicar())]).toEqual([409, false]);
      expect(answer.body).toContain('Nobody can open this file');
    }
    const { rows } = await ownerPool().query(
      `select e.kind, s.finding from events e join document_scans s on s.document_id = e.subject_id
       where e.child_id = $1 and e.kind = 'document found harmful'`,
      [childId],
    );
    expect(rows).toEqual([{ kind: 'document found harmful', finding: 'OpenSEND.Test.Eicar.UNOFFICIAL' }]);
  });

  test('a file of the largest size is scanned to its end', async () => {
    const most = 50 * 1024 * 1024;
    const end = eicar();
    const content = Readable.from([Buffer.alloc(most - end.length, 'a'), end]);
    const answer = await askClamd(scanner?.address ?? clamd, content, {
      maxBytes: most,
      milliseconds: 60_000,
    });
    expect(answer).toMatchObject({ kind: 'found' });
  }, 60_000);

  test('a scanner set to a smaller size holds what is larger', async ({ skip }) => {
    const small = await startClamd('1M');
    if (small === null) return skip('no scanner');
    const content = Readable.from([Buffer.alloc(3_000_000, 'a')]);
    const answer = await askClamd(small.address, content, { maxBytes: 50_000_000, milliseconds: 60_000 });
    await small.stop();
    expect(answer).toMatchObject({ kind: 'unsure' });
  }, 60_000);
});
