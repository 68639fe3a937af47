import type { PlainDate } from '../../shared/plain-date.ts';
import type { Register } from '../settings/index.ts';
import { namedYearsOf } from './named-years.ts';

/* What is known of each setting that a tailored list goes by, a column for each: and there is none for what it costs, or
   for whose area it is in. */

/** What a setting says of itself, by the row of the register; needs are bits, as the register holds them. */
export type Said = {
  row: number;
  /** The needs it is designated for; null where it said nothing of that. */
  needs: number | null;
  ages: { from: number; to: number } | null;
  unit: boolean | null;
  places: SaidPlaces | null;
};

export type SaidPlaces = {
  saidOn: PlainDate;
  /** Too long ago to go by. */
  stale: boolean;
  /** For ages from one to another, both in it; needs are bits, and 0 is any need. */
  lines: readonly { needs: number; from: number; to: number; vacancies: number }[];
};

export const PHASES_HELD = [
  'not known',
  'nursery',
  'primary',
  'middle',
  'secondary',
  'all-through',
  '16 plus',
] as const;
export const CATEGORIES_HELD = [
  'not known',
  'may be asked for',
  'approved independent',
  'outside',
  'approval not known',
] as const;

export type SettingFacts = {
  size: number;
  closed: Uint8Array;
  ageFrom: Float64Array;
  ageTo: Float64Array;
  phase: Uint8Array;
  /** What its name says of its years. */
  namedYears: Uint8Array;
  needs: Uint16Array;
  special: Uint8Array;
  unit: Uint8Array;
  category: Uint8Array;
  capacity: Float64Array;
  pupils: Float64Array;
  places: ReadonlyMap<number, SaidPlaces>;
  /** The kind of each setting: settings of one kind are alike in all of the above, and come to the same for anybody. */
  kind: Uint32Array;
  /** One setting of each kind. */
  ofKind: Uint32Array;
};

/** Lays out what the register has and what settings say of themselves, which comes first where both say something. */
export function factsOf(register: Register, said: readonly Said[]): SettingFacts {
  const { texts, numbers } = register;
  const coded = (
    column: { of: Uint16Array; words: readonly (string | null)[] },
    code: (word: string) => number,
  ) => {
    const codes = column.words.map((word) => (word === null ? 0 : code(word)));
    return Uint8Array.from(column.of, (word) => codes[word] ?? 0);
  };
  const ofType = coded(texts.type, (word) => Number(/special|hospital/i.test(word)));
  const ofGroup = coded(texts.typeGroup, (word) => Number(/^special/i.test(word)));
  const outside = coded(texts.type, (word) => Number(OUTSIDE.has(word.toLowerCase())));
  const independent = coded(texts.type, (word) => Number(/independent|special post 16/i.test(word)));
  const asked = coded(texts.requestable, (word) => (word.includes('s41') ? 2 : 1));
  const facts = {
    size: register.size,
    closed: Uint8Array.from(register.open, (open) => 1 - open),
    ageFrom: numbers.ageFrom.slice(),
    ageTo: numbers.ageTo.slice(),
    phase: coded(texts.phase, (word) => PHASES_HELD.indexOf(phaseOf(word))),
    namedYears: namedYearsOf(register.names),
    needs: register.needs.slice(),
    special: ofType.map((special, row) => special | (ofGroup[row] ?? 0)),
    unit: register.unit.slice(),
    category: asked.map((category, row) => {
      if (category !== 0) return category;
      if (outside[row] === 1) return 3;
      if (independent[row] !== 1) return 0;
      return register.section41[row] === 0 ? 3 : 4;
    }),
    capacity: numbers.capacity,
    pupils: numbers.pupils,
    places: new Map(said.flatMap(({ row, places }) => (places === null ? [] : [[row, places] as const]))),
  };
  for (const { row, needs, ages, unit } of said) {
    // "For none in particular" takes nothing away from what the register says.
    if (needs !== null && needs !== 0) facts.needs[row] = needs;
    if (ages !== null) {
      facts.ageFrom[row] = ages.from;
      facts.ageTo[row] = ages.to;
    }
    if (unit !== null) facts.unit[row] = Number(unit);
  }
  return { ...facts, ...kindsOf(facts) };
}

/** How many are on roll beside how many there is room for, as the census has them. */
export type Census = 'not known' | 'full' | 'room';

/** By the numbers of the whole school: nothing where either is not known. */
export function censusOf(
  { capacity, pupils }: Pick<SettingFacts, 'capacity' | 'pupils'>,
  row: number,
): Census {
  const [places, taken] = [capacity[row] ?? Number.NaN, pupils[row] ?? Number.NaN];
  if (!(places > 0 && taken >= 0)) return 'not known';
  return taken >= places ? 'full' : 'room';
}

// Twenty-four thousand settings are of some two thousand kinds. Whoever said how many places are free is of a kind of their own.
function kindsOf(facts: Omit<SettingFacts, 'kind' | 'ofKind'>): Pick<SettingFacts, 'kind' | 'ofKind'> {
  const { closed, ageFrom, ageTo, phase, namedYears, needs, special, unit, category, places } = facts;
  const numbers = new Map<string, number>();
  const ofKind: number[] = [];
  const kind = Uint32Array.from({ length: facts.size }, (_, row) => {
    const said = places.has(row) ? row : -1;
    const alike = [
      closed[row],
      ageFrom[row],
      ageTo[row],
      phase[row],
      // Asked only where its ages are not known.
      Number.isNaN(ageFrom[row]) || Number.isNaN(ageTo[row]) ? namedYears[row] : 0,
      needs[row],
      special[row],
      unit[row],
      category[row],
      censusOf(facts, row),
      said,
    ].join();
    const known = numbers.get(alike);
    if (known !== undefined) return known;
    numbers.set(alike, ofKind.length);
    return ofKind.push(row) - 1;
  });
  return { kind, ofKind: Uint32Array.from(ofKind) };
}

// Outside s38(3) whatever else is so of them: a referral unit is no "maintained school" (s83(2)).
const OUTSIDE: ReadonlySet<string> = new Set([
  'pupil referral unit',
  'secure units',
  'online provider',
  'higher education institutions',
]);

function phaseOf(word: string): (typeof PHASES_HELD)[number] {
  if (word.startsWith('Middle')) return 'middle';
  const lower = word.toLowerCase();
  return PHASES_HELD.find((phase) => phase === lower) ?? 'not known';
}
