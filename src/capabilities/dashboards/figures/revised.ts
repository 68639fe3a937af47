import { MEASURES } from '../measures/catalogue.ts';
import type { Measure } from '../measures/measure.ts';

type Column = { dataset: string; topic: string; breakdown: string; indicator: string };

/**
 * The measure a published column is the figure of (`shown`), or what it is counted from; null for one that no measure is made of,
 * and for a group no measure is shown by. Of several, the one it is the figure of, then the first of the catalogue.
 */
export function measureOf(column: Column): { measure: Measure; shown: boolean } | null {
  const made = MEASURES.filter((measure) => isOf(measure, column));
  const shown = made.find(({ published }) => published?.value === column.indicator);
  if (shown !== undefined) return { measure: shown, shown: true };
  const [first] = made;
  return first === undefined ? null : { measure: first, shown: false };
}

function isOf({ published }: Measure, { dataset, topic, breakdown, indicator }: Column): boolean {
  if (published?.dataset !== dataset) return false;
  const whole = topic === published.topic && breakdown === published.breakdown;
  const group = published.topic === '' && published.by.includes(topic);
  const { value, numerator, denominator } = published;
  return (whole || group) && [value, numerator, ...denominator].includes(indicator);
}
