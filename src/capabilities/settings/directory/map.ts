import type { Place } from '../../../shared/on-the-ground.ts';

/* A drawing of where things are around a point: north is up, and a distance on it is a distance on the ground. There is no
   coastline and there are no roads: the list beside it says the rest. */

/** The side of the square it is drawn in; a point is drawn no nearer to its edge than the margin. */
export const SIDE = 480;
const MARGIN = 28;
const KM_IN_A_DEGREE = 111.195;
const KM_IN_A_MILE = 1.609344;
const RINGS_IN_MILES = [0.25, 0.5, 1, 2, 5, 10, 20, 50, 100, 200];
/** Two numbers nearer than this would cover each other. */
const APART = 23;

export type Ring = { miles: number; radius: number };
export type Drawn<T> = {
  of: T;
  /** Where it is. */
  at: readonly [x: number, y: number];
  /** Where its number stands: there, or beside it where another number would be covered. */
  label: readonly [x: number, y: number];
};
export type Drawing<T> = { centre: readonly [number, number]; rings: Ring[]; points: Drawn<T>[] };

/** Lays out places around a centre, as large as the furthest of them allows, with rings at whole distances. */
export function drawAround<T extends { place: Place }>(centre: Place, points: readonly T[]): Drawing<T> {
  const offsets = points.map(({ place }) => offsetOf(centre, place));
  const furthest = Math.max(0.4, ...offsets.map(([east, north]) => Math.hypot(east, north)));
  const scale = (SIDE / 2 - MARGIN) / furthest;
  const middle = SIDE / 2;
  const placed: (readonly [number, number])[] = [[middle, middle]];
  const drawn = points.map((of, nth): Drawn<T> => {
    const [east, north] = offsets[nth] ?? [0, 0];
    const at = [round(middle + east * scale), round(middle - north * scale)] as const;
    const label = freePlace(at, placed);
    placed.push(label);
    return { of, at, label };
  });
  return { centre: [middle, middle], rings: ringsOf(furthest, scale), points: drawn };
}

/** The middle between the furthest east and west, and north and south, of some places; null of none. */
export function middleOf(places: readonly Place[]): Place | null {
  if (places.length === 0) return null;
  const middle = (axis: keyof Place) => {
    const all = places.map((place) => place[axis]);
    return (Math.min(...all) + Math.max(...all)) / 2;
  };
  return { latitude: middle('latitude'), longitude: middle('longitude') };
}

// Flat enough over the distance of one map: a degree of longitude is as long as it is at the centre.
function offsetOf(centre: Place, { latitude, longitude }: Place): readonly [east: number, north: number] {
  const shorter = Math.cos((centre.latitude * Math.PI) / 180);
  return [
    (longitude - centre.longitude) * KM_IN_A_DEGREE * shorter,
    (latitude - centre.latitude) * KM_IN_A_DEGREE,
  ];
}

// At most three, the outermost within the furthest point or the smallest there is.
function ringsOf(furthest: number, scale: number): Ring[] {
  const fitting = RINGS_IN_MILES.filter((miles) => miles * KM_IN_A_MILE <= furthest * 1.02);
  const shown = fitting.length === 0 ? RINGS_IN_MILES.slice(0, 1) : fitting.slice(-3);
  return shown.map((miles) => ({ miles, radius: round(miles * KM_IN_A_MILE * scale) }));
}

// Where a number stands: on its own point, or the nearest place around it that covers no other.
function freePlace(
  at: readonly [number, number],
  taken: readonly (readonly [number, number])[],
): readonly [number, number] {
  const isFree = ([x, y]: readonly [number, number]) =>
    x >= 14 &&
    y >= 14 &&
    x <= SIDE - 14 &&
    y <= SIDE - 14 &&
    taken.every(([a, b]) => Math.hypot(x - a, y - b) >= APART);
  if (isFree(at)) return at;
  for (const [east, south] of AROUND) {
    const place = [round(at[0] + east), round(at[1] + south)] as const;
    if (isFree(place)) return place;
  }
  return at;
}

// Twelve places around a point at each of five distances, the nearest first.
const AROUND = [1, 2, 3, 4, 5].flatMap((turn) =>
  Array.from({ length: 12 }, (_, nth) => {
    const [radius, angle] = [turn * APART * 0.9, (nth * Math.PI) / 6];
    return [radius * Math.cos(angle), radius * Math.sin(angle)] as const;
  }),
);

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
