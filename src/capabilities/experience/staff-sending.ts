import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { recordEvent } from '../../platform/events/index.ts';
import { idIn } from '../../platform/http/address.ts';
import { found } from '../../platform/http/errors.ts';
import type { Outcome } from '../../platform/http/types.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay } from '../../shared/plain-date.ts';
import { accepted, refused } from '../../shared/result.ts';
import { findChild, fullName, listContacts } from '../children/index.ts';
import { invitationOf, reply } from './post.ts';
import type { SheetSent, staffChoiceSchema } from './schema.ts';
import { insertChoice, listChoices, listInvitations } from './store.ts';
import { readSheet, statementsFor, stateOf } from './survey.ts';

/* What staff see of who was asked, and write down of what somebody said. Whether anybody answered is not among it. */

/** Who on a file was asked about which stage and on which day, and who does not want to be asked. */
export async function readOfCase(request: FastifyRequest, services: Services) {
  const childId = idIn(request, 'childId');
  const today = englishDay(services.now());
  const shown = await request.act(async (tx) => {
    const child = found(await findChild(tx, childId));
    const contacts = await listContacts(tx, childId);
    const choices = await listChoices(tx, childId);
    const names = new Map(contacts.map(({ id, name }) => [id, name]));
    const invitations = (await listInvitations(tx, childId)).map(
      ({ id, stage, kind, askedOn, closesOn, contactId }) => ({
        ...{ id, stage, kind, askedOn, closesOn },
        who: contactId === null ? null : (names.get(contactId) ?? 'Somebody no longer on the file'),
        // By its last day alone, so that it says nothing of whether they answered.
        isOpen: stateOf(closesOn, null, today) === 'open',
      }),
    );
    const people = contacts
      .filter(({ restricted }) => !restricted)
      .map(({ id, name }) => ({ id, name, asks: choices.get(id) ?? true }));
    return { child, invitations, people };
  });
  const { child, invitations, people } = shown;
  request.readsChildFile({ authorityId: child.authorityId, childId });
  return { childId, childName: fullName(child), bornOn: child.bornOn, invitations, people };
}

/** One invitation that staff write an answer to. */
export async function readToWrite(request: FastifyRequest, services: Services) {
  const childId = idIn(request, 'childId');
  const read = await request.act(async (tx) => ({
    child: found(await findChild(tx, childId)),
    invitation: await invitationOf(tx, request, childId),
  }));
  const { child, invitation } = read;
  request.readsChildFile({ authorityId: child.authorityId, childId });
  const { stage, kind, closesOn } = invitation;
  return {
    ...{ childId, childName: fullName(child), bornOn: child.bornOn, invitation, stage, kind, closesOn },
    isOpen: stateOf(closesOn, null, englishDay(services.now())) === 'open',
    statements: statementsFor(stage, kind),
  };
}

/**
 * Writes down what somebody answered by telephone or on paper. Where they had answered here before, that counts and this does
 * not; whoever writes is told the same either way.
 */
export async function answerAsStaff(
  request: FastifyRequest,
  services: Services,
  sent: SheetSent,
): Promise<Outcome> {
  const { childId, invitation, isOpen, statements } = await readToWrite(request, services);
  const at = `/cases/${childId}/experience`;
  if (!isOpen) return accepted(at);
  const sheet = readSheet(statements, sent);
  if (!sheet.ok) return sheet;
  await reply(services, invitation, sheet.value, true);
  return accepted(at);
}

/** Writes down that somebody does not want to answer. */
export async function declineAsStaff(request: FastifyRequest, services: Services): Promise<Outcome> {
  const { childId, invitation, isOpen } = await readToWrite(request, services);
  if (isOpen) await reply(services, invitation, 'declined', true);
  return accepted(`/cases/${childId}/experience`);
}

/** Writes down whether somebody on the file wants to be asked. */
export function chooseAsStaff(
  request: FastifyRequest,
  services: Services,
  { contactId, asks, saidHow, saidOn }: z.infer<typeof staffChoiceSchema>,
): Promise<Outcome> {
  const childId = idIn(request, 'childId');
  const recordedBy = request.actor?.kind === 'staff' ? request.actor.name : '';
  return request.once(async (tx) => {
    const { authorityId } = found(await findChild(tx, childId));
    if (saidOn > englishDay(services.now())) return refused('saidOn', 'The day must be today or in the past');
    const { name } = found((await listContacts(tx, childId)).find(({ id }) => id === contactId));
    await insertChoice(tx, {
      ...{ authorityId, childId, contactId, organisationId: null, asks: asks === 'yes' },
      ...{ saidBy: name, saidHow, saidOn, recordedBy },
    });
    await recordEvent(tx, {
      ...{ authorityId, childId, kind: 'choice whether to be asked written down' },
      ...{ subject: 'child', subjectId: childId },
    });
    return accepted(`/cases/${childId}/experience`);
  });
}
