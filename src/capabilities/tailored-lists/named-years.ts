/* What a school's name says of the years it has, where the register gives only "primary" or "secondary". A name leaves nothing
   off and promises nothing: it only makes what the phase would say uncertain. */

export const NAMED_YEARS = ['nothing', 'infant', 'junior', 'first', 'middle', 'all'] as const;
type NamedYears = (typeof NAMED_YEARS)[number];

/** What the name of a school says, as a number of `NAMED_YEARS`. */
function namedYears(name: string): number {
  return NAMED_YEARS.indexOf(yearsIn(name));
}

function yearsIn(name: string): NamedYears {
  if (/all[- ](through|age)|\bthrough school|\b[2-5] ?(-|–|to) ?1[5-9]\b/i.test(name)) return 'all';
  // "Middle Barton Primary School" is in Middle Barton.
  if (/\bprimary\b/i.test(name)) return 'nothing';
  if (/\bmiddle\b|\bjunior high\b/i.test(name)) return 'middle';
  const [infant, junior] = [/\binfants?\b/i.test(name), /\bjuniors?\b/i.test(name)];
  if (infant !== junior) return infant ? 'infant' : 'junior';
  return !infant && /\b(first|lower)\b/i.test(name) ? 'first' : 'nothing';
}

/* Years of school, 0 for Reception: those a school so named surely has, and those it may have. Infant and junior schools divide
   at Year 2; first, lower and middle schools at Year 3 to 5, and middle schools end at Year 7 to 9. */
const YEARS = {
  nothing: { surely: [-9, 99], perhaps: [99, 99] },
  infant: { surely: [-9, 2], perhaps: [-9, 2] },
  junior: { surely: [3, 6], perhaps: [3, 6] },
  first: { surely: [-9, 3], perhaps: [-9, 5] },
  middle: { surely: [7, 7], perhaps: [4, 9] },
  all: { surely: [-9, 99], perhaps: [-1, 13] },
} as const satisfies Record<NamedYears, Record<'surely' | 'perhaps', readonly [number, number]>>;

/** Whether a name puts in doubt that a school teaches a year, or that it does not. */
export function doubts(named: number, year: number): { thatItDoes: boolean; thatItDoesNot: boolean } {
  const { surely, perhaps } = YEARS[NAMED_YEARS[named] ?? 'nothing'];
  const within = ([from, to]: readonly [number, number]) => from <= year && year <= to;
  return { thatItDoes: !within(surely), thatItDoesNot: within(perhaps) };
}

const known = new WeakMap<readonly string[], Uint8Array>();

/** For every name of a register, worked out once for each reading of it. */
export function namedYearsOf(names: readonly string[]): Uint8Array {
  const found = known.get(names) ?? Uint8Array.from(names, namedYears);
  known.set(names, found);
  return found;
}
