import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { listDocuments, shareDocument } from '../../platform/documents/index.ts';
import { type NewEvent, recordEvent } from '../../platform/events/index.ts';
import { found } from '../../platform/http/errors.ts';
import type { Outcome } from '../../platform/http/types.ts';
import type { Tx } from '../../platform/lens/index.ts';
import { NO_LONGER_NEEDED, sendLetter } from '../../platform/notifications/index.ts';
import type { Services } from '../../platform/services.ts';
import { type PlainDate, parsePlainDate } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { listContacts, shareWithOrganisation } from '../children/index.ts';
import { whereToTurn } from '../requests/index.ts';
import { listToTell } from '../rights/index.ts';
import {
  type AskForm,
  askAdvice,
  type RefusalForm,
  recordRefusal,
  refuseAdvice,
  withdrawAsk,
} from './asking.ts';
import { giveCopies } from './copies-sending.ts';
import { listExisting } from './existing-store.ts';
import { unconfirmed } from './known.ts';
import { listKnownQuestions } from './known-store.ts';
import { leaveLens, stopAskingAuthors, stopAskingWhoKnows } from './leaving-sending.ts';
import { adviceAskedFor, adviceNotNeeded, askedInstead, viewsAskedFor, type Words } from './letters.ts';
import { type Paragraph, sayParagraph } from './paragraphs.ts';
import { adviceDue } from './post.ts';
import { insertRefusal, type Refusal } from './refusal-store.ts';
import {
  type Asked,
  type Assessment,
  findAssessmentOfChild,
  insertAsk,
  listOrganisations,
  lockAnswer,
  lockAssessment,
  type NewAsk,
  withdraw,
} from './store.ts';

export type Asking = {
  id: Uuid;
  form: AskForm;
  /** What the adviser is sent of the child's file: the law wants the family's own representations and evidence there. */
  documentIds: readonly Uuid[];
  /** Which copies they are given, by their keys; null for what the family said and sent, where nobody chose. */
  copies: readonly string[] | null;
};

/**
 * Asks for advice: keeps what was asked, puts the child and the chosen documents before the organisation, and writes to
 * whoever is asked. Only an organisation in the directory, and only a contact on this child's file, can be asked.
 */
export async function askFor(
  tx: Tx,
  services: Services,
  { id, form, documentIds, copies }: Asking,
  by: { name: string; today: PlainDate },
): Promise<Outcome> {
  const assessment = found(await lockAssessment(tx, id));
  const organisation = (await listOrganisations(tx)).find((one) => one.id === form.organisationId);
  const contact = (await listContacts(tx, assessment.childId)).find((one) => one.id === form.contactId);
  const ofFamily = form.paragraph === 'a';
  const people = {
    ...form,
    organisationId: organisation?.id ?? null,
    contactId: contact?.id ?? null,
    adviserName: ofFamily && form.adviserName === '' ? (contact?.name ?? '') : form.adviserName,
  };
  const allowed = askAdvice(assessment, people, by.today);
  if (!allowed.ok) return allowed;
  const questions = await listKnownQuestions(tx, { assessmentId: id });
  // Recorded, and no more: asking never waits for who knows the child.
  const asked = {
    ...allowed.value,
    id: randomUUID(),
    askedBy: by.name,
    unconfirmed: ofFamily ? null : unconfirmed(questions),
  };
  await insertAsk(tx, assessment, asked);
  await putBefore(tx, assessment, asked, documentIds);
  if (asked.organisationId !== null) {
    const to = { adviceRequestId: asked.id, organisationId: asked.organisationId };
    await giveCopies(tx, assessment, to, copies, by);
  }
  await writeTo(tx, services, assessment, asked);
  await tellWhoIsAskedInstead(tx, services, assessment, asked);
  await recordEvent(tx, {
    authorityId: assessment.authorityId,
    childId: assessment.childId,
    kind: 'advice asked for',
    subject: 'advice request',
    subjectId: asked.id,
    ...(asked.organisationId === null ? {} : { organisationId: asked.organisationId }),
    data: { assessmentId: assessment.id, paragraph: asked.paragraph },
  });
  return { ok: true, value: `/assessments/${id}` };
}

