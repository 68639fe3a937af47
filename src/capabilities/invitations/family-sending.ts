import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { idIn } from '../../platform/http/address.ts';
import { found, NotTheirs } from '../../platform/http/errors.ts';
import { actOnce, idempotencyKey } from '../../platform/http/transact.ts';
import type { Outcome } from '../../platform/http/types.ts';
import { actorId, familyName, type Tx, throughOf, withLens } from '../../platform/lens/index.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay } from '../../shared/plain-date.ts';
import { accepted, refused } from '../../shared/result.ts';
import { type Child, findChild } from '../children/index.ts';
import type { askedSchema } from './schema.ts';
import { endInvitation, endTheirSessions, listInviters, sendInvitation } from './sending.ts';
import { showInvitations } from './shown-store.ts';
import { lockInvitation } from './store.ts';

/* What a family does about whom it invites, for the pages and the API alike. */

const NOBODY =
  'We cannot tell who you are from the code you used. Ask for a new code, or contact us and tell us whom to invite.';

export async function inviteAsFamily(
  request: FastifyRequest,
  services: Services,
  { from, until, ...rest }: z.infer<typeof askedSchema>,
): Promise<Outcome> {
  const { child, contactId, name } = await open(request);
  const saidBy = name ?? from;
  const childId = child.id;
  if (saidBy === '') return refused('from', 'Enter your name');
  return once(request, services, { child, route: 'invite' }, async (tx) => {
    const sent = await sendInvitation(tx, services, {
      childId,
      contactId: found(contactId),
      asked: { ...rest, untilOn: until },
      saidBy,
      saidHow: 'online',
      saidOn: englishDay(services.now()),
      recordedBy: null,
    });
    return sent.ok ? accepted(`/family/${childId}/invitations`) : sent;
  });
}

/** Takes an invitation of one's own back: whoever was let in is out at once. */
export async function endAsFamily(request: FastifyRequest, services: Services): Promise<Outcome> {
  const { child, contactId, name } = await open(request);
  const id = idIn(request, 'invitationId');
  const invitation = await asAuthority(services, child, async (tx) => found(await lockInvitation(tx, id)));
  if (invitation.childId !== child.id || invitation.contactId !== contactId) throw new NotTheirs();
  const done = await once(request, services, { child, route: 'end an invitation' }, async (tx) => {
    await endInvitation(tx, invitation, name ?? 'whoever invited them', services.now());
    return accepted(`/family/${child.id}/invitations`);
  });
  await endTheirSessions(services, invitation);
  return done;
}

/** Whom they invited and what each opened, and why they cannot invite, if they cannot. */
export async function readAsFamily(request: FastifyRequest, services: Services) {
  const { child, contactId, name } = await open(request);
  request.readsChildFile({ authorityId: child.authorityId, childId: child.id });
  const shown = await asAuthority(services, child, async (tx) => {
    if (contactId === null) return { invitations: [], cannot: NOBODY };
    const may = (await listInviters(tx, services, child.id)).some(({ id }) => id === contactId);
    const cannot = may ? null : 'Contact us to invite somebody.';
    return { invitations: await showInvitations(tx, child.id, contactId), cannot };
  });
  return { child, named: name !== null, ...shown };
}

/** Through the family's own lens first, so that it is a child of theirs; nobody of the family sees the invitations' table. */
async function open(request: FastifyRequest) {
  const childId = idIn(request, 'childId');
  const child = await request.act(async (tx) => found(await findChild(tx, childId)));
  const contactId = throughOf(request.actor, childId)?.contactId ?? null;
  return { child, contactId, name: familyName(request.actor) };
}

function asAuthority<T>(services: Services, { authorityId }: Child, work: (tx: Tx) => Promise<T>) {
  return withLens(services.database, { kind: 'system', authorityId }, work);
}

function once(
  request: FastifyRequest,
  services: Services,
  { child, route }: { child: Child; route: string },
  work: (tx: Tx) => Promise<Outcome>,
): Promise<Outcome> {
  const onBehalfOf = found(actorId(found(request.actor)));
  const system = { kind: 'system', authorityId: child.authorityId, onBehalfOf } as const;
  return actOnce(services, system, { key: idempotencyKey(request), route }, work);
}
