import { sql } from 'kysely';
import type { Tx } from '../lens/index.ts';
import type { Services } from '../services.ts';

/** Identifiers only: a job's payload is no place for a name, an address or a word about a child. */
export type JobPayload = Readonly<Record<string, number | string>>;
export type Jobs = Readonly<Record<string, (payload: JobPayload, services: Services) => Promise<void>>>;

/**
 * Asks for a job in the caller's own transaction: if it rolls back, the job was never asked for. A job that waits under the
 * same key is the same job, begun afresh.
 */
export async function enqueue(tx: Tx, name: string, payload: JobPayload, key?: string): Promise<void> {
  const json = JSON.stringify(payload);
  await sql`select graphile_worker.add_job(${name}, ${json}::json, job_key => ${key ?? null})`.execute(tx);
}
