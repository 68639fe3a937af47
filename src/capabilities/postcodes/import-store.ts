import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import type pg from 'pg';
import { copyIn } from '../../platform/database/copy.ts';
import { connectAsOwner } from '../../platform/database/owner.ts';
import { AUTHORITIES } from '../../platform/reference/authorities.ts';
import { Refused } from '../../platform/refused.ts';
import { type Columns, type ReadRow, readHeader, readRow } from './read-directory.ts';

/** The file cannot be imported at all: one line, and nothing is changed. */
export class UnusableDirectory extends Error {}

export type Imported = {
  read: number;
  added: number;
  changed: number;
  unchanged: number;
  /** Outside England, or without a place on the map. */
  elsewhere: number;
  unusable: readonly { line: number; reason: string }[];
};

type Counts = { read: number; elsewhere: number; unusable: { line: number; reason: string }[] };

/** Read, and sent to the database, in pieces of this many bytes. */
const READ_AT_ONCE = 256 * 1024;
const LONGEST_LINE = 1024 * 1024;
const ENGLISH: ReadonlyMap<string, number> = new Map(AUTHORITIES.map(({ onsCode, code }) => [onsCode, code]));

/**
 * Imports the directory of postcodes as the owner of the schema, in one transaction: all of it or nothing. The same file
 * again changes nothing; a part of the directory leaves the rest as it is. `onProgress` is told how many lines are read.
 */
export async function importPostcodes(
  ownerUrl: string,
  path: string,
  onProgress: (lines: number) => void,
): Promise<Imported> {
  const found = await stat(path).catch(() => null);
  if (found === null || !found.isFile()) throw new UnusableDirectory('there is no such file');
  const client = await connectAsOwner(ownerUrl);
  try {
    await client.query('begin');
    await client.query('lock table postcodes in share row exclusive mode');
    const done =
      (await copyStraight(client, path, onProgress)) ?? (await copyAndMerge(client, path, onProgress));
    await client.query('commit');
    return done;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw explained(error);
  } finally {
    await client.end();
  }
}

type Progress = (lines: number) => void;

/** Up to so many postcodes there may be for a directory to be taken as the first: the demonstration's invented ones are fewer. */
const FEW = 100_000;

/**
 * The first directory goes straight into its table, which nobody reads before the commit: half the work of a merge. Null
 * where one of its postcodes is there already, or is in it twice, and it has to be merged.
 */
async function copyStraight(client: pg.Client, path: string, onProgress: Progress): Promise<Imported | null> {
  const { rows } = await client.query(
    `select count(*)::int as count from (select from postcodes limit ${FEW + 1}) few`,
  );
  if (rows[0]?.count > FEW) return null;
  await client.query('savepoint straight');
  try {
    const counts = await copyInto(client, 'postcodes', path, onProgress);
    await client.query('analyze postcodes');
    return { ...counts, added: counts.read, changed: 0, unchanged: 0 };
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === UNIQUE_VIOLATION)) throw error;
    await client.query('rollback to savepoint straight');
    return null;
  }
}

const UNIQUE_VIOLATION = '23505';

async function copyAndMerge(client: pg.Client, path: string, onProgress: Progress): Promise<Imported> {
  await client.query('create temporary table given (like postcodes) on commit drop');
  const counts = await copyInto(client, 'given', path, onProgress);
  const merged = await merge(client);
  return { ...counts, ...merged, unchanged: counts.read - merged.added - merged.changed };
}

async function copyInto(
  client: pg.Client,
  table: 'postcodes' | 'given',
  path: string,
  onProgress: Progress,
): Promise<Counts> {
  const counts: Counts = { read: 0, elsewhere: 0, unusable: [] };
  const statement = `copy ${table} (postcode, authority_code, latitude, longitude, terminated_in) from stdin`;
  await copyIn(client, statement, rowsOf(path, counts, onProgress));
  if (counts.read === 0) throw new UnusableDirectory('it holds no postcode of England that can be used');
  return counts;
}

