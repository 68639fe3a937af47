import type { ByAge } from './ages.ts';

/** What was counted in one year: all of it, and of each age where ages are known. */
export type Counted = { year: number; total: number; ages: ByAge | null };

/**
 * What is known of the plans an authority kept, or all authorities together. Plans are counted in January of a year; they
 * begin and end during one, so that between January 2024 and January 2025 lies what joined and left in 2024.
 */
export type History = {
  plans: readonly Counted[];
  joined: readonly Counted[];
  left: readonly Counted[];
};

export const NO_HISTORY: History = { plans: [], joined: [], left: [] };

/** What was known in January of a year: nothing that was counted after it. */
export function knownIn({ plans, joined, left }: History, january: number): History {
  return {
    plans: plans.filter(({ year }) => year <= january),
    joined: joined.filter(({ year }) => year < january),
    left: left.filter(({ year }) => year < january),
  };
}

/** The last January that was counted; null where none was. */
export function lastCounted(counted: readonly Counted[]): Counted | null {
  return counted.reduce<Counted | null>(
    (last, one) => (last === null || one.year > last.year ? one : last),
    null,
  );
}

/** The ages counted in a year; null where they are not known. */
export function agesIn(counted: readonly Counted[], year: number): ByAge | null {
  return counted.find((one) => one.year === year)?.ages ?? null;
}
