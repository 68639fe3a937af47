import { BY_PLACE, BY_SETTING } from '../measures/from.ts';
import { type Measure, OUT_OF } from '../measures/measure.ts';
import { PLACES_SHOWN } from './places-shown.ts';

/** A published row, its columns by name in small letters. */
export type Row = {
  area: string;
  periodKind: string;
  year: number;
  topic: string;
  breakdown: string;
  releaseId: string;
  value: (column: string) => number | null;
  mark: (column: string) => string | null;
};

export type Figure = {
  measure: string;
  area: string;
  periodKind: string;
  year: number;
  topic: string;
  breakdown: string;
  value: number | null;
  numerator: number | null;
  denominator: number | null;
  mark: string | null;
  releaseId: string;
};

/**
 * A measure as one published row has it, or null when the row is not of it: of another topic, or of a breakdown the measure
 * is not shown by; or where it takes several rows and the population (`perHeadOf`). The value is the publisher's where it prints one; otherwise it is worked out, and not rounded.
 */
export function figureOf({ id, published, unit }: Measure, row: Row): Figure | null {
  if (published === null || published.ages !== undefined) return null;
  const whole = row.topic === published.topic && row.breakdown === published.breakdown;
  const group = whole ? null : groupOf(published, row);
  if (!whole && group === null) return null;
  const { area, periodKind, year, releaseId } = row;
  const numerator = published.numerator === null ? null : row.value(published.numerator);
  const denominator = sumOf(published.denominator.map(row.value));
  const shown = published.value ?? published.numerator ?? '';
  const printed = published.value === null ? null : row.value(published.value);
  const value = printed ?? shareOf(numerator, denominator, unit);
  return {
    ...{ measure: id, area, periodKind, year, releaseId },
    ...{ topic: group?.topic ?? '', breakdown: group?.breakdown ?? '' },
    ...{ value, numerator, denominator },
    mark: value === null ? (row.mark(shown) ?? 'z') : null,
  };
}

/** Of whom a row is that a measure is also shown by; null where it is not. Of kinds of place those alone that are shown. */
function groupOf(
  { topic, by }: NonNullable<Measure['published']>,
  row: Row,
): { topic: string; breakdown: string } | null {
  if (topic === '')
    return by.includes(row.topic) && (row.topic !== BY_PLACE || Object.hasOwn(PLACES_SHOWN, row.breakdown))
      ? { topic: row.topic, breakdown: row.breakdown }
      : null;
  return row.topic === topic && row.breakdown !== '' && by.includes(BY_SETTING)
    ? { topic: BY_SETTING, breakdown: row.breakdown }
    : null;
}

function sumOf(parts: readonly (number | null)[]): number | null {
  let sum = 0;
  for (const part of parts) {
    if (part === null) return null;
    sum += part;
  }
  return parts.length === 0 ? null : sum;
}

function shareOf(numerator: number | null, denominator: number | null, unit: Measure['unit']): number | null {
  if (numerator === null || denominator === null || denominator === 0) return null;
  return (numerator / denominator) * (OUT_OF[unit] ?? 1);
}
