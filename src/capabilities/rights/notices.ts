import { addDays, type PlainDate } from '../../shared/plain-date.ts';

/** What is said of the rights passing: ahead of the day, and once it has come. */
export const NOTICES = ['ahead', 'passed'] as const;
export type Notice = (typeof NOTICES)[number];

/** How long after the day it may still be said that the rights have passed: a file that came late is told of too. */
const DAYS_AFTER = 366;

/**
 * What is to be said on a day of rights that pass with the end of a last day; null for nothing. A night that was missed is
 * made up by the next, and once the day has come nothing is said of it as still ahead.
 */
export function noticeDue(lastDay: PlainDate, today: PlainDate, weeksAhead: number): Notice | null {
  if (lastDay < today) return lastDay >= addDays(today, -DAYS_AFTER) ? 'passed' : null;
  return lastDay <= addDays(today, 7 * weeksAhead) ? 'ahead' : null;
}

/** Birth dates outside which nothing is due on a day, whenever school years begin: to look among no more than that. */
export function bornBetween(today: PlainDate, weeksAhead: number): { from: PlainDate; to: PlainDate } {
  // Compulsory school age ends between 15 and 17 years after birth.
  return {
    from: addDays(today, -Math.ceil(17 * 365.25 + DAYS_AFTER)),
    to: addDays(today, 7 * weeksAhead - Math.floor(15 * 365.25)),
  };
}
