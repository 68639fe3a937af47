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
      throw new UnusableStatistics(`${file} has no column ${name}, which ${layout} has`);
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
