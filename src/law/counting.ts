import { addDays, addMonths, addWeeks, type PlainDate, plainDate } from '../shared/plain-date.ts';
import { countWorkingDays, nthSchoolDay, type SchoolCalendar } from './calendar.ts';
import type { Period } from './rule.ts';

/** The last day of a period. Null where it counts school days and the calendar given does not reach so far. */
export function lastDayOf(
  period: Period,
  from: PlainDate,
  calendar: SchoolCalendar | undefined,
): PlainDate | null {
  switch (period.unit) {
    case 'weeks':
      return addWeeks(from, period.count);
    case 'days':
      return addDays(from, period.firstDayCounts ? period.count - 1 : period.count);
    case 'months': {
      // Where the month has no corresponding date its last day stands for it, so a year from 29 February ends on the 27th:
      // of the two readings the earlier, which is the safe one.
      const corresponding = addMonths(from, period.count);
      return period.firstDayCounts ? addDays(corresponding, -1) : corresponding;
    }
    case 'working days':
      return countWorkingDays(from, period.count, period);
    case 'school days':
      return calendar === undefined ? null : nthSchoolDay(from, period.nth, calendar);
    case 'weeks before':
      return addWeeks(from, -period.count);
    case 'months before':
      return addMonths(from, -period.count);
    case 'before':
      return addDays(plainDate(`${from.slice(0, 4)}-${two(period.month)}-${two(period.day)}`), -1);
    case 'same day':
      return from;
  }
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
