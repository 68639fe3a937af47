import { expect, test } from 'vitest';
import { sayNumber } from './words.ts';

test('a number is written with its thousands apart, to as many places as are asked for', () => {
  expect([sayNumber(1234567), sayNumber(0.12345), sayNumber(7), sayNumber(-0.45)]).toEqual([
    ...['1,234,567', '0.123', '7', '-0.45'],
  ]);
  expect([sayNumber(1234, 1), sayNumber(0.25, 2), sayNumber(12.345, 0)]).toEqual(['1,234.0', '0.25', '12']);
  // Asked again with other places between, each is written as before.
  expect([sayNumber(1234.5), sayNumber(1234.5, 2), sayNumber(1234.5)]).toEqual([
    ...['1,234.5', '1,234.50', '1,234.5'],
  ]);
});
