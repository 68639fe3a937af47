import { sql } from 'kysely';
import type { Tx } from '../lens/index.ts';
import type { Services } from '../services.ts';

/** Identifiers only: a job's payload is no place for a name, an address or a word about a child. */
export type JobPayload = Readonly<Record<string, number | string>>;
export type Jobs = Readonly<Record<string, (payload: JobPayload, services: Services) => Promise<void>>>;

/** Asks for a job in the caller's own transaction: if it rolls back, the job was never asked for. */
export async function enqueue(tx: Tx, name: string, payload: JobPayload): Promise<void> {
  await sql`select graphile_worker.add_job(${name}, ${JSON.stringify(payload)}::json)`.execute(tx);
}
