import { randomUUID } from 'node:crypto';
import { isPlace, type Place, type Variant, variantOf } from '../../law/index.ts';
import { recordEvent } from '../../platform/events/index.ts';
import type { Tx } from '../../platform/lens/index.ts';
import { type PlainDate, parsePlainDate, sayDate } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { findLikelySame, insertChild, insertContact, shareWithOrganisation } from '../children/index.ts';
import { type Sent, sentSchema } from './answers.ts';
import { type Attention, insertAttention } from './attention-store.ts';
import { newReference } from './codes.ts';
import type { Draft } from './draft-store.ts';
import { flagsIn } from './flag.ts';
import { insertFlag } from './flag-store.ts';
import type { Asking } from './question.ts';
import { questionsFor } from './questions.ts';
import type { Request } from './request.ts';
import { findSettingOf, insertRequest } from './store.ts';

export type SentRequest = {
  requestId: Uuid;
  childId: Uuid;
  reference: string;
  contactId: Uuid | null;
  receivedOn: PlainDate;
  variant: Variant;
};

/**
 * Turns a finished draft into a request: the child as stated, the person to write to, and the request, received today
 * or, when staff logged it, the day it came. Where a child already on file may be the same, the file waits to be opened
 * by staff, who see why; the clock does not wait. In the authority's own lens.
 */
export async function sendRequest(
  tx: Tx,
  authorityId: number,
  draft: Draft,
  by: { now: Date; today: PlainDate; organisationId: Uuid | null; name: string | null },
): Promise<SentRequest> {
  const sent = sentSchema.parse(draft.answers);
  const childId = randomUUID();
  const upn = sent.upn === '' ? null : sent.upn;
  const stated = {
    givenNames: sent.givenNames,
    familyName: sent.familyName,
    preferredName: sent.preferredName === '' ? null : sent.preferredName,
    bornOn: sent.bornOn,
    upn,
    postcode: sent.postcode === '' ? null : sent.postcode,
  };
  const likely = await findLikelySame(tx, stated, null);
  const attention = draft.source === 'attention' ? attentionIn(sent) : null;
  // A school or college that asks, signed in, asks about somebody who is there, unless it says that they are elsewhere.
  const isThere = attention === null && (!isPlace(sent.place) || AT_SETTINGS.includes(sent.place));
  await insertChild(tx, authorityId, {
    ...stated,
    id: childId,
    addressLines: lines(sent.address),
    settingId: isThere ? await findSettingOf(tx, by.organisationId) : null,
  });
  // Where telling them may not be safe, nobody is put on the file to be written to: staff do it once it is.
  const reachable = attention === null || (attention.toldParent !== 'not safe' && isReachable(sent));
  const contactId = reachable ? await addContact(tx, authorityId, childId, draft, sent) : null;
  const receivedOn = parsePlainDate(sent.receivedOn ?? '') ?? by.today;
  const request = {
    authorityId,
    id: randomUUID(),
    reference: newReference(),
    childId,
    receivedOn,
    receivedHow: sent.receivedHow ?? 'online',
    source: sourceOf(draft, sent),
    place: isPlace(sent.place) ? sent.place : null,
    requesterName: by.name ?? (attention?.tellerName || contactName(draft, sent)),
    contactId,
    organisationId: by.organisationId,
    stated: asShown({ ...draft, today: by.today }),
    fileOpenedAt: likely.length === 0 ? by.now : null,
  };
  await insertRequest(tx, request);
  const of = { authorityId, requestId: request.id, childId };
  if (attention !== null) {
    const familyTold = contactId === null ? null : { on: by.today, by: 'the service' };
    await insertAttention(tx, of, { ...attention, familyTold });
  }
  for (const flag of flagsIn(draft.answers))
    await insertFlag(tx, of, flag, { name: request.requesterName, now: by.now });
  if (by.organisationId !== null) {
    const reason = attention === null ? 'asked for an assessment' : 'brought to attention';
    await shareWithOrganisation(tx, {
      authorityId,
      childId,
      organisationId: by.organisationId,
      reason,
      fromOn: by.today,
    });
  }
  await recordEvent(tx, {
    authorityId,
    childId,
    kind: attention === null ? 'request received' : 'brought to attention',
    subject: 'request',
    subjectId: request.id,
    data: { receivedOn, source: request.source, how: request.receivedHow },
  });
  const variant = variantOf({ place: request.place, bornOn: sent.bornOn }, receivedOn);
  return { requestId: request.id, childId, reference: request.reference, contactId, receivedOn, variant };
}

