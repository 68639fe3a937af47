/* So that no row can be one child: alike rows are made alike until there are enough of them, and what is left is left out. */

/** Made less exact, level by level; a level that does not name a column leaves it as the level before did. */
export type Ladder<Row> = readonly Partial<{ [Column in keyof Row]: (row: Row) => Row[Column] }>[];

/**
 * The rows, made less exact by the ladder, one step at a time, until each is one of at least `k` that are alike in every
 * column that others could know of somebody; those that are not at its end are left out, and counted. Whoever knows somebody's
 * exact facts finds them in one such group and cannot tell which of it they are. The order says nothing: it is by the columns themselves.
 */
export function generalise<Row extends object>(
  rows: readonly Row[],
  { known, ladder, k }: { known: readonly (keyof Row)[]; ladder: Ladder<Row>; k: number },
): { rows: Row[]; leftOut: number } {
  const kept: Row[] = [];
  let left = rows;
  for (const level of [{}, ...ladder]) {
    left = left.map((row) => ({ ...row, ...stepped(row, level) }));
    const groups = Map.groupBy(left, (row) => keyOf(row, known));
    left = [];
    const few: Row[] = [];
    for (const group of groups.values()) (group.length >= k ? kept : few).push(...group);
    left = few;
  }
  const order = (row: Row) => keyOf(row, known) + JSON.stringify(row);
  return {
    rows: kept
      .map((row) => ({ row, at: order(row) }))
      .sort((one, other) => (one.at < other.at ? -1 : 1))
      .map(({ row }) => row),
    leftOut: left.length,
  };
}

function stepped<Row extends object>(row: Row, level: Ladder<Row>[number]): Partial<Row> {
  const changed: Partial<Row> = {};
  for (const column of columnsOf(level)) {
    const step = level[column];
    if (step !== undefined) changed[column] = step(row);
  }
  return changed;
}

function columnsOf<Row>(level: Ladder<Row>[number]): (keyof Row)[] {
  const columns: (keyof Row)[] = [];
  for (const column in level) columns.push(column);
  return columns;
}

function keyOf<Row>(row: Row, known: readonly (keyof Row)[]): string {
  return known.map((column) => String(row[column])).join('\u001f');
}
