/** One line of the bench's table. */
export type Measured = {
  what: string;
  perSecond: number;
  /** Milliseconds of a whole answer; none for what is done in one go. */
  p50?: number;
  p99?: number;
  /** How much slower than the plainest thing of its kind, which is the same on any machine. */
  beside: string;
  /** Answers that failed, and rows that were another authority's. */
  wrong: number;
};

/** What so many milliseconds come to, taken one after another. */
export function spread(times: readonly number[]): { perSecond: number; p50: number; p99: number } {
  const sorted = times.toSorted((one, other) => one - other);
  const at = (share: number) => sorted[Math.floor(times.length * share)] ?? 0;
  return {
    perSecond: (1000 * times.length) / times.reduce((sum, one) => sum + one, 0),
    p50: at(0.5),
    p99: at(0.99),
  };
}

/** Prints the one table. */
export function printTable(measured: readonly Measured[]): void {
  const rows = [
    ['what', 'a second', 'p50 ms', 'p99 ms', 'beside', 'failed or leaked'],
    ...measured.map((one) => [
      one.what,
      Math.round(one.perSecond).toLocaleString('en-GB'),
      one.p50?.toFixed(1) ?? '',
      one.p99?.toFixed(1) ?? '',
      one.beside,
      String(one.wrong),
    ]),
  ];
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  process.stdout.write(`${lines.join('\n')}\n`);
}
