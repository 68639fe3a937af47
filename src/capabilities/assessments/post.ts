import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { getDeadline } from '../../law/index.ts';
import type { NewEvent } from '../../platform/events/index.ts';
import type { Tx } from '../../platform/lens/index.ts';
import { sendLetter } from '../../platform/notifications/index.ts';
import type { Services } from '../../platform/services.ts';
import type { PlainDate } from '../../shared/plain-date.ts';
import { isUuid, type Uuid } from '../../shared/uuid.ts';
import { findRequest, rightsDates, whereToTurn } from '../requests/index.ts';
import { listToTell } from '../rights/index.ts';
import type { Decision } from './decision.ts';
import { decisionLetter, noticeOfDecision } from './letters.ts';
import { type Assessment, insertAssessment, organisationsAsked } from './store.ts';

/** When advice is due whose request was received on a day: six weeks, SEND Regulations 2014, reg. 8(1). */
export function adviceDue(receivedOn: PlainDate): PlainDate {
  return getDeadline('T02', { from: receivedOn }).due;
}

const eventData = z.object({ requestId: z.string().refine(isUuid) });

/**
 * Opens the assessment a decision to assess secures, in that decision's own transaction: on `decided to assess`, whose
 * data names the request. It opens the day the family was notified.
 */
export async function openAssessment(tx: Tx, event: NewEvent): Promise<void> {
  const { requestId } = eventData.parse(event.data);
  const request = await findRequest(tx, requestId);
  if (request?.decision?.outcome !== 'assess')
    throw new Error('an assessment opened without a decision to assess');
  const id = randomUUID();
  const { authorityId, childId } = request;
  await insertAssessment(tx, { authorityId, id, requestId, childId, openedOn: request.decision.notifiedOn });
}

/**
 * Writes the decision to everyone on the file who may be written to; and, where no plan is to be issued, tells those whom
 * staff chose that it was so decided: the commissioning body and the head, principal or manager (reg. 10(2)).
 */
export async function writeDecision(
  tx: Tx,
  services: Services,
  { assessment, decision, tell }: { assessment: Assessment; decision: Decision; tell: readonly Uuid[] },
): Promise<void> {
  const { authorityId, childId } = assessment;
  const about = {
    ...assessment,
    decision,
    planBy: getDeadline('T04', { from: assessment.receivedOn }).due,
    rights: rightsDates(decision.notifiedOn),
  };
  const turn = whereToTurn(services.authority);
  const template = decision.outcome === 'issue' ? 'decision to issue' : 'decision not to issue';
  const words = decisionLetter(about, turn);
  for (const contact of await listToTell(tx, services, childId, 'taking part in the assessment')) {
    await sendLetter(tx, { authorityId, childId, to: { kind: 'contact', contact }, template, ...words });
  }
  if (decision.outcome === 'issue') return;
  for (const { organisationId, organisation } of organisationsAsked(assessment.asked)) {
    if (!tell.includes(organisationId)) continue;
    const to = { kind: 'organisation', organisationId, name: organisation } as const;
    const reason = 'SEND Regulations 2014, reg. 10(2)';
    const notice = { template: 'notice of decision not to issue', reason, ...noticeOfDecision(about, turn) };
    await sendLetter(tx, { authorityId, childId, to, ...notice });
  }
}
