import { expect } from 'vitest';
import { ownerPool } from './database.ts';

/** Rows of one table, as a query holds them: `select … for update`. */
type Rows = { text: string; values: readonly unknown[] };

/**
 * Does several things truly at once: each is begun, and waits for rows that are held until all of them wait for something; then
 * they are let go together. Every one of the things has to come to wait.
 */
export async function together<T>(rows: Rows, things: readonly (() => Promise<T>)[]): Promise<T[]> {
  const holder = await ownerPool().connect();
  try {
    await holder.query('begin');
    await holder.query(rows.text, [...rows.values]);
    const { rows: own } = await holder.query('select pg_backend_pid() as pid');
    const doing = Promise.all(things.map((thing) => thing()));
    const waiting = async () => {
      // Behind the holder, or behind somebody who is.
      const found = await ownerPool().query(
        `with recursive behind as (
           select pid from pg_stat_activity where $1 = any(pg_blocking_pids(pid))
           union select a.pid from pg_stat_activity a join behind on behind.pid = any(pg_blocking_pids(a.pid)))
         select pid from behind`,
        [own[0].pid],
      );
      return found.rows.length;
    };
    await expect.poll(waiting, { timeout: 20_000, interval: 20 }).toBe(things.length);
    await holder.query('commit');
    return await doing;
  } finally {
    holder.release();
  }
}