async function putBefore(tx: Tx, assessment: Assessment, asked: NewAsk, documentIds: readonly Uuid[]) {
  const { organisationId } = asked;
  if (organisationId === null) return;
  const { authorityId, childId } = assessment;
  const reason = reasonFor(asked);
  await shareWithOrganisation(tx, { authorityId, childId, organisationId, reason, fromOn: asked.askedOn });
  for (const document of await listDocuments(tx, childId)) {
    if (documentIds.includes(document.id)) await shareDocument(tx, document, organisationId);
  }
}

async function writeTo(tx: Tx, services: Services, assessment: Assessment, asked: NewAsk) {
  const { authorityId, childId, childName } = assessment;
  const { organisationId, contactId } = asked;
  const path = contactId === null ? `/advice/${asked.id}` : `/family/${childId}/views`;
  const href = `${services.config.baseUrl}${path}`;
  const about = { ...asked, childName, dueOn: adviceDue(asked.receivedOn), href };
  const turn = whereToTurn(services.authority);
  if (organisationId !== null) {
    const to = { kind: 'organisation', organisationId, name: asked.adviserName } as const;
    const words: Words = adviceAskedFor(about, turn);
    await sendLetter(tx, { authorityId, childId, to, template: 'advice asked for', ...words });
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
}

async function tellWhoIsAskedInstead(tx: Tx, services: Services, assessment: Assessment, asked: NewAsk) {
  const before = assessment.asked.find(({ id }) => id === asked.insteadOf);
  if (before === undefined || before.refused === null) return;
  const organisation = (await listOrganisations(tx)).find(({ id }) => id === asked.organisationId);
  const { authorityId, childId, childName } = assessment;
  const words = askedInstead(
    {
      childName,
      paragraph: asked.paragraph,
      before: before.organisation ?? before.adviser,
      now: organisation === undefined ? asked.adviserName : `${asked.adviserName}, ${organisation.name}`,
      dueOn: adviceDue(asked.receivedOn),
    },
    whereToTurn(services.authority),
  );
  for (const contact of await listToTell(tx, services, childId, 'taking part in the assessment')) {
    const to = { kind: 'contact', contact } as const;
    await sendLetter(tx, { authorityId, childId, to, template: 'advice asked of somebody else', ...words });
  }
}

// One reason for each request, so that taking one back ends that one and no other.
function reasonFor(asked: { id: Uuid; paragraph: Paragraph }): string {
  return `Advice for an assessment: ${sayParagraph(asked.paragraph)}, request ${asked.id}`;
}

// With its last reason gone the organisation no longer sees the child, nor what was put before it.
async function stopShowing(tx: Tx, assessment: Assessment, id: Uuid, today: PlainDate): Promise<void> {
  const asked = assessment.asked.find((one) => one.id === id);
  if (asked === undefined || asked.organisationId === null) return;
  const { authorityId, childId } = assessment;
  const { organisationId } = asked;
  await leaveLens(tx, { authorityId, childId, organisationId, reason: reasonFor(asked) }, today);
}

/** An organisation will not give advice: it is kept with its reason, and the child leaves its lens. */
export async function refuse(
  tx: Tx,
  { id, assessmentId }: { id: Uuid; assessmentId: Uuid },
  reason: string,
  by: { name: string; today: PlainDate },
): Promise<Outcome> {
  await lockAnswer(tx, id);
  const assessment = found(await lockAssessment(tx, assessmentId));
  const asked = found(assessment.asked.find((one) => one.id === id && one.refused === null));
  const allowed = refuseAdvice({ signed: asked.returnedOn !== null }, reason);
  if (!allowed.ok) return allowed;
  const said = { reason: allowed.value, on: by.today, by: by.name, told: null };
  await keepRefusal(tx, assessment, asked, said, by.today);
  return { ok: true, value: '/inbox' };
}

/** Whoever was asked told the authority by other means that they will not give advice: staff write down why and how. */
export async function refuseByOtherMeans(
  tx: Tx,
  { id, assessmentId, form }: { id: Uuid; assessmentId: Uuid; form: RefusalForm },
  by: { name: string; today: PlainDate },
): Promise<Outcome> {
  await lockAnswer(tx, id);
  const assessment = found(await lockAssessment(tx, assessmentId));
  const asked = found(assessment.asked.find((one) => one.id === id));
  const allowed = recordRefusal(asked, form, by.today);
  if (!allowed.ok) return allowed;
  const { reason, on, cameBy } = allowed.value;
  const said = { reason, on, by: asked.adviser, told: { cameBy, recordedBy: by.name } };
  await keepRefusal(tx, assessment, asked, said, by.today);
  return { ok: true, value: `/assessments/${assessmentId}/advice-requests/${id}` };
}

async function keepRefusal(tx: Tx, assessment: Assessment, asked: Asked, said: Refusal, today: PlainDate) {
  const { authorityId, childId } = assessment;
  const { id, organisationId, paragraph } = asked;
  await insertRefusal(tx, { authorityId, childId, adviceRequestId: id, organisationId }, said);
  await stopShowing(tx, assessment, id, today);
  await recordEvent(tx, {
    authorityId,
    childId,
    kind: 'advice refused',
    subject: 'advice request',
    subjectId: id,
    ...(organisationId === null ? {} : { organisationId }),
    data: { assessmentId: assessment.id, paragraph },
  });
}

/** Takes back a request for advice: the child leaves the organisation's lens, and what was begun there stays unread. */
export async function takeBack(
  tx: Tx,
  ask: { assessmentId: Uuid; id: Uuid; reason: string },
  today: PlainDate,
): Promise<Outcome> {
  const assessment = found(await lockAssessment(tx, ask.assessmentId));
  const allowed = withdrawAsk(assessment, ask.id, ask.reason);
  if (!allowed.ok) return allowed;
  await withdraw(tx, ask.id, allowed.value, today);
  await stopShowing(tx, assessment, ask.id, today);
  await tellOfTakingBack(tx, assessment, ask.id);
  await recordEvent(tx, {
    authorityId: assessment.authorityId,
    childId: assessment.childId,
    kind: 'request for advice taken back',
    subject: 'advice request',
    subjectId: ask.id,
    data: { assessmentId: assessment.id },
  });
  return { ok: true, value: `/assessments/${assessment.id}` };
}

// It has gone from the organisation's inbox with the child, so it is told of by day and not by name.
async function tellOfTakingBack(tx: Tx, assessment: Assessment, id: Uuid): Promise<void> {
  const asked = assessment.asked.find((one) => one.id === id);
  if (asked === undefined || asked.organisationId === null) return;
  const { authorityId, childId } = assessment;
  const to = {
    kind: 'organisation',
    organisationId: asked.organisationId,
    name: asked.organisation ?? asked.adviser,
  } as const;
  await sendLetter(tx, { authorityId, childId, to, template: NO_LONGER_NEEDED, ...adviceNotNeeded(asked) });
}

const endedSchema = z.object({ today: z.string() });

/** Takes back what is still asked for once a request has ended: nobody is to go on writing, or to see the child. */
export async function stopAsking(tx: Tx, event: NewEvent): Promise<void> {
  const assessment = event.childId === null ? undefined : await findAssessmentOfChild(tx, event.childId);
  const today = parsePlainDate(endedSchema.parse(event.data).today);
  if (assessment?.requestId !== event.subjectId || assessment.decision !== null || today === null) return;
  const waiting = assessment.asked.filter(
    ({ returnedOn, refused }) => returnedOn === null && refused === null,
  );
  for (const { id } of waiting)
    await takeBack(tx, { assessmentId: assessment.id, id, reason: 'The request has ended' }, today);
  await stopAskingWhoKnows(tx, await listKnownQuestions(tx, { assessmentId: assessment.id }), today);
  await stopAskingAuthors(tx, assessment, await listExisting(tx, assessment.id), today);
}
