import { randomUUID } from 'node:crypto';
import {
  isPlace,
  type Place,
  rightsHolder,
  schoolYearsBeginning,
  type Variant,
  variantOf,
} from '../../law/index.ts';
import { recordEvent } from '../../platform/events/index.ts';
import type { Tx } from '../../platform/lens/index.ts';
import { type PlainDate, parsePlainDate, sayDate } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { findLikelySame, insertChild, insertContact, shareWithOrganisation } from '../children/index.ts';
import { numbersIn, type Sent, sentSchema } from './answers.ts';
import { type Attention, insertAttention } from './attention-store.ts';
import { newReference } from './codes.ts';
import type { Draft } from './draft-store.ts';
import { flagsIn } from './flag.ts';
import { insertFlag } from './flag-store.ts';
import type { Asking } from './question.ts';
import { questionsFor } from './questions.ts';
import { REQUEST_SOURCES, type Request } from './request.ts';
import { findSettingOf, insertRequest } from './store.ts';
import { homeOf } from './their-home-question.ts';
import { addThemself, linesOf } from './themself-sending.ts';

type Holder = 'parent' | 'young person';

export type SentRequest = {
  requestId: Uuid;
  childId: Uuid;
  reference: string;
  contactId: Uuid | null;
  receivedOn: PlainDate;
  variant: Variant;
  /** Nobody's request: somebody was brought to the authority's attention. */
  attention: boolean;
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
  by: {
    now: Date;
    today: PlainDate;
    schoolYears: readonly PlainDate[];
    organisationId: Uuid | null;
    name: string | null;
    /** Whether whoever sends it may ask: an organisation that is no school brings to attention (s36(1) and (3)). */
    asks: boolean;
  },
): Promise<SentRequest> {
  const sent = sentSchema.parse(draft.answers);
  const childId = randomUUID();
  const stated = {
    givenNames: sent.givenNames,
    familyName: sent.familyName,
    preferredName: sent.preferredName === '' ? null : sent.preferredName,
    bornOn: sent.bornOn,
    ...numbersIn(sent),
    postcode: sent.postcode === '' ? null : sent.postcode,
  };
  const receivedOn = parsePlainDate(sent.receivedOn ?? '') ?? by.today;
  const begin = schoolYearsBeginning(by.schoolYears);
  const holder = rightsHolder(sent.bornOn, receivedOn, begin);
  const source = sourceOf(draft, sent, { holder, asks: by.asks });
  const attention = source === 'other' ? attentionIn(draft, sent, by.name) : null;
  const likely = await findLikelySame(tx, stated, null);
  // A school or college that asks, signed in, asks about somebody who is there, unless it says that they are elsewhere.
  const isThere = attention === null && (!isPlace(sent.place) || AT_SETTINGS.includes(sent.place));
  await insertChild(tx, authorityId, {
    ...stated,
    id: childId,
    addressLines: linesOf(sent.address),
    settingId: isThere ? await findSettingOf(tx, by.organisationId) : null,
  });
  // Where telling them may not be safe, nobody is put on the file to be written to: staff do it once it is.
  const untold = attention?.toldParent === 'not safe';
  const theirs = holder === 'young person' && sent.behalf !== 'they cannot decide';
  const writesForThem = theirs && draft.source !== 'young person' && !untold;
  const themselfId = writesForThem ? await addThemself(tx, { authorityId, childId }, sent) : null;
  const isParent = !untold && namesParent(draft, sent, theirs);
  const parentId = isParent ? await addContact(tx, authorityId, childId, draft, sent) : null;
  // Whose right it is, follows it and is written to; a parent they have is on the file as a parent.
  const contactId = themselfId ?? parentId;
  const request = {
    authorityId,
    id: randomUUID(),
    reference: newReference(),
    childId,
    receivedOn,
    receivedHow: sent.receivedHow ?? 'online',
    source,
    place: isPlace(sent.place) ? sent.place : null,
    requesterName: by.name ?? (attention?.tellerName || requesterOf(draft, sent)),
    contactId,
    organisationId: by.organisationId,
    stated: asShown({ ...draft, today: by.today, schoolYears: by.schoolYears }),
    fileOpenedAt: likely.length === 0 ? by.now : null,
  };
  await insertRequest(tx, request);
  const of = { authorityId, requestId: request.id, childId };
  if (attention !== null) {
    const told = contactId !== null && (themselfId !== null || isReachable(draft, sent));
    const familyTold = told ? { on: by.today, by: 'the service' } : null;
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
  const kind = { place: request.place, bornOn: sent.bornOn };
  const variant = variantOf(kind, receivedOn, begin);
  const { id: requestId, reference } = request;
  return { requestId, childId, reference, contactId, receivedOn, variant, attention: attention !== null };
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
  const home = homeOf(draft.source, sent);
  await insertContact(tx, authorityId, {
    id,
    childId,
    name: contactName(draft, sent) || 'Parent or carer',
    relationship: themself ? 'the young person' : sent.relationship || 'not known',
    email: sent.email === '' ? null : sent.email,
    phone: sent.phone === '' ? null : sent.phone,
    addressLines: linesOf(home.address),
    postcode: home.postcode === '' ? null : home.postcode,
    livesElsewhere: sent.parentLives === 'elsewhere',
    // As stated with the request; staff confirm it. A carer without it still holds a parent's rights (EA 1996, s576).
    parentalResponsibility: !themself,
    prefers: draft.answers['prefers'] === undefined && sent.email !== '' ? 'email' : sent.prefers,
    format: sent.format,
    language: sent.language === '' ? null : sent.language,
    interpreter: sent.interpreter === '' ? null : sent.interpreter,
    bsl: sent.bsl === 'yes',
  });
  return id;
}

/** Whether there is anybody to put on the file but the young person whose right it is. */
function namesParent({ source }: Draft, sent: Sent, theirs: boolean): boolean {
  if (source === 'parent' || source === 'young person') return true;
  if (theirs) return sent.contactName !== '' || sent.email !== '' || sent.phone !== '';
  return (source !== 'attention' && sent.contactName !== '') || isReachable({ source }, sent);
}

function contactName(draft: Draft, sent: Sent): string {
  return draft.source === 'young person' ? childName(sent) : sent.contactName;
}

function childName({ givenNames, familyName }: Sent): string {
  return `${givenNames} ${familyName}`;
}

function requesterOf(draft: Draft, sent: Sent): string {
  if (draft.source === 'attention') return sent.tellerName;
  if (draft.source !== 'staff') return contactName(draft, sent);
  switch (sent.requestedBy) {
    case 'young person':
      return childName(sent);
    case 'school':
      return sent.school || 'A school or college';
    case 'person in charge':
      return `The person in charge of ${sent.detainedAt || 'where they are detained'}`;
    default:
      return sent.contactName || 'A parent or carer';
  }
}

function sourceOf(draft: Draft, sent: Sent, by: { holder: Holder; asks: boolean }): Request['source'] {
  if (draft.source === 'staff') return REQUEST_SOURCES.find((one) => one === sent.requestedBy) ?? 'parent';
  // Of somebody detained the person in charge of where they are may ask (s71(2)), whatever else they could not ask.
  if (draft.source === 'attention' || draft.source === 'school') {
    if (sent.place === 'custody' && sent.inCharge === 'yes') return 'person in charge';
    return by.asks ? OF_DRAFT[draft.source] : 'other';
  }
  return ownRight(draft.source, by.holder === 'parent' ? undefined : sent.behalf);
}

const OF_DRAFT = { attention: 'other', school: 'school' } as const;

// Over compulsory school age the right is the young person's; a parent who only worries brings them to attention (s24).
function ownRight(source: 'parent' | 'young person', behalf: Sent['behalf']): Request['source'] {
  if (source !== 'parent' || behalf === undefined || behalf === 'they cannot decide') return source;
  return behalf === 'worried' ? 'other' : 'young person';
}

// A parent who only worries tells of them under their own name.
function attentionIn(
  draft: Draft,
  sent: Sent,
  name: string | null,
): Omit<Attention, 'familyTold' | 'notTold'> {
  if (draft.source === 'parent') {
    const { contactName: tellerName, relationship: tellerRole, email } = sent;
    const tellerEmail = email === '' ? null : email;
    const unsaid = { tellerOrganisation: '', toldParent: 'not known', toldWords: '' } as const;
    return { tellerName, tellerRole, tellerEmail, ...unsaid };
  }
  const { tellerRole, tellerOrganisation, tellerEmail, toldParent, toldWords } = sent;
  return {
    tellerName: sent.tellerName || (name ?? 'Somebody who is concerned'),
    tellerRole,
    tellerOrganisation,
    tellerEmail: tellerEmail === '' ? null : tellerEmail,
    toldParent,
    toldWords,
  };
}

function isReachable({ source }: Pick<Draft, 'source'>, sent: Sent): boolean {
  return sent.email !== '' || homeOf(source, sent).address !== '';
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
