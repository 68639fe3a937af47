import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';

/** The file cannot be imported at all: one line, and nothing is changed. */
export class UnusableRegister extends Error {}

export type Inspected = {
  encoding: 'utf8' | 'win1252';
  /** False when the last line breaks off without its end. */
  ended: boolean;
};

export const LARGEST_FILE = 512 * 1024 * 1024;
export const TOO_LARGE = 'it is larger than 512 MB';
export const LONGEST_LINE = 1024 * 1024;

/**
 * Reads the whole file once as bytes before any of it is believed: UTF-8 if every byte of it is, else Windows-1252, as GIAS
 * writes. Refuses what no register is: larger than 512 MB, a line over 1 MB, a NUL byte, UTF-16, UTF-8 that is not.
 */
export async function inspectFile(path: string): Promise<Inspected> {
  await refuseOddFile(path);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const seen = { line: 1, since: 0, last: 0, first: true, marked: false, utf8: true };
  for await (const part of createReadStream(path, { highWaterMark: 256 * 1024 })) {
    if (!Buffer.isBuffer(part)) continue;
    if (seen.first) seen.marked = readMark(part);
    seen.first = false;
    countLines(part, seen);
    seen.utf8 &&= decodes(decoder, part, true);
    seen.last = part.at(-1) ?? seen.last;
  }
  if (seen.first) throw new UnusableRegister('it is empty');
  seen.utf8 &&= decodes(decoder, Buffer.alloc(0), false);
  if (seen.marked && !seen.utf8) throw new UnusableRegister('it says that it is UTF-8 and is not');
  return { encoding: seen.utf8 ? 'utf8' : 'win1252', ended: seen.last === 0x0a || seen.last === 0x0d };
}

async function refuseOddFile(path: string): Promise<void> {
  const found = await stat(path).catch(() => null);
  if (found === null) throw new UnusableRegister('there is no such file');
  if (!found.isFile()) throw new UnusableRegister('it is not a file');
  if (found.size > LARGEST_FILE) throw new UnusableRegister(TOO_LARGE);
}

function readMark(part: Buffer): boolean {
  const mark = part.subarray(0, 3).toString('hex');
  if (mark.startsWith('fffe') || mark.startsWith('feff')) {
    throw new UnusableRegister('it is UTF-16: save it as CSV in UTF-8');
  }
  if (mark.startsWith('504b03')) throw new UnusableRegister('it is a zip file or a spreadsheet, not CSV');
  return mark === 'efbbbf';
}

function countLines(part: Buffer, seen: { line: number; since: number }): void {
  const nul = part.indexOf(0);
  let from = 0;
  for (let end = part.indexOf(0x0a); end !== -1; end = part.indexOf(0x0a, from)) {
    if (nul !== -1 && nul < end) break;
    refuseLong(seen.since + end - from, seen.line);
    seen.since = 0;
    seen.line += 1;
    from = end + 1;
  }
  if (nul !== -1) throw new UnusableRegister(`line ${seen.line} holds a NUL byte: it is not a text file`);
  seen.since += part.length - from;
  refuseLong(seen.since, seen.line);
}

function refuseLong(bytes: number, line: number): void {
  if (bytes > LONGEST_LINE) throw new UnusableRegister(`line ${line} is longer than 1 MB`);
}

function decodes(decoder: TextDecoder, part: Buffer, stream: boolean): boolean {
  try {
    decoder.decode(part, { stream });
    return true;
  } catch {
    return false;
  }
}
