import { sayDate } from '../../../shared/plain-date.ts';
import { sayPeriod } from '../figures/series.ts';
import type { View } from '../figures/view.ts';
import { isOver } from '../live/beside.ts';
import type { LiveCount } from '../live/count.ts';
import { isExperience } from '../live/experience-measures.ts';
import { LIVE_MEASURE_IDS, LIVE_MEASURES, type LiveMeasureId } from '../live/measures.ts';
import { sayPoint, sayValue } from '../words.ts';

/* An authority's own record beside what is published: the same definitions, each with its own period, and never one line of the two. */

export type Said = { is: string; when: string };

/** One live measure for its leaders: what is counted, what it comes to, of when, and what to take care of. */
export type Own = {
  measure: LiveMeasureId;
  counts: string;
  of: string;
  caveat: string;
  /** Of the last year that is over, or the last January in which the Department counts; null where it is not counted so. */
  whole: Said | null;
  /** Of the year that goes on, up to the day it was counted, or of that day. */
  running: Said | null;
  published: Published | null;
  /** Whether the Department publishes it at all. */
  isPublished: boolean;
};

/** The newest published figure of the same measure, whose it is, and this authority's own record of that very period. */
export type Published = Said & { area: string; href: string; own: Said | null };

/**
 * The whole of each live measure but what people say, in the catalogue's order, each beside what `views` says is published of it: of the authority's area, or of England
 * where nothing is published under its code. A count is beside no other area's, which follows how many live there.
 */
export function ownOf(counts: readonly LiveCount[], views: readonly View[]): Own[] {
  const whole = counts.filter(({ topic }) => topic === '');
  return LIVE_MEASURE_IDS.flatMap((measure) => {
    const of = whole.filter((one) => one.measure === measure);
    if (of.length === 0 || isExperience(measure)) return [];
    const { counts: counted, of: out, caveat, published: publishedAs } = LIVE_MEASURES[measure];
    return {
      ...{ measure, counts: counted, of: out, caveat },
      whole: newest(of.filter(isOver)),
      running: newest(of.filter((one) => !isOver(one))),
      published: publishedOf(
        of,
        views.find((view) => view.measure.live === measure),
      ),
      isPublished: publishedAs !== '',
    };
  });
}

function newest(counts: readonly LiveCount[]): Said | null {
  const [first] = counts.toSorted((one, other) => other.year - one.year);
  return first === undefined ? null : sayOwn(first);
}

function publishedOf(counts: readonly LiveCount[], view: View | undefined): Published | null {
  if (view?.point === undefined || view.point.value === null) return null;
  const { measure, area, across, point } = view;
  if (measure.unit === 'count' && area.kind === 'country') return null;
  const { kind } = across.series;
  const same = counts.find((one) => one.periodKind === kind && one.year === point.year);
  return {
    is: sayPoint(point, measure.unit),
    when: sayPeriod(kind, point.year),
    area: area.name,
    href: `/areas/${area.slug}/measures/${measure.id}`,
    own: same === undefined ? null : sayOwn(same),
  };
}

function sayOwn(count: LiveCount): Said {
  return { is: sayCount(count), when: sayWhen(count) };
}

function sayCount({ measure, numerator, denominator }: LiveCount): string {
  if (denominator === null) return sayValue(numerator, 'count');
  if (denominator === 0) return 'none to count';
  if (LIVE_MEASURES[measure].kind === 'mean')
    return `${Math.round(numerator / denominator)} days, of ${sayValue(denominator, 'count')}`;
  const share = sayValue((100 * numerator) / denominator, 'percent');
  return `${share} (${sayValue(numerator, 'count')} of ${sayValue(denominator, 'count')})`;
}

function sayWhen(count: LiveCount): string {
  const { periodKind, year, asOf } = count;
  if (periodKind === 'today') return sayDate(asOf);
  if (periodKind === 'January') return `January ${year}`;
  return isOver(count) ? String(year) : `${year} up to ${sayDate(asOf)}`;
}
