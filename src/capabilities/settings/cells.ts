import { type PlainDate, parsePlainDate } from '../../shared/plain-date.ts';

/** One row of a register file, by the column's name in small letters: publishers change their case between releases. */
export type Cells = ReadonlyMap<string, string>;

/** What a row says, as the table will hold it; or why it cannot be used. */
export type Parsed = { ok: true; row: Row } | { ok: false; reason: string };
export type Row = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

const LONGEST = 300;

/** What a cell says, or null when it is blank. Runs of any white space count as one space. */
export function text(cells: Cells, column: string): string | null {
  const given = (cells.get(column.toLowerCase()) ?? '').replace(/\s+/g, ' ').trim();
  return given === '' ? null : given.slice(0, LONGEST);
}

/** A whole number, or null when the cell is blank or says that there is none: `x`, `c`, `NA`. */
export function number(cells: Cells, column: string): number | null {
  const given = text(cells, column) ?? '';
  return /^\d{1,8}$/.test(given) ? Number(given) : null;
}

/** An angle in degrees, or null. */
export function degrees(cells: Cells, column: string): number | null {
  const given = text(cells, column) ?? '';
  return /^-?\d{1,3}(\.\d{1,12})?$/.test(given) ? Number(given) : null;
}

/** A day written 29/05/1993 or 29-05-1993, or null when it is blank or no day. */
export function day(cells: Cells, column: string): PlainDate | null {
  const [, date, month, year] = /^(\d{2})[/-](\d{2})[/-](\d{4})$/.exec(text(cells, column) ?? '') ?? [];
  return parsePlainDate(`${year}-${month}-${date}`);
}

/** What the cells of several columns say, in their order, without the blank and the not applicable. */
export function list(cells: Cells, columns: readonly string[]): string[] {
  const given = columns.map((column) => text(cells, column)).filter((one) => one !== null);
  return given.filter((one) => one.toLowerCase() !== 'not applicable');
}

/** A unique reference number: up to six digits, never nought. Null when it is not one. */
export function urn(cells: Cells, column = 'URN'): number | null {
  const given = text(cells, column) ?? '';
  return /^\d{1,6}$/.test(given) && Number(given) > 0 ? Number(given) : null;
}
