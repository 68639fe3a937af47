import { sayNeed, sayYear } from './words.ts';

/* Looking for settings by what they say of themselves. Who has said nothing is not found by it, and may have it all the same. */

/** Year groups as the address has them: any, the nursery years, reception and on. */
export const FREE_YEARS = ['any', ...Array.from({ length: 17 }, (_, nth) => String(nth - 2))] as const;

export type Asks = {
  /** It says that a place is free: in any year, or in this one. */
  free?: string | undefined;
  /** For this need, or for any. */
  freeNeed?: string | undefined;
  therapy?: string | undefined;
  access?: string | undefined;
};

/** The parts that may be looked for. */
export const SAID_PARTS = ['places', 'therapies', 'accessibility'] as const;
export type SaidPart = (typeof SAID_PARTS)[number];

/** The parts that are asked about. A need alone asks for a free place in any year. */
export function partsAsked({ free, freeNeed, therapy, access }: Asks): SaidPart[] {
  const asked = {
    places: free !== undefined || freeNeed !== undefined,
    therapies: therapy !== undefined,
    accessibility: access !== undefined,
  };
  return SAID_PARTS.filter((part) => asked[part]);
}

/** What was asked of a part, as it is said of a setting that says so. */
export function sayAsked(part: SaidPart, { free, freeNeed, therapy, access }: Asks): string {
  if (part === 'therapies') return therapy ?? '';
  if (part === 'accessibility') return access ?? '';
  const year = free === undefined || free === 'any' ? '' : ` in ${sayYear(Number(free))}`;
  return `A place free${year}${freeNeed === undefined ? '' : ` for ${sayNeed(freeNeed)}`}`;
}

export function sayFreeYear(free: string): string {
  if (free === 'any') return 'Any year';
  const year = sayYear(Number(free));
  return `${year.charAt(0).toUpperCase()}${year.slice(1)}`;
}
