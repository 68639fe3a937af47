import type { PlainDate } from '../../shared/plain-date.ts';
import { accepted, type Result, refused } from '../../shared/result.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { groundOf, lookAgain, type WithheldReview, withheldUntil } from '../../shared/withholding.ts';

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
  const ground = groundOf(form.ground, grounds);
  if (!ground.ok) return ground;
  const why = withheldUntil(form, today);
  if (!why.ok) return why;
  const reviewer = reviewerOf(form, staff);
  return reviewer.ok
    ? accepted({ act: 'withheld', ground: ground.value, ...why.value, reviewer: reviewer.value })
    : reviewer;
}

export type ReviewForm = WithheldReview & Pick<WithholdForm, 'reviewer'>;

/** Somebody looks again: it is kept back to another day, or shown. */
export function review(
  form: ReviewForm,
  { standing, staff, today }: Pick<About, 'standing' | 'staff' | 'today'>,
): Result<Act> {
  if (standing === null) return refused('reason', CHANGED);
  const looked = lookAgain(form, today);
  if (!looked.ok) return looked;
  if (form.outcome === 'lift')
    return accepted({ act: 'lifted', ground: null, ...looked.value, reviewer: null });
  const reviewer = reviewerOf(form, staff);
  return reviewer.ok
    ? accepted({ act: 'kept back', ground: null, ...looked.value, reviewer: reviewer.value })
    : reviewer;
}

function reviewerOf(
  { reviewer }: Pick<WithholdForm, 'reviewer'>,
  staff: readonly Reviewer[],
): Result<Reviewer | null> {
  const chosen = staff.find(({ accountId }) => accountId === reviewer) ?? null;
  if (reviewer !== '' && chosen === null) return refused('reviewer', 'Choose who looks at it again');
  return accepted(chosen);
}
