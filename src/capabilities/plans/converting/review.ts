import type { Passage } from './passage.ts';
import type { Place } from './place.ts';

/** What somebody decided of one passage: where it goes and what it says; or that it is left out, and why. */
export type Decision = {
  passage: number;
  /** How many times it had been decided on, with this. */
  version: number;
  text: string;
  links: readonly string[];
  by: string;
} & ({ place: Place; leftOut: null } | { place: null; leftOut: string });

/** A passage as it stands after what was decided. */
export type Reviewed = Passage & { version: number; leftOut: string | null; decidedBy: string | null };

/** The passages as read, with the last decision on each in its place. */
export function reviewed(read: readonly Passage[], decisions: readonly Decision[]): Reviewed[] {
  const last = new Map<number, Decision>();
  for (const one of decisions)
    if ((last.get(one.passage)?.version ?? 0) < one.version) last.set(one.passage, one);
  return read.map((passage) => {
    const decided = last.get(passage.number);
    if (decided === undefined) return { ...passage, version: 0, leftOut: null, decidedBy: null };
    const { version, place, text, links, leftOut, by } = decided;
    return { ...passage, version, place, text, links, leftOut, why: null, decidedBy: by };
  });
}

/** Those nobody and nothing has placed yet. */
export function waiting(passages: readonly Reviewed[]): Reviewed[] {
  return passages.filter(({ place, leftOut }) => place === null && leftOut === null);
}

type RowPlace = Extract<Place, { row: string }>;
export type RowOf = RowPlace & { number: number };

/** Each row with the place of the first passage in it. */
export function rowsOf(passages: readonly Reviewed[]): ReadonlyMap<string, RowOf> {
  const rows = new Map<string, RowOf>();
  for (const { place, number } of passages) {
    if (place !== null && 'row' in place && !rows.has(place.row)) rows.set(place.row, { ...place, number });
  }
  return rows;
}

/** What does not hold together, in words, each at its passage: a row in two places, a link that leads to no row it can serve. */
export function problemsOf(passages: readonly Reviewed[]): { number: number; message: string }[] {
  const rows = rowsOf(passages);
  return passages.flatMap(({ place, links, number }) => {
    if (place === null || !('row' in place)) return [];
    const row = rows.get(place.row);
    const stands = row !== undefined && isSameRow(row, place);
    return [
      ...(stands
        ? []
        : [{ number, message: `${place.row} stands in two places: give this one a row of its own` }]),
      ...links
        .filter((to) => !mayServe(place, rows.get(to)))
        .map((to) => ({
          number,
          message: `${place.row} points at ${to}, which is no row of its area that it can serve`,
        })),
    ];
  });
}

/** Whether two passages may be parts of one row. */
export function isSameRow(one: RowPlace, other: RowPlace): boolean {
  if (one.kind !== other.kind) return false;
  if (one.kind === 'advice' || other.kind === 'advice') return true;
  const section = (place: RowPlace) => (place.kind === 'provision' ? place.section : '');
  return one.area === other.area && section(one) === section(other);
}

/** A provision serves needs, and an outcome provision, of their own area. */
export function mayServe(place: RowPlace, to: RowPlace | undefined): boolean {
  if (to === undefined || to.kind === 'advice' || place.kind === 'advice' || to.area !== place.area)
    return false;
  return (
    (place.kind === 'provision' && to.kind === 'need') ||
    (place.kind === 'outcome' && to.kind === 'provision')
  );
}
