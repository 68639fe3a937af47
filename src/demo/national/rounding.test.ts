import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seeded } from '../random.ts';
import { fitTable, roundRows, shareOut, shuffled, sum } from './rounding.ts';

const counts = fc.array(fc.nat(500), { minLength: 1, maxLength: 12 });

test('what is shared out adds up exactly, is never negative, and is never a whole person from its exact part', () => {
  fc.assert(
    fc.property(fc.nat(5000), counts, (total, shares) => {
      const whole = shareOut(total, shares);
      expect(sum(whole)).toBe(total);
      expect(whole.every((one) => Number.isInteger(one) && one >= 0)).toBe(true);
      const all = sum(shares);
      if (all > 0)
        whole.forEach((one, at) => {
          expect(Math.abs(one - (total * (shares[at] ?? 0)) / all)).toBeLessThan(1);
        });
    }),
  );
});

test('the largest remainder has what is left, and of equals the first', () => {
  expect(shareOut(10, [1, 1, 1])).toEqual([4, 3, 3]);
  expect(shareOut(7, [50, 30, 20])).toEqual([4, 2, 1]);
  expect(shareOut(3, [0, 0])).toEqual([2, 1]);
});

test('rows rounded in turn are exact, and what is small in each is not lost in all together', () => {
  const rows = Array.from({ length: 153 }, () => [9.87, 0.1, 0.03]);
  const whole = roundRows(
    rows,
    rows.map(() => 10),
  );
  expect(whole.every((row) => sum(row) === 10 && row.every((one) => one >= 0))).toBe(true);
  const columns = [0, 1, 2].map((column) => sum(whole.map((row) => row[column] ?? 0)));
  expect(Math.abs((columns[1] ?? 0) - 15.3)).toBeLessThan(1.5);
  expect(Math.abs((columns[2] ?? 0) - 4.59)).toBeLessThan(1.5);
});

test('a column that no row has anything of stays empty', () => {
  expect(
    roundRows(
      [
        [1, 0],
        [2, 0],
      ],
      [3, 3],
    ),
  ).toEqual([
    [3, 0],
    [3, 0],
  ]);
});

const tables = fc
  .tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 7 }))
  .chain(([rows, columns]) =>
    fc.record({
      weights: fc.array(
        fc.array(fc.oneof(fc.constant(0), fc.double({ min: 0.001, max: 50, noNaN: true })), {
          minLength: columns,
          maxLength: columns,
        }),
        { minLength: rows, maxLength: rows },
      ),
      people: fc.array(fc.tuple(fc.nat(rows - 1), fc.nat(columns - 1)), { maxLength: 300 }),
    }),
  );

test('a fitted table has exactly its rows and its columns, whatever the weights', () => {
  fc.assert(
    fc.property(tables, ({ weights, people }) => {
      const rows = weights.map((_, at) => people.filter(([row]) => row === at).length);
      const columns = (weights[0] ?? []).map((_, at) => people.filter(([, column]) => column === at).length);
      const whole = fitTable(weights, rows, columns);
      expect(whole.map(sum)).toEqual(rows);
      expect(columns.map((_, at) => sum(whole.map((row) => row[at] ?? 0)))).toEqual(columns);
      expect(whole.flat().every((one) => Number.isInteger(one) && one >= 0)).toBe(true);
    }),
  );
});

test('a cell without weight stays empty where rows and columns allow it', () => {
  const weights = [
    [5, 0, 0],
    [1, 4, 0],
    [1, 1, 6],
  ];
  const whole = fitTable(weights, [10, 10, 10], [12, 9, 9]);
  expect([whole[0]?.[1], whole[0]?.[2], whole[1]?.[2]]).toEqual([0, 0, 0]);
});

test('what fitting in turn comes to slowly is exact all the same', () => {
  const weights = [
    [1, 0],
    [1, 1],
  ];
  const whole = fitTable(weights, [5000, 5000], [5000, 5000]);
  expect(whole.map(sum)).toEqual([5000, 5000]);
  expect([0, 1].map((column) => sum(whole.map((row) => row[column] ?? 0)))).toEqual([5000, 5000]);
});

test('the order of a list is the seed’s and nobody is lost', () => {
  const list = shuffled(seeded(3), [2, 0, 3]);
  expect(list).toEqual(shuffled(seeded(3), [2, 0, 3]));
  expect(list.toSorted()).toEqual([0, 0, 2, 2, 2]);
  expect(shuffled(seeded(4), [50, 50])).not.toEqual(shuffled(seeded(3), [50, 50]));
});
