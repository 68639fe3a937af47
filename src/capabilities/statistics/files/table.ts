import { createHash } from 'node:crypto';
import type { Reader } from '../sources/line.ts';
import { recognise, TITLES } from '../sources/recognise.ts';
import { type CsvRecord, recordsOf } from './csv.ts';
import { parquetRecordsOf } from './parquet.ts';
import type { Part } from './parts.ts';
import type { Written } from './text.ts';

/** A table that is known here: what reads it, and its records from below the header on. */
export type Begun = {
  reader: Reader;
  records: AsyncGenerator<CsvRecord>;
  /** The hash of its bytes, once they are read. */
  sha256(): string;
  /** What was noticed of the file itself. */
  notes(): string[];
};

/** Reads a part as far as its header. Null where its columns are those of no statistics known here. */
export async function begin(part: Part): Promise<Begun | null> {
  const hash = createHash('sha256');
  const written: Written = { as: 'UTF-8' };
  const records =
    part.parquet === null
      ? recordsOf({ ...part, bytes: hashed(part.bytes, hash) }, written)
      : parquetRecordsOf(part.name, part.parquet);
  for (let titles = 0; titles <= TITLES; titles += 1) {
    const { value, done } = await records.next();
    if (done === true) break;
    const reader = recognise(part.name, value.cells);
    if (reader === null) continue;
    const notes = () => (written.as === 'UTF-8' ? [] : [`${part.name} is written in ${written.as}`]);
    return { reader, records, sha256: () => hash.digest('hex'), notes };
  }
  await records.return(undefined);
  return null;
}

async function* hashed(
  bytes: AsyncIterable<Uint8Array>,
  hash: ReturnType<typeof createHash>,
): AsyncGenerator<Uint8Array> {
  for await (const piece of bytes) {
    hash.update(piece);
    yield piece;
  }
}
