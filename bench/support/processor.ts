import { readFile } from 'node:fs/promises';
import type pg from 'pg';

/** What a database did for its service: milliseconds of processor, and blocks it read, from memory or from disk. */
export type Worked = { processor: number; blocks: number };

/** A clock tick of Linux, in milliseconds. */
const TICK = 10;

/**
 * What the database has done so far for whoever is connected as the service: steadier than time by the clock where others
 * use the machine too. Null where the system does not say what a process has used.
 */
export async function workedSoFar(owner: pg.Pool): Promise<Worked | null> {
  const { rows } = await owner.query<{ pid: number }>(
    `select pid from pg_stat_activity where backend_type = 'client backend' and usename <> current_user`,
  );
  // What each counted by itself is added to what all did once a second.
  await new Promise((done) => setTimeout(done, 1500));
  const read = await owner.query<{ blocks: string }>(
    'select blks_hit + blks_read as blocks from pg_stat_database where datname = current_database()',
  );
  const ticks = await Promise.all(rows.map(({ pid }) => ticksOf(pid)));
  if (ticks.includes(null)) return null;
  const processor = TICK * ticks.reduce<number>((sum, one) => sum + (one ?? 0), 0);
  return { processor, blocks: Number(read.rows[0]?.blocks ?? 0) };
}

/** In user and kernel mode: the twelfth and thirteenth of what follows the process’s name. */
async function ticksOf(pid: number): Promise<number | null> {
  const said = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  if (said === null) return null;
  const fields = said.slice(said.lastIndexOf(')') + 2).split(' ');
  return Number(fields[11]) + Number(fields[12]);
}
