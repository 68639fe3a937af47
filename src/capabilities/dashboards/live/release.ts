import type { PlainDate } from '../../../shared/plain-date.ts';
import { type Policy, rounded, sayPolicy, WITHHELD } from '../disclosure/policy.ts';
import { protect } from '../disclosure/protect.ts';
import { cellsOf } from './cells.ts';
import type { LiveCount, ReleasedCount } from './count.ts';
import { LIVE_MEASURES } from './measures.ts';

/**
 * What anybody may see of an authority's counts. All of them are one table, since one measure is part of another: a count that
 * one would give away of the other is withheld. A percentage is of the counts as they are shown, so that it tells no more.
 */
export function release(
  counts: readonly LiveCount[],
  policy: Policy,
  { authorityId, releasedOn }: { authorityId: number; releasedOn: PlainDate },
): ReleasedCount[] {
  const { table, idsOf } = cellsOf(counts);
  const withheld = protect(table, policy);
  return counts.map(({ numerator, denominator, ...count }) => {
    const ids = idsOf(count);
    const show = (id: string, value: number | null) =>
      value === null || withheld.has(id) ? null : rounded(value, policy);
    const shown = {
      numerator: show(ids.numerator, numerator),
      denominator: show(ids.denominator, denominator),
    };
    const value = sayValue(LIVE_MEASURES[count.measure].kind, shown, { numerator, denominator }, policy);
    return {
      ...{ ...count, authorityId, releasedOn, policy: sayPolicy(policy) },
      // Days are not people, and a mean is said once.
      numerator: LIVE_MEASURES[count.measure].kind === 'mean' ? null : shown.numerator,
      denominator: shown.denominator,
      value,
      mark: value === null ? WITHHELD : null,
    };
  });
}

type Pair = { numerator: number | null; denominator: number | null };

function sayValue(kind: 'count' | 'share' | 'mean', shown: Pair, real: Pair, policy: Policy): number | null {
  if (kind === 'count') return shown.numerator;
  if (shown.denominator === null || (real.denominator ?? 0) < policy.minimumDenominator) return null;
  if (kind === 'mean') return Math.round((real.numerator ?? 0) / (real.denominator ?? 1));
  return percentage(shown);
}

/** To one place, and never over a hundred though both were rounded; null where either is withheld, or of none. */
export function percentage({ numerator, denominator }: Pair): number | null {
  if (numerator === null || denominator === null || denominator === 0) return null;
  return Math.min(100, Math.round((1000 * numerator) / denominator) / 10);
}

/**
 * An area larger than an authority: what its authorities released, added up, so that it tells nothing more than they did.
 * With how many had it withheld and are left out, which is said wherever it is shown.
 */
export function sumReleased(
  rows: readonly ReleasedCount[],
): Pair & { value: number | null; leftOut: number } {
  const [first] = rows;
  const kind = first === undefined ? 'count' : LIVE_MEASURES[first.measure].kind;
  const whole = rows.filter(
    (row) => row.numerator !== null && (kind !== 'share' || row.denominator !== null),
  );
  const leftOut = rows.length - whole.length;
  if (kind === 'mean' || whole.length === 0)
    return { numerator: null, denominator: null, value: null, leftOut };
  const numerator = whole.reduce((sum, row) => sum + (row.numerator ?? 0), 0);
  const denominator = kind === 'count' ? null : whole.reduce((sum, row) => sum + (row.denominator ?? 0), 0);
  const value = kind === 'count' ? numerator : percentage({ numerator, denominator });
  return { numerator, denominator, value, leftOut };
}
