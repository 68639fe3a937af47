import { addDays, type PlainDate } from './plain-date.ts';
import { accepted, type Result, refused } from './result.ts';

/* What holds whenever something is withheld from somebody, a paper or words of a plan: a ground, a reason, and a day. */

/** No law sets how long: a year, so that nothing is forgotten. */
const LONGEST_DAYS = 365;

type Why = { reason: string; reviewBy: PlainDate | null };

/** The ground relied on, of the authority's own list; null where it keeps none. */
export function groundOf(ground: string, grounds: readonly string[]): Result<string | null> {
  if (grounds.length === 0) return accepted(null);
  return grounds.includes(ground) ? accepted(ground) : refused('ground', 'Choose the ground you rely on');
}

/** Why it is withheld, and the day by which somebody looks again: to come, and within a year. */
export function withheldUntil(
  { reason, reviewBy }: Why,
  today: PlainDate,
): Result<{ reason: string; reviewBy: PlainDate }> {
  if (reason === '') return refused('reason', 'Enter why they must not see it, and the law you rely on');
  if (reviewBy === null) return refused('reviewBy', 'Enter the day by which somebody looks at this again');
  if (reviewBy <= today) return refused('reviewBy', 'The day must be in the future');
  if (reviewBy > addDays(today, LONGEST_DAYS)) return refused('reviewBy', 'The day must be within a year');
  return accepted({ reason, reviewBy });
}

export type WithheldReview = Why & { outcome: 'keep' | 'lift' };

/** Somebody looks again: it is kept back to another day, or shown. */
export function lookAgain({ outcome, ...why }: WithheldReview, today: PlainDate): Result<Why> {
  if (outcome === 'keep') return withheldUntil(why, today);
  if (why.reason === '') return refused('reason', 'Enter why it can be shown now');
  return accepted({ reason: why.reason, reviewBy: null });
}
