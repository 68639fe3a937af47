/** A number with its noun: `1 row`, `2 rows`. */
export function countOf(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** With a capital first letter. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Names one after another: `A`, `A and B`, `A, B and C`. */
export function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** A number as people write it, `12,345.6`: to exactly so many places, or to what it has, at most three. */
export function sayNumber(number: number, places?: number): string {
  return (FORMATS.get(places) ?? formatOf(places)).format(number);
}

// Kept: making one for each number takes fifty times as long as writing it.
const FORMATS = new Map<number | undefined, Intl.NumberFormat>();

function formatOf(places: number | undefined): Intl.NumberFormat {
  const exactly =
    places === undefined ? {} : { minimumFractionDigits: places, maximumFractionDigits: places };
  const format = new Intl.NumberFormat('en-GB', exactly);
  FORMATS.set(places, format);
  return format;
}
