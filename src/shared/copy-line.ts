/** What a column may hold, as PostgreSQL's own text form takes it. */
export type Value = string | number | boolean | null;

/** A row as COPY's text format has it: a tab between columns, nothing as `\N`. */
export function lineOf(row: readonly Value[]): string {
  let line = '';
  for (const [at, value] of row.entries()) {
    if (at > 0) line += '\t';
    line += value === null ? '\\N' : typeof value === 'string' ? escaped(value) : String(value);
  }
  return `${line}\n`;
}

const AT_ONCE = 64 * 1024;

/** Rows as COPY's text format has them, some thousands together: a message for each would cost more than the row. */
export function* textsOf(rows: Iterable<readonly Value[]>): Generator<string> {
  let text = '';
  for (const row of rows) {
    text += lineOf(row);
    if (text.length < AT_ONCE) continue;
    yield text;
    text = '';
  }
  if (text !== '') yield text;
}

const SPECIAL = /[\\\t\n\r]/;
const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** Text as COPY takes it for one column. */
export function escaped(text: string): string {
  if (!SPECIAL.test(text)) return text;
  return text.replaceAll(/[\\\t\n\r]/g, (one) => ESCAPES[one] ?? one);
}
