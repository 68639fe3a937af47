import { accepted, type Result, refused } from '../../shared/result.ts';
import type { Uuid } from '../../shared/uuid.ts';

/* Who may grade a drawn plan, and who may see what was graded. */

type Seen = { turn: 1 | 2; auditorId: Uuid; auditorName: string; givenAt: Date | null };
type Plan = { twice: boolean; authorId: Uuid | null };

/** Which grading somebody would begin. Refuses the author's own plan, a second by the same person, and what another has begun. */
export function turnFor(plan: Plan, gradings: readonly Seen[], accountId: Uuid): Result<1 | 2> {
  if (plan.authorId === accountId)
    return refused('agency', 'This was your case when the plan was issued, so somebody else grades it');
  if (gradings.some(({ auditorId }) => auditorId === accountId))
    return refused('agency', 'You have begun a grading of this plan, so the other is somebody else’s');
  const [first, second] = [1, 2].map((turn) => gradings.find((one) => one.turn === turn));
  if (first === undefined) return accepted(1);
  if (plan.twice && second === undefined) return accepted(2);
  const whose = second ?? first;
  return refused(
    'agency',
    `${whose.auditorName} has ${whose.givenAt === null ? 'begun' : 'given'} this grading`,
  );
}

/** Whether the grades of a plan may be shown: never one grading while the other, which is blind to it, is still to be given. */
export function maySeeGrades({ twice }: Pick<Plan, 'twice'>, gradings: readonly Seen[]): boolean {
  const given = gradings.filter(({ givenAt }) => givenAt !== null);
  return given.length === (twice ? 2 : 1);
}
