import type { Place } from './kinds.ts';
import { ageDay, type StockDay, yearOf } from './periods.ts';

/* Children with a plan who are alike: of one need, age and kind of place. Only their number leaves the database. */

/** So many children with a plan on a day; `day` is its place in the list of days. */
export type Alike = { day: number; need: string | null; age: number; place: Place; children: number };

/** On which days something held: of the first day 1, of the second 2, of the third 4, added up. */
type On = number;

/** Children whom one question counted together: with a plan, a need and a place on the same days. What stands first is first. */
export type Together = {
  withPlan: On;
  /** The year of the first 31 August since their birth. */
  bornIn: number;
  needs: readonly (readonly [On, string])[];
  places: readonly (readonly [On, NonNullable<Place>])[];
  children: number;
};

/** Who is alike on each day: of several needs, or places, that hold on it the first. */
export function alikeOf(together: readonly Together[], days: readonly StockDay[]): Alike[] {
  return together.flatMap(({ withPlan, bornIn, needs, places, children }) =>
    days.flatMap((one, day): Alike[] => {
      const holds = (on: On) => (on & (1 << day)) !== 0;
      if (!holds(withPlan)) return [];
      const need = needs.find(([on]) => holds(on))?.[1] ?? null;
      const place = places.find(([on]) => holds(on))?.[1] ?? null;
      return [{ day, need, age: Math.max(0, yearOf(ageDay(one.day)) - bornIn), place, children }];
    }),
  );
}
