import pg from 'pg';
import { connectAsOwner } from '../../platform/database/owner.ts';
import { Refused } from '../../platform/refused.ts';
import type { PlainDate } from '../../shared/plain-date.ts';
import { fillPlaces } from './added/added-store.ts';
import { applyLists } from './approvals/approvals-store.ts';
import { type Approvals, writeList } from './approvals/write-list-store.ts';
import type { Row } from './cells.ts';
import { UnusableRegister } from './inspect-file.ts';
import type { Layout } from './layouts.ts';
import { readRegister, type UnusableRow } from './read-register.ts';
import { addAuthorities, type Written, writeRows } from './register-store.ts';

const BATCH = 1000;

export type Imported = {
  layout: Layout['name'];
  /** Rows that could be read, and what came of them. */
  read: number;
  added: number;
  changed: number;
  unchanged: number;
  /** Rows that say more of a setting which is not on the register. */
  unknown: number;
  unusable: readonly UnusableRow[];
  /** What a list of section 41 came to; of no other file. */
  approvals?: Approvals;
};

type Import = {
  client: pg.Client;
  path: string;
  /** The day a list of section 41 was published; of no other file. */
  publishedOn: PlainDate | null;
  onProgress: (rows: number) => void;
};

/**
 * Imports a register file as the owner of the schema, in one transaction: all of it or nothing. The same file again
 * changes nothing. `onProgress` is told how many rows have been read, a thousand at a time. A list of section 41 needs the day
 * it was published, and no other file may have one. Throws UnusableRegister for a file it cannot use, Refused for a database
 * it cannot write.
 */
export async function importRegister(
  ownerUrl: string,
  path: string,
  onProgress: (rows: number) => void,
  publishedOn: PlainDate | null = null,
): Promise<Imported> {
  const client = await connectAsOwner(ownerUrl);
  try {
    await client.query('begin');
    // Two imports at once wait for each other; whoever looks something up meanwhile does not.
    await client.query('lock table settings, setting_links, section_41_lists in share row exclusive mode');
    const imported = await importRows({ client, path, publishedOn, onProgress });
    await client.query('analyze settings, setting_links');
    await client.query('commit');
    return imported;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw explained(error);
  } finally {
    await client.end();
  }
}

async function importRows({ client, path, publishedOn, onProgress }: Import): Promise<Imported> {
  const counts = { read: 0, added: 0, changed: 0, unknown: 0 };
  const unusable: UnusableRow[] = [];
  const lineOf = new Map<string, number>();
  let waiting: Row[] = [];
  const flush = async ({ makes }: Layout) => {
    if (makes === 'approvals') return;
    const written: Written = await writeRows(client, makes, waiting);
    waiting = [];
    for (const key of ['added', 'changed', 'unknown'] as const) counts[key] += written[key];
    onProgress(counts.read);
  };
  const layout = await readRegister(path, {
    onRow: async (kind, { line, row }) => {
      if (counts.read === 0) refuseDay(kind, publishedOn);
      const earlier = lineOf.get(keyOf(row));
      if (earlier !== undefined) {
        unusable.push({ line, reason: `it repeats line ${earlier}` });
        return;
      }
      lineOf.set(keyOf(row), line);
      counts.read += 1;
      waiting.push(kind.makes === 'approvals' ? { place: line, ...row } : row);
      if (waiting.length % BATCH === 0) await flush(kind);
    },
    onUnusable: (row) => unusable.push(row),
  });
  refuseUseless(counts.read, unusable);
  if (layout.makes === 'approvals' && publishedOn !== null) {
    const approvals = await writeList(client, publishedOn, waiting);
    return { layout: layout.name, ...counts, unchanged: 0, unusable, approvals };
  }
  await flush(layout);
  if (layout.makes === 'settings') await addAuthorities(client);
  if (layout.makes === 'settings' || layout.makes === 'added') {
    await applyLists(client);
    await fillPlaces(client);
  }
  const unchanged = counts.read - counts.added - counts.changed - counts.unknown;
  return { layout: layout.name, ...counts, unchanged, unusable };
}

function refuseDay({ makes }: Layout, publishedOn: PlainDate | null): void {
  if (makes === 'approvals' && publishedOn === null)
    throw new UnusableRegister('say when the list was published: --published 2026-09-01');
  if (makes !== 'approvals' && publishedOn !== null)
    throw new UnusableRegister('only a list of section 41 has a day it was published');
}

function keyOf(row: Row): string {
  // A setting without a URN is one by its name and postcode.
  const self = row['urn'] ?? row['ukprn'] ?? `${row['name']} ${row['postcode']}`.toLowerCase();
  return `${self} ${row['link_urn'] ?? ''} ${row['link_type'] ?? ''}`;
}

function refuseUseless(usable: number, [first, ...more]: readonly UnusableRow[]): void {
  if (usable > 0) return;
  if (first === undefined) throw new UnusableRegister('it holds a header and no rows');
  throw new UnusableRegister(
    `none of its ${more.length + 1} rows can be used: line ${first.line}, ${first.reason}`,
  );
}

function explained(error: unknown): unknown {
  if (!(error instanceof pg.DatabaseError)) return error;
  if (error.code === '42501')
    return new Refused('DATABASE_OWNER_URL may not write the register: use the owner of the schema');
  if (error.code === '42P01' || error.code === '42703')
    return new Refused('the database is older than this version of OpenSEND: run npm run migrate first');
  return error;
}
