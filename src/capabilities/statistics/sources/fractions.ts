import { UnusableStatistics } from './line.ts';

/** How a release makes its percentages: of each, the count above and the counts below the line, by their columns. */
export type Percents = Readonly<Record<string, readonly [above: string, ...below: string[]]>>;

/** Of how many figures of a column at least it is said that they are fractions, where nothing says what they were made from. */
const ENOUGH = 20;

/** How near a published percentage is to its own counts: it is rounded to one decimal, or to none. */
const NEAR = 0.6;

/**
 * Watches for percentages that were saved as fractions: each is worked out again from its counts. A column that agrees with
 * them as a fraction and never as a percentage is refused; one percentage alone that agrees with neither is the publisher's.
 * Percentages that are printed without their counts (`alone`) are refused where none of many is above 1.
 */
export function fractionsIn(
  file: string,
  indicators: readonly string[],
  percents: Percents,
  alone: readonly string[] = [],
) {
  const place = (name: string) => indicators.indexOf(name);
  const columns = Object.entries(percents).map(([name, [above, ...below]]) => {
    return {
      name,
      at: place(name),
      above: place(above),
      below: below.map(place),
      asPercent: 0,
      asFraction: 0,
    };
  });
  const uncounted = alone.map((name) => ({ name, at: place(name), seen: 0, above: 0 }));
  return {
    see(values: readonly (number | null)[]): void {
      for (const column of uncounted) {
        const size = Math.abs(values[column.at] ?? 0);
        if (size > 0) column.seen += 1;
        if (size > 1) column.above += 1;
      }
      for (const column of columns) {
        const said = values[column.at];
        const above = values[column.above];
        const below = column.below.reduce((sum, at) => sum + (values[at] ?? 0), 0);
        if (typeof said !== 'number' || typeof above !== 'number' || below <= 0) continue;
        const worked = (100 * above) / below;
        // Below 2 the two cannot be told apart.
        if (worked < 2) continue;
        if (Math.abs(said - worked) < NEAR) column.asPercent += 1;
        else if (Math.abs(said * 100 - worked) < NEAR) column.asFraction += 1;
      }
    },
    judge(): void {
      const wrong =
        columns.find(({ asPercent, asFraction }) => asFraction > 0 && asPercent === 0) ??
        uncounted.find(({ seen, above }) => seen >= ENOUGH && above === 0);
      if (wrong !== undefined)
        throw new UnusableStatistics(`${file}: ${wrong.name} is given in fractions of one, not per cent`);
    },
  };
}
