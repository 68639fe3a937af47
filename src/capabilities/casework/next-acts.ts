import type { NextAct } from '../../shared/act.ts';
import type { PlainDate } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { type Assessment, actsOnAssessment } from '../assessments/index.ts';
import { actsOnPlan, type PlanFacts, type Waiting } from '../plans/index.ts';
import { actsOnRequest, type Request } from '../requests/index.ts';

/** All that has happened on a case, as each capability keeps it; null for what has not begun. */
export type CaseFacts = {
  request: Request;
  assessment: Assessment | null;
  plan: { id: Uuid; facts: PlanFacts; waiting: readonly Waiting[] } | null;
};

/**
 * What may be done next on a case, and what may not be done yet and why: each said by the capability that does it, by the
 * rule it refuses by. Nothing is due on a case that has ended.
 */
export function nextActs({ request, assessment, plan }: CaseFacts, today: PlainDate): NextAct[] {
  if (request.withdrawnOn !== null) return [];
  return [
    ...actsOnRequest(request),
    ...(assessment === null ? [] : actsOnAssessment(assessment)),
    ...(plan === null ? [] : actsOnPlan(plan.facts, plan.id, today, plan.waiting)),
  ];
}
