import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { readForm, typedIn } from '../../platform/http/forms.ts';
import type { Services } from '../../platform/services.ts';
import type { Refusal } from '../../shared/result.ts';
import { fullName } from '../children/index.ts';
import { caseloadApi } from './api.ts';
import { CaseworkerPage } from './pages/caseworker.tsx';
import { CoverPage } from './pages/cover.tsx';
import { coverSchema, giveSchema } from './schema.ts';
import { coverOnce, endCoverOnce, giveOnce, readCaseworker, readCover } from './sending.ts';
import { teamRoutes } from './team-routes.tsx';

/** Who works on cases, and may say whose each is. */
export const DESK = ['caseworker', 'manager'] as const;
type Sent = { typed: Readonly<Record<string, string>>; errors: Readonly<Record<string, string>> };

/** Whose a case is, and who covers whom. */
export function caseload(app: FastifyInstance, services: Services): void {
  teamRoutes(app, services);
  caseloadApi(app, services);
  const at = '/cases/:childId/caseworker';
  app.get(at, { config: { access: DESK, childFile: true } }, (request, reply) =>
    showCaseworker(request, reply),
  );

  app.post(at, { config: { access: DESK } }, async (request, reply) => {
    const read = readForm(giveSchema, request.body);
    if (!read.ok) return showCaseworker(request, reply, read);
    const outcome = await giveOnce(request, services, read.value);
    if (outcome.ok) return reply.redirect(outcome.value, 303);
    return showCaseworker(request, reply, again(request, outcome));
  });

  app.get('/caseload/cover', { config: { access: DESK } }, (request, reply) => showCover(request, reply));

  app.post('/caseload/cover', { config: { access: DESK } }, async (request, reply) => {
    const read = readForm(coverSchema, request.body);
    if (!read.ok) return showCover(request, reply, read);
    const outcome = await coverOnce(request, services, read.value);
    if (outcome.ok) return reply.redirect(outcome.value, 303);
    return showCover(request, reply, again(request, outcome));
  });

  app.post('/caseload/cover/:coverId/end', { config: { access: DESK } }, async (request, reply) => {
    await endCoverOnce(request, services);
    return reply.redirect('/caseload/cover', 303);
  });

  async function showCaseworker(request: FastifyRequest, reply: FastifyReply, sent?: Sent) {
    const { child, ...shown } = await readCaseworker(request);
    const childId = child.id;
    const of = { childId, childName: fullName(child), bornOn: child.bornOn };
    return reply.page(
      <CaseworkerPage page={request.pageContext()} of={of} {...shown} {...form(sent)} />,
      sent === undefined ? 200 : 400,
    );
  }

  async function showCover(request: FastifyRequest, reply: FastifyReply, sent?: Sent) {
    const shown = await readCover(request, services);
    return reply.page(
      <CoverPage page={request.pageContext()} {...shown} {...form(sent)} endKey={randomUUID()} />,
      sent === undefined ? 200 : 400,
    );
  }
}

function form(sent: Sent | undefined) {
  return { formKey: randomUUID(), typed: sent?.typed ?? {}, errors: sent?.errors ?? {} };
}

function again(request: FastifyRequest, { field, message }: Refusal): Sent {
  return { typed: typedIn(request.body), errors: { [field]: message } };
}
