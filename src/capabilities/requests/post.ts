import type { Variant } from '../../law/index.ts';
import type { Tx } from '../../platform/lens/index.ts';
import { sendLetter } from '../../platform/notifications/index.ts';
import { reachOf } from '../../platform/reach.ts';
import type { HomeAuthority, Services } from '../../platform/services.ts';
import type { PlainDate } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { findChild, fullName, listContacts } from '../children/index.ts';
import { findRights, listToTell, mayFollow } from '../rights/index.ts';
import { thanksForTelling, toldFamily } from './attention-letters.ts';
import { findAttention, isUntold } from './attention-store.ts';
import { clocksOf, rightsDates } from './clocks.ts';
import { keepCode, newCode, newSecret } from './codes.ts';
import type { Ending } from './ending.ts';
import { endingLetter, referralLetter } from './ending-letters.ts';
import {
  acknowledgement,
  decisionLetter,
  oneTimeCode,
  returnLink,
  type WhereToTurn,
  type Words,
} from './letters.ts';
import { findAuthority, type Referral } from './referral-store.ts';
import type { Decision, Request } from './request.ts';

const CODE_MINUTES = 30;
const POSTED_CODE_MINUTES = 28 * 24 * 60;
const LINK_MINUTES = 28 * 24 * 60;

/** Writes to everyone on the file who may be written to. */
async function writeToFamily(
  tx: Tx,
  services: Services,
  { authorityId, childId, template }: { authorityId: number; childId: Uuid; template: string },
  words: Words,
): Promise<void> {
  for (const contact of await listToTell(tx, services, childId, 'asking for an assessment')) {
    await sendLetter(tx, { authorityId, childId, to: { kind: 'contact', contact }, template, ...words });
  }
}

type Sent = { requestId: Uuid; childId: Uuid; reference: string; receivedOn: PlainDate; variant: Variant };

/** Says at once that the request is here, and when things are due. */
export async function acknowledge(tx: Tx, services: Services, sent: Sent): Promise<void> {
  const clocks = clocksOf(sent.receivedOn, [], sent.variant);
  const about = {
    ...sent,
    childName: await nameOf(tx, sent.childId),
    decideBy: clocks.decide.due,
    planBy: clocks.finalPlan.due,
  };
  const { childId } = sent;
  const letter = { authorityId: services.authority.code, childId, template: 'request received' };
  await writeToFamily(tx, services, letter, acknowledgement(about, whereToTurn(services.authority)));
}

/** Says to whoever brought a child to attention that it is here, and tells the family unless that may not be safe. */
export async function acknowledgeAttention(tx: Tx, services: Services, sent: Sent): Promise<void> {
  const attention = await findAttention(tx, sent.requestId);
  if (attention === undefined) throw new Error('nobody brought this to attention');
  if (attention.familyTold !== null) await writeOfAttention(tx, services, sent);
  const { tellerName: name, tellerEmail: email } = attention;
  if (email === null) return;
  await sendLetter(tx, {
    authorityId: services.authority.code,
    childId: null,
    to: { kind: 'somebody', name, email },
    template: 'thanks for telling us',
    ...thanksForTelling(whereToTurn(services.authority)),
  });
}

/** Tells the family that somebody has brought their child to attention: from whom, only where they know already. */
export async function writeOfAttention(tx: Tx, services: Services, sent: Sent): Promise<void> {
  const attention = await findAttention(tx, sent.requestId);
  const knows = attention?.toldParent === 'discussed' || attention?.toldParent === 'told';
  const named = attention?.tellerOrganisation === '' ? attention.tellerName : attention?.tellerOrganisation;
  const about = {
    ...sent,
    childName: await nameOf(tx, sent.childId),
    decideBy: clocksOf(sent.receivedOn, [], sent.variant).decide.due,
    from: knows ? (named ?? null) : null,
  };
  const letter = {
    authorityId: services.authority.code,
    childId: sent.childId,
    template: 'brought to attention',
  };
  await writeToFamily(tx, services, letter, toldFamily(about, whereToTurn(services.authority)));
}

/**
 * Writes the decision to the family, with its reasons and, where it is not to assess, their rights and exact dates. `isFirst`
 * where it is the first they hear of it at all, since somebody else brought their child to attention.
 */
