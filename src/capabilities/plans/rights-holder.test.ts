import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, dayOfWeek, plainDate } from '../../shared/plain-date.ts';
import { endOfSchoolAge, rightsHolderOn } from './rights-holder.ts';

test('compulsory school age ends on the last Friday in June of the school year somebody becomes 16', () => {
  expect(endOfSchoolAge(plainDate('2009-09-01'))).toBe('2026-06-26');
  expect(endOfSchoolAge(plainDate('2010-08-31'))).toBe('2026-06-26');
  expect(endOfSchoolAge(plainDate('2010-09-01'))).toBe('2027-06-25');
});

test('the parent holds the rights to the end of that day, and the young person from the next', () => {
  const bornOn = plainDate('2010-01-05');
  expect(rightsHolderOn(bornOn, plainDate('2026-06-26'))).toBe('parent');
  expect(rightsHolderOn(bornOn, plainDate('2026-06-27'))).toBe('young person');
});

test('somebody born in July or August becomes a young person at 15', () => {
  expect(rightsHolderOn(plainDate('2010-08-20'), plainDate('2026-07-01'))).toBe('young person');
});

test('it is always a Friday in the last week of June', () => {
  const days = fc.integer({ min: 0, max: 9000 }).map((offset) => addDays(plainDate('2000-01-01'), offset));
  fc.assert(
    fc.property(days, (bornOn) => {
      const end = endOfSchoolAge(bornOn);
      expect(dayOfWeek(end)).toBe(5);
      expect(end.slice(5) >= '06-24' && end.slice(5) <= '06-30').toBe(true);
    }),
  );
});
