import { dayNumber, dayOfNumber } from './day-number.ts';

/**
 * Statutory time is counted in days. A `PlainDate` is a calendar day, written `YYYY-MM-DD` everywhere: in rules,
 * in columns (`date`), in JSON. It is never an instant; an instant is a `Date`, and only says when something was recorded.
 */
export type PlainDate = string & { readonly plainDate: unique symbol };

/** Takes any text; returns the day, or null when it is not a real day written `YYYY-MM-DD` (30 February is not). */
export function parsePlainDate(text: string): PlainDate | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const { year, month, day } = partsOf(text);
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return branded(text);
}

/** As `parsePlainDate`, for text the program itself holds to be a day; throws when it is not. */
export function plainDate(text: string): PlainDate {
  const day = parsePlainDate(text);
  if (day === null) throw new RangeError('not a calendar day written YYYY-MM-DD');
  return day;
}

/** The day `days` after `day` (before it, when negative). */
export function addDays(day: PlainDate, days: number): PlainDate {
  return branded(dayOfNumber(numberOf(day) + days));
}

export function addWeeks(day: PlainDate, weeks: number): PlainDate {
  return addDays(day, weeks * 7);
}

/** The corresponding date `months` later; the last day of the month where there is none (31 December + 2 months = 28 February). */
export function addMonths(day: PlainDate, months: number): PlainDate {
  const { year, month, day: dayOfMonth } = partsOf(day);
  const counted = year * 12 + (month - 1) + months;
  const [toYear, toMonth] = [Math.floor(counted / 12), (((counted % 12) + 12) % 12) + 1];
  const toDay = Math.min(dayOfMonth, daysInMonth(toYear, toMonth));
  return branded(dayOfNumber(dayNumber(toYear, toMonth, toDay)));
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return numberOf(to) - numberOf(from);
}

/** 1 = Monday … 7 = Sunday. */
export function dayOfWeek(day: PlainDate): number {
  return ((((numberOf(day) + 3) % 7) + 7) % 7) + 1;
}

export function isBefore(a: PlainDate, b: PlainDate): boolean {
  return a < b;
}

export function laterOf(a: PlainDate, b: PlainDate): PlainDate {
  return a < b ? b : a;
}

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** `3 February 2025`: how a day is written for people. */
export function sayDate(day: PlainDate): string {
  const { day: dayOfMonth, month, year } = partsOf(day);
  return `${dayOfMonth} ${MONTHS[month - 1]} ${year}`;
}

/** Today in England, from the instant the edge was given. Rules never call this: they are passed the day. */
export function englishDay(instant: Date): PlainDate {
  const at = instant.getTime();
  const hour = Math.floor(at / 3_600_000);
  if (hour !== lastAsked.hour) {
    const there = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO('Europe/London');
    lastAsked = { hour, day: branded(there.toPlainDate().toString()) };
  }
  return lastAsked.day;
}

// Midnight in England is on the hour by UTC, in winter and in summer, so within an hour the day is the same.
let lastAsked = { hour: Number.NaN, day: branded('') };

function partsOf(day: string): { year: number; month: number; day: number } {
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), day: Number(day.slice(8, 10)) };
}

function numberOf(day: PlainDate): number {
  const { year, month, day: dayOfMonth } = partsOf(day);
  return dayNumber(year, month, dayOfMonth);
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function branded(day: string): PlainDate {
  return day as PlainDate;
}
