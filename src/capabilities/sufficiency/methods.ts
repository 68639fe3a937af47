import { sumOf } from './ages.ts';
import { type Counted, lastCounted } from './history.ts';

/** A total in January of one year. */
export type Total = Pick<Counted, 'year' | 'total'>;

/** The four ways of the capacity tool made for authorities and the Department, which look at totals alone. */
export const TREND_METHODS = ['mean change', 'last change', 'weighted change', 'straight line'] as const;
export type TrendMethod = (typeof TREND_METHODS)[number];

const WEIGHTS = [1, 2, 3];
const TAMED_AT = 2.5;
/** Makes the median absolute deviation of a normal distribution its standard deviation. */
const SCALE = 1.4826;

/**
 * Totals for so many years after the last that was counted, never below nought. Null where the counts do not allow it: two
 * Januaries in turn for a change, any two for a line. A year that is missing gives no change, and one from nought none either.
 */
export function trend(method: TrendMethod, counted: readonly Total[], years: number): number[] | null {
  const totals = [...counted].sort((one, other) => one.year - other.year);
  if (method === 'straight line') return straightLine(totals, years);
  const last = totals.at(-1);
  const change = changeBy(method, yearlyChanges(totals));
  if (last === undefined || change === null) return null;
  return ahead(years, (year) => last.total * (1 + change) ** year);
}

function changeBy(method: Exclude<TrendMethod, 'straight line'>, changes: readonly number[]): number | null {
  if (changes.length === 0) return null;
  switch (method) {
    case 'mean change':
      return sumOf(changes) / changes.length;
    case 'last change':
      return changes.at(-1) ?? null;
    case 'weighted change': {
      const last = changes.slice(-WEIGHTS.length);
      const weights = WEIGHTS.slice(-last.length);
      return sumOf(last.map((change, place) => change * (weights[place] ?? 0))) / sumOf(weights);
    }
  }
}

/** By how much of itself each total changed into the next year's, oldest first. */
export function yearlyChanges(totals: readonly Total[]): number[] {
  return totals.flatMap(({ year, total }) => {
    const before = totals.find((one) => one.year === year - 1);
    return before === undefined || before.total <= 0 ? [] : [total / before.total - 1];
  });
}

function straightLine(totals: readonly Total[], years: number): number[] | null {
  const last = lastCounted(totals.map((one) => ({ ...one, ages: null })));
  const first = fitLine(totals);
  if (first === null || last === null) return null;
  const off = totals.map(({ year, total }) => total - first(year));
  const middle = median(off);
  const most = TAMED_AT * SCALE * median(off.map((one) => Math.abs(one - middle)));
  const tamed = totals.map(({ year }, place) => {
    const one = off[place] ?? 0;
    const drawnIn = Math.min(Math.max(one, middle - most), middle + most);
    return { year, total: first(year) + (most > 0 ? drawnIn : one) };
  });
  const line = fitLine(tamed);
  return line === null ? null : ahead(years, (year) => line(last.year + year));
}

function fitLine(totals: readonly Total[]): ((year: number) => number) | null {
  if (totals.length < 2) return null;
  const middleYear = sumOf(totals.map(({ year }) => year)) / totals.length;
  const middle = sumOf(totals.map(({ total }) => total)) / totals.length;
  const spread = sumOf(totals.map(({ year }) => (year - middleYear) ** 2));
  const slope = sumOf(totals.map(({ year, total }) => (year - middleYear) * (total - middle))) / spread;
  return (year) => middle + slope * (year - middleYear);
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((one, other) => one - other);
  const [low = 0, high = 0] = [
    sorted[Math.floor((sorted.length - 1) / 2)],
    sorted[Math.ceil((sorted.length - 1) / 2)],
  ];
  return (low + high) / 2;
}

function ahead(years: number, of: (year: number) => number): number[] {
  return Array.from({ length: years }, (_, place) => Math.max(0, of(place + 1)));
}
