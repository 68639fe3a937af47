import { daysBetween, type PlainDate } from '../../../shared/plain-date.ts';
import type { Uuid } from '../../../shared/uuid.ts';

/* What a setting says of itself: no national file has it. It decides nothing by itself, and what nobody said is not "no". */

/** The parts a setting says one at a time. */
export const PARTS = [
  'places',
  'designation',
  'ages',
  'units',
  'contact',
  'accessibility',
  'therapies',
] as const;
export type Part = (typeof PARTS)[number];

/** One line of places: how many there are and how many are free, for a need and a year group or age. */
export type PlacesLine = {
  /** As the register writes it; null: for any need. */
  need: string | null;
  /** Years of the National Curriculum, reception 0 and the nursery years −1 and −2; or ages. Both ends are in it. */
  band: 'year' | 'age';
  from: number;
  to: number;
  places: number;
  vacancies: number;
};

/** What each part holds. */
export type Holds = {
  /** The needs it is designated for, as the register writes them; none: it says that it is for none in particular. */
  designation: { needs: readonly string[] };
  ages: { from: number; to: number };
  places: { lines: readonly PlacesLine[] };
  /** Places of a SEN unit and of resourced provision; nought where it has none. */
  units: { unit: number; resourced: number };
  contact: { role: string; email: string | null; phone: string | null };
  accessibility: { has: readonly string[]; words: string | null };
  therapies: { has: readonly string[]; words: string | null };
};

/** When something was said and by whom: by the setting itself, or to the authority that wrote it down. */
export type Dated = {
  /** Counts the setting's statements: what a form was opened on. */
  number: number;
  /** The day it was said, or last said to be as it was. */
  saidOn: PlainDate;
  /** The authority whose staff wrote it down; null where the setting said it here itself. */
  toldTo: string | null;
};

/** The latest of each part that was ever said; a part nobody said anything of is not there. */
export type Declared = { settingId: Uuid } & DeclaredParts;
export type DeclaredParts = { [P in Part]?: Holds[P] & Dated };

export type Freshness = 'fresh' | 'ageing' | 'stale';

/** After how many days something said is ageing, and after how many stale. */
export type Shelf = { ageing: number; stale: number };
/** Places change sooner than what a setting is. */
export type Shelves = { places: Shelf; rest: Shelf };

/**
 * How old a statement is. Until the day after `ageing` days it is fresh, until the day after `stale` days ageing. No source
 * gives either: they are the installation's own.
 */
export function freshnessOf(part: Part, saidOn: PlainDate, today: PlainDate, shelves: Shelves): Freshness {
  const { ageing, stale } = part === 'places' ? shelves.places : shelves.rest;
  const age = daysBetween(saidOn, today);
  if (age <= ageing) return 'fresh';
  return age <= stale ? 'ageing' : 'stale';
}

/**
 * The ages a line of places is for, both in it. A year group is for children of one age on the 31 August before it: reception
 * for those who are 4, year 1 for those who are 5. Somebody may be taught out of their year: it is arithmetic, and no rule.
 */
export function agesOfLine({ band, from, to }: PlacesLine): { from: number; to: number } {
  return band === 'age' ? { from, to } : { from: from + 4, to: to + 4 };
}
