import { chordOfKm, kmOfChord, onSphere, type Place } from '../../shared/on-the-ground.ts';
import type { Register } from './held-register.ts';
import { type Filter, selected } from './selection.ts';

/* Searches of the register as a process holds it. Each looks at every row, so what it finds is exact on the ground, and
   there is no index that could be wrong. */

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
  const keys: number[] = [];
  const limit = { chord: chordOfKm(km) };
  eachPlaced(register, from, filter, limit, (row, chord) => {
    keys.push(Math.round(kmOfChord(chord) * MILLIMETRES) * ROWS + row);
  });
  // One number for each, the distance before the row: numbers alone are sorted several times as fast.
  return Array.from(Float64Array.from(keys).sort(), (key) => {
    const row = key % ROWS;
    return { row, km: (key - row) / ROWS / MILLIMETRES };
  });
}

const FEW = 500;
const HALF_WAY_ROUND = 20_100;
const WHOLE_SPHERE = 4;
const MILLIMETRES = 1e6;
const ROWS = 2 ** 17;

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
