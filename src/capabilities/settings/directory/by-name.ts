import type { Register } from '../held-register.ts';
import { type Filter, matcher } from '../nearby.ts';

const ORDER = new Intl.Collator('en-GB');
const orders = new WeakMap<Register, Uint32Array>();

/** The rows asked for in the order of their names, from `start` on, at most so many; and how many there are in all. */
export function listByName(
  register: Register,
  filter: Filter,
  { start, count }: { start: number; count: number },
): { rows: number[]; total: number } {
  const wanted = matcher(register, filter);
  const rows: number[] = [];
  let total = 0;
  for (const row of orderOf(register)) {
    if (!wanted(row)) continue;
    if (total >= start && rows.length < count) rows.push(row);
    total += 1;
  }
  return { rows, total };
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
