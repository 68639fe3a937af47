import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { recordEvent } from '../../platform/events/index.ts';
import { found } from '../../platform/http/errors.ts';
import { optionalText, readForm } from '../../platform/http/forms.ts';
import type { Actor, Tx } from '../../platform/lens/index.ts';
import { sendLetter } from '../../platform/notifications/index.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay, parsePlainDate } from '../../shared/plain-date.ts';
import { accepted } from '../../shared/result.ts';
import { isUuid, type Uuid } from '../../shared/uuid.ts';
import { whoseCases } from '../caseload/index.ts';
import { findChild, fullName } from '../children/index.ts';
import { whereToTurn } from '../requests/index.ts';
import { listToTell } from '../rights/index.ts';
import { again, childIdOf, form, type Sent } from './form-routes.ts';
import { heardRoutes } from './heard-routes.tsx';
import { toldOfMessage } from './letters.ts';
import { close, promisedDay, write } from './message.ts';
import { organisationMessages } from './organisation-routes.tsx';
import { listThreads } from './organisation-store.ts';
import { FamilyMessagesPage } from './pages/family.tsx';
import { StaffMessagesPage } from './pages/staff.tsx';
import { WaitingPage } from './pages/waiting.tsx';
import { staffOrganisationMessages } from './staff-organisation-routes.tsx';
import { answerWaiting, insertMessage, listMessages, listWaiting, markSeen, PAGE } from './store.ts';

const family = { access: 'family', invited: 'writes' } as const;
const caseworkers = ['caseworker', 'manager'] as const;
const messageSchema = z.object({ body: optionalText(20_000), from: optionalText(200) });
const closeSchema = z.object({ reason: optionalText(2000) });

