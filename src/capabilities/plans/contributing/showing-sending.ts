import { randomUUID } from 'node:crypto';
import { found } from '../../../platform/http/errors.ts';
import type { Outcome } from '../../../platform/http/types.ts';
import type { Tx } from '../../../platform/lens/index.ts';
import type { Services } from '../../../platform/services.ts';
import { englishDay } from '../../../shared/plain-date.ts';
import { accepted } from '../../../shared/result.ts';
import type { Uuid } from '../../../shared/uuid.ts';
import { listAdviceGivers } from '../../assessments/index.ts';
import { endSharing, shareWithOrganisation } from '../../children/index.ts';
import { listCitations } from '../citing-store.ts';
import type { PlanFacts } from '../facts.ts';
import { happened, openForActing } from '../post.ts';
import type { Plan } from '../store.ts';
import type { PlanKey } from '../version-store.ts';
import { listInForce } from '../withheld-store.ts';
import { isWithheld, linesRestingOn, mayShow, type Showing } from './showing.ts';
import { endShowing, insertShowing, listShowings, listShownLines, takeLinesBack } from './store.ts';

/* Showing lines of a draft to those whose advice they rest on, and taking that back: acts of staff. */

const REASON = 'Shown lines of a draft plan';

/** Each organisation whose signed advice the plan was drawn from, with the lines of the draft that rest on it. */
export async function listContributors(tx: Tx, plan: Plan, { working }: PlanFacts) {
  const givers = plan.assessmentId === null ? [] : await listAdviceGivers(tx, plan.assessmentId);
  const citations = await listCitations(tx, plan.id);
  const withheld = await listInForce(tx, plan.id);
  return givers.map((giver) => ({
    ...giver,
    lines: linesRestingOn(working.content, giver, { citations, withheld }),
  }));
}

/** Shows an organisation the lines that rest on its advice, as the draft says them now; in place of what it was shown before. */
export async function showLines(
  tx: Tx,
  services: Services,
  planId: Uuid,
  { organisationId, words, by }: { organisationId: string; words: string; by: string },
): Promise<Outcome> {
  const { plan, facts } = await openForActing(tx, planId);
  const giver = (await listContributors(tx, plan, facts)).find(
    (one) => one.organisationId === organisationId,
  );
  const chosen = mayShow(giver, giver?.lines ?? [], facts.issued !== null);
  if (!chosen.ok) return chosen;
  const on = englishDay(services.now());
  const before = (await openShowings(tx, planId)).find((one) => one.organisationId === organisationId);
  if (before !== undefined) await endShowing(tx, before.id, { on, by });
  const id = randomUUID();
  const to = { authorityId: plan.authorityId, childId: plan.childId, organisationId };
  await insertShowing(tx, plan, { id, organisationId, words, shownOn: on, shownBy: by }, giver?.lines ?? []);
  await shareWithOrganisation(tx, { ...to, reason: REASON, fromOn: on });
  await happened(tx, plan, 'lines of the draft shown to an organisation', id, { organisationId });
  return accepted(`/plans/${planId}/contributors`);
}

/** Takes back what an organisation is shown. What it said stays. */
export async function stopShowing(
  tx: Tx,
  services: Services,
  planId: Uuid,
  { showingId, by }: { showingId: Uuid; by: string },
): Promise<Outcome> {
  const { plan } = await openForActing(tx, planId);
  const showing = found((await listShowings(tx, { planId })).find(({ id }) => id === showingId));
  if (showing.ended === null) {
    const on = englishDay(services.now());
    const { organisationId } = showing;
    await endShowing(tx, showingId, { on, by });
    const from = { authorityId: plan.authorityId, childId: plan.childId, organisationId, reason: REASON };
    await endSharing(tx, from, on);
    await happened(tx, plan, 'lines of the draft no longer shown to an organisation', showingId, {
      organisationId,
    });
  }
  return accepted(`/plans/${planId}/contributors`);
}

/** Takes back, at once, what is withheld from organisations since it was shown. It is shown again only by showing it anew. */
export async function takeBackWithheld(tx: Tx, services: Services, plan: PlanKey): Promise<void> {
  const withheld = await listInForce(tx, plan.id);
  for (const { id } of await openShowings(tx, plan.id)) {
    const lines = await listShownLines(tx, id);
    const gone = lines.filter(({ line }) => isWithheld(line, withheld)).map(({ rowId }) => rowId);
    await takeLinesBack(tx, id, gone, englishDay(services.now()));
  }
}

async function openShowings(tx: Tx, planId: Uuid): Promise<Showing[]> {
  return (await listShowings(tx, { planId })).filter(({ ended }) => ended === null);
}
