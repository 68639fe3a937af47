import { CATEGORIES_HELD, type Census, censusOf, PHASES_HELD, type SettingFacts } from './facts.ts';
import { doubts, NAMED_YEARS } from './named-years.ts';
import type { Bands } from './own-criteria.ts';
import { NUMBERED } from './reasons.ts';

/* One setting by each criterion. Takes what is known of the setting and who the list is for; nothing else comes into it. */

/** One line of Section F: the kinds of need behind each need it is for, as bits; 0 where nobody said which kind. */
export type Line = { ref: string; needs: readonly number[] };

export type Wish = 'mainstream' | 'special';

/** Who a list is for, on the day they would start: no name, no address. */
export type ForWhom = {
  /** Their age that day. */
  age: number;
  /** Their age on the 31 August before it, which is what a school year goes by. */
  yearAge: number;
  lines: readonly Line[];
  wish: Wish | null;
  /** The distances in miles the authority tells near from far by; the service's own where it has set none. */
  bands?: Bands | undefined;
};

export type LineMatch = 'yes' | 'partly' | 'names others' | 'not known';

/** Whether a setting names the kinds of need that a line is for. Names none, or nobody said which kinds: not known. */
export function lineMatch({ needs }: Line, named: number): LineMatch {
  let [known, met] = [0, 0];
  for (const kinds of needs) {
    if (kinds === 0) continue;
    known += 1;
    if ((kinds & named) !== 0) met += 1;
  }
  if (known === 0 || named === 0) return 'not known';
  if (met === 0) return 'names others';
  return met === known ? 'yes' : 'partly';
}

const { open: OPEN, age: AGE, phase: PHASE, needs: NEEDS, unit: UNIT } = NUMBERED;
const { wishes: WISHES, 'legal category': CATEGORY, places: PLACES, distance: DISTANCE } = NUMBERED;

/* Each answers with the number of a reason. */

export function byOpen(facts: SettingFacts, row: number): number {
  return facts.closed[row] === 1 ? OPEN.closed : OPEN.open;
}

/** Below compulsory school age a setting may begin on a birthday; from five it begins with a school year. */
export function byAge(facts: SettingFacts, row: number, { age, yearAge }: ForWhom): number {
  const from = facts.ageFrom[row] ?? Number.NaN;
  const to = facts.ageTo[row] ?? Number.NaN;
  if ((from < 5 ? age : yearAge) < from) return AGE['for older'];
  if (yearAge >= to) return AGE['for younger'];
  return Number.isNaN(from) || Number.isNaN(to) ? AGE['ages not known'] : AGE['takes this age'];
}

const { 'teaches this year': TAUGHT, 'another phase': ANOTHER, 'phase not known': UNKNOWN } = PHASE;
const TAUGHT_BY = {
  'not known': () => UNKNOWN,
  nursery: (year) => (year < 0 ? TAUGHT : year === 0 ? UNKNOWN : ANOTHER),
  primary: (year) => (year < 0 ? UNKNOWN : year <= 6 ? TAUGHT : ANOTHER),
  middle: (year) => (year < 1 || year > 9 ? ANOTHER : UNKNOWN),
  secondary: (year) => (year < 7 ? ANOTHER : year <= 11 ? TAUGHT : UNKNOWN),
  'all-through': (year) => (year >= 0 && year <= 11 ? TAUGHT : UNKNOWN),
  '16 plus': (year) => (year < 12 ? ANOTHER : TAUGHT),
} as const satisfies Record<(typeof PHASES_HELD)[number], (year: number) => number>;

/** By the number of what a name says and of each phase, for somebody who is `yearAge` when the school year begins: 5 is Year 1. */
export function phasesFor(yearAge: number): readonly (readonly number[])[] {
  const year = yearAge - 4;
  return NAMED_YEARS.map((_, named) => {
    const { thatItDoes, thatItDoesNot } = doubts(named, year);
    const doubted: Readonly<Record<number, boolean>> = { [TAUGHT]: thatItDoes, [ANOTHER]: thatItDoesNot };
    return PHASES_HELD.map((phase) => {
      const found = TAUGHT_BY[phase](year);
      return doubted[found] === true ? UNKNOWN : found;
    });
  });
}

