import { expect, test } from 'vitest';
import { gridReference } from './grid.ts';

// Ordnance Survey's own worked place, Caister water tower, and two well-known ones to within the transformation's metres.
test.each([
  ['Caister water tower', 52.658007833, 1.716073973, 651_409, 313_177],
  ['Greenwich observatory', 51.4778, -0.0014, 538_886, 177_320],
  ['Land’s End', 50.0657, -5.7148, 134_080, 24_900],
])('%s is where the maps put it', (_place, latitude, longitude, easting, northing) => {
  const found = gridReference(latitude, longitude);
  expect(Math.abs((found?.easting ?? 0) - easting)).toBeLessThan(200);
  expect(Math.abs((found?.northing ?? 0) - northing)).toBeLessThan(200);
});

test('a place outside Great Britain, or half a place, is none', () => {
  expect(gridReference(48.85, 2.35)).toBeNull();
  expect(gridReference(null, -1)).toBeNull();
});
