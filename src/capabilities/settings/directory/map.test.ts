import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aPlace } from '../nearby-examples.ts';
import { drawAround, middleOf, SIDE } from './map.ts';
import { sayMiles } from './miles.ts';

const CENTRE = { latitude: 52, longitude: -1.5 };
const at = (latitude: number, longitude: number) => ({ place: { latitude, longitude } });

test('north is up, east is right, and a mile is as long whichever way it goes', () => {
  const east = 1 / Math.cos((52 * Math.PI) / 180);
  const { points, centre } = drawAround(CENTRE, [
    at(52.1, -1.5),
    at(52, -1.5 + 0.1 * east),
    at(51.9, -1.5),
    at(52, -1.5 - 0.1 * east),
  ]);
  const from = points.map(({ at: [x, y] }) => [Math.round(x - centre[0]), Math.round(y - centre[1])]);
  const [, [right = 0] = []] = from;
  expect(from).toEqual([
    [0, -right],
    [right, 0],
    [0, right],
    [-right, 0],
  ]);
});

test('the rings are the largest whole distances that fit, at their length', () => {
  const { rings, points } = drawAround(CENTRE, [at(52.1, -1.5)]);
  expect(rings.map(({ miles }) => miles)).toEqual([1, 2, 5]);
  const [point] = points;
  const drawnKm = 0.1 * 111.195;
  const perKm = (SIDE / 2 - (point?.at[1] ?? 0)) / drawnKm;
  expect(rings.at(-1)?.radius).toBeCloseTo(5 * 1.609344 * perKm, 0);
});

test('everything is drawn within the square, and no number covers another', () => {
  const few = fc.array(aPlace, { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(few, aPlace, (places, centre) => {
      const { points } = drawAround(
        centre,
        places.map((place) => ({ place })),
      );
      for (const { label } of points) for (const axis of label) expect(axis >= 0 && axis <= SIDE).toBe(true);
    }),
  );
  const together = drawAround(
    CENTRE,
    Array.from({ length: 12 }, () => at(52.1, -1.5)),
  ).points;
  for (const [nth, one] of together.entries())
    for (const other of together.slice(nth + 1))
      expect(Math.hypot(one.label[0] - other.label[0], one.label[1] - other.label[1])).toBeGreaterThan(22);
});

test('one setting at the very place is drawn, with a ring round it', () => {
  const { rings, points } = drawAround(CENTRE, [at(52, -1.5)]);
  expect(points).toHaveLength(1);
  expect(rings).toHaveLength(1);
});

test('the middle is between the furthest; of nothing there is none', () => {
  expect(middleOf([])).toBeNull();
  expect(middleOf([at(50, -2).place, at(52, 0).place, at(50, -2).place])).toEqual({
    latitude: 51,
    longitude: -1,
  });
});

test.each([
  [0.03, 'less than 0.1 miles'],
  [0.3, '0.2 miles'],
  [1.609, '1 mile'],
  [16.2, '10.1 miles'],
  [2000, '1,242.7 miles'],
])('%s km is %s', (km, said) => {
  expect(sayMiles(km)).toBe(said);
});
