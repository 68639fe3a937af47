import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { Unzip, type UnzipFile, UnzipInflate } from 'fflate';
import { FETCH_AGAIN, UnusableStatistics } from '../sources/line.ts';

/** One file of statistics: itself, or a part of the zip file its publisher packed it in. Its bytes are read once, in order. */
export type Part = {
  name: string;
  packed: boolean;
  /** Where the file is, of a Parquet file: it is read from its end. */
  parquet: string | null;
  bytes: AsyncIterable<Uint8Array>;
};

const READ_AT_ONCE = 64 * 1024;
/** So little is unpacked at a time that a part which grows a thousandfold is noticed while it is 16 MB. */
const UNPACKED_AT_ONCE = 16 * 1024;
const LARGEST_UNPACKED = 1024 * 1024 * 1024;
/** How many times larger than the file its parts may be together: published releases are ten times as large. */
const LARGEST_RATIO = 200;

const NOT_WHOLE = 'it is not a whole zip file: fetch it again';
const tooMuch = (most: number) =>
  `what is packed in it is more than ${most === LARGEST_UNPACKED ? '1 GB' : `${LARGEST_RATIO} times its size`}`;

const PACKED = [0x50, 0x4b, 0x03, 0x04];
const NO_ZIP_ENDS_LATER = 65_557;

/** What a file holds: the CSV parts of a zip file, else the file as it is. Throws for what is not there or not whole. */
export async function* partsOf(path: string): AsyncGenerator<Part, undefined> {
  const found = await stat(path).catch(() => null);
  if (found === null)
    throw new UnusableStatistics('there is no such file', 'Give the path of a file that is there');
  if (found.isDirectory())
    throw new UnusableStatistics(
      'it is a folder: give one of the files in it',
      'Give the zip file they came in, or one file after another',
    );
  if (!found.isFile())
    throw new UnusableStatistics('it is no file that can be read twice', 'Save it as a file and give that');
  if (found.size === 0) throw new UnusableStatistics('it is empty');
  const head = await bytesAt(path, 0, PACKED.length);
  if (PACKED.every((byte, at) => head[at] === byte)) return yield* unpacked(path, found.size);
  const parquet = head.equals(Buffer.from('PAR1')) ? path : null;
  const bytes = createReadStream(path, { highWaterMark: READ_AT_ONCE });
  yield { name: basename(path), packed: false, parquet, bytes };
}

async function bytesAt(path: string, position: number, length: number): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** A folder of a Mac's zip file has parts that are no files, and begin with a dot. */
const wanted = (name: string) => /^[^.].*\.csv$/i.test(name);

async function* unpacked(path: string, size: number): AsyncGenerator<Part> {
  const from = Math.max(0, size - NO_ZIP_ENDS_LATER);
  const end = await bytesAt(path, from, size - from);
  if (!end.includes(Buffer.from([0x50, 0x4b, 0x05, 0x06]))) throw new UnusableStatistics(NOT_WHOLE, '');
  const state: Unpacking = { begun: [], wrong: null, total: 0 };
  const most = Math.min(LARGEST_UNPACKED, size * LARGEST_RATIO);
  const unzip = new Unzip((file) => begin(state, file, most));
  unzip.register(UnzipInflate);
  const chunks = createReadStream(path, { highWaterMark: UNPACKED_AT_ONCE })[Symbol.asyncIterator]();
  /** Reads on until there is something new; false at the end of the file. */
  const more = async (): Promise<boolean> => {
    const { value, done } = await chunks.next();
    if (done === true) return false;
    push(unzip, value, state);
    return true;
  };
  do {
    for (let part = state.begun.shift(); part !== undefined; part = state.begun.shift()) {
      yield { name: part.name, packed: true, parquet: null, bytes: bytesOf(part, more) };
      // What its reader left is passed over, though the reader may still be about to ask for it.
      part.left = true;
      while (!part.ended) if (!(await more())) throw new UnusableStatistics(NOT_WHOLE, '');
    }
  } while (await more());
}

type Unpacking = {
  /** Parts met and not yet read. */
  begun: Unpacked[];
  /** Why it cannot be used. */
  wrong: string | null;
  total: number;
};

type Unpacked = {
  name: string;
  /** What has been unpacked of it and not yet taken. */
  made: Uint8Array[];
  ended: boolean;
  /** Nobody wants the rest of it. */
  left: boolean;
};

function begin(state: Unpacking, file: UnzipFile, most: number): void {
  const name = basename(file.name);
  if (!wanted(name)) return;
  const part: Unpacked = { name, made: [], ended: false, left: false };
  state.begun.push(part);
  file.ondata = (error, data, final) => {
    // Thrown here, it would be lost in what unpacks.
    if (error !== null) state.wrong ??= NOT_WHOLE;
    state.total += data?.length ?? 0;
    if (state.total > most) state.wrong ??= tooMuch(most);
    if (state.wrong !== null) return;
    if (data.length > 0 && !part.left) part.made.push(data);
    part.ended = final;
  };
  file.start();
}

function push(unzip: Unzip, chunk: Uint8Array, state: Unpacking): void {
  try {
    unzip.push(chunk);
  } catch {
    state.wrong ??= NOT_WHOLE;
  }
  if (state.wrong !== null)
    throw new UnusableStatistics(state.wrong, state.wrong === NOT_WHOLE ? '' : FETCH_AGAIN);
}

async function* bytesOf(part: Unpacked, more: () => Promise<boolean>): AsyncGenerator<Uint8Array> {
  while (!part.left) {
    const next = part.made.shift();
    if (next !== undefined) yield next;
    else if (part.ended) return;
    else if (!(await more()) && !part.ended) throw new UnusableStatistics(NOT_WHOLE, '');
  }
}
