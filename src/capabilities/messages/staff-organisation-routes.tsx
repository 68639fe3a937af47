import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { recordEvent } from '../../platform/events/index.ts';
import { idIn } from '../../platform/http/address.ts';
import { found, NotTheirs } from '../../platform/http/errors.ts';
import { readForm } from '../../platform/http/forms.ts';
import type { Outcome } from '../../platform/http/types.ts';
import { findPeople } from '../../platform/identity/first-person.ts';
import type { Tx } from '../../platform/lens/index.ts';
import { sendLetter } from '../../platform/notifications/index.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay } from '../../shared/plain-date.ts';
import { accepted } from '../../shared/result.ts';
import { findChild, fullName } from '../children/index.ts';
import { whereToTurn } from '../requests/index.ts';
import { listUnanswered, readConversation } from './conversation-store.ts';
import { again, form, type Sent } from './form-routes.ts';
import { organisationToldOfMessage } from './letters.ts';
import { close, write } from './message.ts';
import { organisationMessageSchema } from './organisation-routes.tsx';
import { answerThread, findThread, insertInThread, listWriters, type Thread } from './organisation-store.ts';
import { StaffOrganisationMessagesPage } from './pages/staff-organisation.tsx';
import { askedOf, closeSchema } from './sending.ts';

const at = '/cases/:childId/messages/:organisationId';
const caseworkers = ['caseworker', 'manager'] as const;

/** The SEND team answers an organisation, apart from the family. */
export function staffOrganisationMessages(app: FastifyInstance, services: Services): void {
  app.get(at, { config: { access: 'staff', childFile: true } }, (request, reply) => show(request, reply));

  app.post(at, { config: { access: caseworkers } }, async (request, reply) => {
    const read = readForm(organisationMessageSchema, request.body);
    if (!read.ok) return show(request, reply, read);
    const outcome = await answerOrganisation(request, services, read.value);
    if (outcome.ok) return reply.redirect(outcome.value, 303);
    return show(request, reply, again(request, outcome));
  });

  app.post(`${at}/closure`, { config: { access: caseworkers } }, async (request, reply) => {
    const read = readForm(closeSchema, request.body);
    if (!read.ok) return show(request, reply, read);
    const outcome = await closeThread(request, services, read.value);
    if (outcome.ok) return reply.redirect(outcome.value, 303);
    return show(request, reply, again(request, outcome));
  });

  async function show(request: FastifyRequest, reply: FastifyReply, sent?: Sent) {
    const { thread, organisation, child, now, ...read } = await readThread(request, services);
    const shown = {
      ...{ childId: thread.childId, childName: fullName(child), bornOn: child.bornOn },
      ...{ organisation, address: addressOf(thread), ...read, today: englishDay(now) },
      ...{ closeKey: randomUUID(), ...form(sent) },
    };
    return reply.page(
      <StaffOrganisationMessagesPage page={request.pageContext()} {...shown} />,
      sent === undefined ? 200 : 400,
    );
  }
}

/** Answers an organisation: whoever there wrote is told, and its administrators. */
export async function answerOrganisation(
  request: FastifyRequest,
  services: Services,
  { body }: z.infer<typeof organisationMessageSchema>,
): Promise<Outcome> {
  const { actor } = request;
  if (actor?.kind !== 'staff') throw new NotTheirs();
  const people = await findPeople(services.database, [idIn(request, 'organisationId')]);
  const now = services.now();
  return request.once(async (tx) => {
    const { thread, organisation } = await theThread(tx, request);
    const written = write({ body, name: actor.name });
    if (!written.ok) return written;
    const sent = { from: 'staff', ...written.value, sentAt: now, promisedOn: null } as const;
    const subjectId = await insertInThread(tx, thread, { ...sent, account: actor.accountId });
    await answerThread(tx, thread, { at: now, closedReason: null });
    const { organisationId } = thread;
    const about = { ...childOf(thread), organisationId, subject: 'message', subjectId };
    await recordEvent(tx, { ...about, kind: 'message to an organisation' });
    await tell(tx, services, { thread, organisation, people });
    return accepted(addressOf(thread));
  });
}

/** Says that what an organisation wrote needs no answer. */
export function closeThread(
  request: FastifyRequest,
  services: Services,
  { reason }: z.infer<typeof closeSchema>,
): Promise<Outcome> {
  return request.once(async (tx) => {
    const { thread } = await theThread(tx, request);
    const closed = close(await listUnanswered(tx, thread), reason);
    if (!closed.ok) return closed;
    await answerThread(tx, thread, { at: services.now(), closedReason: closed.value });
    const { organisationId } = thread;
    const about = { ...childOf(thread), organisationId, subject: 'child', subjectId: thread.childId };
    await recordEvent(tx, { ...about, kind: 'message needs no answer' });
    return accepted(addressOf(thread));
  });
}

type Told = { thread: Thread; organisation: string; people: Awaited<ReturnType<typeof findPeople>> };

// That there is a message and where, and never of whom or what.
async function tell(tx: Tx, services: Services, { thread, organisation, people }: Told): Promise<void> {
  const writers = await listWriters(tx, thread);
  const told = people.filter((one) => one.administrator || writers.includes(one.accountId));
  const href = `${services.config.baseUrl}/children/${thread.childId}/messages`;
  const words = organisationToldOfMessage({ organisation, href }, whereToTurn(services.authority));
  for (const { name, email } of told) {
    const to = { kind: 'somebody', name, email } as const;
    await sendLetter(tx, { ...childOf(thread), to, template: 'message to an organisation', ...words });
  }
}

/** What an organisation and the SEND team wrote, which the team has now seen. */
export async function readThread(request: FastifyRequest, services: Services) {
  const now = services.now();
  const read = await request.act(async (tx) => {
    const found = await theThread(tx, request);
    const by = { others: 'organisation', at: now } as const;
    return { ...found, ...(await readConversation(tx, found.thread, askedOf(request), by)) };
  });
  request.readsChildFile(read.thread);
  return { ...read, now };
}

/** The organisation's messages about the child; not there for an organisation the child was never put before. */
async function theThread(tx: Tx, request: FastifyRequest) {
  const childId = idIn(request, 'childId');
  const organisationId = idIn(request, 'organisationId');
  const child = found(await findChild(tx, childId));
  const { name } = found(await findThread(tx, childId, organisationId));
  return { child, organisation: name, thread: { authorityId: child.authorityId, childId, organisationId } };
}

function childOf({ authorityId, childId }: Thread) {
  return { authorityId, childId };
}

function addressOf({ childId, organisationId }: Thread): string {
  return `/cases/${childId}/messages/${organisationId}`;
}
