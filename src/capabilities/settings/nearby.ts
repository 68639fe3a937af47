import { chordOfKm, kmOfChord, onSphere, type Place } from '../../shared/on-the-ground.ts';
import { bitsOf, type Register, type Words } from './held-register.ts';

/* Searches of the register as a process holds it. Each looks at every row, so what it finds is exact on the ground, and
   there is no index that could be wrong. */

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
};

/** A row of the register, and how far it is. */
export type Near = { row: number; km: number };

/** The `count` nearest settings of those asked for, nearest first; equally near ones in the register's order. */
export function nearest(register: Register, from: Place, count: number, filter: Filter = {}): Near[] {
  if (count > FEW) return within(register, from, HALF_WAY_ROUND, filter).slice(0, count);
  const found: { row: number; chord: number }[] = [];
  eachPlaced(register, from, filter, (row, chord) => {
    const last = found.length === count ? found.at(-1) : undefined;
    if (count < 1 || (last !== undefined && chord >= last.chord)) return;
    if (last !== undefined) found.pop();
    found.splice(placeFor(found, chord), 0, { row, chord });
  });
  return found.map(({ row, chord }) => ({ row, km: kmOfChord(chord) }));
}

/** Every setting asked for that is at most so many kilometres away, nearest first; equally near ones in the register's order. */
export function within(register: Register, from: Place, km: number, filter: Filter = {}): Near[] {
  const furthest = chordOfKm(km);
  const found: Near[] = [];
  eachPlaced(register, from, filter, (row, chord) => {
    if (chord <= furthest) found.push({ row, km: kmOfChord(chord) });
  });
  return found.sort((one, other) => one.km - other.km || one.row - other.row);
}

const FEW = 500;
const HALF_WAY_ROUND = 20_100;

function eachPlaced(
  register: Register,
  from: Place,
  filter: Filter,
  found: (row: number, chord: number) => void,
): void {
  const { x, y, z } = register.sphere;
  const [fromX, fromY, fromZ] = onSphere(from);
  const wanted = matcher(register, filter);
  for (let row = 0; row < register.size; row += 1) {
    const chord = ((x[row] ?? 0) - fromX) ** 2 + ((y[row] ?? 0) - fromY) ** 2 + ((z[row] ?? 0) - fromZ) ** 2;
    // Not a number where the setting has no place.
    if (chord <= 4 && wanted(row)) found(row, chord);
  }
}

/** Whether a row is one of those asked for. */
export function matcher(register: Register, filter: Filter): (row: number) => boolean {
  const { phase, type, need, laCode, unit = false, closed = false } = filter;
  const ofPhase = wordNumber(register.texts.phase, phase);
  const ofType = wordNumber(register.texts.type, type);
  const bits = need === undefined ? 0 : bitsOf([need]);
  // A need that is none of the register's is provided for by nobody.
  const nobody = need !== undefined && bits === 0;
  return (row) =>
    !nobody &&
    (closed || register.open[row] === 1) &&
    (ofPhase === null || register.texts.phase.of[row] === ofPhase) &&
    (ofType === null || register.texts.type.of[row] === ofType) &&
    (bits === 0 || ((register.needs[row] ?? 0) & bits) !== 0) &&
    (laCode === undefined || register.numbers.laCode[row] === laCode) &&
    (!unit || register.unit[row] === 1);
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

/** The number a column has for a word; null where none is asked for, and none that any row has where nobody says it. */
function wordNumber({ words }: Words, word: string | undefined): number | null {
  return word === undefined ? null : words.indexOf(word);
}
