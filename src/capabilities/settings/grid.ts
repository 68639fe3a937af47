/* Latitude and longitude as GPS gives them, onto the National Grid of Great Britain: Ordnance Survey, "A guide to coordinate
   systems in Great Britain", annexes B and C, with its seven-parameter transformation. Right to about five metres. */

type Ellipsoid = { a: number; b: number };
const WGS84: Ellipsoid = { a: 6378137, b: 6356752.3142 };
const AIRY: Ellipsoid = { a: 6377563.396, b: 6356256.909 };
const ORIGIN = {
  latitude: radians(49),
  longitude: radians(-2),
  easting: 400_000,
  northing: -100_000,
  scale: 0.9996012717,
};
const SHIFT = { x: -446.448, y: 125.157, z: -542.06, scale: 20.4894e-6 };
const TURN = { x: radians(-0.1502 / 3600), y: radians(-0.247 / 3600), z: radians(-0.8421 / 3600) };

/** The easting and northing in whole metres, or null outside Great Britain or where either is missing. */
export function gridReference(
  latitude: number | null,
  longitude: number | null,
): { easting: number; northing: number } | null {
  if (latitude === null || longitude === null) return null;
  if (latitude < 49.8 || latitude > 61 || longitude < -8.7 || longitude > 1.9) return null;
  return project(shift(radians(latitude), radians(longitude)));
}

function shift(latitude: number, longitude: number): { latitude: number; longitude: number } {
  const across = curvature(WGS84, latitude);
  const x = across * Math.cos(latitude) * Math.cos(longitude);
  const y = across * Math.cos(latitude) * Math.sin(longitude);
  const z = (1 - eccentricity(WGS84)) * across * Math.sin(latitude);
  const grown = 1 + SHIFT.scale;
  const turnedX = SHIFT.x + grown * x - TURN.z * y + TURN.y * z;
  const turnedY = SHIFT.y + TURN.z * x + grown * y - TURN.x * z;
  const turnedZ = SHIFT.z - TURN.y * x + TURN.x * y + grown * z;
  const fromAxis = Math.hypot(turnedX, turnedY);
  const e2 = eccentricity(AIRY);
  let found = Math.atan2(turnedZ, fromAxis * (1 - e2));
  for (let turn = 0; turn < 5; turn += 1) {
    found = Math.atan2(turnedZ + e2 * curvature(AIRY, found) * Math.sin(found), fromAxis);
  }
  return { latitude: found, longitude: Math.atan2(turnedY, turnedX) };
}

function project({ latitude, longitude }: { latitude: number; longitude: number }) {
  const { a } = AIRY;
  const [sin, cos, tan] = [Math.sin(latitude), Math.cos(latitude), Math.tan(latitude)];
  const e2 = eccentricity(AIRY);
  const across = (a * ORIGIN.scale) / Math.sqrt(1 - e2 * sin * sin);
  const along = (across * (1 - e2)) / (1 - e2 * sin * sin);
  const ratio = across / along - 1;
  const east = longitude - ORIGIN.longitude;
  const northing =
    meridian(latitude) +
    ORIGIN.northing +
    (across / 2) * sin * cos * east ** 2 +
    (across / 24) * sin * cos ** 3 * (5 - tan ** 2 + 9 * ratio) * east ** 4 +
    (across / 720) * sin * cos ** 5 * (61 - 58 * tan ** 2 + tan ** 4) * east ** 6;
  const easting =
    ORIGIN.easting +
    across * cos * east +
    (across / 6) * cos ** 3 * (across / along - tan ** 2) * east ** 3 +
    (across / 120) *
      cos ** 5 *
      (5 - 18 * tan ** 2 + tan ** 4 + 14 * ratio - 58 * tan ** 2 * ratio) *
      east ** 5;
  return { easting: Math.round(easting), northing: Math.round(northing) };
}

function meridian(latitude: number): number {
  const n = (AIRY.a - AIRY.b) / (AIRY.a + AIRY.b);
  const [less, more] = [latitude - ORIGIN.latitude, latitude + ORIGIN.latitude];
  return (
    AIRY.b *
    ORIGIN.scale *
    ((1 + n + 1.25 * n ** 2 + 1.25 * n ** 3) * less -
      (3 * n + 3 * n ** 2 + 2.625 * n ** 3) * Math.sin(less) * Math.cos(more) +
      (1.875 * n ** 2 + 1.875 * n ** 3) * Math.sin(2 * less) * Math.cos(2 * more) -
      (35 / 24) * n ** 3 * Math.sin(3 * less) * Math.cos(3 * more))
  );
}

function eccentricity({ a, b }: Ellipsoid): number {
  return 1 - (b * b) / (a * a);
}

function curvature(ellipsoid: Ellipsoid, latitude: number): number {
  return ellipsoid.a / Math.sqrt(1 - eccentricity(ellipsoid) * Math.sin(latitude) ** 2);
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
