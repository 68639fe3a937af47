import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, daysBetween, type PlainDate, plainDate } from '../shared/plain-date.ts';
import {
  BANK_HOLIDAY_YEARS,
  type Deadline,
  getDeadline,
  isBankHoliday,
  isSchoolDay,
  isWorkingDay,
  type Period,
  RULES,
  type Start,
} from './index.ts';

/* Random starts, 2018 to 2028, checked against Temporal, which shares no code with the rules. */

const days = fc.integer({ min: 0, max: 3900 }).map((offset) => addDays(plainDate('2018-04-03'), offset));
const schoolCalendar = {
  terms: [{ from: plainDate('2015-01-01'), to: plainDate('2031-01-01') }],
  closed: [plainDate('2025-05-05')],
};
const IDS = [...new Set(RULES.map((rule) => rule.id))];

function startOf(id: string, from: PlainDate, and: PlainDate): Start {
  const rule = RULES.find((one) => one.id === id);
  return {
    from,
    ...(rule?.second === 'none' ? {} : { and }),
    ...(id === 'T29' ? { schoolCalendar } : {}),
  };
}

/** The last day of a period by the calendar's own arithmetic. */
function recount(period: Period, start: PlainDate): Temporal.PlainDate {
  const from = Temporal.PlainDate.from(start);
  switch (period.unit) {
    case 'weeks':
      return from.add({ weeks: period.count });
    case 'days':
      return from.add({ days: period.count }).subtract({ days: period.firstDayCounts ? 1 : 0 });
    case 'months':
      return from.add({ months: period.count }).subtract({ days: period.firstDayCounts ? 1 : 0 });
    case 'working days':
      return nth(from, period.count, period.firstDayCounts, (day) => {
        const left = period.notCounted !== undefined && isTribunalHoliday(day);
        return day.dayOfWeek < 6 && !isBankHoliday(plainDate(day.toString())) && !left;
      });
    case 'school days':
      return nth(from, period.nth, true, (day) => isSchoolDay(plainDate(day.toString()), schoolCalendar));
    case 'weeks before':
      return from.subtract({ weeks: period.count });
    case 'months before':
      return from.subtract({ months: period.count });
    case 'before':
      return from.with({ month: period.month, day: period.day }).subtract({ days: 1 });
    case 'same day':
      return from;
  }
}

function isTribunalHoliday(day: Temporal.PlainDate): boolean {
  return day.month === 8 || (day.month === 12 && day.day > 24) || (day.month === 1 && day.day === 1);
}

function nth(
  from: Temporal.PlainDate,
  count: number,
  first: boolean,
  counts: (day: Temporal.PlainDate) => boolean,
): Temporal.PlainDate {
  let day = first ? from : from.add({ days: 1 });
  for (let counted = counts(day) ? 1 : 0; counted < count; counted += counts(day) ? 1 : 0) {
    day = day.add({ days: 1 });
  }
  return day;
}

function limbOf({ rule, starts }: Deadline) {
  const limb = rule.limbs.find((one) => one.starts === starts);
  if (limb === undefined) throw new Error(`${rule.id} does not start when ${starts}`);
  return limb;
}

describe.each(IDS)('%s', (id) => {
  test('is its start, its period and its named adjustments, counted another way', () => {
    fc.assert(
      fc.property(days, days, (from, and) => {
        const found = getDeadline(id, startOf(id, from, and));
        const moved = found.adjustments.reduce((sum, one) => sum + one.days, 0);
        expect(recount(limbOf(found).period, found.start).add({ days: moved }).toString()).toBe(found.due);
        expect([from, and]).toContain(found.start);
        expect(moved).toBeGreaterThanOrEqual(0);
        expect(found.adjustments.every((one) => one.days > 0 && one.name.length > 0)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test('never falls due earlier for starting later', () => {
    fc.assert(
      fc.property(days, days, fc.integer({ min: 0, max: 400 }), (from, and, later) => {
        const early = getDeadline(id, startOf(id, from, and)).due;
        expect(early <= getDeadline(id, startOf(id, addDays(from, later), and)).due).toBe(true);
        expect(early <= getDeadline(id, startOf(id, from, addDays(and, later))).due).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

test('the later of two limits is never before either', () => {
  fc.assert(
    fc.property(days, days, (from, and) => {
      const both = getDeadline('T22', { from, and }).due;
      expect(getDeadline('T22', { from }).due <= both).toBe(true);
    }),
  );
});

test('an appeal ends on a day the tribunal works, by the known bank holidays', () => {
  fc.assert(
    fc.property(days, (from) => {
      const { due, adjustments } = getDeadline('T22', { from });
      expect(isWorkingDay(due)).toBe(true);
      // Over Christmas and New Year at most eleven days; from 1 August to the first working day of September, 34.
      expect(adjustments.reduce((sum, one) => sum + one.days, 0)).toBeLessThan(35);
    }),
  );
});

test('every year known has its bank holidays: eight, and those proclaimed besides', () => {
  for (let year: number = BANK_HOLIDAY_YEARS.first; year <= BANK_HOLIDAY_YEARS.last; year += 1) {
    const first = plainDate(`${year}-01-01`);
    const length = daysBetween(first, plainDate(`${year + 1}-01-01`));
    const found = Array.from({ length }, (_, place) => addDays(first, place)).filter(isBankHoliday);
    expect([year, found.length]).toEqual([year, { 2022: 10, 2023: 9 }[year] ?? 8]);
    // None on a weekend: one that falls there is given on a weekday instead.
    expect(found.every((day) => Temporal.PlainDate.from(day).dayOfWeek < 6)).toBe(true);
  }
});
