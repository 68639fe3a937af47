import { expect, test } from 'vitest';
import { toCsv } from './csv.ts';

test('commas, quotes and line ends stay in their cell, and what looks like a formula is text', () => {
  expect(
    toCsv(
      ['a', 'b'],
      [
        ['one, "two"', 3],
        ['x\ny', null],
        ['=1+1', '-5'],
      ],
    ),
  ).toBe('a,b\r\n"one, ""two""",3\r\n"x\ny",\r\n\'=1+1,\'-5\r\n');
});
