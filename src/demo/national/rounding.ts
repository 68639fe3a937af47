/* Whole people from published shares: every total exact, nobody negative, the same each time. */

export type Table = readonly (readonly number[])[];

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}

/**
 * Whole numbers in proportion to `shares` that add up to `total` exactly: each is its exact part rounded down, and what is
 * left goes to those with the largest remainders, the first of equals. Shares that add up to nothing are taken as alike.
 */
export function shareOut(total: number, shares: readonly number[]): number[] {
  const positive = shares.map((share) => Math.max(0, share));
  const all = sum(positive);
  const exact = positive.map((share) => (all > 0 ? (total * share) / all : total / shares.length));
  const whole = exact.map((one) => Math.floor(one + 1e-9));
  const left = total - sum(whole);
  const order = exact
    .map((one, place) => ({ place, rest: one - (whole[place] ?? 0) }))
    .sort((one, other) => other.rest - one.rest || one.place - other.place);
  for (const { place } of order.slice(0, left)) whole[place] = (whole[place] ?? 0) + 1;
  return whole;
}

/**
 * The rows of a table in whole numbers, each adding up to its own total exactly. What a row's rounding takes from a column the
 * next row gives back, so that each column, too, comes to within a few of what it was: small things do not vanish.
 */
export function roundRows(table: Table, totals: readonly number[]): number[][] {
  const owed: number[] = (table[0] ?? []).map(() => 0);
  return table.map((row, at) => {
    const all = sum(row);
    const total = totals[at] ?? 0;
    const exact = row.map((one) => (all > 0 ? (one * total) / all : total / row.length));
    const whole = shareOut(
      total,
      exact.map((one, column) => (one > 0 || all === 0 ? Math.max(0, one + (owed[column] ?? 0)) : 0)),
    );
    exact.forEach((one, column) => {
      owed[column] = (owed[column] ?? 0) + one - (whole[column] ?? 0);
    });
    return whole;
  });
}

/**
 * A table of whole numbers with exactly these rows and columns (which add up to the same), as near to the pattern of `weights`
 * as both allow: fitted in turn to rows and columns (iterative proportional fitting), then rounded. Where weights of nothing
 * leave no other way, a cell that had none may hold some.
 */
export function fitTable(weights: Table, rows: readonly number[], columns: readonly number[]): number[][] {
  const near = fitted(weights, rows, columns);
  const whole = near.map((row) => row.map(Math.floor));
  const rowLeft = rows.map((total, at) => total - sum(whole[at] ?? []));
  const columnLeft = columns.map((total, at) => total - sum(whole.map((row) => row[at] ?? 0)));
  const grid: Grid = { whole, weights, rowLeft, columnLeft };
  const cells = near
    .flatMap((row, at) => row.map((one, column) => ({ at, column, rest: one - Math.floor(one) })))
    .filter(({ rest }) => rest > 0)
    .sort((one, other) => other.rest - one.rest || one.at - other.at || one.column - other.column);
  for (const { at, column } of cells) give(grid, at, column, 1);
  settle(grid);
  return whole;
}

type Grid = { whole: number[][]; weights: Table; rowLeft: number[]; columnLeft: number[] };

const TURNS = 60;

/** The same, not yet in whole numbers: near to the pattern of `weights`, with these rows and columns. */
export function fitted(weights: Table, rows: readonly number[], columns: readonly number[]): number[][] {
  // A trace everywhere: then there is always a table with these rows and columns.
  const cells = weights.map((row) => row.map((one) => Math.max(one, 0) + TRACE));
  for (let turn = 0; turn < TURNS; turn += 1) {
    cells.forEach((row, at) => {
      scale(row, rows[at] ?? 0);
    });
    columns.forEach((total, column) => {
      const all = cells.reduce((so, row) => so + (row[column] ?? 0), 0);
      for (const row of cells) row[column] = all > 0 ? ((row[column] ?? 0) * total) / all : 0;
    });
  }
  // Never over a row: the columns are exact after their turn, the rows nearly.
  cells.forEach((row, at) => {
    if (sum(row) > (rows[at] ?? 0)) scale(row, rows[at] ?? 0);
  });
  return cells.map((row) => row.map((one) => Math.max(0, one - 1e-9)));
}
const TRACE = 1e-7;

function scale(row: number[], total: number): void {
  const all = sum(row);
  row.forEach((one, column) => {
    row[column] = all > 0 ? (one * total) / all : 0;
  });
}

function give({ whole, rowLeft, columnLeft }: Grid, at: number, column: number, most: number): number {
  const given = Math.min(most, rowLeft[at] ?? 0, columnLeft[column] ?? 0);
  const row = whole[at];
  if (given <= 0 || row === undefined) return 0;
  row[column] = (row[column] ?? 0) + given;
  rowLeft[at] = (rowLeft[at] ?? 0) - given;
  columnLeft[column] = (columnLeft[column] ?? 0) - given;
  return given;
}

// What is left: first where the weights have something, then by way of another cell, and last of all anywhere.
function settle(grid: Grid): void {
  eachLeft(grid, (at, column) => {
    if ((grid.weights[at]?.[column] ?? 0) > 0) give(grid, at, column, Number.POSITIVE_INFINITY);
  });
  eachLeft(grid, (at, column) => exchange(grid, at, column));
  eachLeft(grid, (at, column) => give(grid, at, column, Number.POSITIVE_INFINITY));
}

function eachLeft({ rowLeft, columnLeft }: Grid, visit: (at: number, column: number) => void): void {
  rowLeft.forEach((_, at) => {
    columnLeft.forEach((__, column) => {
      if ((rowLeft[at] ?? 0) > 0 && (columnLeft[column] ?? 0) > 0) visit(at, column);
    });
  });
}

/** Another row gives up one in a column this row may have, and takes the one that is left in its stead. */
function exchange(grid: Grid, at: number, column: number): void {
  const { whole, weights, rowLeft, columnLeft } = grid;
  for (const [other, row] of whole.entries()) {
    if ((weights[other]?.[column] ?? 0) <= 0) continue;
    for (const [instead, held] of row.entries()) {
      if (held <= 0 || instead === column || (weights[at]?.[instead] ?? 0) <= 0) continue;
      const own = whole[at];
      const moved = Math.min(held, rowLeft[at] ?? 0, columnLeft[column] ?? 0);
      if (moved <= 0 || own === undefined) return;
      row[instead] = held - moved;
      row[column] = (row[column] ?? 0) + moved;
      own[instead] = (own[instead] ?? 0) + moved;
      rowLeft[at] = (rowLeft[at] ?? 0) - moved;
      columnLeft[column] = (columnLeft[column] ?? 0) - moved;
    }
  }
}

/** A list with each place of `counts` as often as it says, in an order drawn from `random`. */
export function shuffled(random: () => number, counts: readonly number[]): number[] {
  const list = counts.flatMap((count, place) => Array.from({ length: count }, () => place));
  for (let last = list.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    const held = list[last] ?? 0;
    list[last] = list[other] ?? 0;
    list[other] = held;
  }
  return list;
}
