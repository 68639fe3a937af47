import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from } from 'pg-copy-streams';
import { textsOf, type Value } from '../../shared/copy-line.ts';

/** Writes rows to a table by COPY as they are made, waiting whenever the server does; says how many. */
export async function copyRows(
  client: pg.Client,
  table: string,
  columns: readonly string[],
  rows: Iterable<readonly Value[]>,
): Promise<number> {
  const list = columns.map((column) => client.escapeIdentifier(column)).join(', ');
  const stream = client.query(from(`copy ${client.escapeIdentifier(table)} (${list}) from stdin`));
  await pipeline(Readable.from(textsOf(rows), { objectMode: false }), stream);
  return stream.rowCount;
}
