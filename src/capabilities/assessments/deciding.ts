import { recordEvent } from '../../platform/events/index.ts';
import { found } from '../../platform/http/errors.ts';
import type { Outcome } from '../../platform/http/types.ts';
import type { Tx } from '../../platform/lens/index.ts';
import type { Services } from '../../platform/services.ts';
import type { PlainDate } from '../../shared/plain-date.ts';
import { refused } from '../../shared/result.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { findAsked, lockDraft, signDraft } from './advice-store.ts';
import { type DecisionForm, decideToIssue } from './decision.ts';
import { insertDecision } from './decision-store.ts';
import { listExisting } from './existing-store.ts';
import { listKnownQuestions } from './known-store.ts';
import { stopAskingAuthors, stopAskingWhoKnows } from './leaving-sending.ts';
import { writeDecision } from './post.ts';
import { type SignatureForm, sign } from './signing.ts';
import { lockAnswer, lockAssessment } from './store.ts';

export type IssueDecision = {
  id: Uuid;
  form: DecisionForm;
  /** Whom to tell besides the family, of those who were asked for advice (reg. 10(2)). */
  tell: readonly Uuid[];
};

/** Decides whether to issue a plan: the facts, the letters and the event together, for the page and the API alike. */
export async function recordDecision(
  tx: Tx,
  services: Services,
  { id, form, tell }: IssueDecision,
  by: { name: string; today: PlainDate },
): Promise<Outcome> {
  const assessment = found(await lockAssessment(tx, id));
  const decided = decideToIssue(assessment, form, by.today);
  if (!decided.ok) return decided;
  const decision = decided.value;
  await insertDecision(tx, assessment, decision, by.name);
  await stopAskingWhoKnows(tx, await listKnownQuestions(tx, { assessmentId: id }), by.today);
  await stopAskingAuthors(tx, assessment, await listExisting(tx, id), by.today);
  await writeDecision(tx, services, { assessment, decision, tell });
  await recordEvent(tx, {
    authorityId: assessment.authorityId,
    childId: assessment.childId,
    kind: decision.outcome === 'issue' ? 'decided to issue' : 'decided not to issue',
    subject: 'assessment',
    subjectId: id,
    data: { assessmentId: id, requestId: assessment.requestId },
  });
  return { ok: true, value: `/assessments/${id}` };
}

export const ALREADY_SIGNED = 'This advice has been signed, so it cannot be changed';

/** Signs the draft and sends it to the authority: from here nobody can alter it. */
export async function recordSignature(
  tx: Tx,
  id: Uuid,
  form: SignatureForm,
  today: PlainDate,
): Promise<Outcome> {
  await lockAnswer(tx, id);
  const asked = found(await findAsked(tx, id));
  const draft = await lockDraft(tx, asked);
  if (draft === undefined) return refused('confirmed', ALREADY_SIGNED);
  const signed = sign({ ...draft, askedOn: asked.askedOn }, form, today);
  if (!signed.ok) return signed;
  await signDraft(tx, draft, signed.value);
  await recordEvent(tx, {
    authorityId: asked.authorityId,
    childId: asked.childId,
    kind: draft.number === 1 ? 'advice signed' : 'advice corrected',
    subject: 'advice request',
    subjectId: id,
    data: { assessmentId: asked.assessmentId, paragraph: asked.paragraph, number: draft.number },
  });
  return { ok: true, value: `/advice/${id}` };
}
