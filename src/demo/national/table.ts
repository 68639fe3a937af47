import type { Value } from '../../shared/copy-line.ts';
import { type Day, dateOf } from './calendar.ts';
import type { AuthorityOfEngland } from './england.ts';
import type { Ids } from './ids.ts';
import type { Person } from './people.ts';
import type { InventedSetting } from './settings.ts';

export type Written = { table: string; columns: readonly string[]; rows: Iterable<readonly Value[]> };

/** Of whom rows are written. */
export type Of = {
  authority: AuthorityOfEngland;
  people: readonly Person[];
  settings: readonly InventedSetting[];
  ids: Ids;
  /** How many of the plans, the first ones, say what is needed and provided. */
  words: number;
};

/** Who did it all. */
export const BY = 'The SEND team';

export function at(day: Day): string {
  return `${dateOf(day)} 09:30:00+00`;
}

/** The rows of whoever has what `find` looks for. */
export function* each<T>(
  people: readonly Person[],
  find: (one: Person) => T | null | undefined,
  row: (one: Person, found: T) => readonly Value[],
): Generator<readonly Value[]> {
  for (const one of people) {
    const found = find(one);
    if (found !== null && found !== undefined) yield row(one, found);
  }
}
