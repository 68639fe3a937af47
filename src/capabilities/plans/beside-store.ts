import type { Tx } from '../../platform/lens/index.ts';
import type { PlacedNeed } from './advice-needs.ts';
import { listPlacedNeeds } from './advice-needs-store.ts';
import { listAmendments } from './amending/store.ts';
import type { Beside } from './checking.ts';
import { listCitations } from './citing-store.ts';
import type { PlanFacts } from './facts.ts';
import { findLimits } from './limits-store.ts';
import type { Plan } from './store.ts';

/** What the checks of a draft ask that stands beside it: the needs of its advice, its reviews, and what the authority configures. */
export async function findBeside(
  tx: Tx,
  plan: Plan,
  facts: PlanFacts,
): Promise<Omit<Beside, 'unplacedNeeds'> & { unplacedNeeds: PlacedNeed[] }> {
  const needs = await listPlacedNeeds(tx, plan, facts);
  const citations = await listCitations(tx, plan.id);
  const whole = citations.filter(({ pages, place }) => pages === null && place === null);
  const reviews = (await listAmendments(tx, plan.id)).flatMap(({ reviewMeetingOn }) => reviewMeetingOn ?? []);
  return {
    wholeReports: whole.map(({ id }) => id),
    unplacedNeeds: needs.filter(({ at }) => at === null),
    lastReviewOn: reviews.toSorted().at(-1) ?? null,
    limits: await findLimits(tx),
  };
}
