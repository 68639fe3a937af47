import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { idIn } from '../../platform/http/address.ts';
import { found, NotTheirs } from '../../platform/http/errors.ts';
import type { Outcome } from '../../platform/http/types.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay } from '../../shared/plain-date.ts';
import { accepted, refused } from '../../shared/result.ts';
import { findChild } from '../children/index.ts';
import type { toldSchema } from './schema.ts';
import { endInvitation, endTheirSessions, listInviters, sendInvitation } from './sending.ts';
import { showInvitations } from './shown-store.ts';
import { lockInvitation } from './store.ts';

/* What staff write down of whom a family invites, for the pages and the API alike. */

export function inviteAsStaff(
  request: FastifyRequest,
  services: Services,
  { inviter, saidHow, saidOn, until, ...rest }: z.infer<typeof toldSchema>,
): Promise<Outcome> {
  const childId = idIn(request, 'childId');
  return request.once(async (tx) => {
    found(await findChild(tx, childId));
    if (saidOn > englishDay(services.now())) return refused('saidOn', 'The day must be today or in the past');
    const by = (await listInviters(tx, services, childId)).find(({ id }) => id === inviter);
    if (by === undefined) return refused('inviter', 'Select who invites them');
    const sent = await sendInvitation(tx, services, {
      childId,
      contactId: by.id,
      asked: { ...rest, untilOn: until },
      saidBy: by.name,
      saidHow,
      saidOn,
      recordedBy: nameOf(request),
    });
    return sent.ok ? accepted(`/cases/${childId}/invitations`) : sent;
  });
}

export async function endAsStaff(request: FastifyRequest, services: Services): Promise<Outcome> {
  const childId = idIn(request, 'childId');
  const invitation = await request.act(async (tx) =>
    found(await lockInvitation(tx, idIn(request, 'invitationId'))),
  );
  if (invitation.childId !== childId) throw new NotTheirs();
  const done = await request.once(async (tx) => {
    await endInvitation(tx, invitation, nameOf(request), services.now());
    return accepted(`/cases/${childId}/invitations`);
  });
  await endTheirSessions(services, invitation);
  return done;
}

/** Who may invite, and everybody who was. */
export async function readAsStaff(request: FastifyRequest, services: Services) {
  const childId = idIn(request, 'childId');
  const shown = await request.act(async (tx) => ({
    child: found(await findChild(tx, childId)),
    inviters: await listInviters(tx, services, childId),
    invitations: await showInvitations(tx, childId, 'all'),
  }));
  request.readsChildFile({ authorityId: shown.child.authorityId, childId });
  return shown;
}

function nameOf({ actor }: FastifyRequest): string {
  return actor !== null && 'name' in actor ? actor.name : 'The service';
}
