import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { found, NotTheirs } from '../../platform/http/errors.ts';
import { readForm, textField } from '../../platform/http/forms.ts';
import { actOnce } from '../../platform/http/transact.ts';
import { accountFor, findEmails } from '../../platform/identity/accounts.ts';
import { setSessionCookie } from '../../platform/identity/cookie.ts';
import { startSession } from '../../platform/identity/session.ts';
import { withLens } from '../../platform/lens/index.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay } from '../../shared/plain-date.ts';
import { accepted } from '../../shared/result.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { listContacts } from '../children/index.ts';
import { idIn } from './family-routes.tsx';
import { mayAccept, sameAddress } from './inviting.ts';
import { InvitedCodePage, InvitedPage, MyInvitationsPage } from './pages/invited.tsx';
import { acceptInvitation, endInvitation, openTo, redeem, sendInvitedCode } from './sending.ts';
import { lockInvitation } from './store.ts';

const WRONG = 'This code is not right, has been used, or has run out. Check it, or ask for another';
const emailSchema = z.object({
  email: textField('Enter your email address', 254).pipe(
    z.email('Enter an email address in the correct format, like name@example.com'),
  ),
});
const codeSchema = emailSchema.extend({ code: textField('Enter the code we sent', 40) });
const keySchema = z.object({ idempotencyKey: z.uuid().nullable().catch(null) });

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
      const { accountId, email } = await holder(request);
      const id = idIn(request, 'invitationId');
      const { idempotencyKey: key } = keySchema.parse(request.body);
      const call = { key, route: 'accept an invitation' };
      const outcome = await actOnce(services, { ...system, onBehalfOf: accountId }, call, async (tx) => {
        const done = await acceptInvitation(tx, services, { id, accountId, email });
        return done.ok ? accepted('/family') : done;
      });
      if (outcome.ok) return reply.redirect(outcome.value, 303);
      return show(request, reply, { invitation: outcome.message });
    },
  );

  app.post('/invitations/:invitationId/refusal', { config: { access: 'family' } }, async (request, reply) => {
    const { accountId, email } = await holder(request);
    await withLens(database, { ...system, onBehalfOf: accountId }, async (tx) => {
      const invitation = found(await lockInvitation(tx, idIn(request, 'invitationId')));
      if (!sameAddress(invitation.email, email)) throw new NotTheirs();
      if (invitation.endedAt === null) await endInvitation(tx, invitation, invitation.name, services.now());
    });
    return reply.redirect('/invitations', 303);
  });

  /** The account and its address: a tracker opened by a code is nobody's account, and is invited to nothing. */
  async function holder({ actor }: FastifyRequest): Promise<{ accountId: Uuid; email: string }> {
    const accountId = actor?.kind === 'family' ? actor.accountId : null;
    const known = found(accountId);
    return { accountId: known, email: found((await findEmails(database, [known])).get(known)) };
  }

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    errors: Readonly<Record<string, string>>,
  ) {
    const who = isAccount(request) ? await holder(request) : null;
    const today = englishDay(services.now());
    const waiting = await withLens(database, system, async (tx) => {
      const shown = [];
      for (const one of who === null ? [] : await openTo(tx, who.email, today)) {
        const contacts = await listContacts(tx, one.childId);
        if (!mayAccept(one, contacts, today)) continue;
        const inviter = contacts.find(({ id }) => id === one.contactId)?.name ?? '';
        shown.push({ ...one, inviter, acceptKey: randomUUID(), endKey: randomUUID() });
      }
      return shown;
    });
    const files = request.actor?.kind === 'family' && request.actor.childIds.length > 0;
    return reply.page(
      <MyInvitationsPage page={request.pageContext('family')} {...{ waiting, files, errors }} />,
      Object.keys(errors).length === 0 ? 200 : 400,
    );
  }
}

function isAccount({ actor }: FastifyRequest): boolean {
  return actor?.kind === 'family' && actor.accountId !== null;
}
