import { PERIODS, type PeriodKind, type Point, type Series } from './series.ts';

type SeriesRow = Point & { measure: string; area: string; periodKind: string; releaseId: string };

/** Figures of one measure, all of one kind of period: two kinds are never on one axis. */
export function seriesOf(rows: readonly SeriesRow[]): Series {
  const newest = rows.reduce((last, row) => (row.year > last.year ? row : last));
  const alike = rows.filter(({ periodKind }) => periodKind === newest.periodKind);
  const points = Map.groupBy(alike, ({ area }) => area);
  return {
    kind: kindOf(newest.periodKind),
    years: [...new Set(alike.map(({ year }) => year))].sort((one, other) => one - other),
    releaseId: newest.releaseId,
    of: new Map(
      [...points].map(([area, of]) => [
        area,
        of.map(({ year, value, numerator, denominator, mark }) => ({
          year,
          value,
          numerator,
          denominator,
          mark,
        })),
      ]),
    ),
  };
}

function kindOf(given: string): PeriodKind {
  return PERIODS.find((kind) => kind === given) ?? 'calendar year';
}
