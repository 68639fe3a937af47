import { createHash } from 'node:crypto';
import pg from 'pg';
import type { Layout } from './layouts.ts';
import { readRegister, type UnusableRow } from './read-register.ts';

const BATCH = 1000;

export type Imported = {
  layout: Layout['name'];
  read: number;
  added: number;
  changed: number;
  unchanged: number;
  unusable: readonly UnusableRow[];
};

/**
 * Imports a register file as the database's owner, in one transaction: all of it or nothing. The same file again changes
 * nothing. `onProgress` is told how many rows have been read, a thousand at a time.
 */
export async function importRegister(
  ownerUrl: string,
  path: string,
  onProgress: (rows: number) => void,
): Promise<Imported> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  const counts = { read: 0, added: 0, changed: 0 };
  const unusable: UnusableRow[] = [];
  let waiting: Record<string, unknown>[] = [];
  const flush = async (layout: Layout) => {
    const rows = waiting;
    waiting = [];
    const done = await WRITERS[layout.makes](client, rows);
    counts.added += done.added;
    counts.changed += done.changed;
    onProgress(counts.read);
  };
  try {
    await client.query('begin');
    const layout = await readRegister(path, {
      onRow: async (kind, { row }) => {
        counts.read += 1;
        waiting.push(row);
        if (waiting.length === BATCH) await flush(kind);
      },
      onUnusable: (row) => unusable.push(row),
    });
    await flush(layout);
    await client.query('commit');
    const unchanged = counts.read - counts.added - counts.changed;
    return { layout: layout.name, ...counts, unchanged, unusable };
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    await client.end();
  }
}

type Written = { added: number; changed: number };
type Rows = readonly Record<string, unknown>[];

const WRITERS: Readonly<Record<Layout['makes'], (client: pg.Client, rows: Rows) => Promise<Written>>> = {
  settings: writeSettings,
  links: writeLinks,
  changes: writeChanges,
};

async function writeSettings(client: pg.Client, rows: Rows): Promise<Written> {
  if (rows.length === 0) return { added: 0, changed: 0 };
  // The same URN twice in one file: the later row stands.
  const byUrn = new Map(rows.map((row) => [row['urn'], { ...row, content_hash: hashOf(row) }]));
  const columns = Object.keys(rows[0] ?? {}).concat('content_hash');
  const { rows: written } = await client.query<{ added: boolean }>(
    `insert into settings (${columns.join(', ')})
     select ${columns.join(', ')} from jsonb_populate_recordset(null::settings, $1)
     on conflict (urn) do update set (${columns.join(', ')}, imported_at) = (${columns.map((column) => `excluded.${column}`).join(', ')}, now())
     where settings.content_hash <> excluded.content_hash
     returning (xmax = 0) as added`,
    [JSON.stringify([...byUrn.values()])],
  );
  const added = written.filter((row) => row.added).length;
  return { added, changed: written.length - added };
}

async function writeLinks(client: pg.Client, rows: Rows): Promise<Written> {
  const { rowCount } = await client.query(
    `insert into setting_links select * from jsonb_populate_recordset(null::setting_links, $1) on conflict do nothing`,
    [JSON.stringify(rows)],
  );
  return { added: rowCount ?? 0, changed: 0 };
}

async function writeChanges(client: pg.Client, rows: Rows): Promise<Written> {
  const columns = Object.keys(rows[0] ?? {}).filter((column) => column !== 'urn');
  if (columns.length === 0) return { added: 0, changed: 0 };
  const set = columns.map((column) => `${column} = coalesce(given.${column}, s.${column})`).join(', ');
  const differs = columns.map(
    (column) => `(given.${column} is not null and s.${column} is distinct from given.${column})`,
  );
  const { rowCount } = await client.query(
    `update settings s set ${set} from jsonb_populate_recordset(null::settings, $1) given
     where s.urn = given.urn and (${differs.join(' or ')})`,
    [JSON.stringify(rows)],
  );
  return { added: 0, changed: rowCount ?? 0 };
}

function hashOf(row: Record<string, unknown>): string {
  return createHash('sha256').update(JSON.stringify(row)).digest('hex').slice(0, 32);
}
