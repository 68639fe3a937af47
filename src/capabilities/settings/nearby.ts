import { chordOfKm, kmOfChord, onSphere, type Place } from '../../shared/on-the-ground.ts';
import type { Register } from './held-register.ts';
import { type Filter, selected } from './selection.ts';

/* Searches of the register as a process holds it. What they find is exact on the ground: each looks at every row, or at every
   row no further north or south than it may be far. */

/** A row of the register, and how far it is. */
export type Near = { row: number; km: number };

/** The `count` nearest settings of those asked for, nearest first; equally near ones in the register's order. */
export function nearest(register: Register, from: Place, count: number, filter: Filter = {}): Near[] {
  if (count > FEW) return within(register, from, HALF_WAY_ROUND, filter).slice(0, count);
  const found: { row: number; chord: number }[] = [];
  const limit = { chord: count < 1 ? -1 : WHOLE_SPHERE };
  eachPlaced(register, from, filter, limit, (row, chord) => {
    if (found.length === count) found.pop();
    found.splice(placeFor(found, chord), 0, { row, chord });
    // Whoever is as near as the last comes after it in the register.
    if (found.length === count) limit.chord = below(found.at(-1)?.chord ?? 0);
  });
  return found.map(({ row, chord }) => ({ row, km: kmOfChord(chord) }));
}

/**
 * Every setting asked for that is at most so many kilometres away, nearest first, each distance to the millimetre; equally
 * near ones in the register's order.
 */
export function within(register: Register, from: Place, km: number, filter: Filter = {}): Near[] {
  const wanted = selected(register, filter);
  const most = chordOfKm(km);
  const { rows, x, y, z } = northwards(register);
  const [fromX, fromY, fromZ] = onSphere(from);
  // Whatever is near is no further north or south than that; a little more, for rounding.
  const reach = Math.sqrt(most) * (1 + 1e-9);
  const keys = new Float64Array(rows.length);
  let count = 0;
  for (let at = placeIn(z, fromZ - reach); (z[at] ?? Number.NaN) <= fromZ + reach; at += 1) {
    const east = (x[at] ?? 0) - fromX;
    const north = (y[at] ?? 0) - fromY;
    const up = (z[at] ?? 0) - fromZ;
    const chord = east * east + north * north + up * up;
    const row = rows[at] ?? 0;
    if (chord > most || wanted[row] !== 1) continue;
    // One number for each, the distance before the row: numbers alone are sorted several times as fast.
    keys[count] = Math.round(kmOfChord(chord) * MILLIMETRES) * ROWS + row;
    count += 1;
  }
  const found: Near[] = [];
  const sorted = keys.subarray(0, count).sort();
  for (let at = 0; at < count; at += 1) {
    const key = sorted[at] ?? 0;
    const row = key % ROWS;
    found.push({ row, km: (key - row) / ROWS / MILLIMETRES });
  }
  return found;
}

const FEW = 500;
const HALF_WAY_ROUND = 20_100;
const WHOLE_SPHERE = 4;
const MILLIMETRES = 1e6;
const ROWS = 2 ** 17;

type Northwards = { rows: Uint32Array; x: Float64Array; y: Float64Array; z: Float64Array };
const orders = new WeakMap<Register, Northwards>();

// Every setting that has a place, from south to north: put so once for each reading of the register.
function northwards(register: Register): Northwards {
  const known = orders.get(register);
  if (known !== undefined) return known;
  const { x, y, z } = register.sphere;
  const rows = Uint32Array.from([...z.keys()].filter((row) => !Number.isNaN(z[row])));
  rows.sort((one, other) => (z[one] ?? 0) - (z[other] ?? 0));
  const inOrder = (axis: Float64Array) => Float64Array.from(rows, (row) => axis[row] ?? 0);
  const order = { rows, x: inOrder(x), y: inOrder(y), z: inOrder(z) };
  orders.set(register, order);
  return order;
}

// The first place with at least so much.
function placeIn(axis: Float64Array, least: number): number {
  let [low, high] = [0, axis.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((axis[middle] ?? 0) >= least) high = middle;
    else low = middle + 1;
  }
  return low;
}

function eachPlaced(
  register: Register,
  from: Place,
  filter: Filter,
  limit: { readonly chord: number },
  found: (row: number, chord: number) => void,
): void {
  const { x, y, z } = register.sphere;
  const [fromX, fromY, fromZ] = onSphere(from);
  const wanted = selected(register, filter);
  for (let row = 0; row < register.size; row += 1) {
    const east = (x[row] ?? 0) - fromX;
    const north = (y[row] ?? 0) - fromY;
    const up = (z[row] ?? 0) - fromZ;
    const chord = east * east + north * north + up * up;
    // Not a number where the setting has no place.
    if (chord <= limit.chord && wanted[row] === 1) found(row, chord);
  }
}

/** The next smaller distance: far finer than any two settings differ. */
function below(chord: number): number {
  return chord * (1 - Number.EPSILON) - Number.MIN_VALUE;
}

// Where a chord goes: after those that are as near, which come before it in the register.
function placeFor(found: readonly { chord: number }[], chord: number): number {
  let [low, high] = [0, found.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((found[middle]?.chord ?? 0) <= chord) low = middle + 1;
    else high = middle;
  }
  return low;
}
