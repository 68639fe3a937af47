import type { FastifyInstance } from 'fastify';
import { idIn } from '../../platform/http/address.ts';
import { found, NotSignedIn } from '../../platform/http/errors.ts';
import { actOnce } from '../../platform/http/transact.ts';
import { setSessionCookie } from '../../platform/identity/cookie.ts';
import { startSession } from '../../platform/identity/session.ts';
import { type Actor, actorId, withLens } from '../../platform/lens/index.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay, sayDate } from '../../shared/plain-date.ts';
import { refused } from '../../shared/result.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { listContacts } from '../children/index.ts';
import { isThemself } from '../rights/index.ts';
import { asksItself } from './asking-organisation.ts';
import { clocksOf } from './clocks.ts';
import { askingWith } from './draft-routes.tsx';
import { type Draft, lockDraft, markSent } from './draft-store.ts';
import { tellOthers } from './notice-sending.ts';
import { theirDraft } from './open-draft-store.ts';
import { ToldPage } from './pages/attention.tsx';
import { SentPage } from './pages/sent.tsx';
import { acknowledge, acknowledgeAttention } from './post.ts';
import { nextBeforeSending } from './question-path.ts';
import type { Request } from './request.ts';
import { sendRequest } from './sending.ts';
import { findAskingOrganisation, findRequest } from './store.ts';
import { maySend } from './together.ts';
import { trackerOf } from './tracker-routes.tsx';

const open = { access: 'public' } as const;

/** Sending a finished draft, and what is shown then. */
export function sendingRoutes(app: FastifyInstance, services: Services): void {
  const limited = { ...open, rateLimit: { max: services.config.publicFormLimit, timeWindow: '1 minute' } };

  app.post('/drafts/:draftId/request', { config: limited }, async (request, reply) => {
    const draft = await theirDraft(request);
    const { actor } = request;
    if (actor === null) throw new NotSignedIn();
    if (!maySend(actor.kind, draft.source)) return reply.redirect(`/drafts/${draft.id}/check`, 303);
    const unanswered = nextOf(services, draft);
    if (unanswered !== null) return reply.redirect(`/drafts/${draft.id}/${unanswered.id}`, 303);
    const sent = await sendDraft(services, actor, draft);
    if (sent === null) return reply.redirect(`/drafts/${draft.id}/check`, 303);
    const requestId = sent.id;
    // Whoever only told the authority of a child is shown nothing of them afterwards.
    if (actor.kind === 'visitor' && draft.source === 'attention') return reply.redirect('/told', 303);
    if (actor.kind === 'visitor') {
      // The browser that sent it may follow it at once; any other needs the code sent to the contact given.
      const trackerContact = await writerOf(services, draft, sent);
      const session = { trackerChildren: [sent.childId], trackerContact };
      setSessionCookie(
        reply,
        services,
        await startSession(services.database, session, services.now(), services.config.session),
      );
    }
    return reply.redirect(`/requests/${requestId}/sent`, 303);
  });

  app.get('/told', { config: open }, async (request, reply) =>
    reply.page(<ToldPage page={request.pageContext()} safeguarding={services.authority.safeguarding} />),
  );

  app.get('/requests/:requestId/sent', { config: { access: 'anyone signed in' } }, async (request, reply) => {
    const requestId = idIn(request, 'requestId');
    const sent = found(await request.act((tx) => findRequest(tx, requestId)));
    const clocks = clocksOf(sent.receivedOn, [], sent.variant);
    return reply.page(
      <SentPage
        page={request.pageContext()}
        requestId={requestId}
        told={sent.source === 'other'}
        reference={sent.reference}
        receivedOn={sayDate(sent.receivedOn)}
        decideBy={sayDate(clocks.decide.due)}
        planBy={sayDate(clocks.finalPlan.due)}
        followHref={followHref(request.actor?.kind, sent)}
        writeHref={writeHref(request.actor?.kind, sent.childId)}
        byOrganisation={request.actor?.kind === 'organisation'}
      />,
    );
  });
}

/** What is still to be answered before a draft may be sent. */
export function nextOf(services: Services, draft: Draft) {
  if (draft.requestId !== null) return null;
  return nextBeforeSending(askingWith(services)(draft));
}

/** Sends a draft, once however often it is sent: the request with its letter and its clocks; null where it cannot be. */
export async function sendDraft(services: Services, actor: Actor, draft: Draft) {
  const now = services.now();
  const by = {
    now,
    today: englishDay(now),
    organisationId: actor.kind === 'organisation' ? actor.organisationId : null,
    name: actor.kind === 'organisation' ? actor.name : null,
    schoolYears: services.config.schoolYears,
  };
  // The draft's own id is the key: however often it is sent, one request comes of it.
  const onBehalfOf = actorId(actor) ?? draft.id;
  const system = { kind: 'system', authorityId: services.authority.code, onBehalfOf } as const;
  const call = { key: draft.id, route: 'send request' };
  const outcome = await actOnce(services, system, call, async (tx) => {
    // As it is now, whatever was saved since it was read: the lens shows it to whoever it is sent for.
    const now = found(await lockDraft(tx, draft.id));
    if (now.requestId !== null) return { ok: true, value: now.requestId };
    const unanswered = nextOf(services, now);
    if (unanswered !== null) return refused('draft', `Answer this first: ${unanswered.title}`);
    // What was begun as a school's by an organisation that is none is not lost: it brings a child to attention.
    const { organisationId } = by;
    const asks = organisationId === null || asksItself(await findAskingOrganisation(tx, organisationId));
    const sent = await sendRequest(tx, services.authority.code, now, { ...by, asks });
    if (sent.attention) await acknowledgeAttention(tx, services, sent);
    else await acknowledge(tx, services, sent);
    await markSent(tx, draft.id, sent.requestId, by.now);
    await tellOthers(tx, services, sent.requestId, { name: 'the service', today: by.today });
    return { ok: true, value: sent.requestId };
  });
  if (!outcome.ok) return null;
  const requestId = outcome.value;
  return found(await withLens(services.database, system, (tx) => findRequest(tx, requestId)));
}

// A parent who writes for a young person follows as themself, and never as whose right it is.
async function writerOf(services: Services, { source }: Draft, sent: Request): Promise<Uuid | null> {
  if (source !== 'parent') return sent.contactId;
  const system = { kind: 'system', authorityId: sent.authorityId } as const;
  const contacts = await withLens(services.database, system, (tx) => listContacts(tx, sent.childId));
  return contacts.find((contact) => !isThemself(contact))?.id ?? null;
}

function followHref(kind: string | undefined, sent: Pick<Request, 'childId' | 'source'>): string | null {
  if (kind === 'family') return trackerOf(sent);
  if (kind === 'organisation') return '/inbox/sent';
  if (kind === 'staff') return `/cases/${sent.childId}`;
  return null;
}

function writeHref(kind: string | undefined, childId: Uuid): string | null {
  if (kind === 'organisation') return `/children/${childId}/messages`;
  return kind === 'family' ? `/family/${childId}/messages` : null;
}
