import { type NewEvent, recordEvent } from '../../platform/events/index.ts';
import { found } from '../../platform/http/errors.ts';
import { endSessionsOf } from '../../platform/identity/trackers.ts';
import type { Tx } from '../../platform/lens/index.ts';
import { sendLetter } from '../../platform/notifications/index.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay, type PlainDate } from '../../shared/plain-date.ts';
import { accepted, type Result, refused } from '../../shared/result.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { findChild, listContacts } from '../children/index.ts';
import { asCode, newCode, whereToTurn } from '../requests/index.ts';
import { findRights, mayFollow } from '../rights/index.ts';
import { CODE_MINUTES, keepInvitedCode, redeemInvitedCode } from './code-store.ts';
import { type Asked, type Invitation, invite, mayAccept, sameAddress, stageOf } from './inviting.ts';
import { invitationAccepted, invitationTo, invitedCode } from './letters.ts';
import {
  endInvitations,
  insertInvitation,
  letIn,
  listInvitations,
  listInvitationsTo,
  lockInvitation,
} from './store.ts';

export type Inviting = {
  childId: Uuid;
  contactId: Uuid;
  asked: Asked;
  saidBy: string;
  saidHow: string;
  saidOn: PlainDate;
  recordedBy: string | null;
};

/** Those on a child's file who may invite somebody: who may follow it themselves, and with whom contact is not restricted. */
export async function listInviters(tx: Tx, services: Services, childId: Uuid) {
  const child = found(await findChild(tx, childId));
  const rights = await findRights(tx, services, { child, decision: 'taking part in the assessment' });
  const contacts = await listContacts(tx, childId);
  return contacts.filter((contact) => !contact.restricted && mayFollow(rights, contact));
}

/** Invites somebody in the inviter's name, and writes to them: for the page, and for staff who were told. */
export async function sendInvitation(tx: Tx, services: Services, inviting: Inviting): Promise<Result<Uuid>> {
  const { childId, contactId } = inviting;
  const { authorityId } = found(await findChild(tx, childId));
  const inviter = (await listInviters(tx, services, childId)).find(({ id }) => id === contactId);
  if (inviter === undefined) return refused('inviter', 'Select who invites them');
  const now = services.now();
  const today = englishDay(now);
  const existing = await listInvitations(tx, childId);
  const asked = invite(inviting.asked, await listContacts(tx, childId), existing, { contactId, today });
  if (!asked.ok) return asked;
  const runOut = existing.filter((one) => stageOf(one, today) === 'run out').map(({ id }) => id);
  await endInvitations(tx, runOut, { by: 'its last day', at: now });
  const id = await insertInvitation(tx, asked.value, { ...inviting, authorityId, at: now });
  const { name, email, untilOn } = asked.value;
  const about = { inviter: inviter.name, untilOn, link: `${services.config.baseUrl}/invited` };
  await sendLetter(tx, {
    authorityId,
    childId,
    to: { kind: 'somebody', name, email },
    template: 'invitation',
    ...invitationTo(about, whereToTurn(services.authority)),
  });
  await happenedUnseen(tx, { authorityId, childId, id }, 'supporter invited');
  return accepted(id);
}

/** Accepts an invitation with the account of whoever has shown that its address is theirs, and tells the inviter. */
export async function acceptInvitation(
  tx: Tx,
  services: Services,
  { id, accountId, email }: { id: Uuid; accountId: Uuid; email: string },
): Promise<Result<Uuid>> {
  const any = found(await lockInvitation(tx, id));
  const invitation = found(sameAddress(any.email, email) ? any : null);
  const now = services.now();
  const { authorityId, childId, contactId, name, untilOn } = invitation;
  const contacts = await listContacts(tx, childId);
  const may = mayAccept(invitation, contacts, englishDay(now));
  if (!may)
    return refused('invitation', 'This invitation can no longer be accepted. Ask whoever invited you');
  if (!(await letIn(tx, invitation, accountId, now)))
    return refused('invitation', 'You can see this file already');
  const contact = found(contacts.find((one) => one.id === contactId));
  const words = invitationAccepted({ name, untilOn }, whereToTurn(services.authority));
  const to = { kind: 'contact', contact } as const;
  await sendLetter(tx, { authorityId, childId, to, template: 'invitation accepted', ...words });
  await happenedUnseen(tx, invitation, 'invitation accepted');
  return accepted(childId);
}

/** Takes an invitation back, or turns it down: what was seen by it is seen no longer, from this moment. */
export async function endInvitation(tx: Tx, invitation: Invitation, by: string, at: Date): Promise<void> {
  await endInvitations(tx, [invitation.id], { by, at });
  await happenedUnseen(tx, invitation, 'invitation ended');
}

/** Ends the sessions of whoever accepted it; what other families invited them to, they sign in again to see. */
export async function endTheirSessions({ database, now }: Services, invitation: Invitation): Promise<void> {
  if (invitation.accountId !== null) await endSessionsOf(database, invitation.accountId, now());
}

/**
 * Ends every invitation by somebody contact with whom is restricted, and every one to their address. Acts on `contact
 * restricted`.
 */
export function endInvitationsOf({ now }: Services) {
  return async (tx: Tx, event: NewEvent): Promise<void> => {
    const childId = childIn(event);
    if (childId === null) return;
    const person = (await listContacts(tx, childId)).find(({ id }) => id === event.subjectId);
    const theirs = (await listInvitations(tx, childId)).filter(
      (one) => one.contactId === event.subjectId || sameAddress(one.email, person?.email ?? null),
    );
    const ids = theirs.map(({ id }) => id);
    await endInvitations(tx, ids, { by: 'the SEND team', at: now() });
  };
}

function childIn({ data }: NewEvent): Uuid | null {
  if (typeof data !== 'object' || data === null || !('childId' in data)) return null;
  return typeof data['childId'] === 'string' ? data['childId'] : null;
}

/** Sends a code to an address somebody was invited at, and to no other; says nothing of whether there is one. */
export async function sendInvitedCode(tx: Tx, services: Services, email: string): Promise<void> {
  const now = services.now();
  const [invitation] = await openTo(tx, email, englishDay(now));
  if (invitation === undefined) return;
  const code = newCode();
  const { authorityId, childId, name } = invitation;
  const sent = await sendLetter(tx, {
    authorityId,
    childId,
    to: { kind: 'somebody', name, email: invitation.email },
    template: 'one-time code',
    ...invitedCode(CODE_MINUTES),
    length: 'short',
    secret: code,
  });
  if (sent !== null) await keepInvitedCode(tx, invitation, code, now);
}

/** The invitation whose code somebody typed; null for a code that opens nothing. */
export async function redeem(tx: Tx, email: string, typed: string, now: Date): Promise<Invitation | null> {
  const [invitation] = await openTo(tx, email, englishDay(now));
  if (invitation === undefined) return null;
  return (await redeemInvitedCode(tx, invitation.id, asCode(typed), now)) ? invitation : null;
}

/** What an address is invited to now, waiting or accepted. */
export async function openTo(tx: Tx, email: string, today: PlainDate): Promise<Invitation[]> {
  const all = await listInvitationsTo(tx, email);
  return all.filter((one) => ['waiting', 'accepted'].includes(stageOf(one, today)));
}

// About the child only in the authority's eyes: the other parent reads the child's events.
async function happenedUnseen(
  tx: Tx,
  { authorityId, childId, id }: { authorityId: number; childId: Uuid; id: Uuid },
  kind: string,
): Promise<void> {
  const data = { childId };
  await recordEvent(tx, { authorityId, childId: null, kind, subject: 'invitation', subjectId: id, data });
}
