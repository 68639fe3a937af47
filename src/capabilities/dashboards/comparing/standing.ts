import type { Measure } from '../measures/measure.ts';
import type { Funnel } from './funnel.ts';
import { type Counted, intervalOf } from './interval.ts';

/**
 * How an area stands beside England. `usual`: by no more than areas usually differ (within the funnel's 95% limits, or where there
 * is no funnel); `far`: beyond them; `furthest`: beyond the 99.8% ones, where one area in five hundred is by chance.
 */
export type Standing = {
  side: 'higher' | 'lower' | 'about the same';
  apart: 'usual' | 'far' | 'furthest';
};

/**
 * How an area's figure stands beside England's: about the same where England's lies within the area's own 95% interval, or, without
 * one, where the two would be printed alike. Null where either has no figure.
 */
export function standingOf(
  measure: Pick<Measure, 'unit'>,
  area: Counted | undefined,
  england: Counted | undefined,
  funnel: Funnel | null,
): Standing | null {
  if (area?.value == null || england?.value == null) return null;
  const interval = intervalOf(measure, area);
  const alike =
    interval === null
      ? area.value.toFixed(1) === england.value.toFixed(1)
      : england.value >= interval.low && england.value <= interval.high;
  if (alike) return { side: 'about the same', apart: 'usual' };
  return { side: area.value > england.value ? 'higher' : 'lower', apart: apartBy(area, funnel) };
}

function apartBy({ value, denominator }: Counted, funnel: Funnel | null): Standing['apart'] {
  if (value === null || denominator === null || funnel === null) return 'usual';
  const outside = (which: '95' | '99.8') => {
    const { low, high } = funnel.limits(denominator, which);
    return value < low || value > high;
  };
  if (outside('99.8')) return 'furthest';
  return outside('95') ? 'far' : 'usual';
}

/** Whether a standing beyond what is usual is for the better or the worse; what is neither has no better. */
export function judged(
  { polarity }: Pick<Measure, 'polarity'>,
  { side, apart }: Standing,
): 'better' | 'worse' | null {
  if (polarity === 'neither' || apart === 'usual') return null;
  return (polarity === 'higher') === (side === 'higher') ? 'better' : 'worse';
}
