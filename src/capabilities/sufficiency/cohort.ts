import { at, type ByAge, eachAge, OLDEST, sumOf } from './ages.ts';
import { agesIn, type History, lastCounted } from './history.ts';

/* Cohort survival: each child who has a plan is a year older a year later, or has it no more; and others join. */

/** How plans come and go in a year. */
export type Rates = {
  /** Of those of each age in January, the share who have no plan a January later. */
  leave: ByAge;
  /** How many have joined by the next January, by their age then. */
  join: ByAge;
};

/**
 * How many children of the national pattern are added to an authority's own, so that a rate seen in two children is not
 * believed as one seen in two hundred is. Ours, not a source's, and chosen before anything was measured with it.
 */
export const STRENGTH = 20;

/** Flows are published with everybody from this age on together. */
const GROUPED_FROM = 20;

/**
 * An authority's rates in the year before its last January with ages, drawn towards those of all authorities where its own
 * numbers are small. With no more than one count by age, the national rates for an authority of its size. Null without ages.
 */
export function ratesOf(own: History, national: History): Rates | null {
  const seen = seenRates(own);
  const pattern = seenRates(national);
  if (seen !== null) return pattern === null ? seen.rates : drawnTowards(seen, pattern.rates);
  const now = lastWithAges(own);
  const all = lastWithAges(national);
  if (now === null || all === null || pattern === null || all.total === 0) return null;
  const size = sumOf(now.ages) / sumOf(all.ages);
  return { leave: pattern.rates.leave, join: pattern.rates.join.map((count) => count * size) };
}

type Seen = { rates: Rates; opening: ByAge };

function seenRates(history: History): Seen | null {
  const last = lastWithAges(history);
  if (last === null) return null;
  const closing = last.ages;
  const left = spreadOldest(agesIn(history.left, last.year - 1), closing);
  const opening = agesIn(history.plans, last.year - 1) ?? openingBefore(history, last.year, left);
  return opening === null ? null : { rates: between(opening, closing, left), opening };
}

/** The last January counted by age; null where there is none. */
export function lastWithAges({ plans }: History): { year: number; total: number; ages: ByAge } | null {
  const last = lastCounted(plans.filter(({ ages }) => ages !== null && sumOf(ages) > 0));
  return last === null || last.ages === null ? null : { ...last, ages: last.ages };
}

/** Whoever was there, from whoever is there now, less those who joined, and with those who left. */
function openingBefore(history: History, year: number, left: ByAge | null): ByAge | null {
  const closing = agesIn(history.plans, year);
  const joined = agesIn(history.joined, year - 1);
  if (closing === null || joined === null || left === null) return null;
  return eachAge((age) => Math.max(0, at(closing, age + 1) - at(joined, age + 1)) + at(left, age));
}

/**
 * What happened between two Januaries: who left, as counted or as fewer older children a year later show; and who joined, as
 * what is left of the difference.
 */
function between(opening: ByAge, closing: ByAge, left: ByAge | null): Rates {
  const leave = eachAge((age) => {
    const before = at(opening, age);
    if (age === OLDEST || before === 0) return age === OLDEST ? 1 : 0;
    const counted = left === null ? 0 : at(left, age);
    return Math.min(1, Math.max(counted, before - at(closing, age + 1), 0) / before);
  });
  const join = eachAge((age) =>
    Math.max(0, at(closing, age) - at(opening, age - 1) * (1 - at(leave, age - 1))),
  );
  return { leave, join };
}

/**
 * Those who left by their age when they did, as their age the January before: half had had a birthday since. The oldest, who
 * are counted together, are spread as those who still have plans are.
 */
function spreadOldest(left: ByAge | null, closing: ByAge): ByAge | null {
  if (left === null) return null;
  const oldest = sumOf(left.slice(GROUPED_FROM));
  const staying = sumOf(closing.slice(GROUPED_FROM));
  const byAge = eachAge((age) => {
    if (age < GROUPED_FROM) return at(left, age);
    return staying === 0 ? oldest / (OLDEST + 1 - GROUPED_FROM) : (oldest * at(closing, age)) / staying;
  });
  return eachAge((age) => (at(byAge, age) + at(byAge, age + 1)) / 2);
}

function drawnTowards({ rates, opening }: Seen, pattern: Rates): Rates {
  const joined = sumOf(rates.join);
  const all = sumOf(pattern.join);
  return {
    leave: eachAge(
      (age) =>
        (at(rates.leave, age) * at(opening, age) + at(pattern.leave, age) * STRENGTH) /
        (at(opening, age) + STRENGTH),
    ),
    join: eachAge((age) => {
      const share = all === 0 ? 0 : at(pattern.join, age) / all;
      return (
        (joined * (at(rates.join, age) + share * (all === 0 ? 0 : STRENGTH))) /
        (joined + (all === 0 ? 0 : STRENGTH))
      );
    }),
  };
}

/** Each of so many Januaries after one that was counted by age, at the same rates every year: as many join each year. */
export function survive(base: ByAge, rates: Rates, years: number): number[][] {
  const januaries: number[][] = [];
  let before = base;
  for (let year = 0; year < years; year += 1) {
    const now: readonly number[] = before;
    const next = eachAge((age) => at(now, age - 1) * (1 - at(rates.leave, age - 1)) + at(rates.join, age));
    januaries.push(next);
    before = next;
  }
  return januaries;
}
