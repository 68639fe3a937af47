import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { readForm, textField } from '../../platform/http/forms.ts';
import { accountFor } from '../../platform/identity/accounts.ts';
import { setSessionCookie } from '../../platform/identity/cookie.ts';
import { startSession } from '../../platform/identity/session.ts';
import { withLens } from '../../platform/lens/index.ts';
import type { Services } from '../../platform/services.ts';
import { acceptOnce, listWaitingFor, refuseInvitation } from './invited-sending.ts';
import { InvitedCodePage, InvitedPage, MyInvitationsPage } from './pages/invited.tsx';
import { redeem, sendInvitedCode } from './sending.ts';

const WRONG = 'This code is not right, has been used, or has run out. Check it, or ask for another';
const emailSchema = z.object({
  email: textField('Enter your email address', 254).pipe(
    z.email('Enter an email address in the correct format, like name@example.com'),
  ),
});
const codeSchema = emailSchema.extend({ code: textField('Enter the code we sent', 40) });

/** Whoever was invited shows that the address is theirs, sees what they are invited to, and accepts it or does not. */
export function invitedRoutes(app: FastifyInstance, services: Services): void {
  const { database, config } = services;
  const system = { kind: 'system', authorityId: services.authority.code } as const;
  const open = { access: 'public' } as const;
  const limited = {
    ...open,
    rateLimit: { max: Math.ceil(config.publicFormLimit / 4), timeWindow: '1 minute' },
  };

  app.get('/invited', { config: open }, async (request, reply) =>
    reply.page(<InvitedPage page={request.pageContext()} typed={{}} errors={{}} formKey={randomUUID()} />),
  );

  app.post('/invited', { config: limited }, async (request, reply) => {
    const page = request.pageContext();
    const formKey = randomUUID();
    const read = readForm(emailSchema, request.body);
    if (!read.ok) return reply.page(<InvitedPage {...{ page, formKey, ...read }} />, 400);
    const { email } = read.value;
    await withLens(database, system, (tx) => sendInvitedCode(tx, services, email));
    return reply.page(<InvitedCodePage {...{ page, formKey, typed: { email }, errors: {} }} />);
  });

  app.post('/invited/code', { config: limited }, async (request, reply) => {
    const page = request.pageContext();
    const formKey = randomUUID();
    const read = readForm(codeSchema, request.body);
    if (!read.ok) return reply.page(<InvitedCodePage {...{ page, formKey, ...read }} />, 400);
    const { email, code } = read.value;
    const now = services.now();
    const invitation = await withLens(database, system, (tx) => redeem(tx, email, code, now));
    const account =
      invitation === null
        ? null
        : await accountFor(database, { kind: 'family', name: invitation.name, email: invitation.email }, now);
    if (account?.ok !== true) {
      const errors = { code: account === null ? WRONG : account.message };
      return reply.page(<InvitedCodePage {...{ page, formKey, errors, typed: { email } }} />, 400);
    }
    const session = { accountId: account.value, secondFactor: false };
    setSessionCookie(reply, services, await startSession(database, session, now, config.session));
    return reply.redirect('/invitations', 303);
  });

  app.get('/invitations', { config: { access: 'family' } }, (request, reply) => show(request, reply, {}));

  app.post(
    '/invitations/:invitationId/acceptance',
    { config: { access: 'family' } },
    async (request, reply) => {
      const outcome = await acceptOnce(request, services);
      if (outcome.ok) return reply.redirect(outcome.value, 303);
      return show(request, reply, { invitation: outcome.message });
    },
  );

  app.post('/invitations/:invitationId/refusal', { config: { access: 'family' } }, async (request, reply) => {
    await refuseInvitation(request, services);
    return reply.redirect('/invitations', 303);
  });

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    errors: Readonly<Record<string, string>>,
  ) {
    const waiting = await listWaitingFor(request, services);
    const files = request.actor?.kind === 'family' && request.actor.childIds.length > 0;
    return reply.page(
      <MyInvitationsPage page={request.pageContext('family')} {...{ waiting, files, errors }} />,
      Object.keys(errors).length === 0 ? 200 : 400,
    );
  }
}
