import { type Measure, OUT_OF } from '../measures/measure.ts';

/* How sure a figure is. A share of people is one draw of what might have been: small areas swing without anything changing. */

export type Counted = { value: number | null; numerator: number | null; denominator: number | null };
export type Interval = { low: number; high: number };

/** Two in a hundred and one in five hundred fall outside by chance alone: 95 and 99.8 per cent. */
export const Z_95 = 1.959964;
export const Z_998 = 3.090232;

/**
 * Wilson's interval of a share, in the measure's own unit: per cent, or for every 1,000 (E. B. Wilson, "Probable inference", Journal of the American Statistical
 * Association 22, 1927). Null where what is counted is not known, or is no share of people.
 */
export function intervalOf(
  { unit }: Pick<Measure, 'unit'>,
  { numerator, denominator }: Counted,
  z = Z_95,
): Interval | null {
  const of = OUT_OF[unit];
  if (of === null || numerator === null || denominator === null) return null;
  if (denominator <= 0 || numerator < 0 || numerator > denominator) return null;
  const share = numerator / denominator;
  const square = z * z;
  const middle = (share + square / (2 * denominator)) / (1 + square / denominator);
  const half =
    (z * Math.sqrt((share * (1 - share)) / denominator + square / (4 * denominator * denominator))) /
    (1 + square / denominator);
  return { low: Math.max(0, of * (middle - half)), high: Math.min(of, of * (middle + half)) };
}

/** Whether two intervals leave no overlap, so that the one figure is surely higher. */
export function surelyHigher(one: Interval, other: Interval): boolean {
  return one.low > other.high;
}
