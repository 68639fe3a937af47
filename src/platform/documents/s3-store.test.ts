import { createHash, createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openDocumentStore } from './configured-store.ts';
import { A_PDF, aDiskStore } from './examples.ts';
import { receiveContent } from './receive.ts';

/*
 * A store that speaks as much S3 as is used, and answers 403 unless it works out the same signature for itself: from the
 * bytes on the wire, with node:crypto alone, as "Signature Version 4 signing process" in the Amazon S3 API Reference says.
 */
const KEYS = { accessKeyId: 'AKIAINVENTED', secretAccessKey: 'invented/secret+key' };
const kept = new Map<string, { body: Buffer; at: Date }>();
const refusals: string[] = [];
let failures = 0;
const server = createServer(async (request, response) => {
  const body = await buffer(request);
  const refusal = whyRefused(request, body);
  if (refusal !== null) {
    refusals.push(refusal);
    return response.writeHead(403).end(`<Error><Code>${refusal}</Code></Error>`);
  }
  if (failures > 0) {
    failures -= 1;
    return response.writeHead(503).end('<Error><Code>SlowDown</Code></Error>');
  }
  return answer(request, body, response);
});
let endpoint = '';

beforeAll(async () => {
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  if (address !== null && typeof address === 'object') endpoint = `http://127.0.0.1:${address.port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  kept.clear();
  refusals.length = 0;
  failures = 0;
});

function whyRefused(request: IncomingMessage, body: Buffer): string | null {
  const said =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/.exec(
      request.headers.authorization ?? '',
    );
  if (said === null) return 'AccessDenied';
  const [, key, day = '', region = '', signedHeaders = '', signature = ''] = said;
  const time = String(request.headers['x-amz-date']);
  const names = signedHeaders.split(';');
  if (key !== KEYS.accessKeyId) return 'InvalidAccessKeyId';
  if (!time.startsWith(day) || Math.abs(Date.now() - instant(time)) > 15 * 60_000)
    return 'RequestTimeTooSkewed';
  if (!['host', 'x-amz-content-sha256', 'x-amz-date'].every((name) => names.includes(name)))
    return 'HeadersNotSigned';
  const bodyHash = String(request.headers['x-amz-content-sha256']);
  if (request.method === 'PUT' && bodyHash !== sha256(body)) return 'XAmzContentSHA256Mismatch';
  if (request.method === 'PUT' && request.headers['content-length'] === undefined)
    return 'MissingContentLength';
  const url = new URL(request.url ?? '', endpoint);
  const query = [...url.searchParams]
    .map((pair) => pair.map(encode).join('='))
    .sort()
    .join('&');
  const headers = names
    .map((name) => `${name}:${String(request.headers[name]).trim().replace(/ +/g, ' ')}\n`)
    .join('');
  const canonical = [request.method, url.pathname, query, headers, signedHeaders, bodyHash].join('\n');
  const scope = `${day}/${region}/s3/aws4_request`;
  const toSign = ['AWS4-HMAC-SHA256', time, scope, sha256(Buffer.from(canonical))].join('\n');
  const signingKey = [day, region, 's3', 'aws4_request'].reduce<Buffer>(
    hmac,
    Buffer.from(`AWS4${KEYS.secretAccessKey}`),
  );
  const expected = hmac(signingKey, toSign);
  return timingSafeEqual(expected, Buffer.from(signature, 'hex')) ? null : 'SignatureDoesNotMatch';
}

const hmac = (key: Buffer, text: string) => createHmac('sha256', key).update(text).digest();
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const encode = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
const instant = (time: string) =>
  Date.parse(time.replace(/^(....)(..)(..)T(..)(..)(..)Z$/, '$1-$2-$3T$4:$5:$6Z'));

function answer(request: IncomingMessage, body: Buffer, response: ServerResponse) {
  const url = new URL(request.url ?? '', endpoint);
  if (url.searchParams.get('list-type') === '2') return response.end(list(url.searchParams));
  const key = url.pathname.replace('/bucket/', '');
  const found = kept.get(key);
  switch (request.method) {
    case 'PUT':
      kept.set(key, { body, at: new Date('2025-02-03T10:00:00Z') });
      return response.end();
    case 'DELETE':
      kept.delete(key);
      return response.writeHead(204).end();
    default:
      return found === undefined ? response.writeHead(404).end('<Error/>') : response.end(found.body);
  }
}

// Two to a page, so that pages are turned.
function list(query: URLSearchParams): string {
  const keys = [...kept.keys()].filter((key) => key.startsWith(query.get('prefix') ?? '')).sort();
  const from = Number((query.get('continuation-token') ?? 'x+/=0').split('=')[1]);
  const entries = keys
    .slice(from, from + 2)
    .map(
      (key) =>
        `<Contents><Key>${key}</Key><LastModified>${kept.get(key)?.at.toISOString()}</LastModified><Size>1</Size></Contents>`,
    );
  const more = from + 2 < keys.length;
  return `<?xml version="1.0"?><ListBucketResult><IsTruncated>${more}</IsTruncated>${entries.join('')}${more ? `<NextContinuationToken>x+/=${from + 2}</NextContinuationToken>` : ''}</ListBucketResult>`;
}

async function aStore(secretAccessKey = KEYS.secretAccessKey) {
  const { incoming } = await aDiskStore();
  const s3 = { endpoint, bucket: 'bucket', region: 'eu-west-2', ...KEYS, secretAccessKey };
  return openDocumentStore({ directory: join(incoming, '..'), s3 });
}

const sending = { authorityId: 801, name: 'Advice.pdf' };

test('a document is kept, read back and removed, every request signed', async () => {
  const store = await aStore();
  const received = await receiveContent(store, Readable.from([A_PDF]), sending);
  if (!received.ok) throw new Error(received.message);
  const { storageKey } = received.value;
  expect([...kept.keys()]).toEqual([storageKey]);
  const opened = await store.open(storageKey);
  expect(opened === null ? null : await buffer(opened)).toEqual(A_PDF);
  await store.remove(storageKey);
  await store.remove(storageKey);
  expect(await store.open(storageKey)).toBeNull();
  expect(refusals).toEqual([]);
});

test('a large document goes as it is read, with its length and hash said first', async () => {
  const large = Buffer.alloc(20_000_000, 'a line of text\n');
  const received = await receiveContent(await aStore(), Readable.from([large]), {
    ...sending,
    name: 'long.txt',
  });
  expect(received).toMatchObject({ ok: true, value: { byteSize: large.length, sha256: sha256(large) } });
  expect([...kept.values()][0]?.body.equals(large)).toBe(true);
});

test('one authority’s keys are listed over as many pages as there are', async () => {
  const store = await aStore();
  const keys = Array.from({ length: 5 }, () => `801/${randomUUID()}`).sort();
  for (const key of [...keys, `802/${randomUUID()}`, '801/not-ours']) {
    kept.set(key, { body: A_PDF, at: new Date('2025-02-03T10:00:00Z') });
  }
  const found: string[] = [];
  for await (const { key, keptAt } of store.list(801)) {
    expect(keptAt.toISOString()).toBe('2025-02-03T10:00:00.000Z');
    found.push(key);
  }
  expect(found).toEqual(keys);
  expect(refusals).toEqual([]);
});

test('a store that is busy is asked again', async () => {
  failures = 2;
  expect(await receiveContent(await aStore(), Readable.from([A_PDF]), sending)).toMatchObject({ ok: true });
});

test('with the wrong secret nothing is kept, and the error names neither key nor secret', async () => {
  const act = receiveContent(await aStore('another secret'), Readable.from([A_PDF]), sending);
  await expect(act).rejects.toThrow('The document store would not keep a document: it answered 403');
  expect(refusals).toEqual(['SignatureDoesNotMatch']);
  expect(kept.size).toBe(0);
});

test('bytes altered on the way are refused by the store', async () => {
  const store = await aStore();
  const path = join(store.incoming, randomUUID());
  await writeFile(path, 'other bytes');
  const act = store.put(`801/${randomUUID()}`, { path, byteSize: 11, sha256: sha256(A_PDF) });
  await expect(act).rejects.toThrow('403');
  expect(refusals).toEqual(['XAmzContentSHA256Mismatch']);
});

test.each(['../../etc/passwd', '801/../802/x', `801/${randomUUID()}?acl`, ''])(
  '%j is no key of either store',
  async (key) => {
    for (const store of [await aStore(), await aDiskStore()]) {
      await expect((async () => store.open(key))()).rejects.toThrow('not a key');
    }
  },
);