/** By all the lines together: `matched` is two for each line whose needs it names, one for each in part. */
export function byNeeds(
  named: number,
  special: boolean,
  lines: readonly Line[],
): { reason: number; matched: number } {
  let [known, matched] = [0, 0];
  for (const line of lines) {
    const match = lineMatch(line, named);
    if (match !== 'not known') known += 1;
    if (match === 'yes') matched += 2;
    else if (match === 'partly') matched += 1;
  }
  if (lines.length === 0) return { reason: NEEDS['no lines'], matched };
  if (known === 0) return { reason: NEEDS['needs not known'], matched };
  if (matched === 2 * known) return { reason: NEEDS['every line'], matched };
  if (matched > 0) return { reason: NEEDS['some lines'], matched };
  return { reason: special ? NEEDS['special for other needs'] : NEEDS['names other needs'], matched };
}

export function byUnit(facts: SettingFacts, row: number): number {
  if (facts.special[row] === 1) return UNIT['special school'];
  return facts.unit[row] === 1 ? UNIT.unit : UNIT['no unit shown'];
}

const CATEGORIES = {
  'not known': CATEGORY['category not known'],
  'may be asked for': CATEGORY['may be asked for'],
  'approved independent': CATEGORY['approved independent'],
  outside: CATEGORY['outside section 38'],
  'approval not known': CATEGORY['approval not known'],
} as const satisfies Record<(typeof CATEGORIES_HELD)[number], number>;
const CATEGORY_OF = CATEGORIES_HELD.map((category) => CATEGORIES[category]);

export function byCategory(facts: SettingFacts, row: number): number {
  return CATEGORY_OF[facts.category[row] ?? 0] ?? CATEGORY['category not known'];
}

/** What it said of its places for this age and any of these needs, as bits; otherwise what the census counts of the whole school. */
export function byPlaces(facts: SettingFacts, row: number, yearAge: number, wanted: number): number {
  const said = facts.places.get(row);
  if (said !== undefined) {
    if (said.stale) return PLACES['said long ago'];
    const forThem = said.lines.filter(
      ({ needs, from, to }) =>
        from <= yearAge && yearAge <= to && (needs === 0 || wanted === 0 || (needs & wanted) !== 0),
    );
    if (forThem.some(({ vacancies }) => vacancies > 0)) return PLACES['said it has room'];
    if (forThem.length > 0) return PLACES['said it is full'];
  }
  return BY_CENSUS[censusOf(facts, row)];
}

const BY_CENSUS = {
  'not known': PLACES['places not known'],
  full: PLACES['full by census'],
  room: PLACES['room by census'],
} as const satisfies Record<Census, number>;

/** Every kind of need behind any line, as bits. */
export function needsOf(lines: readonly Line[]): number {
  return lines.flatMap(({ needs }) => needs).reduce((all, need) => all | need, 0);
}

const MILE = 1.609344;

/** By how far it is in a straight line, and the distances in miles a list tells near from far by. */
export function byDistance(km: number, [first, second, third, fourth]: Bands): number {
  if (Number.isNaN(km)) return DISTANCE['distance not known'];
  if (km <= first * MILE) return DISTANCE['band 1'];
  if (km <= second * MILE) return DISTANCE['band 2'];
  if (km <= third * MILE) return DISTANCE['band 3'];
  return km <= fourth * MILE ? DISTANCE['band 4'] : DISTANCE.further;
}

export function byWish(facts: SettingFacts, row: number, wish: Wish | null): number {
  if (wish === null) return WISHES['no wish'];
  return (facts.special[row] === 1) === (wish === 'special') ? WISHES['as wished'] : WISHES['another kind'];
}
