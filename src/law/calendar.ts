import { addDays, dayOfWeek, type PlainDate, plainDate } from '../shared/plain-date.ts';
import { isBankHoliday } from './bank-holidays.ts';

/**
 * Monday to Friday, not a bank holiday. The SEND Regulations' own definition was not found; this is the ordinary one
 * (Saturday, Sunday, Christmas Day, Good Friday and bank holidays excluded), and rules that count so say it.
 */
export function isWorkingDay(day: PlainDate): boolean {
  return dayOfWeek(day) <= 5 && !isBankHoliday(day);
}

/** The day itself when it is a working day, or the next one that is. */
export function workingDayFrom(day: PlainDate): PlainDate {
  return isWorkingDay(day) ? day : workingDayFrom(addDays(day, 1));
}

/** The `count`th day after `from` for which `counts` holds; with `firstDayCounts`, `from` itself may be the first. */
export function countDays(
  from: PlainDate,
  count: number,
  counts: (day: PlainDate) => boolean,
  firstDayCounts: boolean,
): PlainDate {
  let day = firstDayCounts ? from : addDays(from, 1);
  for (let counted = 0, steps = 0; ; day = addDays(day, 1), steps += 1) {
    if (counts(day)) counted += 1;
    if (counted === count) return day;
    if (steps > 4000) throw new RangeError('no such day within ten years');
  }
}

/** Days the tribunal's rules leave out: 25 December to 1 January and every day in August (HESC Rules r. 12(3)(b)). */
export function isTribunalHoliday(day: PlainDate): boolean {
  const monthDay = day.slice(5);
  return monthDay >= '12-25' || monthDay === '01-01' || monthDay.startsWith('08-');
}

/**
 * Where an act before the tribunal falls due on a day it does not work: the next working day (HESC Rules r. 12(2)); in a
 * special educational needs case ending from 25 December to 1 January, or in August, the first working day after 1
 * January or 31 August (r. 12(3)(a)).
 */
export function tribunalDay(day: PlainDate): PlainDate {
  if (!isTribunalHoliday(day)) return workingDayFrom(day);
  const [year, month] = [Number(day.slice(0, 4)), day.slice(5, 7)];
  if (month === '08') return workingDayFrom(plainDate(`${year}-09-01`));
  return workingDayFrom(plainDate(`${month === '12' ? year + 1 : year}-01-02`));
}

/** Days on which a setting is open to pupils, as its or its authority's own calendar has them. */
export type SchoolCalendar = {
  terms: readonly { from: PlainDate; to: PlainDate }[];
  closed: readonly PlainDate[];
};

export function isSchoolDay(day: PlainDate, calendar: SchoolCalendar): boolean {
  return (
    dayOfWeek(day) <= 5 &&
    !calendar.closed.includes(day) &&
    calendar.terms.some((term) => term.from <= day && day <= term.to)
  );
}
