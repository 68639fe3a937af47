import { createHash, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { browser, type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../test/support/database.ts';
import { aFamily } from '../../../test/support/people.ts';
import { sweepDocuments } from '../../platform/documents/index.ts';

let service: TestApp;
let authority: number;
let childId: string;
let token: string;

const FILE = Buffer.from('She reads aloud to her brother. '.repeat(4000));

beforeAll(async () => {
  authority = await anAuthority();
  service = await testApp(authority);
});
afterAll(() => service.app.close());
beforeEach(async () => {
  childId = randomUUID();
  await ownerPool().query(
    `insert into children (authority_id, id, given_names, family_name, born_on) values ($1, $2, 'Amira', 'Invented', '2017-05-04')`,
    [authority, childId],
  );
  token = await aFamily(service, [childId]);
});

type Call = {
  method: 'GET' | 'HEAD' | 'POST' | 'PATCH';
  url: string;
  headers?: Record<string, string>;
  payload?: Buffer | string;
};

function call({ headers, ...rest }: Call, { app } = service, session = token) {
  return app.inject({
    ...rest,
    headers: { cookie: `opensend_session=${session}`, 'sec-fetch-site': 'same-origin', ...headers },
  });
}

function begin(file: Buffer, said: Record<string, string> = {}) {
  const sha256 = createHash('sha256').update(file).digest('hex');
  const body = {
    name: 'notes.txt',
    size: String(file.length),
    sha256,
    idempotencyKey: randomUUID(),
    ...said,
  };
  return call({
    method: 'POST',
    url: `/children/${childId}/uploads`,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(body).toString(),
  });
}

async function begun(file = FILE): Promise<string> {
  const answer = await begin(file);
  expect(answer.statusCode).toBe(201);
  return String(answer.headers.location);
}

function append(at: string, offset: number | string, part: Buffer, on = service) {
  const headers = { 'content-type': 'application/offset+octet-stream', 'upload-offset': String(offset) };
  return call({ method: 'PATCH', url: at, headers, payload: part }, on);
}

const complete = (at: string) => call({ method: 'POST', url: `${at}/completion` });

async function come(at: string, on = service): Promise<number> {
  const answer = await call({ method: 'HEAD', url: at }, on);
  return Number(answer.headers['upload-offset']);
}

async function keptBytes(): Promise<Buffer[]> {
  const { rows } = await ownerPool().query('select storage_key from uploads where child_id = $1', [childId]);
  return Promise.all(
    rows.map(async (row) => {
      const kept = row.storage_key === null ? null : await service.services.documents.open(row.storage_key);
      return kept === null ? Buffer.alloc(0) : buffer(kept);
    }),
  );
}

test('a file sent in parts is, once whole, what was sent, and waits to be added with the others', async () => {
  const at = await begun();
  expect((await append(at, 0, FILE.subarray(0, 50_000))).headers['upload-offset']).toBe('50000');
  expect(await come(at)).toBe(50_000);
  expect((await complete(at)).json()).toMatchObject({ title: 'Not all of the file has come yet' });
  await append(at, 50_000, FILE.subarray(50_000));
  expect((await complete(at)).statusCode).toBe(204);
  expect(await keptBytes()).toEqual([FILE]);
  const person = browser(service);
  person.signInWith(token);
  expect((await person.get(`/children/${childId}/documents/new`)).body).toContain('notes.txt');
  expect((await complete(at)).statusCode).toBe(204);
});

test('the same file chosen again goes on where it broke off', async () => {
  const at = await begun();
  await append(at, 0, FILE.subarray(0, 70_000));
  const again = await begun();
  expect([again, await come(again)]).toEqual([at, 70_000]);
});

test('what has come survives the end of the service, and another goes on with it', async () => {
  const at = await begun();
  await append(at, 0, FILE.subarray(0, 70_000));
  const DOCUMENTS_DIR = service.services.config.documents.directory;
  const second = await testApp(authority, '2025-02-03', { DOCUMENTS_DIR });
  expect(await come(at, second)).toBe(70_000);
  expect((await append(at, 70_000, FILE.subarray(70_000), second)).statusCode).toBe(204);
  await second.app.close();
  expect((await complete(at)).statusCode).toBe(204);
  expect(await keptBytes()).toEqual([FILE]);
});

test('of two who add at one place at once, one adds; the other is told how much has come', async () => {
  const at = await begun();
  const parts = [FILE.subarray(0, 60_000), Buffer.from('x'.repeat(30_000)), FILE.subarray(0, 10_000)];
  const answers = await Promise.all(parts.map((part) => append(at, 0, part)));
  const winner = answers.findIndex(({ statusCode }) => statusCode === 204);
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([204, 409, 409]);
  expect(await come(at)).toBe(parts[winner]?.length);
  const { rows } = await ownerPool().query(
    'select count(*)::int as n from upload_parts where upload_id = $1',
    [at.split('/').at(-1)],
  );
  expect(rows[0].n).toBe(1);
});

test('a part whose connection breaks off leaves nothing, and the rest goes on', async () => {
  await service.app.listen({ port: 0, host: '127.0.0.1' });
  const address = service.app.server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const at = await begun();
  const socket = connect(address.port, '127.0.0.1');
  await once(socket, 'connect');
  socket.write(
    `PATCH ${at} HTTP/1.1\r\nhost: 127.0.0.1\r\ncookie: opensend_session=${token}\r\ncontent-type: application/offset+octet-stream\r\nupload-offset: 0\r\ncontent-length: ${FILE.length}\r\n\r\n`,
  );
  socket.write(FILE.subarray(0, 40_000));
  socket.resetAndDestroy();
  await once(socket, 'close');
  expect(await come(at)).toBe(0);
  expect((await append(at, 0, FILE)).statusCode).toBe(204);
  expect((await complete(at)).statusCode).toBe(204);
});

describe('refused', () => {
  test.each([
    ['an offset past what has come', 90_000, 409],
    ['an offset before it', 10, 409],
    ['a negative offset', '-1', 400],
    ['an offset that is no number', '1e3', 400],
    ['no offset', '', 400],
    ['an offset past all numbers', '99999999999', 400],
  ])('%s', async (_what, offset, status) => {
    const at = await begun();
    await append(at, 0, FILE.subarray(0, 50_000));
    expect((await append(at, offset, Buffer.from('more'))).statusCode).toBe(status);
    expect(await come(at)).toBe(50_000);
  });

  test('more than the file was said to hold', async () => {
    const at = await begun(Buffer.from('short'));
    expect((await append(at, 0, FILE)).statusCode).toBe(413);
    expect(await come(at)).toBe(0);
  });

  test('a part of more than 8 MB', async () => {
    const large = Buffer.alloc(9 * 1024 * 1024, 'a');
    const at = await begun(large);
    expect((await append(at, 0, large)).statusCode).toBeGreaterThanOrEqual(400);
    expect(await come(at)).toBe(0);
  });

  test.each([
    ['one byte over 50 MB', { size: String(50 * 1024 * 1024 + 1) }, 'The file must be smaller than 50 MB'],
    ['an empty file', { size: '0' }, 'The file you chose is empty'],
    ['a size that is no number', { size: '-5' }, 'Choose the file again'],
    ['a hash that is none', { sha256: 'abc' }, 'Choose the file again'],
  ])('%s', async (_what, said, title) => {
    const answer = await begin(FILE, said);
    expect([answer.statusCode, answer.json().title]).toEqual([422, title]);
  });

  test('a file that is not what its sender said is let go, and they are told to send it again', async () => {
    const at = await begun();
    await append(at, 0, Buffer.from(FILE).fill('z', 5, 6));
    expect((await complete(at)).json()).toMatchObject({
      status: 422,
      title: 'The file changed on its way. Send it again',
    });
    expect((await call({ method: 'GET', url: at })).statusCode).toBe(404);
  });

  test('a kind of file that is not taken', async () => {
    const page = Buffer.from('<!DOCTYPE html><title>x</title>');
    const at = await begun(page);
    await append(at, 0, page);
    expect((await complete(at)).json().title).toContain('Save it as a PDF');
  });

  test('anybody else’s file, as if it were not there', async () => {
    const at = await begun();
    const other = await aFamily(service, [childId]);
    for (const method of ['GET', 'HEAD', 'POST', 'PATCH'] as const) {
      const headers = { 'content-type': 'application/offset+octet-stream', 'upload-offset': '0' };
      const url = method === 'POST' ? `${at}/completion` : at;
      const payload = method === 'PATCH' ? { headers, payload: 'x' } : {};
      expect([method, (await call({ method, url, ...payload }, service, other)).statusCode]).toEqual([
        method,
        404,
      ]);
    }
    expect(await come(at)).toBe(0);
  });

  test('the forty-first that waits', async () => {
    for (let n = 0; n < 40; n += 1) await begun(Buffer.from(`file ${n}`));
    expect((await begin(Buffer.from('one more'))).json().title).toContain('Add the files you have sent');
  });
});

test('what nobody finished in a day is forgotten, its bytes too; what is under way is kept', async () => {
  const old = await begun(Buffer.from('old words'));
  await append(old, 0, Buffer.from('old'));
  const young = await begun();
  await append(young, 0, FILE.subarray(0, 10));
  await ownerPool().query(`update uploads set begun_at = begun_at - interval '25 hours' where id = $1`, [
    old.split('/').at(-1),
  ]);
  expect((await append(old, 3, Buffer.from(' words'))).statusCode).toBe(404);
  const counted = async () => {
    let n = 0;
    for await (const _ of service.services.documents.list(authority)) n += 1;
    return n;
  };
  await sweepDocuments({ authorityId: authority }, service.services);
  const before = await counted();
  const now = service.clock.now;
  service.clock.now = new Date(Date.now() + 30 * 3_600_000);
  await ownerPool().query('update uploads set begun_at = $2 where id = $1', [
    young.split('/').at(-1),
    service.clock.now,
  ]);
  await sweepDocuments({ authorityId: authority }, service.services);
  service.clock.now = now;
  const { rows } = await ownerPool().query('select storage_key from upload_parts where upload_id = $1', [
    young.split('/').at(-1),
  ]);
  expect(await service.services.documents.open(rows[0].storage_key)).not.toBeNull();
  expect(await counted()).toBeLessThan(before);
});
