import { bitsOf, type Register, type Words } from './held-register.ts';
import { rowsWith } from './word-beginnings.ts';

/** What a search asks for besides nearness. Closed settings are left out unless asked for. */
export type Filter = {
  phase?: string;
  type?: string;
  /** One of the register's needs, that it says it provides for. */
  need?: string;
  laCode?: number;
  /** Only with a SEN unit or resourced provision. */
  unit?: boolean;
  closed?: boolean;
  /** Beginnings of words, as the register compares them, each after a space: all must be found. */
  words?: readonly string[];
  /** Of these rows alone. */
  only?: Selection;
};

/** A one for each row that is asked for, and a nought for the rest; not to be written in. */
export type Selection = Readonly<Uint8Array>;

/** Which rows of the register a filter asks for: a column at a time, since that is several times as fast as a row at a time. */
export function selected(register: Register, filter: Filter): Selection {
  const { phase, type, need, laCode, unit = false, closed = false, words = [], only } = filter;
  const rows = closed ? new Uint8Array(register.size).fill(1) : register.open.slice();
  if (phase !== undefined) keepWord(rows, register.texts.phase, phase);
  if (type !== undefined) keepWord(rows, register.texts.type, type);
  if (need !== undefined) keepNeed(rows, register.needs, need);
  if (laCode !== undefined) keepNumber(rows, register.numbers.laCode, laCode);
  if (unit) keepBoth(rows, register.unit);
  if (only !== undefined) keepBoth(rows, only);
  for (const word of words) keepBoth(rows, rowsWith(register, word));
  return rows;
}

function keepWord(rows: Uint8Array, { of, words }: Words, word: string): void {
  // Minus one, which no row has, where nobody says it.
  const number = words.indexOf(word);
  for (let row = 0; row < rows.length; row += 1) if (of[row] !== number) rows[row] = 0;
}

// A need that is none of the register's has no bit: nobody provides for it.
function keepNeed(rows: Uint8Array, needs: Uint16Array, need: string): void {
  const bits = bitsOf([need]);
  for (let row = 0; row < rows.length; row += 1) if (((needs[row] ?? 0) & bits) === 0) rows[row] = 0;
}

function keepNumber(rows: Uint8Array, column: Float64Array, number: number): void {
  for (let row = 0; row < rows.length; row += 1) if (column[row] !== number) rows[row] = 0;
}

function keepBoth(rows: Uint8Array, others: Selection): void {
  for (let row = 0; row < rows.length; row += 1) rows[row] = (rows[row] ?? 0) & (others[row] ?? 0);
}
