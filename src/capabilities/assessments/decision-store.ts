import type { Tx } from '../../platform/lens/index.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { OUTCOMES } from './assessment.ts';
import type { Decision } from './decision.ts';
import { toParagraph } from './paragraphs.ts';

/** Records the decision, and why it was taken without each piece of advice that is not in. */
export async function insertDecision(
  tx: Tx,
  assessment: { authorityId: number; id: Uuid; childId: Uuid },
  decision: Decision,
  decidedBy: string,
): Promise<void> {
  const about = {
    authority_id: assessment.authorityId,
    assessment_id: assessment.id,
    child_id: assessment.childId,
  };
  await tx
    .insertInto('assessment_decisions')
    .values({
      ...about,
      outcome: decision.outcome,
      evidence: decision.evidence,
      reasons: decision.reasons,
      what_would_change: decision.whatWouldChange,
      decided_on: decision.decidedOn,
      notified_on: decision.notifiedOn,
      decided_by: decidedBy,
    })
    .execute();
  for (const { missing, reason } of decision.withoutAdvice) {
    await tx
      .insertInto('assessment_missing_advice')
      .values({
        ...about,
        paragraph: missing.paragraph,
        missing: missing.asked?.id ?? assessment.id,
        advice_request_id: missing.asked?.id ?? null,
        reason,
      })
      .execute();
  }
}

export async function findDecision(tx: Tx, assessmentId: Uuid) {
  const row = await tx
    .selectFrom('assessment_decisions')
    .select([
      'outcome',
      'evidence',
      'reasons',
      'what_would_change as whatWouldChange',
      'decided_on as decidedOn',
      'notified_on as notifiedOn',
      'decided_by as decidedBy',
    ])
    .where('assessment_id', '=', assessmentId)
    .executeTakeFirst();
  const outcome = OUTCOMES.find((known) => known === row?.outcome);
  if (row === undefined || outcome === undefined) return undefined;
  const without = await tx
    .selectFrom('assessment_missing_advice')
    .select(['paragraph', 'reason'])
    .where('assessment_id', '=', assessmentId)
    .orderBy('paragraph')
    .execute();
  return {
    ...row,
    outcome,
    without: without.map((one) => ({ ...one, paragraph: toParagraph(one.paragraph) })),
  };
}
