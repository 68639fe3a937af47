import { isBefore, type PlainDate } from '../../../shared/plain-date.ts';
import { accepted, type Result, refused } from '../../../shared/result.ts';
import type { Uuid } from '../../../shared/uuid.ts';
import { canonicalJson } from '../changes.ts';
import type { IssuedPlan } from '../facts.ts';
import type { Placement } from '../plan.ts';
import type { Hash } from '../serving.ts';
import { planOf } from './building.ts';
import { problemsOf, type Reviewed, waiting } from './review.ts';

/** What whoever accepts a converted plan says of it. */
export type Acceptance = {
  givenNames: string;
  familyName: string;
  bornOn: PlainDate;
  issuedOn: PlainDate;
  officer: string;
  placement: Placement;
};

/**
 * The plan in force that a reviewed file comes to. It was issued on the day it says, by whoever signed it: nothing of it is
 * checked as a draft of ours would be, since it is the plan there is. Refuses while a passage waits, a row does not hold
 * together, or the day is yet to come.
 */
export function acceptPlan(
  conversionId: Uuid,
  passages: readonly Reviewed[],
  act: Acceptance,
  { hash, today }: { hash: Hash; today: PlainDate },
): Result<IssuedPlan> {
  const left = waiting(passages).length;
  if (left > 0)
    return refused(
      'passages',
      `Place or leave out every passage first. ${left === 1 ? '1 is' : `${left} are`} waiting`,
    );
  const [problem] = problemsOf(passages);
  if (problem !== undefined) return refused('passages', problem.message);
  if (isBefore(today, act.issuedOn))
    return refused('issuedOn', 'The day the plan was issued must be today or in the past');
  if (isBefore(act.issuedOn, act.bornOn))
    return refused('issuedOn', 'The plan was issued after the child was born. Check both days');
  const [forename = '', ...middle] = act.givenNames.split(/\s+/);
  const names = { forename, middleNames: middle.join(' '), surname: act.familyName, dateOfBirth: act.bornOn };
  const content = planOf(passages, { conversionId, names, placement: act.placement });
  return accepted({
    version: 1,
    issuedOn: act.issuedOn,
    officer: act.officer,
    content,
    contentHash: hash(canonicalJson(content)),
    changes: [],
    preferenceNotFollowed: null,
    naming: null,
  });
}
