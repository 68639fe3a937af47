import type { PlacesLine } from './declared.ts';

/* Year groups and ages as people write them, read back from their own words. */

export type Band = Pick<PlacesLine, 'band' | 'from' | 'to'>;

const OLDEST = 99;
const LAST_YEAR = 14;

/** Reads `years 7 to 9`, `reception to year 2`, `nursery 1`, `Y3–Y6`, `ages 16 to 25` or `age 3`; null for anything else. */
export function readBand(text: string): Band | null {
  const words = text.trim().toLowerCase().replace(/\s+/g, ' ');
  const [first, last, ...more] = words.split(/ ?(?:\bto\b|[-–—]) ?/);
  if (first === undefined || more.length > 0) return null;
  const ages = /^ages? /.test(first);
  const read = ages ? readAge : readYear;
  const from = read(first, false);
  const to = last === undefined ? from : read(last, true);
  if (from === null || to === null || from > to) return null;
  return { band: ages ? 'age' : 'year', from, to };
}

function readAge(text: string): number | null {
  const digits = /^(?:ages? )?(\d{1,2})$/.exec(text)?.[1];
  const age = digits === undefined ? OLDEST + 1 : Number(digits);
  return age <= OLDEST ? age : null;
}

// The second of two may leave out the word: years 7 to 9.
function readYear(text: string, second: boolean): number | null {
  if (text === 'r' || text === 'reception') return 0;
  const nursery = /^n(?:ursery)? ?([12])$/.exec(text)?.[1];
  if (nursery !== undefined) return Number(nursery) - 3;
  const digits = /^(y(?:ears?)? ?)?(\d{1,2})$/.exec(text);
  if (digits === null || (digits[1] === undefined && !second)) return null;
  const year = Number(digits[2]);
  return year >= 1 && year <= LAST_YEAR ? year : null;
}