const AT_SETTINGS: readonly Place[] = ['nursery', 'school', 'college'];

async function addContact(
  tx: Tx,
  authorityId: number,
  childId: Uuid,
  draft: Draft,
  sent: Sent,
): Promise<Uuid> {
  const id = randomUUID();
  const themself = draft.source === 'young person';
  await insertContact(tx, authorityId, {
    id,
    childId,
    name: contactName(draft, sent) || 'Parent or carer',
    relationship: themself ? 'the young person' : sent.relationship || 'not known',
    email: sent.email === '' ? null : sent.email,
    phone: sent.phone === '' ? null : sent.phone,
    addressLines: lines(sent.address),
    postcode: sent.postcode === '' ? null : sent.postcode,
    // As stated with the request; staff confirm it. A carer without it still holds a parent's rights (EA 1996, s576).
    parentalResponsibility: !themself,
    prefers: draft.source === 'attention' && sent.email !== '' ? 'email' : sent.prefers,
    format: sent.format,
    language: sent.language === '' ? null : sent.language,
    interpreter: sent.interpreter === '' ? null : sent.interpreter,
    bsl: sent.bsl === 'yes',
  });
  return id;
}

function contactName(draft: Draft, sent: Sent): string {
  return draft.source === 'young person' ? `${sent.givenNames} ${sent.familyName}` : sent.contactName;
}

function sourceOf(draft: Draft, sent: Sent): Request['source'] {
  if (draft.source === 'attention') return 'other';
  if (draft.source !== 'staff') return ownRight(draft.source, sent.behalf);
  const asked = sent.requestedBy;
  return asked === 'young person' || asked === 'school' || asked === 'other' ? asked : 'parent';
}

// Over compulsory school age the right is the young person's; a parent who only worries brings them to attention (s24).
function ownRight(source: 'parent' | 'young person' | 'school', behalf: Sent['behalf']): Request['source'] {
  if (source !== 'parent' || behalf === undefined || behalf === 'they cannot decide') return source;
  return behalf === 'worried' ? 'other' : 'young person';
}

function lines(address: string): string[] {
  return address
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function attentionIn(sent: Sent): Omit<Attention, 'familyTold'> {
  const { tellerName, tellerRole, tellerOrganisation, tellerEmail, toldParent, toldWords } = sent;
  return {
    tellerName,
    tellerRole,
    tellerOrganisation,
    tellerEmail: tellerEmail === '' ? null : tellerEmail,
    toldParent,
    toldWords,
  };
}

function isReachable({ email, address }: Sent): boolean {
  return email !== '' || address !== '';
}

/** The request in the words it was asked and answered in, kept because questions change. */
export function asShown(asking: Asking) {
  const asked = questionsFor(asking).filter(({ aside }) => aside !== true);
  return asked.flatMap((question) => [
    ...question.fields.map((field) => {
      const given = asking.answers[field.name] ?? '';
      const choice = field.choices?.find((one) => one.value === given)?.text;
      const day = field.kind === 'date' ? parsePlainDate(given) : null;
      return { question: field.label, answer: choice ?? (day === null ? given : sayDate(day)) };
    }),
    ...(question.together === true
      ? [{ question: 'Written by', answer: asking.answers['schoolAuthor'] ?? '' }]
      : []),
  ]);
}
