import type { Policy } from './policy.ts';
import { equationsOf, groupsOf, type Table } from './table.ts';

/* For tests: somebody who tries every table that fits what is shown. It shares nothing with what is under test but the
   writing down of the sums. */

/**
 * Values that each hidden count can have, up to `most`, in some whole table that fits all that is shown: `enough` and no more.
 * What is near the truth is tried first, and a search that goes on too long has found nothing: so fewer are found, never more.
 */
export function possible(
  table: Table,
  withheld: ReadonlySet<string>,
  policy: Policy,
  { most, enough }: { most: number; enough: number },
): Map<string, Set<number>> {
  const hidden = table.cells.filter(({ id, shown }) => !shown || withheld.has(id));
  const groups = groupsOf(equationsOf(table, new Set(hidden.map(({ id }) => id))));
  const found = new Map(hidden.map(({ id }) => [id, new Set<number>()]));
  for (const cell of hidden) {
    const values = found.get(cell.id) ?? new Set();
    const equations = groups.find((group) => group.some(({ terms }) => terms.has(cell.id))) ?? [];
    const among = new Set([cell.id, ...equations.flatMap(({ terms }) => [...terms.keys()])]);
    const within = hidden.filter(({ id }) => among.has(id));
    for (const value of nearest(cell, policy, most)) {
      if (values.size >= enough) break;
      if (values.has(value)) continue;
      const search = { hidden: within, equations, policy, most, tries: 0 };
      const fits = complete(new Map([[cell.id, value]]), search);
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
  tries: number;
};
const ENOUGH_TRIES = 100_000;

/** A whole table that begins so, or null where none was found. */
function complete(begun: ReadonlyMap<string, number>, search: Search): Map<string, number> | null {
  search.tries += 1;
  if (search.tries > ENOUGH_TRIES) return null;
  const values = follow(new Map(begun), search);
  if (values === null) return null;
  const next = nextOf(values, search);
  if (next === undefined) return values;
  for (const value of nearest(next, search.policy, search.most)) {
    const whole = complete(new Map([...values, [next.id, value]]), search);
    if (whole !== null) return whole;
  }
  return null;
}

/** One of the equation that wants fewest, so that it is soon known whether it can hold. */
function nextOf(values: ReadonlyMap<string, number>, { equations, hidden }: Search) {
  const wanting = equations
    .map(({ terms }) => [...terms.keys()].filter((id) => !values.has(id)))
    .filter((ids) => ids.length > 0)
    .sort((one, other) => one.length - other.length);
  const id = wanting[0]?.[0];
  return id === undefined
    ? hidden.find((cell) => !values.has(cell.id))
    : hidden.find((cell) => cell.id === id);
}

function nearest(cell: Table['cells'][number], policy: Policy, most: number): number[] {
  const least = leastOf(cell, policy);
  return Array.from({ length: most - least + 1 }, (_, at) => least + at).sort(
    (one, other) => Math.abs(one - cell.value) - Math.abs(other - cell.value),
  );
}

function leastOf({ shown }: { shown: boolean }, { zeros }: Policy): number {
  return shown && zeros === 'shown' ? 1 : 0;
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
      if (cell === undefined || value < leastOf(cell, search.policy) || value > search.most) return null;
      values.set(one[0], value);
      again = true;
    }
  }
  return values;
}
