import { type Measure, OUT_OF } from '../measures/measure.ts';

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
  if (!whole && !(published.topic === '' && published.by.includes(row.topic))) return null;
  const { area, periodKind, year, topic, breakdown, releaseId } = row;
  const numerator = published.numerator === null ? null : row.value(published.numerator);
  const denominator = sumOf(published.denominator.map(row.value));
  const shown = published.value ?? published.numerator ?? '';
  const printed = published.value === null ? null : row.value(published.value);
  const value = printed ?? shareOf(numerator, denominator, unit);
  return {
    ...{ measure: id, area, periodKind, year, releaseId },
    ...(whole ? { topic: '', breakdown: '' } : { topic, breakdown }),
    ...{ value, numerator, denominator },
    mark: value === null ? (row.mark(shown) ?? 'z') : null,
  };
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
