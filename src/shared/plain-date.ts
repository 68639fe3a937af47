/**
 * Statutory time is counted in days. A `PlainDate` is a calendar day, written `YYYY-MM-DD` everywhere: in rules,
 * in columns (`date`), in JSON. It is never an instant; an instant is a `Date`, and only says when something was recorded.
 */
export type PlainDate = string & { readonly plainDate: unique symbol };

/** Takes any text; returns the day, or null when it is not a real day written `YYYY-MM-DD` (30 February is not). */
export function parsePlainDate(text: string): PlainDate | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  try {
    return branded(Temporal.PlainDate.from(text, { overflow: 'reject' }));
  } catch {
    return null;
  }
}

/** As `parsePlainDate`, for text the program itself holds to be a day; throws when it is not. */
export function plainDate(text: string): PlainDate {
  const day = parsePlainDate(text);
  if (day === null) throw new RangeError('not a calendar day written YYYY-MM-DD');
  return day;
}

/** The day `days` after `day` (before it, when negative). */
export function addDays(day: PlainDate, days: number): PlainDate {
  return branded(Temporal.PlainDate.from(day).add({ days }));
}

export function addWeeks(day: PlainDate, weeks: number): PlainDate {
  return addDays(day, weeks * 7);
}

/** The corresponding date `months` later; the last day of the month where there is none (31 December + 2 months = 28 February). */
export function addMonths(day: PlainDate, months: number): PlainDate {
  return branded(Temporal.PlainDate.from(day).add({ months }, { overflow: 'constrain' }));
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return Temporal.PlainDate.from(from).until(to, { largestUnit: 'days' }).days;
}

/** 1 = Monday … 7 = Sunday. */
export function dayOfWeek(day: PlainDate): number {
  return Temporal.PlainDate.from(day).dayOfWeek;
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
  const { day: d, month, year } = Temporal.PlainDate.from(day);
  return `${d} ${MONTHS[month - 1]} ${year}`;
}

/** Today in England, from the instant the edge was given. Rules never call this: they are passed the day. */
export function englishDay(instant: Date): PlainDate {
  return branded(
    Temporal.Instant.fromEpochMilliseconds(instant.getTime())
      .toZonedDateTimeISO('Europe/London')
      .toPlainDate(),
  );
}

function branded(day: Temporal.PlainDate): PlainDate {
  return day.toString() as PlainDate;
}
