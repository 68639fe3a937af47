import { isSmall, type Policy } from './policy.ts';
import { maximum } from './simplex.ts';
import { type Cell, type Equation, equationsOf, faultOf, groupsOf, type Sum, type Table } from './table.ts';

/** Why a count is not shown. Both are marked alike, so that nobody can tell which of two is the small one. */
export type Why = 'small' | 'would give another away';

/**
 * Which counts of a table may not be shown. First every small one; then, as long as one of them could be worked out from
 * what is left, the smallest other count of a sum it is in. Worked out means: from all sums together, knowing that a
 * withheld count is at least 1 (at least 0 where "none" is withheld too), fewer different counts are possible for it than there are small
 * ones. Counts that are never shown are held to the same. Throws on a table whose parts do not make its totals.
 */
export function protect(table: Table, policy: Policy): ReadonlyMap<string, Why> {
  const fault = faultOf(table);
  if (fault !== null) throw new Error(`not a table: ${fault}`);
  const withheld = new Map<string, Why>();
  for (const { id, value, shown } of table.cells)
    if (shown && isSmall(value, policy)) withheld.set(id, 'small');
  const safe = new Set<string>();
  for (;;) {
    const next = nextToWithhold(table, withheld, { policy, safe });
    if (next === null) return withheld;
    withheld.set(next, 'would give another away');
  }
}

/** The range of what a hidden cell can be for somebody who sees the rest. */
export type Range = { least: number; most: number };

/** The least and the most each cell of one group of equations can be. */
function rangeOf(group: readonly Equation[], id: string, floor: (id: string) => number): Range {
  const ids = [...new Set(group.flatMap(({ terms }) => [...terms.keys()]))];
  // Each count as what it has above its floor, so that none is below nought.
  const rows = group.map(({ terms, equals }) => ({
    terms: ids.map((one) => terms.get(one) ?? 0),
    equals: ids.reduce((left, one) => left - (terms.get(one) ?? 0) * floor(one), equals),
  }));
  const own = floor(id);
  const most = maximum(
    rows,
    ids.map((one) => (one === id ? 1 : 0)),
  );
  const least = maximum(
    rows,
    ids.map((one) => (one === id ? -1 : 0)),
  );
  if (most === null || least === null) throw new Error('a table that contradicts itself');
  return { least: own - least, most: own + most };
}

/** `safe` remembers the groups that nothing was found in: most of a table is as it was when one more count is withheld. */
function nextToWithhold(
  table: Table,
  withheld: ReadonlyMap<string, Why>,
  { policy, safe }: { policy: Policy; safe: Set<string> },
): string | null {
  const cells = new Map(table.cells.map((cell) => [cell.id, cell]));
  const hidden = new Set(
    table.cells.filter(({ id, shown }) => !shown || withheld.has(id)).map(({ id }) => id),
  );
  const floor = (id: string) => (policy.zeros === 'shown' && cells.get(id)?.shown === true ? 1 : 0);
  const groups = groupsOf(equationsOf(table, hidden));
  for (const group of groups) {
    const ids = new Set(group.flatMap(({ terms }) => [...terms.keys()]));
    const name = [...ids].sort().join('\n');
    if (safe.has(name)) continue;
    for (const id of ids) {
      if (!isSmall(cells.get(id)?.value ?? 0, policy)) continue;
      const { least, most } = rangeOf(group, id, floor);
      if (most - least >= policy.threshold - 2 - TOLERANCE) continue;
      const next = smallestBeside(table.sums, cells, { id, ids, hidden });
      if (next !== null) return next;
    }
    safe.add(name);
  }
  return null;
}
const TOLERANCE = 1e-6;

type Beside = { id: string; ids: ReadonlySet<string>; hidden: ReadonlySet<string> };

/**
 * The smallest count that is shown in a sum with the one to be kept, or else with any of its group: a part before a total,
 * and nought never, since that it is shown is known.
 */
function smallestBeside(
  sums: readonly Sum[],
  cells: ReadonlyMap<string, Cell>,
  { id, ids, hidden }: Beside,
): string | null {
  const within = (wanted: (one: string) => boolean) =>
    sums
      .filter(({ total, parts }) => [total, ...parts].some(wanted))
      .flatMap(({ total, parts }) => [
        ...parts.map((part) => ({ id: part, total: 0 })),
        { id: total, total: 1 },
      ])
      .flatMap((one) => {
        const cell = cells.get(one.id);
        return cell === undefined || hidden.has(one.id) || cell.value === 0
          ? []
          : [{ ...one, value: cell.value }];
      })
      .sort((a, b) => a.total - b.total || a.value - b.value || (a.id < b.id ? -1 : 1));
  return (within((one) => one === id)[0] ?? within((one) => ids.has(one))[0])?.id ?? null;
}
