import { countOf } from '../../../shared/words.ts';
import type { Freshness, Holds, Part, PlacesLine } from './declared.ts';

/** What each part is called. */
export const PART_NAMES = {
  places: 'Places and how many are free',
  designation: 'Needs it is designated for',
  ages: 'Ages it takes',
  units: 'SEN unit and resourced provision',
  contact: 'Whom to ask about a place',
  accessibility: 'Getting in and around',
  therapies: 'Therapies on site',
} as const satisfies Record<Part, string>;

export const FRESHNESS_NAMES = {
  fresh: 'Said lately',
  ageing: 'Getting old',
  stale: 'Old: ask again',
} as const satisfies Record<Freshness, string>;

/** A need as it is read: the words after the register's code. */
export function sayNeed(need: string | null): string {
  return need === null ? 'Any need' : need.slice(need.indexOf(' - ') + 3);
}

/** A year group, as schools say it. */
export function sayYear(year: number): string {
  if (year > 0) return `year ${year}`;
  return year === 0 ? 'reception' : `nursery ${year + 3}`;
}

/** The years or ages of a line of places. */
export function sayBand({ band, from, to }: PlacesLine): string {
  if (band === 'age') return from === to ? `age ${from}` : `ages ${from} to ${to}`;
  if (from === to) return sayYear(from);
  return from > 0 ? `years ${from} to ${to}` : `${sayYear(from)} to ${sayYear(to)}`;
}

export function sayPlaces(line: PlacesLine): string {
  return `${sayNeed(line.need)}, ${sayBand(line)}: ${countOf(line.places, 'place')}, ${line.vacancies} free`;
}

const SAY: { [P in Part]: (holds: Holds[P]) => readonly string[] } = {
  places: ({ lines }) => lines.map(sayPlaces),
  designation: ({ needs }) => (needs.length === 0 ? ['None in particular'] : needs.map(sayNeed)),
  ages: ({ from, to }) => [`${from} to ${to}`],
  units: ({ unit, resourced }) => [
    unit === 0 ? 'No SEN unit' : `SEN unit: ${countOf(unit, 'place')}`,
    resourced === 0 ? 'No resourced provision' : `Resourced provision: ${countOf(resourced, 'place')}`,
  ],
  contact: ({ role, email, phone }) => [role, email ?? '', phone ?? ''].filter((line) => line !== ''),
  accessibility: said,
  therapies: said,
};

function said({ has, words }: { has: readonly string[]; words: string | null }): string[] {
  const lines = words === null ? [...has] : [...has, words];
  return lines.length === 0 ? ['None'] : lines;
}

/** One part, line by line. */
export function sayPart<P extends Part>(part: P, holds: Holds[P]): readonly string[] {
  return SAY[part](holds);
}
