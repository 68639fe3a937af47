import { Kysely, PostgresDialect, type PostgresDialectConfig, PostgresDriver, sql } from 'kysely';
import pg from 'pg';
import { PreparingClient } from './prepared.ts';
import type { Tables } from './tables.ts';

/** An open database. Deliberately opaque: only a lens can query through it. */
export type Database = { readonly [handle]: Kysely<Tables>; close(): Promise<void> };

const handle = Symbol('database');

// A calendar day stays the day it says; a driver's Date would move it across midnight.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);
pg.types.setTypeParser(pg.types.builtins.INT8, (text) => Number(text));

export function openDatabase(url: string, options: { max?: number } = {}): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.max ?? 10,
    connectionTimeoutMillis: 5000,
    Client: PreparingClient,
  });
  // A dropped connection fails the work it was in, and is replaced at the next; without these listeners it would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  const kysely = new Kysely<Tables>({ dialect: new LensDialect({ pool }) });
  return { [handle]: kysely, close: () => kysely.destroy() };
}

/**
 * A transaction's `begin` is the lens's to send, with its settings and in the same breath: see `platform/lens`. One begun
 * without a lens is none at all, and sees nothing.
 */
class LensDriver extends PostgresDriver {
  override async beginTransaction(): Promise<void> {}
}

class LensDialect extends PostgresDialect {
  readonly #config: PostgresDialectConfig;
  constructor(config: PostgresDialectConfig) {
    super(config);
    this.#config = config;
  }
  override createDriver(): LensDriver {
    return new LensDriver(this.#config);
  }
}

/** For the lens, and for nothing else: dependency rules hold it so. */
export function connection(database: Database): Kysely<Tables> {
  return database[handle];
}

export async function isReachable(database: Database): Promise<boolean> {
  return (await whyUnusable(database)) === null;
}

/** Why the database cannot be used, in a few words; null when it answers and is new enough. */
export async function whyUnusable(database: Database): Promise<string | null> {
  try {
    const { rows } = await sql<{ version: number }>`
      select current_setting('server_version_num')::int as version`.execute(connection(database));
    const version = rows[0]?.version ?? 0;
    return version >= OLDEST ? null : 'it is older than PostgreSQL 16';
  } catch (error) {
    if (error instanceof pg.DatabaseError) return error.message;
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    return REASONS[code] ?? 'it does not answer';
  }
}

const OLDEST = 16_00_00;
const REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there',
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'there is no such host',
};