export async function writeDecision(
  tx: Tx,
  services: Services,
  request: Request,
  decision: Decision,
  isFirst: boolean,
): Promise<void> {
  const about = {
    isFirst,
    childName: await nameOf(tx, request.childId),
    reference: request.reference,
    decision,
    planBy: clocksOf(request.receivedOn, [], request.variant).finalPlan.due,
    rights: rightsDates(decision.notifiedOn),
  };
  const template = decision.outcome === 'assess' ? 'decision to assess' : 'decision not to assess';
  const words = decisionLetter(about, whereToTurn(services.authority));
  await writeToFamily(tx, services, { ...request, template }, words);
}

/** Whether there is anybody on the file whom a letter about a request goes to. */
export async function isAnybodyToTell(tx: Tx, services: Services, { childId }: Request): Promise<boolean> {
  return (await listToTell(tx, services, childId, 'asking for an assessment')).length > 0;
}

/** Tells the family that a request has ended, what that means and what it does not. */
export async function writeEnding(
  tx: Tx,
  services: Services,
  request: Request,
  ending: Ending,
): Promise<void> {
  if (await isUntold(tx, request)) return;
  const theirOwn = request.source === 'parent' || request.source === 'young person';
  const about = { ...request, childName: await nameOf(tx, request.childId), ending, theirOwn };
  const words = endingLetter(about, whereToTurn(services.authority));
  await writeToFamily(tx, services, { ...request, template: 'request ended' }, words);
}

/** Tells the family which authority is responsible, and how to reach it. */
export async function writeReferral(
  tx: Tx,
  services: Services,
  request: Request,
  referral: Referral,
): Promise<void> {
  if (await isUntold(tx, request)) return;
  const other = await findAuthority(tx, referral.toAuthority);
  const ways = [other?.phone, other?.email, other?.address].filter(
    (way) => way !== null && way !== undefined,
  );
  const about = {
    ...request,
    childName: await nameOf(tx, request.childId),
    on: referral.referredOn,
    arrives: referral.arrivesAs !== null,
  };
  const to = {
    name: other?.name ?? 'the other authority',
    reach: ways.length === 0 ? null : ways.join('; '),
  };
  const words = referralLetter(about, to, whereToTurn(services.authority));
  await writeToFamily(tx, services, { ...request, template: 'request referred' }, words);
}

/** Sends a one-time code to the contact given with a request, and to nobody else. */
export async function sendCode(tx: Tx, services: Services, request: Request): Promise<void> {
  const contacts = await listContacts(tx, request.childId);
  const contact = contacts.find(({ id }) => id === request.contactId);
  const child = await findChild(tx, request.childId);
  if (contact === undefined || child === undefined) return;
  const rights = await findRights(tx, services, { child, decision: 'taking part in the assessment' });
  if (!mayFollow(rights, contact)) return;
  const posted = contact.prefers === 'post';
  const minutes = posted ? POSTED_CODE_MINUTES : CODE_MINUTES;
  const code = newCode();
  const { authorityId, childId } = request;
  const to = { kind: 'contact', contact } as const;
  const words = oneTimeCode(minutes);
  const sent = await sendLetter(tx, {
    authorityId,
    childId,
    to,
    template: 'one-time code',
    ...words,
    length: 'short',
    secret: code,
  });
  if (sent !== null)
    await keepCode(tx, authorityId, { requestId: request.id }, code, services.now(), minutes);
}

/** Sends a visitor the link back to their unsent request. */
export async function sendReturnLink(
  tx: Tx,
  services: Services,
  draftId: Uuid,
  email: string,
): Promise<void> {
  const { code: authorityId } = services.authority;
  const secret = newSecret();
  await keepCode(tx, authorityId, { draftId }, secret, services.now(), LINK_MINUTES);
  await sendLetter(tx, {
    authorityId,
    childId: null,
    to: { kind: 'somebody', name: email, email },
    template: 'return to a request',
    ...returnLink(),
    secret: `${services.config.baseUrl}/return/${draftId}/${secret}`,
  });
}

async function nameOf(tx: Tx, childId: Uuid): Promise<string> {
  const child = await findChild(tx, childId);
  return child === undefined ? 'the child' : fullName(child);
}

export function whereToTurn(authority: HomeAuthority): WhereToTurn {
  return {
    authority: authority.name,
    reach: reachOf(authority),
    sendiass: authority.sendiass,
    mediationAdviser: authority.mediationAdviser,
  };
}
