import { once } from 'node:events';
import { mkdtemp } from 'node:fs/promises';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { askClamd } from './clamd.ts';
import { A_PDF } from './examples.ts';

/* Other people's scanners, at the socket's edge: whatever one of them says that is not plainly OK, nothing passes. */

const LIMITS = { maxBytes: 1_000_000, milliseconds: 5_000 };
const END = Buffer.alloc(4);
let server: Server | null = null;

afterEach(() => {
  server?.close();
  server = null;
});

async function listening(
  behave: (socket: Socket) => void,
  at?: string,
): Promise<{ host: string; port: number }> {
  server = createServer((socket) => {
    socket.on('error', () => undefined);
    behave(socket);
  });
  if (at === undefined) server.listen(0, '127.0.0.1');
  else server.listen(at);
  await once(server, 'listening');
  const address = server.address();
  return { host: '127.0.0.1', port: address !== null && typeof address === 'object' ? address.port : 0 };
}

/** A scanner that hears everything, and then does this. */
function havingHeard(then: (socket: Socket, heard: Buffer) => void) {
  return (socket: Socket) => {
    let heard: Buffer = Buffer.alloc(0);
    socket.on('data', (bytes: Buffer) => {
      heard = Buffer.concat([heard, bytes]);
      if (heard.subarray(-4).equals(END)) then(socket, heard);
    });
  };
}

async function* inPieces(bytes: Uint8Array, size = 10) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const says = (text: string) => havingHeard((socket) => socket.end(text, 'latin1'));
const ask = async (behave: (socket: Socket) => void, limits = LIMITS) =>
  askClamd(await listening(behave), inPieces(A_PDF), limits);

test('every byte is sent as the protocol has it, and a plain OK passes', async () => {
  let all: Buffer = Buffer.alloc(0);
  const answer = await ask(
    havingHeard((socket, heard) => {
      all = heard;
      socket.end('stream: OK\0');
    }),
  );
  expect(answer).toEqual({ kind: 'passed' });
  expect(all.subarray(0, 10).toString()).toBe('zINSTREAM\0');
  const chunks: Buffer[] = [];
  for (let at = 10; ; ) {
    const length = all.readUInt32BE(at);
    if (length === 0) break;
    chunks.push(all.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  expect(Buffer.concat(chunks)).toEqual(A_PDF);
});

test('what was found is told by its name', async () => {
  expect(await ask(says('stream: Eicar.Test FOUND\0'))).toEqual({ kind: 'found', finding: 'Eicar.Test' });
});

test('an answer that comes in two pieces is one answer', async () => {
  const answer = await ask(
    havingHeard((socket) => {
      socket.write('stream: ');
      setImmediate(() => socket.end('OK\0'));
    }),
  );
  expect(answer).toEqual({ kind: 'passed' });
});

test.each([
  ['nothing', ''],
  ['half an answer', 'stream: OK'],
  ['an error', 'INSTREAM size limit exceeded. ERROR\0'],
  ['another error', 'stream: Can’t allocate memory ERROR\0'],
  ['OK of something else', '/etc/passwd: OK\0'],
  ['OK with more after it', 'stream: OK\0stream: Eicar FOUND\0'],
  ['OK on a line of its own', 'stream: OK\n\0'],
  ['OK in another case', 'stream: ok\0'],
  ['OK before an error', 'stream: OK ERROR\0'],
  ['a finding without a name', 'stream:  FOUND\0'],
  ['an endless answer', 'stream: OK'.padEnd(100_000, ' ')],
  ['a page of the web', 'HTTP/1.1 400 Bad Request\r\n\r\n'],
  ['bytes of no meaning', '\x00\xff\x00\xfe'],
])('%s lets nothing pass', async (_what, text) => {
  expect(await ask(says(text))).toMatchObject({ kind: 'unsure' });
});

test('OK said before the whole file was heard lets nothing pass', async () => {
  const early = async function* () {
    yield A_PDF;
    await new Promise((later) => setTimeout(later, 50));
    yield A_PDF;
  };
  const address = await listening((socket) => socket.once('data', () => socket.write('stream: OK\0')));
  expect(await askClamd(address, early(), LIMITS)).toMatchObject({ kind: 'unsure' });
});

test('a scanner that goes away, in the middle or at the end, lets nothing pass', async () => {
  expect(await ask((socket) => socket.once('data', () => socket.resetAndDestroy()))).toMatchObject({
    kind: 'unsure',
  });
  expect(await ask(havingHeard((socket) => socket.resetAndDestroy()))).toMatchObject({ kind: 'unsure' });
});

test('a scanner that never answers is waited for so long and no longer', async () => {
  const answer = await ask(
    havingHeard(() => undefined),
    { ...LIMITS, milliseconds: 100 },
  );
  expect(answer).toEqual({ kind: 'unsure', why: 'out of time' });
});

test('a scanner that reads nothing does not keep the file in memory', async () => {
  let given = 0;
  const large = async function* () {
    for (; given < 200; given += 1) yield Buffer.alloc(1_000_000);
  };
  const address = await listening((socket) => socket.pause());
  const answer = await askClamd(address, large(), { maxBytes: 1e9, milliseconds: 500 });
  expect(answer).toEqual({ kind: 'unsure', why: 'out of time' });
  expect(given).toBeLessThan(50);
});

test('no scanner at the address lets nothing pass', async () => {
  const address = await listening(() => undefined);
  server?.close();
  expect(await askClamd(address, inPieces(A_PDF), LIMITS)).toEqual({ kind: 'unsure', why: 'not reached' });
});

test('a file longer than is allowed is not sent to its end, whatever the scanner would say', async () => {
  const answer = await ask(says('stream: OK\0'), { ...LIMITS, maxBytes: A_PDF.length - 1 });
  expect(answer).toEqual({ kind: 'unsure', why: 'too long' });
});

test('a scanner may listen on a socket of this machine', async () => {
  const path = join(await mkdtemp(join(tmpdir(), 'opensend-socket-')), 'clamd');
  await listening(says('stream: OK\0'), path);
  expect(await askClamd({ path }, inPieces(A_PDF), LIMITS)).toEqual({ kind: 'passed' });
});
