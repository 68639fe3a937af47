import { addDays, dayOfWeek, daysBetween, type PlainDate, plainDate } from '../shared/plain-date.ts';
import { BANK_HOLIDAY_YEARS, isBankHoliday } from './bank-holidays.ts';

/* Days are kept in a table, one byte each, so that counting working days reads memory and makes no dates on the way. */

/** The days that can be counted: the rules begin in 2014, and no clock started by then runs past the end. */
export const COUNTED = { first: plainDate('2014-01-01'), last: plainDate('2104-12-31') } as const;

const WORKING = 1;
const TRIBUNAL_HOLIDAY = 2;
const KINDS = new Uint8Array(daysBetween(COUNTED.first, COUNTED.last) + 1);
for (let place = 0; place < KINDS.length; place += 1) {
  const day = addDays(COUNTED.first, place);
  const monthDay = day.slice(5);
  const working = dayOfWeek(day) <= 5 && !isBankHoliday(day);
  const holiday = monthDay >= '12-25' || monthDay === '01-01' || monthDay.startsWith('08-');
  KINDS[place] = (working ? WORKING : 0) | (holiday ? TRIBUNAL_HOLIDAY : 0);
}

/**
 * Monday to Friday, not a bank holiday. The SEND Regulations' own definition was not found; this is the ordinary one
 * (Saturday, Sunday, Christmas Day, Good Friday and bank holidays excluded), and rules that count so say it.
 */
export function isWorkingDay(day: PlainDate): boolean {
  return (kindOf(placeOf(day)) & WORKING) !== 0;
}

/** Whether the bank holidays of a day's year are known. Without them a working day may be counted that is none. */
export function bankHolidaysKnown(day: PlainDate): boolean {
  const year = Number(day.slice(0, 4));
  return year >= BANK_HOLIDAY_YEARS.first && year <= BANK_HOLIDAY_YEARS.last;
}

export type WorkingDays = { firstDayCounts: boolean; notCounted?: 'tribunal holidays' };

/**
 * The `count`th working day after `from`, or from it where that day itself may be the first. Where tribunal holidays are not
 * counted, 25 December to 1 January and every day in August are passed over (HESC Rules r. 12(3)(b)).
 */
export function countWorkingDays(
  from: PlainDate,
  count: number,
  { firstDayCounts, notCounted }: WorkingDays,
): PlainDate {
  const asked = notCounted === undefined ? WORKING : WORKING | TRIBUNAL_HOLIDAY;
  const start = placeOf(from);
  let place = firstDayCounts ? start : start + 1;
  for (let counted = 0; ; place += 1) {
    if ((kindOf(place) & asked) === WORKING) counted += 1;
    if (counted === count) return addDays(from, place - start);
  }
}

export type Moved = { to: PlainDate; because: string };

/**
 * Where an act before the tribunal falls due on a day it does not work: the next working day (HESC Rules r. 12(2)); in a
 * special educational needs case ending from 25 December to 1 January, or in August, the first working day after 1
 * January or 31 August (r. 12(3)(a)). Null where it stays. The two are not chained: a Saturday 31 July moves to Monday 2
 * August, the earlier of the two readings and so the safe one.
 */
export function movedForTribunal(due: PlainDate): Moved | null {
  const start = placeOf(due);
  const kind = kindOf(start);
  if (kind === WORKING) return null;
  const holiday = (kind & TRIBUNAL_HOLIDAY) !== 0;
  let place = start;
  while (holiday ? kindOf(place) !== WORKING : (kindOf(place) & WORKING) === 0) place += 1;
  return {
    to: addDays(due, place - start),
    because: holiday
      ? `the first working day after ${due.slice(5, 7) === '08' ? '31 August' : '1 January'} (r. 12(3)(a))`
      : 'the next working day (r. 12(2))',
  };
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

/** The `nth` school day from `from`, which may be the first; null where the calendar ends before there are so many. */
export function nthSchoolDay(from: PlainDate, nth: number, calendar: SchoolCalendar): PlainDate | null {
  const last = calendar.terms.reduce((latest, term) => (term.to > latest ? term.to : latest), from);
  let counted = 0;
  for (let day = from; day <= last; day = addDays(day, 1)) {
    if (isSchoolDay(day, calendar)) counted += 1;
    if (counted === nth) return day;
  }
  return null;
}

function placeOf(day: PlainDate): number {
  return daysBetween(COUNTED.first, day);
}

function kindOf(place: number): number {
  const kind = KINDS[place];
  if (kind === undefined) throw new RangeError('a day outside those that are counted');
  return kind;
}
