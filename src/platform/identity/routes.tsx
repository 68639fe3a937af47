import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Uuid } from '../../shared/uuid.ts';
import type { Actor } from '../lens/index.ts';
import type { Services } from '../services.ts';
import { type Account, findOrBindAccount, type Identity, recordAccess } from './accounts.ts';
import { type Attempt, keepAttempt, takeAttempt } from './attempts.ts';
import { clearSessionCookie, setSessionCookie } from './cookie.ts';
import type { Joined } from './joining.ts';
import { actsSomewhere } from './joining-store.ts';
import { localPath } from './local-path.ts';
import { pageToReturnTo } from './page-to-return-to.ts';
import { type About, NOTHING, type SignInRefusal, SignInRefusedPage } from './refusals.tsx';
import { newAttempt, type RelyingParty } from './relying-party.ts';
import { endSession, findSignedIn, startSession } from './session.ts';

/** Ties an attempt to the browser that began it, so that nobody can be signed in as somebody else by a link. */
const ATTEMPT_COOKIE = 'opensend_sign_in';

const toSchema = z.object({ to: z.string().catch(''), again: z.literal('yes').optional().catch(undefined) });
const stateSchema = z.object({ state: z.string().min(1) });

/** What comes of a sign-in that names an organisation, by somebody who acts for none here. */
export type Join = (identity: Identity, accountId: Uuid | null) => Promise<Joined>;

type Arriving = {
  /** Where somebody goes who asked for no page in particular. */
  home: (actor: Actor) => string;
  /** Null where nobody joins by themself. */
  join: Join | null;
};

/** Signing in at the issuer and out again. */
export function signInRoutes(
  app: FastifyInstance,
  services: Services,
  party: RelyingParty,
  { home, join }: Arriving,
): void {
  const rateLimit = { max: services.config.publicFormLimit, timeWindow: '1 minute' };
  const open = { config: { access: 'public', rateLimit } } as const;
  const cookie = {
    path: '/sign-in',
    httpOnly: true,
    sameSite: 'lax',
    secure: services.config.baseUrl.startsWith('https:'),
  } as const;

  app.get('/sign-in', open, async (request, reply) => {
    const { to, again } = toSchema.parse(request.query);
    const asked = localPath(to) ?? '/';
    const { state, attempt } = newAttempt(pageToReturnTo(asked, app.listedRoutes));
    const issuer = await tried(services, party.begin(state, attempt, again === 'yes'));
    if (issuer === null) return refuse(request, reply, 'issuer unreachable');
    await keepAttempt(services.database, state, attempt, services.now());
    return reply.setCookie(ATTEMPT_COOKIE, state, cookie).redirect(issuer.href, 303);
  });

  app.get('/sign-in/return', open, async (request, reply) => {
    const begun = request.cookies[ATTEMPT_COOKIE];
    reply.clearCookie(ATTEMPT_COOKIE, cookie);
    const returned = stateSchema.safeParse(request.query);
    if (!returned.success || returned.data.state !== begun) return refuse(request, reply, 'start again');
    const attempt = await takeAttempt(services.database, begun, services.now());
    if (attempt === null) return refuse(request, reply, 'start again');
    const address = new URL(request.url, services.config.baseUrl);
    const identity = await tried(services, party.finish(address, begun, attempt));
    if (identity === null) return refuse(request, reply, 'start again');
    return signIn(request, reply, identity, attempt);
  });

  app.post('/sign-out', open, async (request, reply) => {
    await leave(request, 'signed out');
    clearSessionCookie(reply);
    return reply.redirect('/', 303);
  });

  async function signIn(request: FastifyRequest, reply: FastifyReply, identity: Identity, attempt: Attempt) {
    const { database, config, now } = services;
    const known = await findOrBindAccount(database, identity);
    const joined = await joinWhere(identity, known);
    if (joined?.kind === 'not joined') return refuse(request, reply, joined.why, known?.id ?? null, joined);
    const account = joined === null ? known : { id: joined.accountId, kind: 'organisation', disabled: false };
    if (account === null) return refuse(request, reply, 'not known');
    if (account.disabled) return refuse(request, reply, 'disabled', account.id);
    const { secondFactor } = identity;
    if (account.kind === 'staff' && !secondFactor)
      return refuse(request, reply, 'second factor missing', account.id);
    const token = await startSession(
      database,
      { accountId: account.id, secondFactor },
      now(),
      config.session,
    );
    const signedIn = await findSignedIn(database, token, now(), config.session);
    if (signedIn === null) return refuse(request, reply, 'no access', account.id);
    await leave(request, null);
    await recordAccess(database, 'signed in', account.id);
    setSessionCookie(reply, services, token);
    return reply.redirect(attempt.returnTo === '/' ? home(signedIn.actor) : attempt.returnTo, 303);
  }

  // Whoever acts for nobody here may join the organisation their sign-in names. Without one, nothing is joined.
  async function joinWhere(identity: Identity, known: Account | null): Promise<Joined | null> {
    if (join === null) return null;
    if (known === null) return join(identity, null);
    if (known.kind !== 'organisation' || known.disabled || identity.organisation === null) return null;
    return (await actsSomewhere(services.database, known.id)) ? null : join(identity, known.id);
  }

  async function refuse(
    request: FastifyRequest,
    reply: FastifyReply,
    refusal: SignInRefusal,
    accountId: string | null = null,
    about: About = NOTHING,
  ) {
    const kind = refusal === 'second factor missing' ? refusal : 'sign-in refused';
    await recordAccess(services.database, kind, accountId);
    const { authority } = services;
    const page = <SignInRefusedPage page={request.pageContext()} {...{ refusal, about, authority }} />;
    return reply.page(page, refusal === 'issuer unreachable' ? 503 : 403);
  }

  // A visitor's unsent request outlives signing in: its link still opens it.
  async function leave(request: FastifyRequest, kind: 'signed out' | null) {
    const { actor, sessionId } = request;
    if (sessionId === null || actor === null || actor.kind === 'visitor') return;
    await endSession(services.database, sessionId, services.now());
    if (kind !== null)
      await recordAccess(services.database, kind, 'accountId' in actor ? actor.accountId : null);
  }
}

// What the issuer answers is somebody else's doing: it is logged without what was in it, and the person told what to do.
async function tried<T>(services: Services, work: Promise<T>): Promise<T | null> {
  try {
    return await work;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    services.logger.warn({ code }, 'sign-in failed at the issuer');
    return null;
  }
}
