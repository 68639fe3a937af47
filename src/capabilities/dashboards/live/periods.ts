import { addDays, dayOfWeek, type PlainDate, plainDate } from '../../../shared/plain-date.ts';
import type { PeriodKind } from './count.ts';

/** A day on which plans are counted. */
export type StockDay = { periodKind: Exclude<PeriodKind, 'calendar year'>; year: number; day: PlainDate };

/** Further back the Department's figures say it: here it is known of plans that were brought in only since when they stood as they were. */
const JANUARIES = 3;

/** The day of the Department's survey: the third Thursday of January. */
export function surveyDay(year: number): PlainDate {
  const first = plainDate(`${year}-01-01`);
  const toThursday = (4 - dayOfWeek(first) + 7) % 7;
  return addDays(first, toThursday + 14);
}

/** Today, and the last three survey days that have been. */
export function stockDays(today: PlainDate): StockDay[] {
  const thisYear = yearOf(today);
  const januaries = Array.from({ length: JANUARIES + 1 }, (_, back) => thisYear - back)
    .map((year): StockDay => ({ periodKind: 'January', year, day: surveyDay(year) }))
    .filter(({ day }) => day <= today)
    .slice(0, JANUARIES);
  return [{ periodKind: 'today', year: thisYear, day: today }, ...januaries];
}

/** The 31 August that ages are counted on: that before the school year the day is in. */
export function ageDay(day: PlainDate): PlainDate {
  return plainDate(`${yearOf(day) - (day.slice(5) <= '08-31' ? 1 : 0)}-08-31`);
}

/** The first day of the quarter a day is in: what is public is released once in each. */
export function quarterOf(day: PlainDate): PlainDate {
  const month = Math.floor((Number(day.slice(5, 7)) - 1) / 3) * 3 + 1;
  return plainDate(`${day.slice(0, 4)}-${String(month).padStart(2, '0')}-01`);
}

export function yearOf(day: PlainDate): number {
  return Number(day.slice(0, 4));
}
