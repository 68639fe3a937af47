import { randomUUID } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { idIn } from '../../platform/http/address.ts';
import { found, NotTheirs } from '../../platform/http/errors.ts';
import { actOnce, idempotencyKey } from '../../platform/http/transact.ts';
import type { Outcome } from '../../platform/http/types.ts';
import { findEmails } from '../../platform/identity/accounts.ts';
import { withLens } from '../../platform/lens/index.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay } from '../../shared/plain-date.ts';
import { accepted } from '../../shared/result.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { listContacts } from '../children/index.ts';
import { mayAccept, sameAddress } from './inviting.ts';
import { acceptInvitation, endInvitation, openTo } from './sending.ts';
import { lockInvitation } from './store.ts';

/* What somebody who was invited does about it, for the pages and the API alike. */

export async function acceptOnce(request: FastifyRequest, services: Services): Promise<Outcome> {
  const { accountId, email } = await holder(request, services);
  const id = idIn(request, 'invitationId');
  const call = { key: idempotencyKey(request), route: 'accept an invitation' };
  return actOnce(services, { ...systemOf(services), onBehalfOf: accountId }, call, async (tx) => {
    const done = await acceptInvitation(tx, services, { id, accountId, email });
    return done.ok ? accepted('/family') : done;
  });
}

export async function refuseInvitation(request: FastifyRequest, services: Services): Promise<Outcome> {
  const { accountId, email } = await holder(request, services);
  await withLens(services.database, { ...systemOf(services), onBehalfOf: accountId }, async (tx) => {
    const invitation = found(await lockInvitation(tx, idIn(request, 'invitationId')));
    if (!sameAddress(invitation.email, email)) throw new NotTheirs();
    if (invitation.endedAt === null) await endInvitation(tx, invitation, invitation.name, services.now());
  });
  return accepted('/invitations');
}

/** The invitations that wait for whoever is signed in. */
export async function listWaitingFor(request: FastifyRequest, services: Services) {
  const who = isAccount(request) ? await holder(request, services) : null;
  const today = englishDay(services.now());
  return withLens(services.database, systemOf(services), async (tx) => {
    const shown = [];
    for (const one of who === null ? [] : await openTo(tx, who.email, today)) {
      const contacts = await listContacts(tx, one.childId);
      if (!mayAccept(one, contacts, today)) continue;
      const inviter = contacts.find(({ id }) => id === one.contactId)?.name ?? '';
      shown.push({ ...one, inviter, acceptKey: randomUUID(), endKey: randomUUID() });
    }
    return shown;
  });
}

/** The account and its address: a tracker opened by a code is nobody's account, and is invited to nothing. */
async function holder(
  { actor }: FastifyRequest,
  { database }: Services,
): Promise<{ accountId: Uuid; email: string }> {
  const accountId = actor?.kind === 'family' ? actor.accountId : null;
  const known = found(accountId);
  return { accountId: known, email: found((await findEmails(database, [known])).get(known)) };
}

function systemOf({ authority }: Services) {
  return { kind: 'system', authorityId: authority.code } as const;
}

function isAccount({ actor }: FastifyRequest): boolean {
  return actor?.kind === 'family' && actor.accountId !== null;
}
