import type { Measure } from '../measures/measure.ts';
import { type Counted, intervalOf, surelyHigher } from './interval.ts';

/** A place among the areas, 1 the best; `from` and `to` are the places it may really have. */
export type Rank = { place: number; from: number; to: number; of: number };

/**
 * Each area's place, where a place means something: null for a measure of which more is neither better nor worse, and for a
 * plain count, which follows how large an area is. Areas whose 95% intervals overlap may stand the other way round.
 */
export function ranksOf(
  measure: Pick<Measure, 'polarity' | 'unit'>,
  areas: ReadonlyMap<string, Counted>,
): Map<string, Rank> | null {
  if (measure.polarity === 'neither' || measure.unit === 'count') return null;
  const sign = measure.polarity === 'higher' ? 1 : -1;
  const known = [...areas].flatMap(([area, counted]) =>
    counted.value === null
      ? []
      : [{ area, value: counted.value * sign, interval: signed(intervalOf(measure, counted), sign) }],
  );
  return new Map(
    known.map((one) => {
      const better = known.filter(({ value }) => value > one.value).length;
      const place = better + 1;
      if (one.interval === null) return [one.area, { place, from: place, to: place, of: known.length }];
      const { interval } = one;
      const surelyBetter = known.filter(
        (other) => other.interval !== null && surelyHigher(other.interval, interval),
      );
      const surelyWorse = known.filter(
        (other) => other.interval !== null && surelyHigher(interval, other.interval),
      );
      return [
        one.area,
        {
          place,
          from: Math.min(place, surelyBetter.length + 1),
          to: Math.max(place, known.length - surelyWorse.length),
          of: known.length,
        },
      ];
    }),
  );
}

function signed(interval: ReturnType<typeof intervalOf>, sign: number) {
  if (interval === null || sign > 0) return interval;
  return { low: -interval.high, high: -interval.low };
}
