/* Distance on the ground: along a great circle of the sphere that has the Earth's mean radius, 6,371.0088 km (International
   Union of Geodesy and Geophysics). Within six in a thousand of the ellipsoid, and a degree is never taken for a distance. */

const RADIUS_KM = 6371.0088;
const KM_PER_MILE = 1.609344;

export type Place = { latitude: number; longitude: number };

/** Where a place is on a sphere of radius one: the chord between two such points grows with the distance between them. */
export function onSphere({ latitude, longitude }: Place): readonly [x: number, y: number, z: number] {
  const [up, round] = [radians(latitude), radians(longitude)];
  return [Math.cos(up) * Math.cos(round), Math.cos(up) * Math.sin(round), Math.sin(up)];
}

/** Kilometres on the ground, from the square of the chord between two points on the sphere of radius one. */
export function kmOfChord(squared: number): number {
  return 2 * RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(squared) / 2));
}

/** The square of the chord of so many kilometres; 4, which is the whole sphere, for half way round and more. */
export function chordOfKm(km: number): number {
  const half = km / (2 * RADIUS_KM);
  return half >= Math.PI / 2 ? 4 : (2 * Math.sin(half)) ** 2;
}

/** Kilometres from one place to another, by the haversine formula. */
export function kmBetween(from: Place, to: Place): number {
  const up = Math.sin(radians(to.latitude - from.latitude) / 2);
  const round = Math.sin(radians(to.longitude - from.longitude) / 2);
  const square = up ** 2 + Math.cos(radians(from.latitude)) * Math.cos(radians(to.latitude)) * round ** 2;
  return 2 * RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(square)));
}

export function milesOf(km: number): number {
  return km / KM_PER_MILE;
}

export function kmOfMiles(miles: number): number {
  return miles * KM_PER_MILE;
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
