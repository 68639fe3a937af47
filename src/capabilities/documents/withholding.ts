import { addDays, type PlainDate } from '../../shared/plain-date.ts';
import { accepted, type Result, refused } from '../../shared/result.ts';

/** How a document stands with the family: withheld, with the day by which somebody looks again; or shown. */
export type Standing = { reviewBy: PlainDate } | null;
export type Act = {
  act: 'withheld' | 'kept back' | 'lifted';
  ground: string | null;
  reason: string;
  reviewBy: PlainDate | null;
};

/** No law sets how long: a year, so that nothing is forgotten. */
const LONGEST_DAYS = 365;
const CHANGED = 'Somebody has changed this since you opened the page. Look at it again';

export type WithholdForm = { ground: string; reason: string; reviewBy: PlainDate | null };
type About = { standing: Standing; madeHere: boolean; grounds: readonly string[]; today: PlainDate };

/** May a document be withheld from the family, for this reason? What the service drew for them never may. */
export function withhold(form: WithholdForm, { standing, madeHere, grounds, today }: About): Result<Act> {
  if (madeHere) return refused('reason', 'This was written for the family, and cannot be withheld from them');
  if (standing !== null) return refused('reason', CHANGED);
  if (grounds.length > 0 && !grounds.includes(form.ground))
    return refused('ground', 'Choose the ground you rely on');
  const why = reasonAndReview(form, today);
  const ground = grounds.length === 0 ? null : form.ground;
  return why.ok ? accepted({ act: 'withheld', ground, ...why.value }) : why;
}

export type ReviewForm = { outcome: 'keep' | 'lift'; reason: string; reviewBy: PlainDate | null };

/** Somebody looks again: it is kept back to another day, or shown. */
export function review(form: ReviewForm, standing: Standing, today: PlainDate): Result<Act> {
  if (standing === null) return refused('reason', CHANGED);
  if (form.outcome === 'keep') {
    const why = reasonAndReview(form, today);
    return why.ok ? accepted({ act: 'kept back', ground: null, ...why.value }) : why;
  }
  if (form.reason === '') return refused('reason', 'Enter why it can be shown now');
  return accepted({ act: 'lifted', ground: null, reason: form.reason, reviewBy: null });
}

function reasonAndReview(
  { reason, reviewBy }: { reason: string; reviewBy: PlainDate | null },
  today: PlainDate,
) {
  if (reason === '')
    return refused('reason', 'Enter why the family must not see it, and the law you rely on');
  if (reviewBy === null) return refused('reviewBy', 'Enter the day by which somebody looks at this again');
  if (reviewBy <= today) return refused('reviewBy', 'The day must be in the future');
  if (reviewBy > addDays(today, LONGEST_DAYS)) return refused('reviewBy', 'The day must be within a year');
  return accepted({ reason, reviewBy });
}
