import { CompiledQuery } from 'kysely';
import type pg from 'pg';
import type { Tx } from '../../platform/lens/index.ts';

/** Whoever may read: a transaction of the service, or a connection of a command. */
export type Asks = Tx | Pick<pg.ClientBase, 'query'>;

export async function ask<Row>(from: Asks, text: string, values: readonly unknown[]): Promise<Row[]> {
  if ('executeQuery' in from)
    return [...(await from.executeQuery<Row>(CompiledQuery.raw(text, [...values]))).rows];
  const { rows } = await from.query(text, [...values]);
  return rows;
}
