import type { Journey, Roads } from '../../../platform/travel/index.ts';
import type { Place } from '../../../shared/on-the-ground.ts';
import { sayMiles } from './miles.ts';

export type { Journey } from '../../../platform/travel/index.ts';

type Placed = { setting: { id: string; place: Place | null } };

/** How far each setting is from a place, by its identifier; nothing where there is nowhere to go from, or to. */
export async function journeysTo(
  roads: Roads,
  from: Place | null,
  settings: readonly Placed[],
): Promise<ReadonlyMap<string, Journey>> {
  const placed = settings.flatMap(({ setting: { id, place } }) => (place === null ? [] : [{ id, place }]));
  if (from === null || placed.length === 0) return new Map();
  const journeys = await roads(
    from,
    placed.map(({ place }) => place),
  );
  return new Map(
    placed.flatMap(({ id }, nth) => {
      const journey = journeys[nth];
      return journey === undefined ? [] : [[id, journey] as const];
    }),
  );
}

/** How far it is by road in words, with what the figure rests on; null where nobody says. */
export function sayRoad({ road }: Journey): string | null {
  if (road === null) return null;
  switch (road.how) {
    case 'no road':
      return 'No road goes there from here, as far as the routing server knows';
    case 'routed': {
      const minutes = Math.max(1, Math.round(road.minutes));
      return `${sayMiles(road.km)} by road, about ${minutes} ${minutes === 1 ? 'minute' : 'minutes'} by car without traffic`;
    }
    case 'estimated':
      return `About ${sayMiles(road.km)} by road: an estimate`;
  }
}

/** How estimates were made, said once for all of them; null where there are none. */
export function sayEstimates(journeys: Iterable<Journey>): string | null {
  for (const { road } of journeys)
    if (road?.how === 'estimated')
      return `Estimates of distances by road are ${road.factor} times the straight line, whatever lies between: hills, or water that no road crosses.`;
  return null;
}
