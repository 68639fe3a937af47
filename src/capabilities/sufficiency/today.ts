import { at, type ByAge, eachAge, OLDEST } from './ages.ts';
import { PHASE_NAMES, PHASES, type Phase, phaseOf } from './phases.ts';
import type { Filters } from './places.ts';

/** What kind of setting a plan names. */
export const PLACED = [
  'special school',
  'independent special school',
  'mainstream school or nursery',
  'alternative provision',
  'college',
  'no setting named',
] as const;
export type Placed = (typeof PLACED)[number];

/** So many children who have a plan today, alike in all of this. */
export type Alike = {
  /** In whole years, on the 31 August before. */
  age: number;
  need: string | null;
  /** The first half of where they live. */
  area: string | null;
  placed: Placed;
  children: number;
};

/** Whether the register's type is of a special school; a specialist college for those over 16 is none. */
export function isSpecialSchool(type: string | null): boolean {
  return /special/i.test(type ?? '') && !/post 16/i.test(type ?? '');
}

/** The kind of setting that a plan in force names, by the type the register gives it. */
export function placedIn(kind: string | null, type: string | null): Placed {
  if (kind !== 'named') return 'no setting named';
  const given = type ?? '';
  if (/post 16|further education|sixth form|16 to 19|16-19/i.test(given)) return 'college';
  if (isSpecialSchool(type))
    return /other independent/i.test(given) ? 'independent special school' : 'special school';
  return /alternative provision|referral/i.test(given)
    ? 'alternative provision'
    : 'mainstream school or nursery';
}

/** Whether a plan names a special school of any kind: whom special school places are compared with. */
export function inSpecialSchool({ placed }: Alike): boolean {
  return placed === 'special school' || placed === 'independent special school';
}

/** How many children there are today who are as is asked. */
export function countChildren(
  today: readonly Alike[],
  filters: Filters,
  also: (one: Alike) => boolean = () => true,
) {
  const { phase, need, area } = filters;
  return today
    .filter((one) => phase === null || phaseOf(one.age) === phase)
    .filter((one) => (need === null || one.need === need) && (area === null || one.area === area))
    .filter(also)
    .reduce((sum, { children }) => sum + children, 0);
}

/** How many there are of each age today. */
export function agesOf(today: readonly Alike[]): ByAge {
  return eachAge((age) =>
    today.filter((one) => Math.min(one.age, OLDEST) === age).reduce((sum, { children }) => sum + children, 0),
  );
}

/**
 * Which share of the children of each age is as is asked: for everybody, 1; else as in that phase today, where there is
 * anybody. Needs and places are few at one age, so a phase is what shares are taken of.
 */
export function sharesOf(today: readonly Alike[], filters: Filters, also?: (one: Alike) => boolean): ByAge {
  const all = filters.need === null && filters.area === null && also === undefined;
  const shares = new Map<Phase, number>(
    PHASE_NAMES.map((phase) => {
      const there = countChildren(today, { phase, need: null, area: null });
      return [phase, there === 0 ? 0 : countChildren(today, { ...filters, phase }, also) / there];
    }),
  );
  return eachAge((age) => {
    const phase = phaseOf(age);
    if (filters.phase !== null && filters.phase !== phase) return 0;
    return all ? 1 : (shares.get(phase) ?? 0);
  });
}

/** Everybody of these ages, each age by its share. */
export function weighed(ages: ByAge, shares: ByAge): number {
  return ages.reduce((sum, count, age) => sum + count * at(shares, age), 0);
}

/** The phases in order, with how they are said. */
export const PHASE_ITEMS = PHASE_NAMES.map((value) => ({ value, text: PHASES[value].name }));
