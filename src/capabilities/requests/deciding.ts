import { recordEvent } from '../../platform/events/index.ts';
import { found } from '../../platform/http/errors.ts';
import type { Outcome } from '../../platform/http/types.ts';
import type { Tx } from '../../platform/lens/index.ts';
import type { Services } from '../../platform/services.ts';
import type { PlainDate } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { writeDecision } from './post.ts';
import { type DecisionForm, decide } from './request.ts';
import { insertDecision, lockRequest } from './store.ts';

/** Makes the decision whether to assess: the facts, the letter and the event together, for the page and the API alike. */
export async function recordDecision(
  tx: Tx,
  services: Services,
  act: { id: Uuid; form: DecisionForm },
  by: { name: string; today: PlainDate },
): Promise<Outcome> {
  const { id, form } = act;
  const subject = found(await lockRequest(tx, id));
  const decided = decide(subject, form, by.today);
  if (!decided.ok) return decided;
  const decision = decided.value;
  await insertDecision(tx, subject, decision, by.name);
  await writeDecision(tx, services, subject, decision);
  await recordEvent(tx, {
    authorityId: subject.authorityId,
    childId: subject.childId,
    kind: decision.outcome === 'assess' ? 'decided to assess' : 'decided not to assess',
    subject: 'request',
    subjectId: id,
    data: { requestId: id, decidedOn: decision.decidedOn },
  });
  return { ok: true, value: `/requests/${id}` };
}
