import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { idIn, partIn } from '../../platform/http/address.ts';
import { readForm } from '../../platform/http/forms.ts';
import { setSessionCookie } from '../../platform/identity/cookie.ts';
import { startSession } from '../../platform/identity/session.ts';
import { withLens } from '../../platform/lens/index.ts';
import type { Services } from '../../platform/services.ts';
import { redeemCode } from './codes.ts';
import { VISITOR_MINUTES } from './draft-routes.tsx';
import { theirDraft } from './open-draft-store.ts';
import { LinkSentPage, ReturnLinkPage, ReturnPage } from './pages/return-link.tsx';
import { sendReturnLink } from './post.ts';

const open = { access: 'public' } as const;
const emailSchema = z.object({
  email: z.email('Enter an email address in the correct format, like name@example.com'),
});

/** Stopping part-way and coming back: a single-use link to the address the visitor gives. */
export function returnRoutes(app: FastifyInstance, services: Services): void {
  const limited = {
    ...open,
    rateLimit: { max: Math.ceil(services.config.publicFormLimit / 4), timeWindow: '1 minute' },
  };
  const system = { kind: 'system', authorityId: services.authority.code } as const;

  app.get('/drafts/:draftId/return-link', { config: open }, async (request, reply) => {
    const { id: draftId, answers } = await theirDraft(request);
    const typed = { email: answers['email'] ?? '' };
    const page = request.pageContext();
    return reply.page(<ReturnLinkPage {...{ page, draftId, typed }} errors={{}} formKey={randomUUID()} />);
  });

  app.post('/drafts/:draftId/return-link', { config: limited }, async (request, reply) => {
    const { id: draftId } = await theirDraft(request);
    const page = request.pageContext();
    const read = readForm(emailSchema, request.body);
    if (!read.ok)
      return reply.page(<ReturnLinkPage {...{ page, draftId, ...read }} formKey={randomUUID()} />, 400);
    await withLens(services.database, system, (tx) =>
      sendReturnLink(tx, services, draftId, read.value.email),
    );
    return reply.page(<LinkSentPage page={page} draftId={draftId} />);
  });

  // Opening the link changes nothing, since mail scanners open links too: the button on the page uses it up.
  app.get('/return/:draftId/:secret', { config: open }, async (request, reply) => {
    const [draftId, secret] = [idIn(request, 'draftId'), partIn(request, 'secret')];
    return reply.page(
      <ReturnPage page={request.pageContext()} action={`/return/${draftId}/${secret}`} failed={false} />,
    );
  });

  app.post('/return/:draftId/:secret', { config: limited }, async (request, reply) => {
    const [draftId, secret] = [idIn(request, 'draftId'), partIn(request, 'secret')];
    const now = services.now();
    const right = await withLens(services.database, system, (tx) => redeemCode(tx, { draftId }, secret, now));
    if (!right) return reply.page(<ReturnPage page={request.pageContext()} action="" failed />, 400);
    const limits = { idleMinutes: VISITOR_MINUTES, absoluteMinutes: VISITOR_MINUTES };
    setSessionCookie(reply, services, await startSession(services.database, { draftId }, now, limits));
    return reply.redirect(`/drafts/${draftId}/check`, 303);
  });
}
