import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { idIn } from '../../platform/http/address.ts';
import { found, NotTheirs } from '../../platform/http/errors.ts';
import { actOnce, idempotencyKey } from '../../platform/http/transact.ts';
import type { Outcome } from '../../platform/http/types.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay } from '../../shared/plain-date.ts';
import { accepted } from '../../shared/result.ts';
import { reply } from './post.ts';
import type { choiceSchema, SheetSent } from './schema.ts';
import { findAuthorityName, findInvitation, insertChoice, listReplies, mayAsk } from './store.ts';
import { readSheet, statementsFor, stateOf } from './survey.ts';

/* What an organisation is asked by an authority, of which it may have many. No child's name is in it. */

const AT = '/inbox/experience';

/** An invitation of the organisation's, where it stands, and whether the authority that asks may ask again. */
export async function readAsOrganisation(request: FastifyRequest, services: Services) {
  const { organisationId } = memberOf(request);
  const id = idIn(request, 'invitationId');
  const read = await request.act(async (tx) => {
    const invitation = found(await findInvitation(tx, id));
    const how = (await listReplies(tx, [id])).get(id) ?? null;
    const asks = await mayAsk(tx, invitation.authorityId, organisationId);
    return { invitation, how, asks, authorityName: await findAuthorityName(tx, invitation.authorityId) };
  });
  const { invitation, how, asks, authorityName } = read;
  const { stage, kind, closesOn, endedOn } = invitation;
  return {
    ...{ invitation, stage, kind, closesOn, endedOn, asks, authorityName },
    state: stateOf(closesOn, how, englishDay(services.now())),
    statements: statementsFor(stage, kind),
  };
}

/** Answers for the organisation, once, whichever of its people sends it. */
export async function answerAsOrganisation(
  request: FastifyRequest,
  services: Services,
  sent: SheetSent,
): Promise<Outcome> {
  const { invitation, state, statements } = await readAsOrganisation(request, services);
  if (state !== 'open') return accepted(`${AT}/${invitation.id}/${state}`);
  const sheet = readSheet(statements, sent);
  if (!sheet.ok) return sheet;
  return accepted(`${AT}/${invitation.id}/${await reply(services, invitation, sheet.value)}`);
}

/** Says no to one invitation, for the organisation. */
export async function declineAsOrganisation(request: FastifyRequest, services: Services): Promise<Outcome> {
  const { invitation, state } = await readAsOrganisation(request, services);
  if (state !== 'open') return accepted(`${AT}/${invitation.id}/${state}`);
  return accepted(`${AT}/${invitation.id}/${await reply(services, invitation, 'declined')}`);
}

/** Says whether the authority that asked may ask the organisation again; a no ends this invitation as well. */
export async function chooseAsOrganisation(
  request: FastifyRequest,
  services: Services,
  { asks }: z.infer<typeof choiceSchema>,
): Promise<Outcome> {
  const { organisationId, accountId, name } = memberOf(request);
  const { invitation, state } = await readAsOrganisation(request, services);
  const { authorityId } = invitation;
  const system = { kind: 'system', authorityId, onBehalfOf: accountId } as const;
  const call = { key: idempotencyKey(request), route: 'choose whether to be asked' };
  const outcome = await actOnce(services, system, call, async (tx) => {
    await insertChoice(tx, {
      ...{ authorityId, childId: null, contactId: null, organisationId, asks: asks === 'yes' },
      ...{ saidBy: name, saidHow: 'online', saidOn: englishDay(services.now()), recordedBy: null },
    });
    return accepted(`${AT}/${invitation.id}`);
  });
  if (outcome.ok && asks === 'no' && state === 'open') await reply(services, invitation, 'declined');
  return outcome;
}

function memberOf({ actor }: FastifyRequest) {
  if (actor?.kind !== 'organisation') throw new NotTheirs();
  return actor;
}
