import { eachAge } from './ages.ts';
import type { Counted, History } from './history.ts';
import type { Measure, Row } from './release.ts';

/** The history of each authority that a release speaks of, by its three-digit code. */
export function historiesOf(rows: readonly Row[]): Map<number, History> {
  const byAuthority = Map.groupBy(rows, ({ authority }) => authority);
  return new Map([...byAuthority].map(([authority, of]) => [authority, historyOf(of)]));
}

/** The history that rows about one area tell; of several added together where they are of several. */
export function historyOf(rows: readonly Omit<Row, 'authority'>[]): History {
  return { plans: counted(rows, 'plans'), joined: counted(rows, 'joined'), left: counted(rows, 'left') };
}

function counted(rows: readonly Omit<Row, 'authority'>[], wanted: Measure): Counted[] {
  const years = Map.groupBy(
    rows.filter(({ measure }) => measure === wanted),
    ({ year }) => year,
  );
  return [...years]
    .map(([year, of]) => {
      const ages = eachAge((age) => countOf(of.filter((row) => row.age === age)));
      const totals = of.filter(({ age }) => age === null);
      const byAge = of.some(({ age }) => age !== null);
      // The release of 2025 has the region's total in place of some authorities' for what joined in 2022; their ages are right.
      const added = byAge && (wanted !== 'plans' || totals.length === 0);
      const total = added ? countOf(of.filter(({ age }) => age !== null)) : countOf(totals);
      return { year, total, ages: byAge ? ages : null };
    })
    .sort((one, other) => one.year - other.year);
}

function countOf(rows: readonly { count: number }[]): number {
  return rows.reduce((sum, { count }) => sum + count, 0);
}
