import type { FastifyRequest } from 'fastify';
import { idIn } from '../../platform/http/address.ts';
import { found, NotTheirs } from '../../platform/http/errors.ts';
import { type Tx, withLens } from '../../platform/lens/index.ts';
import type { Services } from '../../platform/services.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { listFiles } from '../children/index.ts';
import { claimReply, findInvitation, insertSheet, listReplies } from './store.ts';
import type { How, Invitation, Sheet } from './survey.ts';

/* What answering comes to, whoever sends it: by the family, an organisation, or staff who write it down. */

/**
 * Ends an invitation with a sheet or a no, once, and answers how it ended: as it did before where it had. The service does it in
 * nobody's name and keeps no key of the call, so that neither tells whose the answers are; that it ends once is its key.
 */
export function reply(
  services: Services,
  invitation: Invitation,
  given: Sheet | 'declined',
  writtenDown = false,
): Promise<How> {
  const system = { kind: 'system', authorityId: invitation.authorityId } as const;
  const how = given === 'declined' ? 'declined' : 'answered';
  return withLens(services.database, system, async (tx) => {
    if (!(await claimReply(tx, invitation, how, writtenDown)))
      return found((await listReplies(tx, [invitation.id])).get(invitation.id));
    if (given !== 'declined') await insertSheet(tx, invitation, given);
    return how;
  });
}

/** The invitation an address names, if it is about the child the address names; or answers 404. */
export async function invitationOf(tx: Tx, request: FastifyRequest, childId: Uuid): Promise<Invitation> {
  const invitation = found(await findInvitation(tx, idIn(request, 'invitationId')));
  if (invitation.childId !== childId && !(await listFiles(tx, childId)).includes(invitation.childId))
    throw new NotTheirs();
  return invitation;
}