/** Messages of a family, and of an organisation, with the SEND team, apart; and what waits for an answer. */
export function messages(app: FastifyInstance, services: Services): void {
  organisationMessages(app, services);
  staffOrganisationMessages(app, services);
  heardRoutes(app, services);
  const theirs = '/family/:childId/messages';
  app.get(theirs, { config: { ...family, childFile: true } }, (request, reply) => showFamily(request, reply));

  app.post(theirs, { config: family }, async (request, reply) => {
    const childId = childIdOf(request);
    const read = readForm(messageSchema, request.body);
    if (!read.ok) return showFamily(request, reply, read);
    const { body, from } = read.value;
    const name = accountName(request.actor) ?? from;
    const now = services.now();
    const outcome = await request.once(async (tx) => {
      const { authorityId } = found(await findChild(tx, childId));
      const written = write({ body, name });
      if (!written.ok) return written;
      const promisedOn = promisedDay(englishDay(now), services.config.answerWorkingDays);
      const of = { authorityId, childId };
      const subjectId = await insertMessage(tx, of, {
        from: 'family',
        ...written.value,
        sentAt: now,
        promisedOn,
      });
      await recordEvent(tx, { ...of, kind: 'message from the family', subject: 'message', subjectId });
      return accepted(`/family/${childId}/messages`);
    });
    if (outcome.ok) return reply.redirect(outcome.value, 303);
    return showFamily(request, reply, again(request, outcome));
  });

  const ours = '/cases/:childId/messages';
  app.get(ours, { config: { access: 'staff', childFile: true } }, (request, reply) =>
    showStaff(request, reply),
  );

  app.post(ours, { config: { access: caseworkers } }, async (request, reply) => {
    const childId = childIdOf(request);
    const read = readForm(messageSchema, request.body);
    if (!read.ok) return showStaff(request, reply, read);
    const now = services.now();
    const outcome = await request.once(async (tx) => {
      const child = found(await findChild(tx, childId));
      const written = write({ body: read.value.body, name: accountName(request.actor) ?? '' });
      if (!written.ok) return written;
      const of = { authorityId: child.authorityId, childId };
      const sent = { from: 'staff', ...written.value, sentAt: now, promisedOn: null } as const;
      const subjectId = await insertMessage(tx, of, sent);
      await answerWaiting(tx, childId, { at: now, closedReason: null });
      await recordEvent(tx, { ...of, kind: 'message to the family', subject: 'message', subjectId });
      await tellFamily(tx, of, { childName: fullName(child), from: sent.name, body: sent.body });
      return accepted(`/cases/${childId}/messages`);
    });
    if (outcome.ok) return reply.redirect(outcome.value, 303);
    return showStaff(request, reply, again(request, outcome));
  });

  app.post(`${ours}/closure`, { config: { access: caseworkers } }, async (request, reply) => {
    const childId = childIdOf(request);
    const read = readForm(closeSchema, request.body);
    if (!read.ok) return showStaff(request, reply, read);
    const outcome = await request.once(async (tx) => {
      const { authorityId } = found(await findChild(tx, childId));
      const closed = close(await listMessages(tx, childId), read.value.reason);
      if (!closed.ok) return closed;
      await answerWaiting(tx, childId, { at: services.now(), closedReason: closed.value });
      const about = { authorityId, childId, subject: 'child', subjectId: childId } as const;
      await recordEvent(tx, { ...about, kind: 'message needs no answer' });
      return accepted(`/cases/${childId}/messages`);
    });
    if (outcome.ok) return reply.redirect(outcome.value, 303);
    return showStaff(request, reply, again(request, outcome));
  });

  app.get('/messages', { config: { access: 'staff' } }, async (request, reply) => {
    const asked = z
      .object({ after: z.string().catch(''), whose: z.literal('mine').nullable().catch(null) })
      .parse(request.query);
    const [day = '', id = ''] = asked.after.split(' ');
    const promisedOn = parsePlainDate(day);
    const after = promisedOn === null || !isUuid(id) ? null : { promisedOn, id };
    const today = englishDay(services.now());
    const { actor } = request;
    const rows = await request.act(async (tx) => {
      const mine = asked.whose === 'mine' && actor?.kind === 'staff';
      return listWaiting(tx, after, mine ? await whoseCases(tx, actor.accountId, today) : null);
    });
    const shown = rows.slice(0, PAGE);
    const last = rows.length > PAGE ? shown.at(-1) : undefined;
    return reply.page(
      <WaitingPage
        page={request.pageContext()}
        {...{ waiting: shown, today, last, first: after === null, whose: asked.whose }}
      />,
    );
  });

  async function tellFamily(
    tx: Tx,
    of: { authorityId: number; childId: Uuid },
    message: { childName: string; from: string; body: string },
  ): Promise<void> {
    for (const contact of await listToTell(tx, services, of.childId, 'taking part in the assessment')) {
      const words = toldOfMessage(message, whereToTurn(services.authority), contact.prefers === 'post');
      await sendLetter(tx, { ...of, to: { kind: 'contact', contact }, template: 'message', ...words });
    }
  }

  async function showFamily(request: FastifyRequest, reply: FastifyReply, sent?: Sent) {
    const shown = await open(request, 'staff');
    const named = accountName(request.actor) !== null;
    return reply.page(
      <FamilyMessagesPage page={request.pageContext('family')} {...{ named, ...shown, ...form(sent) }} />,
      sent === undefined ? 200 : 400,
    );
  }

  async function showStaff(request: FastifyRequest, reply: FastifyReply, sent?: Sent) {
    const opened = await open(request, 'family');
    const organisations = await request.act((tx) => listThreads(tx, opened.childId));
    const shown = { ...opened, organisations, closeKey: randomUUID() };
    return reply.page(
      <StaffMessagesPage page={request.pageContext()} {...{ ...shown, ...form(sent) }} />,
      sent === undefined ? 200 : 400,
    );
  }

  /** What was written, which the reader has now seen. */
  async function open(request: FastifyRequest, others: 'family' | 'staff') {
    const childId = childIdOf(request);
    const now = services.now();
    const { child, written } = await request.act(async (tx) => {
      const child = found(await findChild(tx, childId));
      await markSeen(tx, childId, others, now);
      return { child, written: await listMessages(tx, childId) };
    });
    request.readsChildFile({ authorityId: child.authorityId, childId });
    return { childId, childName: fullName(child), bornOn: child.bornOn, written, today: englishDay(now) };
  }
}

/** The name of whoever signed in with an account; null for a tracker opened with a code, who is asked. */
function accountName(actor: Actor | null): string | null {
  if (actor?.kind === 'staff') return actor.name;
  return actor?.kind === 'family' && actor.accountId !== null ? actor.name : null;
}
