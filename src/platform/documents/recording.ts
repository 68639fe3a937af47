import { type FileHandle, open } from 'node:fs/promises';

// ISO 14496-12: a film is boxes, each with its length and a four-letter name. Phones write where a film was made in
// `udta` and `meta` boxes, and programs in `uuid` ones; readers pass over a box named `free`.
const HOLDS_OTHERS = new Set(['moov', 'trak', 'mdia', 'moof', 'traf']);
const SAYS_WHERE = new Set(['udta', 'meta', 'uuid']);
const MOST_BOXES = 20_000;
const BLANK = Buffer.alloc(65_536);

type Box = { name: string; start: number; bodyStart: number; end: number };

/**
 * Empties, where they stand, the boxes of an MP4, MOV or M4A file that say where and with what it was made. Sound and
 * pictures are untouched and nothing moves. False when the file's boxes make no sense.
 */
export async function forgetWhereRecorded(path: string): Promise<boolean> {
  const file = await open(path, 'r+');
  try {
    const { size } = await file.stat();
    return await visit(file, { start: 0, end: size }, { left: MOST_BOXES });
  } finally {
    await file.close();
  }
}

async function visit(
  file: FileHandle,
  within: { start: number; end: number },
  budget: { left: number },
): Promise<boolean> {
  for (let at = within.start; at + 8 <= within.end; ) {
    const box = await readBox(file, at, within.end);
    if (box === null || budget.left === 0) return false;
    budget.left -= 1;
    if (SAYS_WHERE.has(box.name)) await empty(file, box);
    else if (HOLDS_OTHERS.has(box.name)) {
      if (!(await visit(file, { start: box.bodyStart, end: box.end }, budget))) return false;
    }
    at = box.end;
  }
  return true;
}

async function readBox(file: FileHandle, start: number, limit: number): Promise<Box | null> {
  const header = Buffer.alloc(16);
  await file.read(header, 0, 16, start);
  const short = header.readUInt32BE(0);
  // A length of 1 means that a longer one follows; of 0, that the box runs to the end.
  const long = short === 1;
  const length = long ? Number(header.readBigUInt64BE(8)) : short === 0 ? limit - start : short;
  const bodyStart = start + (long ? 16 : 8);
  const end = start + length;
  if (end < bodyStart || end > limit) return null;
  return { name: header.toString('latin1', 4, 8), start, bodyStart, end };
}

async function empty(file: FileHandle, box: Box): Promise<void> {
  await file.write('free', box.start + 4, 'latin1');
  for (let at = box.bodyStart; at < box.end; at += BLANK.length) {
    await file.write(BLANK, 0, Math.min(BLANK.length, box.end - at), at);
  }
}
