/** A published count that the areas within do not add up to. */
export type Discrepancy = Row & {
  dataset: string;
  indicator: string;
  /** What was added: the authorities in it, or England's regions. */
  of: Within['of'];
  published: number;
  sum: number;
  /** How many of them have no number there: where there are some, the difference need be no mistake. */
  without: number;
};

/** What an area is part of, and as what. */
export type Within = { whole: string; of: 'authorities' | 'regions' };

type Row = { area: string; periodKind: string; year: number; topic: string; breakdown: string };
type Counted = Row & {
  indicators: readonly string[];
  rates: readonly string[];
  value(indicator: string): number | null;
};

/**
 * Where what is published of an area is not the sum of what is published of those within it, count by count. An area with
 * nothing published within it says nothing, nor does one that has no number itself.
 */
export function discrepanciesIn(
  dataset: string,
  rows: readonly Counted[],
  within: ReadonlyMap<string, readonly Within[]>,
): Discrepancy[] {
  const parts = new Map<string, Counted[]>();
  for (const row of rows) {
    for (const { whole, of } of within.get(row.area) ?? []) {
      const key = keyOf(whole, of, row);
      const others = parts.get(key);
      if (others === undefined) parts.set(key, [row]);
      else others.push(row);
    }
  }
  return rows.flatMap((row) =>
    (['authorities', 'regions'] as const).flatMap((of) => {
      const found = parts.get(keyOf(row.area, of, row));
      return found === undefined ? [] : compare(dataset, row, found, of);
    }),
  );
}

function compare(
  dataset: string,
  whole: Counted,
  parts: readonly Counted[],
  of: Within['of'],
): Discrepancy[] {
  const { area, periodKind, year, topic, breakdown } = whole;
  return whole.indicators.flatMap((indicator) => {
    const published = whole.value(indicator);
    if (published === null || whole.rates.includes(indicator)) return [];
    let sum = 0;
    let without = 0;
    for (const part of parts) {
      const value = part.value(indicator);
      if (value === null) without += 1;
      else sum += value;
    }
    if (sum === published) return [];
    return [{ dataset, area, periodKind, year, topic, breakdown, indicator, of, published, sum, without }];
  });
}

function keyOf(area: string, of: string, { periodKind, year, topic, breakdown }: Row): string {
  return [area, of, periodKind, year, topic, breakdown].join('\t');
}
