import type { ChartLine, LineChartData } from '../../../design-system/index.ts';
import { type Area, AUTHORITIES, areaOf } from '../areas/areas.ts';
import { intervalOf } from '../comparing/interval.ts';
import { pointAt, pointsOf, type Series } from '../figures/series.ts';
import type { Across } from '../figures/view.ts';
import type { Measure, Unit } from '../measures/measure.ts';

/* What each chart shows, as data: the drawing itself is the design system's. */

const OF: Readonly<Record<Unit, string>> = {
  percent: 'Per cent',
  'per thousand': 'Of every 1,000',
  count: 'Number',
  score: 'Score',
  pounds: 'Pounds a head',
};
const OVER = {
  January: 'January of',
  'calendar year': 'Calendar year',
  'academic year': 'Academic year that ended in',
  'financial year': 'Financial year that ended in',
  'mid-year': 'Middle of',
} as const;
const LOOKS = ['main', 'beside', 'other', 'added'] as const;

/** Years as lines, at most four areas; only those whose figures are of a like size on one axis. */
export function trendOf(measure: Measure, series: Series, areas: readonly Area[]): LineChartData {
  const shown = measure.unit === 'count' ? areas.slice(0, 1) : areas.slice(0, LOOKS.length);
  const lines: ChartLine[] = shown.map(({ code, name }, place) => ({
    name,
    look: LOOKS[place] ?? 'other',
    points: pointsOf(series, code).flatMap(({ year, value }) => (value === null ? [] : [{ year, value }])),
  }));
  return {
    lines: lines.filter(({ points }) => points.length > 0),
    bands: [],
    of: OF[measure.unit],
    over: OVER[series.kind],
    breaks: measure.breaks.map(({ from }) => from),
    zero: measure.unit !== 'score',
  };
}

/** One year as bars, an area each, in the order given; areas without a figure are left to the table. */
export function barsOf(measure: Measure, { series, year }: Across, areas: readonly Area[], main: string) {
  const bars = areas.flatMap(({ code, name }) => {
    const point = pointAt(series, code, year);
    if (point?.value == null) return [];
    const { low, high } = intervalOf(measure, point) ?? { low: null, high: null };
    return [{ name, value: point.value, main: code === main, low, high }];
  });
  return { bars, of: OF[measure.unit] };
}

const STEPS = 40;

/** Every authority by size and figure, between the funnel's limits; null where the measure has no funnel. */
export function funnelChartOf(measure: Measure, { series, year, funnel }: Across, main: string | null) {
  if (funnel === null) return null;
  const points = AUTHORITIES.flatMap(({ code }) => {
    const point = pointAt(series, code, year);
    if (point?.value == null || point.denominator === null) return [];
    return [
      { name: areaOf(code)?.name ?? code, of: point.denominator, value: point.value, main: code === main },
    ];
  });
  const sizes = points.map(({ of }) => of);
  const [least, most] = [Math.min(...sizes), Math.max(...sizes)];
  const values = points.map(({ value }) => value);
  const [lowest, highest] = [Math.min(...values), Math.max(...values)];
  const beyond = (highest - lowest) / 5;
  // Of the smallest the limits may be anywhere: what is far from every area is not drawn, so that the areas are seen apart.
  const drawn = (limit: number) =>
    limit >= lowest - beyond && limit <= highest + beyond ? limit : Number.NaN;
  return {
    points,
    limits: Array.from({ length: STEPS + 1 }, (_, step) => {
      // Closer together where the limits bend most: among the small.
      const of = least + (most - least) * (step / STEPS) ** 2;
      const [near, wide] = [funnel.limits(of, '95'), funnel.limits(of, '99.8')];
      return {
        of,
        ...{ low: drawn(near.low), high: drawn(near.high) },
        ...{ wideLow: drawn(wide.low), wideHigh: drawn(wide.high) },
      };
    }),
    centre: funnel.centre,
    across: measure.denominator ?? 'Counted',
    up: OF[measure.unit],
  };
}
