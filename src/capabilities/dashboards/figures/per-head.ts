import type { Measure } from '../measures/measure.ts';
import type { Figure, Row } from './derive.ts';

/** How many live in an area in the middle of a year, by the area and the year: `839 2024`. */
export type People = ReadonlyMap<string, number>;

/** The middle of a year before a January's count; of what comes about in a year, its own. */
function midYearOf({ periodKind, year }: Row): number {
  return periodKind === 'January' ? year - 1 : year;
}

/**
 * A measure out of how many live there: of each area and period the groups of ages that the population has too, added up, for every
 * 1,000 people. A group that is not printed counts nobody, which is known where those printed add up to the published total: where
 * they do not, where one of them has no number, and where the population is not known, there is no figure. None for a period
 * without groups.
 */
export function perHeadOf({ id, published }: Measure, rows: readonly Row[], people: People): Figure[] {
  const { ages, numerator: column } = published ?? {};
  if (ages === undefined || column == null) return [];
  const ofPeriod = Map.groupBy(rows, ({ area, periodKind, year }) => `${area}\t${periodKind}\t${year}`);
  return [...ofPeriod.values()].flatMap((of) => {
    const whole = of.find(({ topic }) => topic === '');
    const groups = of.filter(({ topic }) => topic === ages.topic);
    if (whole === undefined || groups.length === 0) return [];
    const { area, periodKind, year, releaseId } = whole;
    const counted = groups.filter(({ breakdown }) => ages.counted.includes(breakdown));
    const complete = sumOf(groups, column) === whole.value(column);
    const numerator = complete ? sumOf(counted, column) : null;
    const denominator = people.get(`${area} ${midYearOf(whole)}`) ?? null;
    const value = numerator === null || !denominator ? null : (1000 * numerator) / denominator;
    return [
      {
        ...{ measure: id, area, periodKind, year, topic: '', breakdown: '', releaseId },
        ...{ value, numerator, denominator, mark: value === null ? 'x' : null },
      },
    ];
  });
}

function sumOf(rows: readonly Row[], column: string): number | null {
  let sum = 0;
  for (const row of rows) {
    const value = row.value(column);
    if (value === null) return null;
    sum += value;
  }
  return sum;
}
