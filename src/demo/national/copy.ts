import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from } from 'pg-copy-streams';

/** What a column may hold, as PostgreSQL's own text form takes it. */
export type Value = string | number | boolean | null;

const AT_ONCE = 64 * 1024;

/** Writes rows to a table by COPY as they are made, waiting whenever the server does; says how many. */
export async function copyRows(
  client: pg.Client,
  table: string,
  columns: readonly string[],
  rows: Iterable<readonly Value[]>,
): Promise<number> {
  const list = columns.map((column) => client.escapeIdentifier(column)).join(', ');
  const stream = client.query(from(`copy ${client.escapeIdentifier(table)} (${list}) from stdin`));
  await pipeline(Readable.from(parts(rows), { objectMode: false }), stream);
  return stream.rowCount;
}

function* parts(rows: Iterable<readonly Value[]>): Generator<string> {
  let text = '';
  for (const row of rows) {
    text += lineOf(row);
    if (text.length < AT_ONCE) continue;
    yield text;
    text = '';
  }
  yield text;
}

/** A row as COPY's text format has it: a tab between columns, nothing as `\N`. */
export function lineOf(row: readonly Value[]): string {
  let line = '';
  for (const [at, value] of row.entries()) {
    if (at > 0) line += '\t';
    line += value === null ? '\\N' : typeof value === 'string' ? escaped(value) : String(value);
  }
  return `${line}\n`;
}

const SPECIAL = /[\\\t\n\r]/;
const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

function escaped(text: string): string {
  if (!SPECIAL.test(text)) return text;
  return text.replaceAll(/[\\\t\n\r]/g, (one) => ESCAPES[one] ?? one);
}
