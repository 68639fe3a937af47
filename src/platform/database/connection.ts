import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  Kysely,
  PostgresDialect,
  type QueryResult,
  sql,
  Transaction,
} from 'kysely';
import pg from 'pg';
import { gatheringSocket } from './gathering-socket.ts';
import { PreparingClient } from './prepared.ts';
import type { Tables } from './tables.ts';

/** An open database. Deliberately opaque: only a lens can query through it. */
export type Database = { readonly [handle]: Handle; close(): Promise<void> };

const handle = Symbol('database');

type Ask = <Row>(question: CompiledQuery<Row>) => Promise<QueryResult<Row>>;

/**
 * How a transaction under way is ended, and asked what was put together before, without what is only for putting questions
 * together; kept beside its handle, which capabilities hold.
 */
const underWay = new WeakMap<Transaction<Tables>, { end: () => void; ask: Ask }>();

type Handle = { kysely: Kysely<Tables>; dialect: Dialect; driver: Driver };

// A calendar day stays the day it says; a driver's Date would move it across midnight.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);
pg.types.setTypeParser(pg.types.builtins.INT8, (text) => Number(text));

export function openDatabase(url: string, options: { max?: number } = {}): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.max ?? 10,
    connectionTimeoutMillis: 5000,
    Client: PreparingClient,
    pipeline: true,
    stream: gatheringSocket,
    // A connection knows how it answered its last questions; a new one has to work that out again.
    idleTimeoutMillis: 10 * 60_000,
  });
  // A dropped connection fails the work it was in, and is replaced at the next; without these listeners it would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  const dialect = new PostgresDialect({ pool });
  const kysely = new Kysely<Tables>({ dialect });
  return { [handle]: { kysely, dialect, driver: dialect.createDriver() }, close: () => kysely.destroy() };
}

/** For checks of the database itself, before there is any lens: dependency rules hold it so. */
export function connection(database: Database): Kysely<Tables> {
  return database[handle].kysely;
}

/**
 * Runs `work` in one transaction begun with `begin`, for the lens and nothing else: dependency rules hold it so. What is
 * asked at once goes to the database at once, `begin` with the first question, and is answered in its order. A `begin`
 * that fails leaves no lens, and without a lens there are no rows; it is found out before anything is committed.
 * With `questions: 'one'` the transaction ends with its first question, and is sent whole; with `lastly`, with those asked
 * there. The handle refuses afterwards.
 */
export async function transaction<T>(
  database: Database,
  begin: string,
  work: (tx: Transaction<Tables>) => Promise<T>,
  questions: 'one' | 'any' = 'any',
): Promise<T> {
  const { kysely, dialect, driver } = database[handle];
  const executor = kysely.getExecutor();
  return executor.provideConnection(async (connection) => {
    const ending: { done: Promise<void> | null } = { done: null };
    const end = () => {
      ending.done ??= driver.commitTransaction(connection);
      ending.done.catch(() => undefined);
    };
    const provideConnection = async <R>(question: (to: DatabaseConnection) => Promise<R>): Promise<R> => {
      if (ending.done !== null) throw new Error('a question to a transaction that is over');
      const answer = question(connection);
      if (questions === 'one') end();
      return answer;
    };
    const tx = new Transaction<Tables>({
      config: { dialect },
      dialect,
      driver,
      executor: executor.withConnectionProvider({ provideConnection }),
    });
    underWay.set(tx, { end, ask: (question) => provideConnection((to) => to.executeQuery(question)) });
    const begun = connection.executeQuery(CompiledQuery.raw(begin));
    begun.catch(() => undefined);
    try {
      const result = await work(tx);
      await begun;
      end();
      await ending.done;
      return result;
    } catch (error) {
      ending.done ??= driver.rollbackTransaction(connection);
      await ending.done.catch(() => undefined);
      throw error;
    }
  });
}

/**
 * Asks the last questions of a transaction, which is committed with them, in the same message: all that `ask` asks, it asks at
 * once. A question after that is refused.
 */
export function lastly<T>(tx: Transaction<Tables>, ask: () => Promise<T>): Promise<T> {
  const answers = ask();
  // After every question of this turn has been put, and before the connection sends what it has gathered.
  queueMicrotask(() => process.nextTick(() => underWay.get(tx)?.end()));
  return answers;
}

/** Asks a question that was put together before, in its transaction. */
export function ask<Row>(tx: Transaction<Tables>, question: CompiledQuery<Row>): Promise<QueryResult<Row>> {
  const asked = underWay.get(tx)?.ask;
  if (asked === undefined) throw new Error('a question to what is no transaction');
  return asked(question);
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
