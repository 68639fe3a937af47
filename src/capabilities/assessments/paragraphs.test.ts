import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, plainDate } from '../../shared/plain-date.ts';
import { inYearNineOrBeyond, PARAGRAPH_WORDS, PARAGRAPHS, statutoryMinimum } from './paragraphs.ts';

const openedOn = plainDate('2025-02-10');

test('year 9 begins with the 1 September after a child turns 13', () => {
  const thirteenInTime = plainDate('2011-08-31');
  const thirteenTooLate = plainDate('2011-09-01');
  expect(inYearNineOrBeyond(thirteenInTime, plainDate('2024-08-31'))).toBe(false);
  expect(inYearNineOrBeyond(thirteenInTime, plainDate('2024-09-01'))).toBe(true);
  expect(inYearNineOrBeyond(thirteenTooLate, plainDate('2025-08-31'))).toBe(false);
  expect(inYearNineOrBeyond(thirteenTooLate, plainDate('2025-09-01'))).toBe(true);
});

test('once in year 9 or beyond, always so', () => {
  const days = fc.integer({ min: 0, max: 26 * 365 });
  const born = plainDate('2005-01-01');
  fc.assert(
    fc.property(days, days, (one, other) => {
      const [earlier, later] = [Math.min(one, other), Math.max(one, other)];
      const was = inYearNineOrBeyond(born, addDays(born, earlier));
      return !was || inYearNineOrBeyond(born, addDays(born, later));
    }),
  );
});

test('an assessment is not complete without (a) to (e), nor without (g) in year 9 or beyond', () => {
  expect(statutoryMinimum({ bornOn: plainDate('2017-06-05'), openedOn })).toEqual(['a', 'b', 'c', 'd', 'e']);
  expect(statutoryMinimum({ bornOn: plainDate('2009-06-05'), openedOn })).toEqual([
    'a',
    'b',
    'c',
    'd',
    'e',
    'g',
  ]);
});

test('every paragraph says what it is called and whom the Regulations say to ask', () => {
  for (const paragraph of PARAGRAPHS) {
    expect(PARAGRAPH_WORDS[paragraph].name).not.toBe('');
    expect(PARAGRAPH_WORDS[paragraph].whom).not.toBe('');
  }
});
