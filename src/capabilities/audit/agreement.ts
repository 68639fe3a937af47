import { type Answer, type Grade, HIGHEST, scoreOf } from './grades.ts';

/* How far two auditors of the same plans agree. */

/** One question of one plan, as the first and the second graded it. */
export type Pair = { question: string; first: Grade; second: Grade };

export function pairsOf(first: readonly Answer[], second: readonly Answer[]): Pair[] {
  return first.flatMap(({ question, grade }) => {
    const other = second.find((one) => one.question === question)?.grade ?? null;
    return grade === null || other === null ? [] : [{ question, first: grade, second: other }];
  });
}

export function differencesOf(pairs: readonly Pair[]): Pair[] {
  return pairs.filter(({ first, second }) => first !== second);
}

/** The share of answers that are the same, of all that both gave; and how many those are. */
export type Agreement = { pairs: number; same: number; scored: number; kappa: number | null };

/**
 * Cohen's kappa with linear weights, over the pairs that both placed on the scale: 1 where all agree, 0 where they agree as
 * far as chance would have them. Null where it cannot be said: no pairs, or no two grades that differ in all of them.
 */
export function agreementOf(pairs: readonly Pair[]): Agreement {
  const scores = pairs.flatMap(({ first, second }) => {
    const [a, b] = [scoreOf(first), scoreOf(second)];
    return a === null || b === null ? [] : [[a, b] as const];
  });
  const apart = (a: number, b: number) => Math.abs(a - b) / HIGHEST;
  const seen = mean(scores.map(([a, b]) => apart(a, b)));
  const chance = mean(scores.flatMap(([a]) => scores.map(([, b]) => apart(a, b))));
  return {
    pairs: pairs.length,
    same: pairs.length - differencesOf(pairs).length,
    scored: scores.length,
    kappa: seen === null || chance === null || chance === 0 ? null : 1 - seen / chance,
  };
}

export function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}
