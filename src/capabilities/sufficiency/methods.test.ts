import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TREND_METHODS, trend } from './methods.ts';

const totals = (from: number, ...counts: number[]) =>
  counts.map((total, place) => ({ year: from + place, total }));
const next = (method: (typeof TREND_METHODS)[number], counted: ReturnType<typeof totals>) =>
  trend(method, counted, 1)?.[0];

// Changes of 10%, 20% and 5%.
const counted = totals(2022, 1000, 1100, 1320, 1386);

test('the mean of every yearly change', () => {
  expect(next('mean change', counted)).toBeCloseTo(1386 * (1 + 0.35 / 3));
});

test('the change in the last year', () => {
  expect(next('last change', counted)).toBeCloseTo(1386 * 1.05);
});

test('the last three changes, the newest counted three times and the one before it twice', () => {
  expect(next('weighted change', counted)).toBeCloseTo(1386 * (1 + (0.1 + 0.2 * 2 + 0.05 * 3) / 6));
  expect(next('weighted change', counted.slice(2))).toBeCloseTo(1386 * 1.05);
});

test('a straight line is drawn through counts that lie on one', () => {
  const line = totals(2020, 100, 110, 120, 130);
  expect(trend('straight line', line, 3)?.map(Math.round)).toEqual([140, 150, 160]);
});

test('a count far off the line is drawn in towards it', () => {
  const odd = totals(2015, 100, 111, 119, 131, 139, 151, 159, 171, 600, 190);
  const tamed = next('straight line', odd) ?? 0;
  expect(tamed).toBeLessThan(300);
  expect(tamed).toBeGreaterThan(200);
});

test('a change goes on and on', () => {
  expect(trend('last change', totals(2024, 100, 110), 3)?.map(Math.round)).toEqual([121, 133, 146]);
});

test('the order of the counts does not matter', () => {
  for (const method of TREND_METHODS) {
    expect(trend(method, [...counted].reverse(), 2)).toEqual(trend(method, counted, 2));
  }
});

test('with no year, or one, there is no forecast', () => {
  for (const method of TREND_METHODS) {
    expect(trend(method, [], 10)).toBeNull();
    expect(trend(method, totals(2025, 100), 10)).toBeNull();
  }
});

test('a year that is missing is no change, and a line passes over it', () => {
  const gap = [...totals(2020, 100), ...totals(2022, 120)];
  expect(trend('last change', gap, 1)).toBeNull();
  expect(next('straight line', gap)).toBeCloseTo(130);
  expect(next('mean change', [...gap, ...totals(2023, 132)])).toBeCloseTo(145.2);
});

test('a change from nought is none', () => {
  expect(trend('mean change', totals(2023, 0, 10), 1)).toBeNull();
  expect(next('mean change', totals(2023, 0, 10, 11))).toBeCloseTo(12.1);
});

test('whatever was counted, no forecast is below nought', () => {
  const some = fc.array(fc.integer({ min: 0, max: 20_000 }), { maxLength: 9 });
  fc.assert(
    fc.property(some, fc.constantFrom(...TREND_METHODS), (counts, method) => {
      const years = trend(method, totals(2015, ...counts), 10);
      expect(years === null || years.every((count) => Number.isFinite(count) && count >= 0)).toBe(true);
    }),
  );
});