async function* rowsOf(
  path: string,
  counts: Counts,
  onProgress: (lines: number) => void,
): AsyncGenerator<string> {
  let columns: Columns | null = null;
  let number = 0;
  let piece: string[] = [];
  for await (const lines of linesOf(path)) {
    for (const line of lines) {
      number += 1;
      if (columns === null) {
        columns = readHeader(line);
        if (columns === null)
          throw new UnusableDirectory('it has no columns pcd, laua, oseast1m and osnrth1m');
        continue;
      }
      if (line !== '') piece.push(...take(readRow(line, columns, ENGLISH), number, counts));
    }
    if (piece.length > 0) yield piece.join('');
    piece = [];
    onProgress(number);
  }
}

/** The row as the copy takes it; none for one that is not kept, which is counted. */
function take(row: ReadRow, line: number, counts: Counts): string[] {
  if (row === 'elsewhere') {
    counts.elsewhere += 1;
    return [];
  }
  if ('unusable' in row) {
    counts.unusable.push({ line, reason: row.unusable });
    return [];
  }
  counts.read += 1;
  const place = `${row.postcode}\t${row.authority}\t${row.latitude}\t${row.longitude}`;
  return [`${place}\t${row.terminatedIn ?? '\\N'}\n`];
}

/** The lines of a file, or of what is packed in it, as many at a time as come. */
async function* linesOf(path: string): AsyncGenerator<string[]> {
  const file = createReadStream(path, { highWaterMark: READ_AT_ONCE });
  const unpacked = path.endsWith('.gz') ? createGunzip({ chunkSize: READ_AT_ONCE }) : null;
  file.once('error', (error) => unpacked?.destroy(error));
  const decoder = new TextDecoder();
  let rest = '';
  for await (const part of unpacked === null ? file : file.pipe(unpacked)) {
    const lines = `${rest}${decoder.decode(part, { stream: true })}`.split(/\r?\n/);
    rest = lines.pop() ?? '';
    if (rest.length > LONGEST_LINE) throw new UnusableDirectory('it has a line longer than 1 MB');
    yield lines;
  }
  if (rest !== '') yield [rest];
}

/** Of two lines with one postcode the later stands. */
async function merge(client: pg.Client): Promise<{ added: number; changed: number }> {
  await client.query('analyze given');
  await client.query(
    'delete from given g using given later where later.postcode = g.postcode and later.ctid > g.ctid',
  );
  const changed = await client.query(
    `update postcodes p
     set authority_code = g.authority_code, latitude = g.latitude, longitude = g.longitude, terminated_in = g.terminated_in
     from given g where g.postcode = p.postcode
       and (p.authority_code, p.latitude, p.longitude, p.terminated_in)
         is distinct from (g.authority_code, g.latitude, g.longitude, g.terminated_in)`,
  );
  const added = await client.query(
    `insert into postcodes (postcode, authority_code, latitude, longitude, terminated_in)
     select postcode, authority_code, latitude, longitude, terminated_in from given g
     where not exists (select from postcodes p where p.postcode = g.postcode)
     on conflict (postcode) do nothing`,
  );
  await client.query('analyze postcodes');
  return { added: added.rowCount ?? 0, changed: changed.rowCount ?? 0 };
}

function explained(error: unknown): unknown {
  if (error instanceof Error && 'code' in error) {
    if (error.code === 'Z_DATA_ERROR' || error.code === 'Z_BUF_ERROR')
      return new UnusableDirectory('it is not a whole gzip file: fetch it again');
    if (error.code === '42501')
      return new Refused('DATABASE_OWNER_URL may not write the postcodes: use the owner of the schema');
    if (error.code === '42P01')
      return new Refused('the database is older than this version of OpenSEND: run npm run migrate first');
  }
  return error;
}
