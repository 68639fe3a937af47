import { type Area, AUTHORITIES, areaOf, ENGLAND } from '../areas/areas.ts';
import { type Funnel, funnelOf } from '../comparing/funnel.ts';
import { type Rank, ranksOf } from '../comparing/rank.ts';
import { type Standing, standingOf } from '../comparing/standing.ts';
import { type Measure, OUT_OF } from '../measures/measure.ts';
import type { Held } from './held-store.ts';
import { newestYear, type Point, pointAt, pointsOf, type Series } from './series.ts';

/* What a page says of a measure, put together from the figures held. */

/** A measure across all areas in its newest year. */
export type Across = {
  series: Series;
  year: number;
  england: Point | undefined;
  funnel: Funnel | null;
  ranks: ReadonlyMap<string, Rank> | null;
};

export type View = {
  measure: Measure;
  area: Area;
  across: Across;
  /** In the newest year there is a figure for anywhere; undefined where nothing was printed for this area. */
  point: Point | undefined;
  /** The year before, unless figures are not to be compared across the two. */
  before: Point | undefined;
  points: readonly Point[];
  standing: Standing | null;
  rank: Rank | null;
};

const known = new WeakMap<Held, Map<string, Across | null>>();

/** A measure across all areas, worked out once for as long as the figures are held; null where there are none of it. */
export function acrossOf(held: Held, measure: Measure): Across | null {
  const across = known.get(held) ?? new Map<string, Across | null>();
  known.set(held, across);
  const before = across.get(measure.id);
  if (before !== undefined) return before;
  const made = workOut(held, measure);
  across.set(measure.id, made);
  return made;
}

function workOut(held: Held, measure: Measure): Across | null {
  const series = held.series.get(measure.id);
  const year = newestYear(series);
  if (series === undefined || year === null) return null;
  const england = pointAt(series, ENGLAND, year);
  const of = OUT_OF[measure.unit];
  const points = new Map(
    AUTHORITIES.flatMap(({ code }) => {
      const point = pointAt(series, code, year);
      return point === undefined ? [] : [[code, point] as const];
    }),
  );
  return {
    ...{ series, year, england },
    funnel: of === null ? null : funnelOf([...points.values()], england, of),
    ranks: ranksOf(measure, points),
  };
}

/** A measure as one area has it; null where there are no figures of it anywhere. */
export function viewOf(held: Held, measure: Measure, area: Area): View | null {
  const across = acrossOf(held, measure);
  if (across === null) return null;
  const { series, year, england, funnel, ranks } = across;
  const point = pointAt(series, area.code, year);
  const broken = measure.breaks.some(({ from }) => from === year);
  return {
    ...{ measure, area, across, point },
    before: broken ? undefined : pointAt(series, area.code, year - 1),
    points: pointsOf(series, area.code),
    // A count follows how many live there: beside England's it says nothing.
    standing:
      area.code === ENGLAND || measure.unit === 'count' ? null : standingOf(measure, point, england, funnel),
    rank: ranks?.get(area.code) ?? null,
  };
}

/** An authority's ten statistical neighbours, nearest first; none where nothing says who they are. */
export function neighboursOf(held: Held, area: Area): Area[] {
  return (held.neighbours.get(area.code) ?? []).flatMap((code) => areaOf(code) ?? []);
}
