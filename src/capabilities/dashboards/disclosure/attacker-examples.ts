import type { Policy } from './policy.ts';
import { equationsOf, type Table } from './table.ts';

/* For tests: somebody who tries every table that fits what is shown. It shares nothing with what is under test but the
   writing down of the sums. */

/** Values that each hidden count can have, up to `most`, in some whole table that fits all that is shown: `enough` and no more. */
export function possible(
  table: Table,
  withheld: ReadonlySet<string>,
  policy: Policy,
  { most, enough }: { most: number; enough: number },
): Map<string, Set<number>> {
  const hidden = table.cells.filter(({ id, shown }) => !shown || withheld.has(id));
  const equations = equationsOf(table, new Set(hidden.map(({ id }) => id)));
  const found = new Map(hidden.map(({ id }) => [id, new Set<number>()]));
  for (const cell of hidden) {
    const least = cell.shown && policy.zeros === 'shown' ? 1 : 0;
    for (let value = least; value <= most; value += 1) {
      const values = found.get(cell.id);
      if (values === undefined || values.size >= enough) break;
      if (values.has(value)) continue;
      const fits = complete(new Map([[cell.id, value]]), { hidden, equations, policy, most });
      if (fits !== null) for (const [id, one] of fits) found.get(id)?.add(one);
    }
  }
  return found;
}

type Search = {
  hidden: Table['cells'];
  equations: ReturnType<typeof equationsOf>;
  policy: Policy;
  most: number;
};

/** A whole table that begins so, or null where there is none. */
function complete(begun: ReadonlyMap<string, number>, search: Search): Map<string, number> | null {
  const values = follow(new Map(begun), search);
  if (values === null) return null;
  const next = search.hidden.find(({ id }) => !values.has(id));
  if (next === undefined) return values;
  for (let value = leastOf(next, search); value <= search.most; value += 1) {
    const whole = complete(new Map([...values, [next.id, value]]), search);
    if (whole !== null) return whole;
  }
  return null;
}

function leastOf({ shown }: { shown: boolean }, { policy }: Search): number {
  return shown && policy.zeros === 'shown' ? 1 : 0;
}

/** Fills in what an equation with one unknown gives; null where one cannot hold. */
function follow(values: Map<string, number>, search: Search): Map<string, number> | null {
  for (let again = true; again; ) {
    again = false;
    for (const { terms, equals } of search.equations) {
      const unknown = [...terms].filter(([id]) => !values.has(id));
      const left = [...terms].reduce((sum, [id, times]) => sum - times * (values.get(id) ?? 0), equals);
      const [one, other] = unknown;
      if (one === undefined && left !== 0) return null;
      if (one === undefined || other !== undefined) continue;
      const value = left / one[1];
      const cell = search.hidden.find(({ id }) => id === one[0]);
      if (cell === undefined || value < leastOf(cell, search) || value > search.most) return null;
      values.set(one[0], value);
      again = true;
    }
  }
  return values;
}
