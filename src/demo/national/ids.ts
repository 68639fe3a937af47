import { createHash } from 'node:crypto';

/** What a row is of, in its identifier. */
const OF = {
  child: 1,
  contact: 2,
  request: 3,
  assessment: 4,
  plan: 5,
  version: 6,
  placement: 7,
  need: 8,
  exception: 9,
  event: 10,
  setting: 11,
} as const;

export type Ids = (of: keyof typeof OF, number: number) => string;

/**
 * The identifiers of one authority's rows, the same for the same seed: a UUID that begins with the authority and the row's
 * number, so that rows are added at the end of every index, and ends with what the seed makes of it.
 */
export function idsOf(authority: number, seed: number): Ids {
  const tails = new Map<string, string>(
    Object.entries(OF).map(([of, place]) => {
      const drawn = createHash('sha256').update(`${seed} ${authority} ${of}`).digest('hex');
      const mark = place.toString(16).padStart(4, '0');
      return [of, `-${mark}-4${drawn.slice(0, 3)}-8${drawn.slice(3, 6)}-${drawn.slice(6, 18)}`];
    }),
  );
  return (of, number) => hex(authority * 4_194_304 + number) + (tails.get(of) ?? '');
}

function hex(number: number): string {
  return number.toString(16).padStart(8, '0');
}
