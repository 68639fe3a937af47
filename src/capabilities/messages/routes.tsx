import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { readForm } from '../../platform/http/forms.ts';
import type { Services } from '../../platform/services.ts';
import { answerSchema, closeWaiting, closureSchema, listReaders, writeAsStaff } from './answer-sending.ts';
import { messagesApi } from './api.ts';
import { again, form, type Sent } from './form-routes.ts';
import { heardRoutes } from './heard-routes.tsx';
import { organisationMessages } from './organisation-routes.tsx';
import { listThreads } from './organisation-store.ts';
import { FamilyMessagesPage } from './pages/family.tsx';
import { StaffMessagesPage } from './pages/staff.tsx';
import { WaitingPage } from './pages/waiting.tsx';
import { accountName, messageSchema, readMessages, readWaiting, writeAsFamily } from './sending.ts';
import { staffOrganisationMessages } from './staff-organisation-routes.tsx';

const family = { access: 'family', invited: 'writes' } as const;
const caseworkers = ['caseworker', 'manager'] as const;
/** Messages of a family, and of an organisation, with the SEND team, apart; and what waits for an answer. */
export function messages(app: FastifyInstance, services: Services): void {
  organisationMessages(app, services);
  staffOrganisationMessages(app, services);
  heardRoutes(app, services);
  messagesApi(app, services);
  const theirs = '/family/:childId/messages';
  app.get(theirs, { config: { ...family, childFile: true } }, (request, reply) => showFamily(request, reply));

  app.post(theirs, { config: family }, async (request, reply) => {
    const read = readForm(messageSchema, request.body);
    if (!read.ok) return showFamily(request, reply, read);
    const outcome = await writeAsFamily(request, services, read.value);
    if (outcome.ok) return reply.redirect(outcome.value, 303);
    return showFamily(request, reply, again(request, outcome));
  });

  const ours = '/cases/:childId/messages';
  app.get(ours, { config: { access: 'staff', childFile: true } }, (request, reply) =>
    showStaff(request, reply),
  );

  app.post(ours, { config: { access: caseworkers } }, async (request, reply) => {
    const read = readForm(answerSchema, request.body);
    if (!read.ok) return showStaff(request, reply, read);
    const outcome = await writeAsStaff(request, services, read.value);
    if (outcome.ok) return reply.redirect(outcome.value, 303);
    return showStaff(request, reply, again(request, outcome));
  });

  app.post(`${ours}/closure`, { config: { access: caseworkers } }, async (request, reply) => {
    const read = readForm(closureSchema, request.body);
    if (!read.ok) return showStaff(request, reply, read);
    const outcome = await closeWaiting(request, services, read.value);
    if (outcome.ok) return reply.redirect(outcome.value, 303);
    return showStaff(request, reply, again(request, outcome));
  });

  app.get('/messages', { config: { access: 'staff' } }, async (request, reply) => {
    const { waiting, last, first, whose, today } = await readWaiting(request, services);
    return reply.page(
      <WaitingPage page={request.pageContext()} {...{ waiting, today, last, first, whose }} />,
    );
  });

  async function showFamily(request: FastifyRequest, reply: FastifyReply, sent?: Sent) {
    const shown = await readMessages(request, services, 'staff');
    const named = accountName(request.actor) !== null;
    const { phone } = services.authority;
    return reply.page(
      <FamilyMessagesPage
        page={request.pageContext('family')}
        {...{ named, phone, ...shown, ...form(sent) }}
      />,
      sent === undefined ? 200 : 400,
    );
  }

  async function showStaff(request: FastifyRequest, reply: FastifyReply, sent?: Sent) {
    const opened = await readMessages(request, services, 'family');
    const { childId, waiting } = opened;
    const { organisations, readers } = await request.act(async (tx) => ({
      organisations: await listThreads(tx, childId),
      readers: await listReaders(tx, services, childId, waiting),
    }));
    const shown = { ...opened, organisations, readers, closeKey: randomUUID() };
    return reply.page(
      <StaffMessagesPage page={request.pageContext()} {...{ ...shown, ...form(sent) }} />,
      sent === undefined ? 200 : 400,
    );
  }
}
