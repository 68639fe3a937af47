import pg from 'pg';
import { Refused } from '../../platform/refused.ts';
import { insertPeople } from '../insert-people.ts';
import { DEMO_AUTHORITY } from '../people.ts';
import { shareOut } from './rounding.ts';
import type { Shape } from './shapes.ts';
import { type Sizes, sizesFor } from './sizes.ts';
import type { Total } from './totals.ts';
import { type Making, writeAuthority } from './writing.ts';

export type National = Making & { people: number; home: number; now: Date };
export type Progress = (done: number, of: number) => void;
export type England = {
  totals: readonly Total[];
  /** Of each table, how many rows were written and in how many seconds, both connections together. */
  tables: ReadonlyMap<string, { rows: number; seconds: number }>;
};

/** Two at once: each an authority at a time, in a transaction of its own. */
const AT_ONCE = 2;
/** Held while England is made, so that two who make it at once are told. */
const LOCK = 20_150_402;

/**
 * Makes a demonstration of all England in a database of its own, and says what it wrote. Goes on where an earlier run of the same
 * seed, size and release broke off. Refuses a database that holds anybody’s file, an installation of another kind, and an
 * owner to whom row-level security applies.
 */
export async function makeNational(
  ownerUrl: string,
  shapes: readonly Shape[],
  national: National,
  progress: Progress,
): Promise<England> {
  const clients = Array.from({ length: AT_ONCE }, () => new pg.Client({ connectionString: ownerUrl }));
  // Whatever breaks a connection also fails the query under way.
  for (const client of clients) client.on('error', () => undefined);
  const [first] = clients;
  if (first === undefined) throw new Error('nobody to write it');
  try {
    await Promise.all(clients.map((client) => client.connect()));
    await refuseOthers(first);
    await begin(first, shapes, national);
    const england = await writeAll(clients, sizesFor(shapes, national.people), national, progress);
    await first.query('analyze');
    return england;
  } finally {
    await Promise.all(clients.map((client) => client.end()));
  }
}

async function refuseOthers(client: pg.Client): Promise<void> {
  const asked = await client.query<{ free: boolean; may: boolean }>(
    `select pg_try_advisory_lock($1) as free,
       (select rolsuper or rolbypassrls from pg_roles where rolname = current_user) as may`,
    [LOCK],
  );
  if (asked.rows[0]?.free !== true) throw new Refused('England is being made in this database already');
  if (asked.rows[0].may !== true)
    throw new Refused(
      'rows are written by COPY, which only an owner does whom row-level security does not bind',
    );
  const { rows } = await client.query<{ installed: boolean; ours: boolean; held: boolean }>(
    `select exists (select from installation) as installed,
       exists (select from installation where demo) and not exists (select from authorities where code = $1) as ours,
       exists (select from children) or exists (select from accounts) or exists (select from organisations)
         or exists (select from documents) or exists (select from request_drafts) as held`,
    [DEMO_AUTHORITY.code],
  );
  const [found] = rows;
  if (found?.ours === true) return;
  if (found?.installed === true || found?.held === true)
    throw new Refused(
      'this database is an installation already: England is made in one that holds nothing but reference data',
    );
}

/** The authorities, and that this is a demonstration: before anybody is in it, so that it is never taken for anything else. */
async function begin(client: pg.Client, shapes: readonly Shape[], { home, now }: National): Promise<void> {
  if (!shapes.some(({ authority }) => authority.code === home))
    throw new Refused(`there is no authority ${home} in England`);
  await client.query('begin');
  await client.query(
    `insert into authorities (code, name, region, ons_code)
     select code, name, region, "onsCode" from jsonb_to_recordset($1) as (code int, name text, region text, "onsCode" text)
     on conflict (code) do update set region = coalesce(authorities.region, excluded.region),
       ons_code = coalesce(authorities.ons_code, excluded.ons_code)`,
    [JSON.stringify(shapes.map(({ authority }) => authority))],
  );
  const { rowCount } = await client.query(
    'insert into installation (demo, home_authority, installed_at) values (true, $1, $2) on conflict do nothing',
    [home, now],
  );
  if (rowCount === 1) await insertPeople(client, home, now);
  await client.query('commit');
}

async function writeAll(
  clients: readonly pg.Client[],
  sizes: readonly Sizes[],
  national: National,
  progress: Progress,
): Promise<England> {
  const words = shareOut(
    national.words,
    sizes.map(({ plans }) => plans),
  );
  // The largest first, so that nobody is left with one at the end.
  const waiting = sizes
    .map((one, at) => ({ one, words: words[at] ?? 0 }))
    .sort((one, other) => other.one.plans - one.one.plans);
  const totals: Total[] = [];
  const tables = new Map<string, { rows: number; seconds: number }>();
  let done = 0;
  const work = async (client: pg.Client) => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const made = await writeAuthority(client, next.one, { seed: national.seed, words: next.words });
      totals.push(...made.totals);
      for (const [table, { rows, seconds }] of made.tables) {
        const before = tables.get(table) ?? { rows: 0, seconds: 0 };
        tables.set(table, { rows: before.rows + rows, seconds: before.seconds + seconds });
      }
      done += 1;
      progress(done, sizes.length);
    }
  };
  const ended = await Promise.allSettled(
    clients.map(async (client) => {
      try {
        await work(client);
      } catch (error) {
        // Whoever else is writing ends with the authority in hand.
        waiting.length = 0;
        throw error;
      }
    }),
  );
  for (const one of ended) if (one.status === 'rejected') throw one.reason;
  totals.sort((one, other) => one.authority - other.authority);
  return { totals, tables };
}
