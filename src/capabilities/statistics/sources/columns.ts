import { UnusableStatistics } from './line.ts';

/** The columns of a header, by their names in small letters, each with every place it stands at. */
export type Columns = { names: readonly string[]; places: ReadonlyMap<string, readonly number[]> };

export function columnsOf(header: readonly string[]): Columns {
  const names = header.map((name) => name.trim().toLowerCase());
  const places = new Map<string, number[]>();
  for (const [place, name] of names.entries()) places.set(name, [...(places.get(name) ?? []), place]);
  return { names, places };
}

/** Where each of the columns stands. Throws, naming the first that is not there. */
export function placesOf(
  { places }: Columns,
  wanted: readonly string[],
  file: string,
  layout: string,
): number[] {
  return wanted.map((name) => {
    const [place] = places.get(name) ?? [];
    if (place === undefined)
      throw new UnusableStatistics(
        `${file} has no column ${name}, which ${layout} has`,
        'Fetch the release it should be from its publisher and import that as it is; where a newer release has other columns, it needs a newer OpenSEND',
      );
    return place;
  });
}

/** Columns that stand more than once, with every place: the same figures twice are taken once, others are refused. */
export function twiceIn(
  { places }: Columns,
  wanted: readonly string[],
): (readonly [string, readonly number[]])[] {
  return wanted.flatMap((name) => {
    const at = places.get(name) ?? [];
    return at.length > 1 ? [[name, at] as const] : [];
  });
}

/** Throws for a line that ends before the last of the columns that are read: no publisher prints one, and a file cut short ends so. */
export function checkWhole(cells: readonly string[], places: readonly number[], at: string): void {
  if (cells.length <= Math.max(...places))
    throw new UnusableStatistics(`${at} ends before its last column: the file was cut short`);
}
