import { readFile } from 'node:fs/promises';
import pg from 'pg';
import { Refused } from '../../platform/refused.ts';
import { readRelease, UnusableRelease } from './read-release.ts';
import type { Row } from './release.ts';

export type Imported = { authorities: number; from: number; until: number; counts: number };

/** The largest release that is read: the one of 2025 has 4 MB. */
const LARGEST = 256 * 1024 * 1024;

/**
 * Imports a release as the owner of the schema, in one transaction: all of it or nothing. What it says of an authority and a
 * year stands in place of what an earlier release said of them; the same release again changes nothing. Throws
 * UnusableRelease for a file it cannot use.
 */
export async function importRelease(ownerUrl: string, path: string): Promise<Imported> {
  const rows = readRelease(await bytesOf(path));
  const client = new pg.Client({ connectionString: ownerUrl });
  // Whatever breaks the connection also fails the query under way.
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch {
    throw new Refused('the database cannot be reached');
  }
  try {
    await client.query('begin');
    await client.query('lock table published_plans in share row exclusive mode');
    await write(client, rows);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    await client.end();
  }
  const years = rows.map(({ year }) => year);
  return {
    authorities: new Set(rows.map(({ authority }) => authority)).size,
    from: years.reduce((first, year) => Math.min(first, year)),
    until: years.reduce((last, year) => Math.max(last, year)),
    counts: rows.length,
  };
}

async function bytesOf(path: string): Promise<Buffer> {
  const bytes = await readFile(path).catch(() => null);
  if (bytes === null) throw new UnusableRelease('there is no such file, or it cannot be read');
  if (bytes.length > LARGEST) throw new UnusableRelease('it is larger than 256 MB');
  return bytes;
}

/** Puts counts in place of those of the same authorities, measures and years. Only as the owner of the schema. */
export async function write(client: pg.Client, rows: readonly Row[]): Promise<void> {
  const given = JSON.stringify(rows);
  const columns = 'authority integer, measure text, year integer, age integer, count integer';
  await client.query(
    `delete from published_plans old using (select distinct authority, measure, year from jsonb_to_recordset($1) as g (${columns})) given
     where old.la_code = given.authority and old.measure = given.measure and old.year = given.year`,
    [given],
  );
  // A release that says one thing twice is believed the first time.
  await client.query(
    `insert into published_plans (la_code, measure, year, age, count)
     select authority, measure, year, age, count from jsonb_to_recordset($1) as given (${columns}) on conflict do nothing`,
    [given],
  );
}
