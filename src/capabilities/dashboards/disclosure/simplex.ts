/* The least and the most that a hidden count can be: linear programming, small and plain. */

const NOTHING = 1e-7;

/**
 * The largest value of `objective · x` where every row of `rows` is an equation and no x is below nought; Infinity where
 * there is none, null where the equations cannot all hold. Bland's rule, so that it ends.
 */
export function maximum(
  rows: readonly { terms: readonly number[]; equals: number }[],
  objective: readonly number[],
): number | null {
  const width = objective.length;
  // Each row with an unknown of its own, which the first phase drives out.
  const tableau = rows.map(({ terms, equals }, row) => {
    const sign = equals < 0 ? -1 : 1;
    const own = rows.map((_, other) => (other === row ? 1 : 0));
    return [...terms.map((term) => sign * term), ...own, sign * equals];
  });
  const basis = rows.map((_, row) => width + row);
  const least = [...objective.map(() => 0), ...rows.map(() => -1)];
  const first = climb(tableau, basis, least, width + rows.length);
  if (first === null || first < -NOTHING * 10) return null;
  driveOut(tableau, basis, width);
  return climb(tableau, basis, [...objective, ...rows.map(() => 0)], width) ?? Number.POSITIVE_INFINITY;
}

type Tableau = number[][];

/** Improves until nothing does, entering none of the unknowns from `limit` on; null where there is no end to it. */
function climb(tableau: Tableau, basis: number[], gains: readonly number[], limit: number): number | null {
  for (;;) {
    const enters = firstThatGains(tableau, basis, gains, limit);
    if (enters === -1) return totalOf(tableau, basis, gains);
    const leaves = rowThatLeaves(tableau, basis, enters);
    if (leaves === -1) return null;
    pivot(tableau, basis, leaves, enters);
  }
}

function firstThatGains(tableau: Tableau, basis: readonly number[], gains: readonly number[], limit: number) {
  for (let column = 0; column < limit; column += 1) {
    if (basis.includes(column)) continue;
    let gain = gains[column] ?? 0;
    for (const [row, cells] of tableau.entries())
      gain -= (gains[basis[row] ?? 0] ?? 0) * (cells[column] ?? 0);
    if (gain > NOTHING) return column;
  }
  return -1;
}

function rowThatLeaves(tableau: Tableau, basis: readonly number[], column: number): number {
  let [found, best] = [-1, Number.POSITIVE_INFINITY];
  for (const [row, cells] of tableau.entries()) {
    const by = cells[column] ?? 0;
    if (by <= NOTHING) continue;
    const ratio = (cells.at(-1) ?? 0) / by;
    const earlier = found === -1 || (basis[row] ?? 0) < (basis[found] ?? 0);
    if (ratio < best - NOTHING || (ratio < best + NOTHING && earlier)) [found, best] = [row, ratio];
  }
  return found;
}

function pivot(tableau: Tableau, basis: number[], row: number, column: number): void {
  const by = tableau[row]?.[column] ?? 1;
  const own = (tableau[row] ?? []).map((cell) => cell / by);
  for (const [other, cells] of tableau.entries()) {
    const times = cells[column] ?? 0;
    tableau[other] = other === row ? own : cells.map((cell, at) => cell - times * (own[at] ?? 0));
  }
  basis[row] = column;
}

// An unknown of the first phase that stayed at nought is exchanged for a real one, or its row said nothing new.
function driveOut(tableau: Tableau, basis: number[], width: number): void {
  for (let row = tableau.length - 1; row >= 0; row -= 1) {
    if ((basis[row] ?? 0) < width) continue;
    const column = (tableau[row] ?? []).findIndex((cell, at) => at < width && Math.abs(cell) > NOTHING);
    if (column !== -1) pivot(tableau, basis, row, column);
    else {
      tableau.splice(row, 1);
      basis.splice(row, 1);
    }
  }
}

function totalOf(tableau: Tableau, basis: readonly number[], gains: readonly number[]): number {
  return tableau.reduce((sum, cells, row) => sum + (gains[basis[row] ?? 0] ?? 0) * (cells.at(-1) ?? 0), 0);
}
