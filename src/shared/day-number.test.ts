import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, addMonths, dayOfWeek, daysBetween, parsePlainDate, plainDate } from './plain-date.ts';

const day = fc
  .integer({ min: 0, max: 80_000 })
  .map((offset) => plainDate(Temporal.PlainDate.from('1900-01-01').add({ days: offset }).toString()));

test('days are counted as the calendar counts them, over more than two centuries', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: -4000, max: 4000 }), (from, days) => {
      const real = Temporal.PlainDate.from(from);
      expect(addDays(from, days)).toBe(real.add({ days }).toString());
      expect(dayOfWeek(from)).toBe(real.dayOfWeek);
      expect(daysBetween(from, addDays(from, days))).toBe(days);
    }),
  );
});

test('months keep the corresponding date, or the last there is', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: -60, max: 60 }), (from, months) => {
      const real = Temporal.PlainDate.from(from).add({ months }, { overflow: 'constrain' });
      expect(addMonths(from, months)).toBe(real.toString());
    }),
  );
});

test.each(['2025-02-29', '2025-13-01', '2025-00-10', '2025-04-31', '25-04-01', '2025-4-1', 'tomorrow', ''])(
  '%s is not a day',
  (text) => {
    expect(parsePlainDate(text)).toBeNull();
  },
);

test('29 February is a day in a leap year', () => {
  expect(parsePlainDate('2024-02-29')).toBe('2024-02-29');
});
