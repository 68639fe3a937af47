import { sayDate } from '../../../shared/plain-date.ts';
import { sayShare } from '../../experience/index.ts';
import type { LiveCount } from '../live/count.ts';
import { isExperience, responseOf } from '../live/experience-measures.ts';
import { LIVE_MEASURES, type LiveMeasureId } from '../live/measures.ts';
import { sayValue } from '../words.ts';

/** What people say of how it went, for leaders: the share, and how many answered at all, which stands beside it. */
export type PeopleSay = {
  measure: LiveMeasureId;
  counts: string;
  is: string;
  answered: string;
  when: string;
};

/**
 * Each in its newest year. What people say is not shown of fewer than `least`, not even to leaders: somebody could find out who
 * said it.
 */
export function peopleSay(counts: readonly LiveCount[], least: number): PeopleSay[] {
  const whole = counts.filter(({ topic, measure }) => topic === '' && isExperience(measure));
  return [...Map.groupBy(whole, ({ measure }) => measure)].flatMap(([measure, of]) => {
    if (!isExperience(measure)) return [];
    const newest = of.reduce((last, one) => (one.year > last.year ? one : last));
    const response = whole.find((one) => one.measure === responseOf(measure) && one.year === newest.year);
    const answered = sayAnswered(response, least);
    return {
      ...{ measure, counts: LIVE_MEASURES[measure].counts, answered },
      is: responseOf(measure) === measure ? answered : sayAgreed(newest, least),
      when: `${newest.year} up to ${sayDate(newest.asOf)}`,
    };
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
