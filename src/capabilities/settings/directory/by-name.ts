import type { Register } from '../held-register.ts';
import { type Filter, type Selection, selected } from '../selection.ts';
import { rowsBeginning } from '../word-beginnings.ts';

const ORDER = new Intl.Collator('en-GB');
const orders = new WeakMap<Register, Uint32Array>();

/**
 * The rows asked for in the order of their names, those that begin with `first` before the rest; from `start` on, or those that
 * come after the row `after` whether or not that is asked for still; at most so many, whether there are more, and how many there
 * are in all.
 */
export function listByName(
  register: Register,
  filter: Filter,
  { start, count, first, after }: { start: number; count: number; first: string; after?: number | undefined },
): { rows: number[]; more: boolean; total: number } {
  const wanted = selected(register, filter);
  const order = orderOf(register);
  const rows: number[] = [];
  // Nothing counts until the row to go on after has gone by.
  let begun = after === undefined;
  let passed = 0;
  const take = (row: number) => {
    if (passed >= start) rows.push(row);
    passed += 1;
  };
  const beginning = first === '' ? null : rowsBeginning(register, first);
  for (const begins of beginning === null ? [0] : [1, 0]) {
    for (let at = 0; at < order.length && rows.length <= count; at += 1) {
      const row = order[at] ?? 0;
      if (beginning !== null && beginning[row] !== begins) continue;
      if (begun && wanted[row] === 1) take(row);
      if (row === after) begun = true;
    }
  }
  return { rows: rows.slice(0, count), more: rows.length > count, total: countOf(register, wanted).total };
}

/** How many rows are selected, and how many of those have a place on the map. */
export function countOf(register: Register, rows: Selection): { total: number; placed: number } {
  const { x } = register.sphere;
  let [total, placed] = [0, 0];
  for (let row = 0; row < rows.length; row += 1) {
    if (rows[row] !== 1) continue;
    total += 1;
    placed += Number(!Number.isNaN(x[row]));
  }
  return { total, placed };
}

// The names are put in order once for each reading of the register.
function orderOf(register: Register): Uint32Array {
  const known = orders.get(register);
  if (known !== undefined) return known;
  const { names, ids } = register;
  const rows = Uint32Array.from(names.keys()).sort(
    (one, other) =>
      ORDER.compare(names[one] ?? '', names[other] ?? '') || ((ids[one] ?? '') < (ids[other] ?? '') ? -1 : 1),
  );
  orders.set(register, rows);
  return rows;
}
