import { sayDate } from '../../../shared/plain-date.ts';
import { sayShare } from '../../experience/index.ts';
import type { LiveCount } from '../live/count.ts';
import { isExperience, responseOf } from '../live/experience-measures.ts';
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
  /** Of what people say: how many answered at all, which stands beside it. Null for every other. */
  answered: string | null;
};

/**
 * The whole of each live measure in its newest period, in the catalogue's order; nothing where nothing was counted. What people
 * say of how it went is not shown of fewer than `least`, not even to leaders: somebody could find out who said it.
 */
export function ownOf(counts: readonly LiveCount[], least: number): Own[] {
  const whole = counts.filter(({ topic }) => topic === '');
  return [...Map.groupBy(whole, ({ measure }) => measure)].map(([measure, of]) => {
    const newest = of.reduce((last, one) => (isLater(one, last) ? one : last));
    const { counts: counted, of: out, caveat } = LIVE_MEASURES[measure];
    const said = { measure, counts: counted, of: out, when: sayWhen(newest), caveat };
    if (!isExperience(measure)) return { ...said, is: sayOwn(newest), answered: null };
    const response = whole.find((one) => one.measure === responseOf(measure) && one.year === newest.year);
    const answered = sayAnswered(response, least);
    return { ...said, is: responseOf(measure) === measure ? answered : sayAgreed(newest, least), answered };
  });
}

// As a share alone, since a count beside it would say of whom few are.
function sayAgreed({ numerator, denominator }: LiveCount, least: number): string {
  if (denominator === null || denominator < least) return tooFew(least);
  return sayValue((100 * numerator) / denominator, 'percent');
}

function sayAnswered(count: LiveCount | undefined, least: number): string {
  return sayShare(count?.numerator ?? 0, count?.denominator ?? 0, least) ?? tooFew(least);
}

function tooFew(least: number): string {
  return `too few: under ${least}`;
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
