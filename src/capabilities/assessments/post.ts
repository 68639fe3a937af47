import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { getDeadline } from '../../law/index.ts';
import { type NewEvent, recordEvent } from '../../platform/events/index.ts';
import type { Tx } from '../../platform/lens/index.ts';
import { sendLetter } from '../../platform/notifications/index.ts';
import type { Services } from '../../platform/services.ts';
import type { PlainDate } from '../../shared/plain-date.ts';
import { isUuid } from '../../shared/uuid.ts';
import { listContacts, shareWithOrganisation } from '../children/index.ts';
import type { InboxItem } from '../inbox/index.ts';
import { findRequest, rightsDates, whereToTurn } from '../requests/index.ts';
import { listAskedOfOrganisation } from './advice-store.ts';
import type { Decision } from './decision.ts';
import { adviceAskedFor, decisionLetter, viewsAskedFor } from './letters.ts';
import { sayParagraph } from './paragraphs.ts';
import { type Assessment, insertAsk, insertAssessment, type NewAsk } from './store.ts';

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

/** Asks for advice: keeps what was asked, puts the child before the organisation, writes to whoever is asked. */
export async function ask(tx: Tx, services: Services, assessment: Assessment, asked: NewAsk): Promise<void> {
  const { authorityId, childId, childName } = assessment;
  const { organisationId, contactId } = asked;
  await insertAsk(tx, assessment, asked);
  const path = contactId === null ? `/advice/${asked.id}` : `/family/${childId}/views`;
  const about = {
    ...asked,
    childName,
    dueOn: adviceDue(asked.receivedOn),
    href: `${services.config.baseUrl}${path}`,
  };
  const turn = whereToTurn(services.authority);
  if (organisationId !== null) {
    const reason = `Advice for an assessment: ${sayParagraph(asked.paragraph)}`;
    await shareWithOrganisation(tx, { authorityId, childId, organisationId, reason, fromOn: asked.askedOn });
    const to = { kind: 'organisation', organisationId, name: asked.adviserName } as const;
    await sendLetter(tx, {
      authorityId,
      childId,
      to,
      template: 'advice asked for',
      ...adviceAskedFor(about, turn),
    });
  }
  const contact = (await listContacts(tx, childId)).find(({ id }) => id === contactId);
  if (contact !== undefined) {
    const to = { kind: 'contact', contact } as const;
    await sendLetter(tx, {
      authorityId,
      childId,
      to,
      template: 'views asked for',
      ...viewsAskedFor(about, turn),
    });
  }
  await recordEvent(tx, {
    authorityId,
    childId,
    kind: 'advice asked for',
    subject: 'advice request',
    subjectId: asked.id,
    ...(organisationId === null ? {} : { organisationId }),
    data: { assessmentId: assessment.id, paragraph: asked.paragraph },
  });
}

/** Writes the decision to everyone on the file who may be written to. */
export async function writeDecision(
  tx: Tx,
  services: Services,
  assessment: Assessment,
  decision: Decision,
): Promise<void> {
  const { authorityId, childId } = assessment;
  const about = {
    ...assessment,
    decision,
    planBy: getDeadline('T04', { from: assessment.receivedOn }).due,
    rights: rightsDates(decision.notifiedOn),
  };
  const template = decision.outcome === 'issue' ? 'decision to issue' : 'decision not to issue';
  const words = decisionLetter(about, whereToTurn(services.authority));
  for (const contact of await listContacts(tx, childId)) {
    await sendLetter(tx, { authorityId, childId, to: { kind: 'contact', contact }, template, ...words });
  }
}

/** The advice asked of the organisation that is looking, as its inbox lists it. */
export async function listAdviceForInbox(tx: Tx): Promise<InboxItem[]> {
  const asked = await listAskedOfOrganisation(tx);
  return asked.map((one) => ({
    authorityName: one.authorityName,
    childName: one.childName,
    what: `Advice: ${sayParagraph(one.paragraph)}`,
    dueOn: adviceDue(one.receivedOn),
    href: `/advice/${one.id}`,
    answeredOn: one.returnedOn,
  }));
}
