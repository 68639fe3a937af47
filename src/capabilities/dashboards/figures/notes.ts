import { sayNumber } from '../../../shared/words.ts';
import { areaOf } from '../areas/areas.ts';
import { PERIODS, sayPeriod } from './series.ts';

/** A published total that its parts do not add up to, as `statistics` finds it. */
export type Discrepancy = {
  dataset: string;
  indicator: string;
  of: 'authorities' | 'regions';
  area: string;
  periodKind: string;
  year: number;
  published: number;
  sum: number;
  without: number;
};

/**
 * Where totals are not the sums of their parts though no part is missing, in a sentence each: England first, then by year. A column
 * that nothing is shown from is left out.
 */
export function notesOf(found: readonly Discrepancy[], shown: ReadonlySet<string>): string[] {
  return found
    .filter(({ without, indicator }) => without === 0 && shown.has(indicator))
    .sort(
      (one, other) =>
        Number(other.area.startsWith('E92')) - Number(one.area.startsWith('E92')) || one.year - other.year,
    )
    .map(({ dataset, indicator, of, area, periodKind, year, published, sum }) => {
      const kind = PERIODS.find((one) => one === periodKind) ?? 'calendar year';
      const say = (count: number) => sayNumber(count);
      return `${areaOf(area)?.name ?? area}, ${sayPeriod(kind, year)} (${dataset}, ${indicator}): published as ${say(published)}, and its ${of} add up to ${say(sum)}.`;
    });
}
