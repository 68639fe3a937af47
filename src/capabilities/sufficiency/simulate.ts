import { at, type ByAge, eachAge } from './ages.ts';
import type { Rates } from './cohort.ts';
import { drawing, drawNormal } from './random.ts';

/** How far the number who join strays from the forecast's: see evidence.ts for what was seen. */
export type Strays = {
  /** Each year from the year before, and it stays there: the standard deviation of its logarithm. */
  walk: number;
  /** In one year alone. */
  once: number;
};

export type Range = { low: number; high: number };
export const RUNS = 400;
const LOW = 0.1;
const HIGH = 0.9;

/**
 * Where eight in ten of simulated futures lie, each January: each child stays or leaves by chance, as many join as chance has
 * it, and the number who join strays. `counts` says what of a January is looked at: all of it, or some ages. The same seed
 * gives the same answer.
 */
export function simulate(
  { base, rates }: { base: ByAge; rates: Rates },
  years: number,
  strays: Strays,
  { counts, seed }: { counts: readonly ((ages: ByAge) => number)[]; seed: number },
): Range[][] {
  const seen: number[][][] = Array.from({ length: years }, () => counts.map(() => []));
  const random = drawing(seed);
  for (let run = 0; run < RUNS; run += 1) {
    let before = base;
    let level = 0;
    for (const year of seen) {
      level += strays.walk * drawNormal(random);
      const many = Math.exp(level + strays.once * drawNormal(random));
      before = oneYear(before, rates, many, random);
      for (const [place, count] of counts.entries()) year[place]?.push(count(before));
    }
  }
  return counts.map((_, place) =>
    seen.map((year) => ({ low: quantile(year[place] ?? [], LOW), high: quantile(year[place] ?? [], HIGH) })),
  );
}

function oneYear(before: ByAge, rates: Rates, many: number, random: () => number): number[] {
  return eachAge((age) => {
    const older = at(before, age - 1);
    const leave = at(rates.leave, age - 1);
    const join = at(rates.join, age) * many;
    // A sum of many chances is close to normal; a few children are close enough for a range.
    const chance = Math.sqrt(older * leave * (1 - leave) + join);
    return Math.max(0, older * (1 - leave) + join + chance * drawNormal(random));
  });
}

/** The value below which a share of values lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.round(share * (sorted.length - 1))] ?? 0;
}
