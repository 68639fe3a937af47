import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { recordEvent } from '../../platform/events/index.ts';
import { idIn } from '../../platform/http/address.ts';
import { found, NotTheirs } from '../../platform/http/errors.ts';
import { optionalText, readForm } from '../../platform/http/forms.ts';
import type { Outcome } from '../../platform/http/types.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay } from '../../shared/plain-date.ts';
import { accepted } from '../../shared/result.ts';
import { findChild, fullName } from '../children/index.ts';
import { readConversation } from './conversation-store.ts';
import { again, form, type Sent } from './form-routes.ts';
import { promisedDay, write } from './message.ts';
import { insertInThread } from './organisation-store.ts';
import { OrganisationMessagesPage } from './pages/organisation.tsx';
import { askedOf } from './sending.ts';

const at = '/children/:childId/messages';
export const organisationMessageSchema = z.object({ body: optionalText(20_000) });

/** An organisation the child has been put before writes to the SEND team, and reads its answer. */
export function organisationMessages(app: FastifyInstance, services: Services): void {
  app.get(at, { config: { access: 'organisation', childFile: true } }, (request, reply) =>
    show(request, reply),
  );

  app.post(at, { config: { access: 'organisation' } }, async (request, reply) => {
    const read = readForm(organisationMessageSchema, request.body);
    if (!read.ok) return show(request, reply, read);
    const outcome = await writeAsOrganisation(request, services, read.value);
    if (outcome.ok) return reply.redirect(outcome.value, 303);
    return show(request, reply, again(request, outcome));
  });

  async function show(request: FastifyRequest, reply: FastifyReply, sent?: Sent) {
    const shown = { ...(await readTheirMessages(request, services)), ...form(sent) };
    return reply.page(
      <OrganisationMessagesPage page={request.pageContext()} {...shown} />,
      sent === undefined ? 200 : 400,
    );
  }
}

export function writeAsOrganisation(
  request: FastifyRequest,
  services: Services,
  { body }: z.infer<typeof organisationMessageSchema>,
): Promise<Outcome> {
  const childId = idIn(request, 'childId');
  const { organisationId, accountId, name } = memberOf(request);
  const now = services.now();
  return request.once(async (tx) => {
    const { authorityId } = found(await findChild(tx, childId));
    const written = write({ body, name });
    if (!written.ok) return written;
    const promisedOn = promisedDay(englishDay(now), services.config.answerWorkingDays);
    const sent = { from: 'organisation', ...written.value, sentAt: now, promisedOn } as const;
    const of = { authorityId, childId };
    const subjectId = await insertInThread(tx, { ...of, organisationId }, { ...sent, account: accountId });
    await recordEvent(tx, { ...of, kind: 'message from an organisation', subject: 'message', subjectId });
    return accepted(`/children/${childId}/messages`);
  });
}

/** What the organisation and the SEND team wrote, which the organisation has now seen. */
export async function readTheirMessages(request: FastifyRequest, services: Services) {
  const childId = idIn(request, 'childId');
  const { organisationId } = memberOf(request);
  const now = services.now();
  const { child, ...read } = await request.act(async (tx) => {
    const child = found(await findChild(tx, childId));
    const by = { others: 'staff', at: now } as const;
    return { child, ...(await readConversation(tx, { childId, organisationId }, askedOf(request), by)) };
  });
  request.readsChildFile({ authorityId: child.authorityId, childId });
  return { childId, childName: fullName(child), ...read, today: englishDay(now) };
}

function memberOf({ actor }: FastifyRequest) {
  if (actor?.kind !== 'organisation') throw new NotTheirs();
  return actor;
}
