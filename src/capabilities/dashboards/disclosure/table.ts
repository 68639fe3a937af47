/* Counts that hang together: what adds up to what, whether or not all of it is shown. */

/** One count. Some are never shown and yet follow from those that are: all less within 20 weeks is after 20 weeks. */
export type Cell = { id: string; value: number; shown: boolean };

/** The parts make the total: by row, by column, from authority to region to England, or of one measure in another. */
export type Sum = { total: string; parts: readonly string[] };

export type Table = { cells: readonly Cell[]; sums: readonly Sum[] };

/** What is wrong with a table, in words; null where every sum is right and every cell is there once. */
export function faultOf({ cells, sums }: Table): string | null {
  const values = new Map(cells.map(({ id, value }) => [id, value]));
  if (values.size !== cells.length) return 'a cell is there twice';
  for (const { id, value } of cells)
    if (!Number.isSafeInteger(value) || value < 0) return `${id} is no count`;
  for (const { total, parts } of sums) {
    const known = [total, ...parts].map((id) => values.get(id));
    if (known.includes(undefined)) return `a cell of ${total} is missing`;
    const sum = parts.reduce((so, id) => so + (values.get(id) ?? 0), 0);
    if (sum !== values.get(total)) return `the parts of ${total} make ${sum}`;
  }
  return null;
}

/** What the sums say of the cells nobody is shown: one row each, with what those cells come to. */
export type Equation = { terms: ReadonlyMap<string, number>; equals: number };

/** The equations anybody can write down who sees every cell but the hidden ones. */
export function equationsOf({ cells, sums }: Table, hidden: ReadonlySet<string>): Equation[] {
  const values = new Map(cells.map(({ id, value }) => [id, value]));
  return sums.flatMap(({ total, parts }) => {
    const terms = new Map<string, number>();
    let equals = 0;
    const add = (id: string, sign: number) => {
      if (hidden.has(id)) terms.set(id, (terms.get(id) ?? 0) + sign);
      else equals -= sign * (values.get(id) ?? 0);
    };
    add(total, -1);
    for (const part of parts) add(part, 1);
    return terms.size === 0 ? [] : [{ terms, equals }];
  });
}

/** Hidden cells that share an equation, directly or through others: what is worked out of one group needs no other. */
export function groupsOf(equations: readonly Equation[]): Equation[][] {
  const groups: { cells: Set<string>; equations: Equation[] }[] = [];
  for (const equation of equations) {
    const cells = [...equation.terms.keys()];
    const meets = groups.filter((group) => cells.some((cell) => group.cells.has(cell)));
    const joined = {
      cells: new Set([...cells, ...meets.flatMap((group) => [...group.cells])]),
      equations: [...meets.flatMap((group) => group.equations), equation],
    };
    for (const group of meets) groups.splice(groups.indexOf(group), 1);
    groups.push(joined);
  }
  return groups.map((group) => group.equations);
}
