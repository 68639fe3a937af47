import { UnusableStatistics } from '../sources/line.ts';

/** What a file turned out to be written in, once it is read. */
export type Written = { as: 'UTF-8' | 'UTF-16' | 'Windows-1252' };

const LONGEST_LOOKED_AT = 4096;

/**
 * The text of a file written in UTF-8, in UTF-16 with its mark, or in Windows-1252, which is what it is taken for from the first
 * byte that UTF-8 cannot have. Refuses what holds no text: a zero byte among the first 4,096.
 */
export async function* textOf(
  bytes: AsyncIterable<Uint8Array>,
  name: string,
  written: Written,
): AsyncGenerator<string> {
  let decoder = new TextDecoder('utf-8', { fatal: true });
  let first = true;
  // What a character cut in two at the end of the last piece began with, for the decoder that takes over.
  let held = new Uint8Array();
  for await (const piece of bytes) {
    if (first && piece.length > 0) {
      first = false;
      const mark = [piece[0], piece[1]].join();
      if (mark === '255,254' || mark === '254,255') {
        written.as = 'UTF-16';
        decoder = new TextDecoder(mark === '255,254' ? 'utf-16le' : 'utf-16be', { fatal: true });
      } else if (piece.subarray(0, LONGEST_LOOKED_AT).includes(0))
        throw new UnusableStatistics(
          `${name} is neither CSV in UTF-8, UTF-16 or Windows-1252, nor zip nor Parquet`,
        );
    }
    try {
      yield decoder.decode(piece, { stream: true });
      held = written.as === 'UTF-8' ? unfinished(piece, held) : held;
    } catch {
      if (written.as !== 'UTF-8')
        throw new UnusableStatistics(`${name} is not written in ${written.as} throughout`);
      written.as = 'Windows-1252';
      decoder = new TextDecoder('windows-1252');
      yield decoder.decode(held, { stream: true }) + decoder.decode(piece, { stream: true });
    }
  }
  try {
    yield decoder.decode();
  } catch {
    if (written.as !== 'UTF-8') throw new UnusableStatistics(`${name} ends in the middle of a character`);
    written.as = 'Windows-1252';
    yield new TextDecoder('windows-1252').decode(held);
  }
}

/** The bytes of a character that a piece begins and does not finish: three at most. */
function unfinished(piece: Uint8Array, before: Uint8Array): Uint8Array<ArrayBuffer> {
  const tail = piece.length >= 4 ? piece.slice(-4) : Uint8Array.from([...before, ...piece]).slice(-4);
  for (let back = 1; back <= Math.min(3, tail.length); back += 1) {
    const byte = tail[tail.length - back] ?? 0;
    if (byte < 0x80) break;
    if (byte < 0xc0) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    return length > back ? tail.slice(-back) : new Uint8Array();
  }
  return new Uint8Array();
}
