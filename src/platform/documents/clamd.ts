import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** Where the scanner listens. */
export type ClamdAddress = { host: string; port: number } | { path: string };

/** What the scanner said. Whatever is neither of its two plain answers is `unsure`, and lets nothing pass. */
export type ScanAnswer =
  | { kind: 'passed' }
  | { kind: 'found'; finding: string }
  | { kind: 'unsure'; why: Unsure };

type Unsure = 'not reached' | 'broke off' | 'out of time' | 'too long' | 'another answer';
type Limits = { maxBytes: number; milliseconds: number };

// An answer is one short line. More is not one.
const MOST_SAID = 1024;

/**
 * Has `clamd` look at content, by its INSTREAM command: each chunk behind its length in four bytes, then a length of
 * nought. Throws only what reading the content throws.
 */
export async function askClamd(
  address: ClamdAddress,
  content: AsyncIterable<Uint8Array>,
  limits: Limits,
): Promise<ScanAnswer> {
  const socket = connect(address);
  const call = new Call(socket, limits.milliseconds);
  try {
    const sent = await send(call, content, limits.maxBytes);
    if (sent !== 'sent') return unsure(sent);
    const said = await call.said;
    return said === null ? unsure(call.failure ?? 'broke off') : readAnswer(said);
  } finally {
    call.end();
  }
}

/** One connection: what is said on it up to the NUL that ends an answer, and why it came to nothing. */
class Call {
  /** The whole answer, or null when the connection closed without one. */
  readonly said: Promise<string | null>;
  failure: Unsure | null = null;
  over = false;
  private reached = false;
  private readonly timer: NodeJS.Timeout;

  constructor(
    readonly socket: Socket,
    milliseconds: number,
  ) {
    this.timer = setTimeout(() => this.fail('out of time'), milliseconds);
    this.said = new Promise((resolve) => {
      let text = '';
      socket.on('connect', () => {
        this.reached = true;
      });
      socket.on('data', (bytes) => {
        text += bytes.toString('latin1');
        if (text.endsWith('\0')) resolve(text.slice(0, -1));
        else if (text.length > MOST_SAID || text.includes('\0')) resolve('more than an answer');
        this.over = true;
      });
      socket.on('error', () => {
        this.failure ??= this.reached ? 'broke off' : 'not reached';
      });
      socket.on('close', () => {
        this.over = true;
        resolve(null);
      });
    });
  }

  fail(why: Unsure): void {
    this.failure ??= why;
    this.socket.destroy();
  }

  end(): void {
    clearTimeout(this.timer);
    this.socket.destroy();
  }
}

async function send(
  call: Call,
  content: AsyncIterable<Uint8Array>,
  maxBytes: number,
): Promise<'sent' | Unsure> {
  let size = 0;
  if (!(await write(call, Buffer.from('zINSTREAM\0')))) return call.failure ?? 'another answer';
  for await (const chunk of content) {
    size += chunk.length;
    if (size > maxBytes) return 'too long';
    const length = Buffer.alloc(4);
    length.writeUInt32BE(chunk.length);
    // It spoke before it had heard everything: whatever it said is not about this file.
    if (!(await write(call, Buffer.concat([length, chunk])))) return call.failure ?? 'another answer';
  }
  return (await write(call, Buffer.alloc(4))) ? 'sent' : (call.failure ?? 'another answer');
}

// False once there is no use in going on: the scanner has spoken, or the connection has closed.
async function write(call: Call, bytes: Buffer): Promise<boolean> {
  if (call.over) return false;
  if (call.socket.write(bytes)) return true;
  const stop = new AbortController();
  const closed = call.said.finally(() => stop.abort());
  await Promise.race([once(call.socket, 'drain', { signal: stop.signal }).catch(() => null), closed]);
  return !call.over;
}

function readAnswer(said: string): ScanAnswer {
  if (said === 'stream: OK') return { kind: 'passed' };
  const finding = /^stream: ([\x21-\x7e]{1,200}) FOUND$/.exec(said)?.[1];
  return finding === undefined ? unsure('another answer') : { kind: 'found', finding };
}

function unsure(why: Unsure): ScanAnswer {
  return { kind: 'unsure', why };
}
