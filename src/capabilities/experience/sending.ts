import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { idIn } from '../../platform/http/address.ts';
import { found } from '../../platform/http/errors.ts';
import { actOnce, idempotencyKey } from '../../platform/http/transact.ts';
import type { Outcome } from '../../platform/http/types.ts';
import { actorId, throughOf } from '../../platform/lens/index.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay } from '../../shared/plain-date.ts';
import { accepted } from '../../shared/result.ts';
import { findChild, fullName, listContacts } from '../children/index.ts';
import { invitationOf, reply } from './post.ts';
import type { choiceSchema, SheetSent } from './schema.ts';
import { insertChoice, listChoices, listInvitations, listReplies } from './store.ts';
import { readSheet, type Sheet, statementsFor, stateOf } from './survey.ts';

/* What a family is asked, and what they answer, for the pages and the API alike. */

/** All that one person of a family was asked about a child, and whether they want to be; null where it is not known who they are. */
export async function readAsked(request: FastifyRequest, services: Services) {
  const childId = idIn(request, 'childId');
  const contactId = throughOf(request.actor, childId)?.contactId ?? null;
  const today = englishDay(services.now());
  const read = await request.act(async (tx) => {
    const child = found(await findChild(tx, childId));
    const invitations = (await listInvitations(tx, childId)).filter((one) => one.contactId === contactId);
    const replies = await listReplies(
      tx,
      invitations.map(({ id }) => id),
    );
    const asks = (await listChoices(tx, childId)).get(contactId ?? '') ?? true;
    return { child, invitations, replies, asks };
  });
  request.readsChildFile({ authorityId: read.child.authorityId, childId });
  const all = read.invitations.map((one) => ({
    ...one,
    state: stateOf(one.closesOn, read.replies.get(one.id) ?? null, today),
  }));
  return {
    ...{ childId, childName: fullName(read.child) },
    asks: contactId === null ? null : read.asks,
    open: all.filter(({ state }) => state === 'open'),
  };
}

/** One invitation of somebody's in a family, and where it stands. */
export async function readInvitation(request: FastifyRequest, services: Services) {
  const childId = idIn(request, 'childId');
  const read = await request.act(async (tx) => {
    const child = found(await findChild(tx, childId));
    const invitation = await invitationOf(tx, request, childId);
    return { child, invitation, how: (await listReplies(tx, [invitation.id])).get(invitation.id) ?? null };
  });
  request.readsChildFile({ authorityId: read.child.authorityId, childId });
  const { child, invitation, how } = read;
  const { stage, kind, closesOn } = invitation;
  return {
    ...{ childId, childName: fullName(child), invitation, stage, kind, closesOn },
    state: stateOf(closesOn, how, englishDay(services.now())),
    statements: statementsFor(stage, kind),
  };
}

/** Answers an invitation; a second answer, and one to an invitation that has ended, changes nothing and is told how it ended. */
export async function answerAsFamily(
  request: FastifyRequest,
  services: Services,
  sent: SheetSent,
): Promise<Outcome> {
  return end(request, services, sent);
}

/** Says no to one invitation: as final as an answer. */
export function declineAsFamily(request: FastifyRequest, services: Services): Promise<Outcome> {
  return end(request, services, 'declined');
}

async function end(
  request: FastifyRequest,
  services: Services,
  sent: SheetSent | 'declined',
): Promise<Outcome> {
  const { childId, invitation, state, statements } = await readInvitation(request, services);
  const at = `/family/${childId}/experience`;
  if (state !== 'open') return accepted(`${at}/${state}`);
  let sheet: Sheet | 'declined' = 'declined';
  if (sent !== 'declined') {
    const read = readSheet(statements, sent);
    if (!read.ok) return read;
    sheet = read.value;
  }
  return accepted(`${at}/${await reply(services, invitation, sheet)}`);
}

/** Says whether they want to be asked; a no ends what is open as well. */
export async function chooseAsFamily(
  request: FastifyRequest,
  services: Services,
  { asks }: z.infer<typeof choiceSchema>,
): Promise<Outcome> {
  const childId = idIn(request, 'childId');
  const { authorityId } = await request.act(async (tx) => found(await findChild(tx, childId)));
  const contactId = found(throughOf(request.actor, childId)).contactId;
  const system = { kind: 'system', authorityId, onBehalfOf: found(actorId(found(request.actor))) } as const;
  const call = { key: idempotencyKey(request), route: 'choose whether to be asked' };
  const today = englishDay(services.now());
  const open = (await readAsked(request, services)).open;
  const outcome = await actOnce(services, system, call, async (tx) => {
    const contact = found((await listContacts(tx, childId)).find(({ id }) => id === contactId));
    await insertChoice(tx, {
      ...{ authorityId, childId, contactId, organisationId: null, asks: asks === 'yes' },
      ...{ saidBy: contact.name, saidHow: 'online', saidOn: today, recordedBy: null },
    });
    return accepted(`/family/${childId}/experience`);
  });
  if (outcome.ok && asks === 'no') for (const one of open) await reply(services, one, 'declined');
  return outcome;
}
