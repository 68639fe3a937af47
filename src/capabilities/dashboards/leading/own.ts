import { sayDate } from '../../../shared/plain-date.ts';
import type { LiveCount } from '../live/count.ts';
import { LIVE_MEASURES, type LiveMeasureId } from '../live/measures.ts';
import { sayValue } from '../words.ts';

/* An authority's own record beside what is published: the same definitions, and never one line of the two. */

/** One live measure for its leaders: what is counted, what it comes to, of when, and what to take care of. */
export type Own = {
  measure: LiveMeasureId;
  counts: string;
  of: string;
  is: string;
  when: string;
  caveat: string;
};

/** The whole of each live measure in its newest period, in the catalogue's order; nothing where nothing was counted. */
export function ownOf(counts: readonly LiveCount[]): Own[] {
  const whole = counts.filter(({ topic }) => topic === '');
  return [...Map.groupBy(whole, ({ measure }) => measure)].map(([measure, of]) => {
    const newest = of.reduce((last, one) => (isLater(one, last) ? one : last));
    const { counts: counted, of: out, caveat } = LIVE_MEASURES[measure];
    return { measure, counts: counted, of: out, is: sayOwn(newest), when: sayWhen(newest), caveat };
  });
}

function isLater(one: LiveCount, other: LiveCount): boolean {
  if (one.year !== other.year) return one.year > other.year;
  return one.periodKind === 'today' && other.periodKind !== 'today';
}

function sayOwn({ measure, numerator, denominator }: LiveCount): string {
  if (denominator === null) return sayValue(numerator, 'count');
  if (denominator === 0) return 'none to count';
  if (LIVE_MEASURES[measure].kind === 'mean')
    return `${Math.round(numerator / denominator)} days, of ${sayValue(denominator, 'count')}`;
  const share = sayValue((100 * numerator) / denominator, 'percent');
  return `${share} (${sayValue(numerator, 'count')} of ${sayValue(denominator, 'count')})`;
}

function sayWhen({ periodKind, year, asOf }: LiveCount): string {
  if (periodKind === 'today') return sayDate(asOf);
  return periodKind === 'January' ? `January ${year}` : `${year} up to ${sayDate(asOf)}`;
}
