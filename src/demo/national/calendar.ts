import { type PlainDate, plainDate } from '../../shared/plain-date.ts';

/* Days as whole numbers since 1970, so that millions of them are quick. */

export type Day = number;

const DAY = 86_400_000;

export function dayOf(date: string): Day {
  return Math.round(Date.parse(`${date}T00:00:00Z`) / DAY);
}

export function firstOf(year: number): Day {
  return dayOf(`${year}-01-01`);
}

export function yearOf(day: Day): number {
  return new Date(day * DAY).getUTCFullYear();
}

const written = new Map<Day, PlainDate>();

/** The day as it is written, each made once. */
export function dateOf(day: Day): PlainDate {
  const known = written.get(day);
  if (known !== undefined) return known;
  const date = plainDate(new Date(day * DAY).toISOString().slice(0, 10));
  written.set(day, date);
  return date;
}

/** The third Thursday of January 2025, on which plans were counted: nothing happens after it. */
export const COUNT_DAY = dayOf('2025-01-16');
/** The 31 August before it: ages are counted on it. */
export const AGE_DAY = dayOf('2024-08-31');

/** When somebody of an age on the 31 August before was born: the first and the last day it can be. */
export function bornBetween(age: number): readonly [from: Day, to: Day] {
  const year = 2024 - age;
  return [dayOf(`${year - 1}-09-01`), dayOf(`${year}-08-31`)];
}
