import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, plainDate } from '../../shared/plain-date.ts';
import { bornBetween, noticeDue } from './notices.ts';
import { lastDayOfParents } from './rights.ts';

const LAST = plainDate('2026-06-26');

test.each([
  ['2025-12-25', null],
  ['2025-12-26', 'ahead'],
  ['2026-06-26', 'ahead'],
  ['2026-06-27', 'passed'],
  ['2027-06-27', 'passed'],
  ['2027-06-28', null],
])('with 26 weeks, on %s: %s', (today, notice) => {
  expect(noticeDue(LAST, plainDate(today), 26)).toBe(notice);
});

test('an authority that says it earlier is heard earlier', () => {
  expect(noticeDue(LAST, plainDate('2025-06-30'), 52)).toBe('ahead');
  expect(noticeDue(LAST, plainDate('2025-06-30'), 26)).toBe(null);
});

test('nobody to whom something is to be said is outside the birth dates that are looked among', () => {
  const days = fc.integer({ min: 0, max: 12_000 }).map((offset) => addDays(plainDate('2000-01-01'), offset));
  fc.assert(
    fc.property(
      days,
      fc.integer({ min: 5000, max: 7000 }),
      fc.integer({ min: 1, max: 104 }),
      (bornOn, age, weeks) => {
        const today = addDays(bornOn, age);
        const lastDay = lastDayOfParents({ bornOn, schoolYears: [] });
        const { from, to } = bornBetween(today, weeks);
        if (noticeDue(lastDay, today, weeks) !== null)
          expect([from <= bornOn, bornOn <= to]).toEqual([true, true]);
      },
    ),
    { numRuns: 2000 },
  );
});
