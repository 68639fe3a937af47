import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { recordEvent } from '../../platform/events/index.ts';
import { found, NotTheirs } from '../../platform/http/errors.ts';
import { optionalText, readForm } from '../../platform/http/forms.ts';
import { findPeople } from '../../platform/identity/first-person.ts';
import type { Tx } from '../../platform/lens/index.ts';
import { sendLetter } from '../../platform/notifications/index.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay } from '../../shared/plain-date.ts';
import { accepted } from '../../shared/result.ts';
import { isUuid } from '../../shared/uuid.ts';
import { findChild, fullName } from '../children/index.ts';
import { whereToTurn } from '../requests/index.ts';
import { again, childIdOf, form, type Sent } from './form-routes.ts';
import { organisationToldOfMessage } from './letters.ts';
import { close, write } from './message.ts';
import {
  answerThread,
  findThread,
  insertInThread,
  listThread,
  listWriters,
  markThreadSeen,
  type Thread,
} from './organisation-store.ts';
import { StaffOrganisationMessagesPage } from './pages/staff-organisation.tsx';

const at = '/cases/:childId/messages/:organisationId';
const caseworkers = ['caseworker', 'manager'] as const;
const messageSchema = z.object({ body: optionalText(20_000) });
const closeSchema = z.object({ reason: optionalText(2000) });

/** The SEND team answers an organisation, apart from the family. */
export function staffOrganisationMessages(app: FastifyInstance, services: Services): void {
  app.get(at, { config: { access: 'staff', childFile: true } }, (request, reply) => show(request, reply));

  app.post(at, { config: { access: caseworkers } }, async (request, reply) => {
    const read = readForm(messageSchema, request.body);
    if (!read.ok) return show(request, reply, read);
    const { actor } = request;
    if (actor?.kind !== 'staff') throw new NotTheirs();
    const people = await findPeople(services.database, [organisationIdOf(request)]);
    const now = services.now();
    const outcome = await request.once(async (tx) => {
      const { thread, organisation } = await theThread(tx, request);
      const written = write({ body: read.value.body, name: actor.name });
      if (!written.ok) return written;
      const sent = { from: 'staff', ...written.value, sentAt: now, promisedOn: null } as const;
      const subjectId = await insertInThread(tx, thread, { ...sent, account: actor.accountId });
      await answerThread(tx, thread, { at: now, closedReason: null });
      const { organisationId } = thread;
      const about = { ...childOf(thread), organisationId, subject: 'message', subjectId };
      await recordEvent(tx, { ...about, kind: 'message to an organisation' });
      await tell(tx, thread, organisation, people);
      return accepted(addressOf(thread));
    });
    if (outcome.ok) return reply.redirect(outcome.value, 303);
    return show(request, reply, again(request, outcome));
  });

  app.post(`${at}/closure`, { config: { access: caseworkers } }, async (request, reply) => {
    const read = readForm(closeSchema, request.body);
    if (!read.ok) return show(request, reply, read);
    const outcome = await request.once(async (tx) => {
      const { thread } = await theThread(tx, request);
      const closed = close(await listThread(tx, thread), read.value.reason);
      if (!closed.ok) return closed;
      await answerThread(tx, thread, { at: services.now(), closedReason: closed.value });
      const { organisationId } = thread;
      const about = { ...childOf(thread), organisationId, subject: 'child', subjectId: thread.childId };
      await recordEvent(tx, { ...about, kind: 'message needs no answer' });
      return accepted(addressOf(thread));
    });
    if (outcome.ok) return reply.redirect(outcome.value, 303);
    return show(request, reply, again(request, outcome));
  });

  // Whoever there wrote is told, and its administrators: that there is a message and where, and never of whom or what.
  async function tell(
    tx: Tx,
    thread: Thread,
    organisation: string,
    people: Awaited<ReturnType<typeof findPeople>>,
  ): Promise<void> {
    const writers = await listWriters(tx, thread);
    const told = people.filter((one) => one.administrator || writers.includes(one.accountId));
    const href = `${services.config.baseUrl}/children/${thread.childId}/messages`;
    const words = organisationToldOfMessage({ organisation, href }, whereToTurn(services.authority));
    for (const { name, email } of told) {
      const to = { kind: 'somebody', name, email } as const;
      await sendLetter(tx, { ...childOf(thread), to, template: 'message to an organisation', ...words });
    }
  }

  async function show(request: FastifyRequest, reply: FastifyReply, sent?: Sent) {
    const now = services.now();
    const { thread, organisation, child, written } = await request.act(async (tx) => {
      const found = await theThread(tx, request);
      await markThreadSeen(tx, found.thread, 'organisation', now);
      return { ...found, written: await listThread(tx, found.thread) };
    });
    request.readsChildFile(thread);
    const shown = {
      ...{ childId: thread.childId, childName: fullName(child), bornOn: child.bornOn },
      ...{ organisation, address: addressOf(thread), written, today: englishDay(now) },
      ...{ closeKey: randomUUID(), ...form(sent) },
    };
    return reply.page(
      <StaffOrganisationMessagesPage page={request.pageContext()} {...shown} />,
      sent === undefined ? 200 : 400,
    );
  }
}

/** The organisation's messages about the child; not there for an organisation the child was never put before. */
async function theThread(tx: Tx, request: FastifyRequest) {
  const childId = childIdOf(request);
  const organisationId = organisationIdOf(request);
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

function organisationIdOf(request: FastifyRequest): string {
  const { organisationId } = z.object({ organisationId: z.string() }).parse(request.params);
  if (!isUuid(organisationId)) throw new NotTheirs();
  return organisationId;
}
