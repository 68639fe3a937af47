import { addDays, type PlainDate } from '../../shared/plain-date.ts';
import { accepted, type Result, refused } from '../../shared/result.ts';
import type { Uuid } from '../../shared/uuid.ts';

/** How a document stands with the family: withheld, with the day by which somebody looks again; or shown. */
export type Standing = { reviewBy: PlainDate } | null;
export type Reviewer = { accountId: Uuid; name: string };
export type Act = {
  act: 'withheld' | 'kept back' | 'lifted';
  ground: string | null;
  reason: string;
  reviewBy: PlainDate | null;
  /** Who looks again; null for whoever has the case then. */
  reviewer: Reviewer | null;
};

/** No law sets how long: a year, so that nothing is forgotten. */
const LONGEST_DAYS = 365;
const CHANGED = 'Somebody has changed this since you opened the page. Look at it again';

export type WithholdForm = { ground: string; reason: string; reviewBy: PlainDate | null; reviewer: string };
type About = {
  standing: Standing;
  madeHere: boolean;
  grounds: readonly string[];
  staff: readonly Reviewer[];
  today: PlainDate;
};

/** May a document be withheld from the family, for this reason? What the service drew for them never may. */
export function withhold(
  form: WithholdForm,
  { standing, madeHere, grounds, staff, today }: About,
): Result<Act> {
  if (madeHere) return refused('reason', 'This was written for the family, and cannot be withheld from them');
  if (standing !== null) return refused('reason', CHANGED);
  if (grounds.length > 0 && !grounds.includes(form.ground))
    return refused('ground', 'Choose the ground you rely on');
  const why = reasonAndReview(form, staff, today);
  const ground = grounds.length === 0 ? null : form.ground;
  return why.ok ? accepted({ act: 'withheld', ground, ...why.value }) : why;
}

export type ReviewForm = Omit<WithholdForm, 'ground'> & { outcome: 'keep' | 'lift' };

/** Somebody looks again: it is kept back to another day, or shown. */
export function review(
  form: ReviewForm,
  { standing, staff, today }: Pick<About, 'standing' | 'staff' | 'today'>,
): Result<Act> {
  if (standing === null) return refused('reason', CHANGED);
  if (form.outcome === 'keep') {
    const why = reasonAndReview(form, staff, today);
    return why.ok ? accepted({ act: 'kept back', ground: null, ...why.value }) : why;
  }
  if (form.reason === '') return refused('reason', 'Enter why it can be shown now');
  return accepted({ act: 'lifted', ground: null, reason: form.reason, reviewBy: null, reviewer: null });
}

function reasonAndReview(
  { reason, reviewBy, reviewer }: Omit<WithholdForm, 'ground'>,
  staff: readonly Reviewer[],
  today: PlainDate,
) {
  if (reason === '')
    return refused('reason', 'Enter why the family must not see it, and the law you rely on');
  if (reviewBy === null) return refused('reviewBy', 'Enter the day by which somebody looks at this again');
  if (reviewBy <= today) return refused('reviewBy', 'The day must be in the future');
  if (reviewBy > addDays(today, LONGEST_DAYS)) return refused('reviewBy', 'The day must be within a year');
  const chosen = staff.find(({ accountId }) => accountId === reviewer) ?? null;
  if (reviewer !== '' && chosen === null) return refused('reviewer', 'Choose who looks at it again');
  return accepted({ reason, reviewBy, reviewer: chosen });
}
