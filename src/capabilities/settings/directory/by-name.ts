import type { Register } from '../held-register.ts';
import { type Filter, matcher } from '../nearby.ts';

const ORDER = new Intl.Collator('en-GB');
const orders = new WeakMap<Register, Uint32Array>();

/**
 * The rows asked for in the order of their names, those that begin with `first` before the rest; from `start` on, at most so
 * many; and how many there are in all.
 */
export function listByName(
  register: Register,
  filter: Filter,
  { start, count, first }: { start: number; count: number; first: string },
): { rows: number[]; total: number } {
  const wanted = matcher(register, filter);
  const found = orderOf(register).filter(wanted);
  const begins = (row: number) => register.searched[row]?.startsWith(first) === true;
  const rows = first === '' ? found : [...found.filter(begins), ...found.filter((row) => !begins(row))];
  return { rows: [...rows.slice(start, start + count)], total: found.length };
}

/** How many rows are asked for, and how many of those have a place on the map. */
export function countOf(register: Register, filter: Filter): { total: number; placed: number } {
  const wanted = matcher(register, filter);
  const counts = { total: 0, placed: 0 };
  for (let row = 0; row < register.size; row += 1) {
    if (!wanted(row)) continue;
    counts.total += 1;
    counts.placed += Number(!Number.isNaN(register.latitude[row]));
  }
  return counts;
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
