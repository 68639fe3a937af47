import type { PlainDate } from '../../../shared/plain-date.ts';
import type { ReleasedCount } from './count.ts';
import { EXPERIENCE_MEASURE_IDS, type ExperienceMeasureId, responseOf } from './experience-measures.ts';
import { yearOf } from './periods.ts';

/**
 * Which of the counts an authority released of one measure stand near a published figure: that of the very period, then the
 * newest since that is over, then today's. A year that goes on is none: it says nothing beside a whole one.
 */
export function besidePublished(
  counts: readonly ReleasedCount[],
  published: { kind: string; year: number } | null,
): ReleasedCount[] {
  const whole = counts.filter(({ topic }) => topic === '');
  const same = whole.find(
    ({ periodKind, year }) => periodKind === published?.kind && year === published.year,
  );
  const since = whole
    .filter((one) => one.year > (published?.year ?? 0) && isOver(one))
    .reduce<ReleasedCount | null>((last, one) => (last !== null && last.year > one.year ? last : one), null);
  const today = whole.find(({ periodKind }) => periodKind === 'today');
  return [same, since, today].filter((one) => one !== undefined && one !== null);
}

/** Whether nothing more can come about in its period: a survey's day, or a year that has ended. */
export function isOver({
  periodKind,
  year,
  asOf,
}: {
  periodKind: string;
  year: number;
  asOf: PlainDate;
}): boolean {
  return periodKind === 'January' || (periodKind === 'calendar year' && year < yearOf(asOf));
}

/** What people say of one thing, as an authority released it: the share, and how many answered at all, which stands beside it. */
export type ReleasedSaying = { said: ReleasedCount; answered: ReleasedCount | undefined };

/** Each thing people say in the newest year that is over, in the catalogue's order. */
export function peopleSaid(counts: readonly ReleasedCount[]): ReleasedSaying[] {
  const of = (id: ExperienceMeasureId) => counts.filter(({ measure }) => measure === id);
  return EXPERIENCE_MEASURE_IDS.flatMap((id) => {
    const [said] = besidePublished(of(id), null);
    if (said === undefined || responseOf(id) === id) return [];
    return {
      said,
      answered: of(responseOf(id)).find(({ topic, year }) => topic === '' && year === said.year),
    };
  });
}
