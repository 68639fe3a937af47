/* Figures as a page asks for them: one measure, all areas, year by year. */

export type Point = {
  year: number;
  value: number | null;
  numerator: number | null;
  denominator: number | null;
  /** What the publisher printed where there is no figure. */
  mark: string | null;
};

/** How a year is said: the stock of one January, or what came about over a year. */
export const PERIODS = ['January', 'calendar year', 'academic year', 'financial year', 'mid-year'] as const;
export type PeriodKind = (typeof PERIODS)[number];

export type Series = {
  kind: PeriodKind;
  /** Every year some area has a figure for, in order. */
  years: readonly number[];
  releaseId: string;
  /** By the area's code, in order of years. */
  of: ReadonlyMap<string, readonly Point[]>;
};

const NONE: readonly Point[] = [];

/** An area's points, in order; none where it has none. */
export function pointsOf(series: Series | undefined, area: string): readonly Point[] {
  return series?.of.get(area) ?? NONE;
}

/** An area's point of a year; undefined where nothing was printed for it at all. */
export function pointAt(series: Series | undefined, area: string, year: number): Point | undefined {
  return pointsOf(series, area).find((point) => point.year === year);
}

/**
 * The newest year some authority has a figure for, so that an area is not shown without one because England's came out first; the
 * newest of any area where no authority has one.
 */
export function newestYear(series: Series | undefined): number | null {
  if (series === undefined) return null;
  const newest = (areas: readonly string[]) =>
    areas
      .flatMap((area) => pointsOf(series, area).filter(({ value }) => value !== null))
      .reduce<number | null>((last, { year }) => Math.max(last ?? year, year), null);
  const areas = [...series.of.keys()];
  return newest(areas.filter((area) => /^\d{3}$/.test(area))) ?? newest(areas);
}

/** `January 2025`, `2024`, `2023/24` (academic), `2023-24` (financial), `the middle of 2024`. */
export function sayPeriod(kind: PeriodKind, year: number): string {
  const short = `${year - 1}`;
  switch (kind) {
    case 'January':
      return `January ${year}`;
    case 'calendar year':
      return String(year);
    case 'academic year':
      return `${short}/${String(year).slice(2)}`;
    case 'financial year':
      return `${short}-${String(year).slice(2)}`;
    case 'mid-year':
      return `the middle of ${year}`;
  }
}
