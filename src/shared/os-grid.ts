/* From the National Grid to latitude and longitude. Ordnance Survey, "A guide to coordinate systems in Great Britain":
   the projection undone on Airy 1830, then the seven-parameter transformation to WGS84, good to about five metres. */

type Ellipsoid = { a: number; b: number };
const AIRY: Ellipsoid = { a: 6377563.396, b: 6356256.909 };
const WGS84: Ellipsoid = { a: 6378137, b: 6356752.3141 };

const SCALE = 0.9996012717;
const ORIGIN = { latitude: radians(49), longitude: radians(-2), east: 400000, north: -100000 };
/** Metres, parts of one, and radians, from OSGB36 to WGS84. */
const SHIFT = { x: 446.448, y: -125.157, z: 542.06, scale: 1 - 20.4894e-6 };
const TURN = { x: seconds(0.1502), y: seconds(0.247), z: seconds(0.8421) };

/** Latitude and longitude in degrees, to six places, of a point on the National Grid in metres. */
export function toLatLong(easting: number, northing: number): { latitude: number; longitude: number } {
  const [x, y, z] = shifted(toPoint(onAiry(easting, northing)));
  return toDegrees(x, y, z);
}

function onAiry(easting: number, northing: number): { latitude: number; longitude: number } {
  const { a, b } = AIRY;
  const e2 = eccentricity(AIRY);
  const n = (a - b) / (a + b);
  let latitude = ORIGIN.latitude;
  let rest = northing - ORIGIN.north;
  do {
    latitude += rest / (a * SCALE);
    rest = northing - ORIGIN.north - meridian(latitude, n, b);
  } while (Math.abs(rest) >= 0.00001);
  const sin = Math.sin(latitude);
  const tan = Math.tan(latitude);
  const sec = 1 / Math.cos(latitude);
  const nu = (a * SCALE) / Math.sqrt(1 - e2 * sin ** 2);
  const rho = (a * SCALE * (1 - e2)) / (1 - e2 * sin ** 2) ** 1.5;
  const eta = nu / rho - 1;
  const dE = easting - ORIGIN.east;
  const vii = tan / (2 * rho * nu);
  const viii = (tan / (24 * rho * nu ** 3)) * (5 + 3 * tan ** 2 + eta - 9 * tan ** 2 * eta);
  const ix = (tan / (720 * rho * nu ** 5)) * (61 + 90 * tan ** 2 + 45 * tan ** 4);
  const x = sec / nu;
  const xi = (sec / (6 * nu ** 3)) * (nu / rho + 2 * tan ** 2);
  const xii = (sec / (120 * nu ** 5)) * (5 + 28 * tan ** 2 + 24 * tan ** 4);
  return {
    latitude: latitude - vii * dE ** 2 + viii * dE ** 4 - ix * dE ** 6,
    longitude: ORIGIN.longitude + x * dE - xi * dE ** 3 + xii * dE ** 5,
  };
}

function meridian(latitude: number, n: number, b: number): number {
  const minus = latitude - ORIGIN.latitude;
  const plus = latitude + ORIGIN.latitude;
  return (
    b *
    SCALE *
    ((1 + n + 1.25 * n ** 2 + 1.25 * n ** 3) * minus -
      (3 * n + 3 * n ** 2 + 2.625 * n ** 3) * Math.sin(minus) * Math.cos(plus) +
      (1.875 * n ** 2 + 1.875 * n ** 3) * Math.sin(2 * minus) * Math.cos(2 * plus) -
      (35 / 24) * n ** 3 * Math.sin(3 * minus) * Math.cos(3 * plus))
  );
}

type Point = readonly [x: number, y: number, z: number];

function toPoint({ latitude, longitude }: { latitude: number; longitude: number }): Point {
  const e2 = eccentricity(AIRY);
  const nu = AIRY.a / Math.sqrt(1 - e2 * Math.sin(latitude) ** 2);
  return [
    nu * Math.cos(latitude) * Math.cos(longitude),
    nu * Math.cos(latitude) * Math.sin(longitude),
    (1 - e2) * nu * Math.sin(latitude),
  ];
}

function shifted([x, y, z]: Point): Point {
  return [
    SHIFT.x + SHIFT.scale * x - TURN.z * y + TURN.y * z,
    SHIFT.y + TURN.z * x + SHIFT.scale * y - TURN.x * z,
    SHIFT.z - TURN.y * x + TURN.x * y + SHIFT.scale * z,
  ];
}

function toDegrees(x: number, y: number, z: number): { latitude: number; longitude: number } {
  const e2 = eccentricity(WGS84);
  const p = Math.hypot(x, y);
  let latitude = Math.atan2(z, p * (1 - e2));
  for (let turn = 0; turn < 4; turn += 1) {
    const nu = WGS84.a / Math.sqrt(1 - e2 * Math.sin(latitude) ** 2);
    latitude = Math.atan2(z + e2 * nu * Math.sin(latitude), p);
  }
  return { latitude: degrees(latitude), longitude: degrees(Math.atan2(y, x)) };
}

function eccentricity({ a, b }: Ellipsoid): number {
  return 1 - b ** 2 / a ** 2;
}

function radians(angle: number): number {
  return (angle * Math.PI) / 180;
}

function seconds(angle: number): number {
  return radians(angle / 3600);
}

function degrees(angle: number): number {
  return Math.round((angle * 180e6) / Math.PI) / 1e6;
}
