import { plainDate } from '../../../shared/plain-date.ts';
import type { Place } from './facts-examples.ts';
import { needName } from './kinds.ts';
import { ageDay } from './periods.ts';

/* For tests: who has a plan on a day, one child after another, as the definitions read. */

export type Child = {
  bornOn: string;
  /** The day the first plan was issued. */
  issuedOn: string;
  needs: readonly { need: string; from: string | null; until: string | null }[];
  places: readonly (Place & { heading: string })[];
};

/** How many have a plan on a day under each heading, as `n`; of several needs or places as the service chooses. */
export function plainStock(children: readonly Child[], day: string): Record<string, number> {
  const counted: Record<string, number> = {};
  const add = (heading: string) => {
    counted[heading] = (counted[heading] ?? 0) + 1;
  };
  for (const { bornOn, issuedOn, needs, places } of children) {
    if (issuedOn > day) continue;
    const holds = ({ from, until }: { from: string | null; until?: string | null }) =>
      (from ?? '') <= day && (until ?? '9999') >= day;
    // The latest from which it is so; of two on one day, what was recorded last.
    const need = needs.filter(holds).reduce<(typeof needs)[number] | null>((so, one) => {
      return so !== null && (so.from ?? '') > (one.from ?? '') ? so : one;
    }, null);
    const place = places.filter(holds).reduce<(typeof places)[number] | null>((so, one) => {
      if (so === null || (one.rank ?? 1) < (so.rank ?? 1)) return one;
      return one.rank === so.rank && one.from > so.from ? one : so;
    }, null);
    const on = ageDay(plainDate(day));
    const years =
      Number(on.slice(0, 4)) - Number(bornOn.slice(0, 4)) - (bornOn.slice(5) > on.slice(5) ? 1 : 0);
    add('plans');
    add(`need ${needName(need?.need ?? null)}`);
    add(`place ${place?.heading ?? 'not recorded'}`);
    add(years < 3 ? 'under 3' : years > 25 ? 'over 25' : `age ${years}`);
  }
  return counted;
}
