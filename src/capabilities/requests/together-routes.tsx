import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { FieldErrors } from '../../design-system/index.ts';
import { idIn, partIn } from '../../platform/http/address.ts';
import { found, NotTheirs } from '../../platform/http/errors.ts';
import { optionalText, readForm, typedIn } from '../../platform/http/forms.ts';
import { setSessionCookie } from '../../platform/identity/cookie.ts';
import { startSession } from '../../platform/identity/session.ts';
import { type Actor, actorId, familyName, withLens } from '../../platform/lens/index.ts';
import type { Services } from '../../platform/services.ts';
import { isUuid } from '../../shared/uuid.ts';
import { keepCode, newSecret, redeemCode } from './codes.ts';
import { VISITOR_MINUTES } from './draft-routes.tsx';
import type { Draft } from './draft-store.ts';
import { theirDraft } from './open-draft-store.ts';
import { InvitedPage, JoinPage, TogetherPage } from './pages/together.tsx';
import { invite, type Joiner, join, mayShare, partOf } from './together.ts';
import {
  endSharingDraft,
  findSharing,
  insertSharing,
  lockInvitation,
  setEditor,
  takeOver,
} from './together-store.ts';

const open = { access: 'public' } as const;
const LINK_MINUTES = 14 * 24 * 60;
export const nameSchema = z.object({ name: optionalText(200) });
export const linkSchema = z.object({ sharingId: z.string().refine(isUuid), secret: z.string().max(100) });

/** A family and its school writing one request together: inviting, joining by a link that works once, and leaving. */
export function togetherRoutes(app: FastifyInstance, services: Services): void {
  const limited = {
    ...open,
    rateLimit: { max: Math.ceil(services.config.publicFormLimit / 4), timeWindow: '1 minute' },
  };
  const authorityId = services.authority.code;
  const system = { kind: 'system', authorityId } as const;
  const at = '/drafts/:draftId/together';

  app.get(at, { config: open }, async (request, reply) =>
    show(request, reply, await sharedDraft(request), {}),
  );

  app.post(at, { config: limited }, async (request, reply) => {
    const draft = await sharedDraft(request);
    const read = readForm(nameSchema, request.body);
    if (!read.ok) return show(request, reply, draft, read.errors);
    const { outcome, link } = await inviteOnce(request, services, draft, read.value.name);
    if (!outcome.ok) return show(request, reply, draft, { [outcome.field]: outcome.message });
    return reply.page(<InvitedPage page={request.pageContext()} draftId={draft.id} link={link} />);
  });

  app.post(`${at}/ending`, { config: open }, async (request, reply) => {
    const draft = await sharedDraft(request);
    const stays = await leave(request, services, draft);
    return reply.redirect(stays ? `/drafts/${draft.id}/check` : '/requests/new', 303);
  });

  // Opening the link changes nothing, since mail scanners open links too: the button on the page uses it up.
  app.get('/join/:sharingId/:secret', { config: open }, async (request, reply) => {
    const [sharingId, secret] = [idIn(request, 'sharingId'), partIn(request, 'secret')];
    const invitation = await withLens(services.database, system, (tx) => lockInvitation(tx, sharingId));
    const action = `/join/${sharingId}/${secret}`;
    return reply.page(joinPage(request, invitation ?? null, action, {}));
  });

  app.post('/join/:sharingId/:secret', { config: limited }, async (request, reply) => {
    const [sharingId, secret] = [idIn(request, 'sharingId'), partIn(request, 'secret')];
    const action = `/join/${sharingId}/${secret}`;
    const read = readForm(nameSchema, request.body);
    const name = read.ok ? read.value.name : '';
    const now = services.now();
    const { invitation, joined } = await joinOnce(services, request.actor, { sharingId, secret }, name);
    if (invitation === null || joined === null) return reply.page(joinPage(request, null, action, {}), 400);
    if (!joined.ok) {
      const errors = { [joined.field]: joined.message };
      return reply.page(joinPage(request, invitation, action, errors), 400);
    }
    const { draftId } = invitation;
    if (joined.value.id === draftId) {
      const limits = { idleMinutes: VISITOR_MINUTES, absoluteMinutes: VISITOR_MINUTES };
      setSessionCookie(reply, services, await startSession(services.database, { draftId }, now, limits));
    }
    return reply.redirect(`/drafts/${draftId}/check`, 303);
  });

  async function show(request: FastifyRequest, reply: FastifyReply, draft: Draft, errors: FieldErrors) {
    const shown = { draftId: draft.id, ...(await readSharing(request, draft)) };
    const form = { typed: typedIn(request.body ?? {}), errors, formKey: randomUUID() };
    const page = <TogetherPage page={request.pageContext()} {...shown} {...form} />;
    return reply.page(page, Object.keys(errors).length === 0 ? 200 : 400);
  }
}

type Invitation = Parameters<typeof JoinPage>[0]['invitation'];

function joinPage(request: FastifyRequest, invitation: Invitation, action: string, errors: FieldErrors) {
  const askName = request.actor === null || nameOf(request.actor) === null;
  return (
    <JoinPage
      page={request.pageContext()}
      typed={typedIn(request.body ?? {})}
      formKey={randomUUID()}
      signedInAs={request.actor?.kind ?? null}
      {...{ invitation, action, errors, askName }}
    />
  );
}

/** Invites the other to write together: by a link that works once, and is told once. */
export async function inviteOnce(request: FastifyRequest, services: Services, draft: Draft, typed: string) {
  const authorityId = services.authority.code;
  const actor = found(request.actor);
  const secret = newSecret();
  const outcome = await request.once(async (tx) => {
    const name = nameOf(actor) ?? typed;
    const allowed = invite(await findSharing(tx, draft.id), name);
    if (!allowed.ok) return allowed;
    const invites = partOf(actor.kind, draft.source) === 'school' ? 'family' : 'school';
    const sharing = { ownerId: idOf(actor), ownerName: allowed.value, invites } as const;
    const id = await insertSharing(tx, { authorityId, draftId: draft.id }, sharing, services.now());
    return { ok: true, value: id };
  });
  if (!outcome.ok) return { outcome, link: '' };
  const sharingId = outcome.value;
  await withLens(services.database, { kind: 'system', authorityId }, (tx) =>
    keepCode(tx, authorityId, { sharingId }, secret, services.now(), LINK_MINUTES),
  );
  return { outcome, link: `${services.config.baseUrl}/join/${sharingId}/${secret}` };
}

/** Ends writing together; true where the draft stays with whoever ended it. */
export async function leave(request: FastifyRequest, services: Services, draft: Draft): Promise<boolean> {
  const leaving = idOf(found(request.actor));
  const sharing = found(await request.act((tx) => findSharing(tx, draft.id)));
  const name = leaving === sharing.ownerId ? sharing.ownerName : (sharing.editor?.name ?? '');
  // The request is the family's: where a school began it, it stays with the family whoever leaves.
  const { editor } = sharing;
  const toFamily = sharing.invites === 'family' && editor !== null;
  if (toFamily)
    await withLens(services.database, familyOf(editor.id, draft.id), (tx) =>
      takeOver(tx, draft.id, editor.id),
    );
  await request.act((tx) => endSharingDraft(tx, draft.id, name, services.now()));
  return toFamily ? leaving === editor.id : leaving === sharing.ownerId;
}

/** Joins by a link, once: nothing comes of one that is wrong, used or too old. */
export function joinOnce(
  services: Services,
  actor: Actor | null,
  { sharingId, secret }: { sharingId: string; secret: string },
  name: string,
) {
  const now = services.now();
  const system = { kind: 'system', authorityId: services.authority.code } as const;
  return withLens(services.database, system, async (tx) => {
    const invitation = await lockInvitation(tx, sharingId);
    if (invitation === undefined) return { invitation: null, joined: null };
    const joined = join(invitation, joinerOf(actor, invitation.draftId, name));
    if (!joined.ok) return { invitation, joined };
    const right = await redeemCode(tx, { sharingId }, secret, now);
    if (!right) return { invitation: null, joined: null };
    await setEditor(tx, sharingId, joined.value, now);
    return { invitation, joined };
  });
}

/** How a draft is written together, as whoever asks has a part in it. */
export async function readSharing(request: FastifyRequest, draft: Draft) {
  const actor = found(request.actor);
  const sharing = await request.act((tx) => findSharing(tx, draft.id));
  const part = partOf(actor.kind, draft.source);
  return { sharing, part, mine: sharing?.ownerId === actorId(actor), askName: nameOf(actor) === null };
}

export async function sharedDraft(request: FastifyRequest): Promise<Draft> {
  const draft = await theirDraft(request);
  if (!mayShare(draft.source) || draft.requestId !== null) throw new NotTheirs();
  return draft;
}

function joinerOf(actor: Actor | null, draftId: string, typed: string): Joiner {
  const account = actor === null || actor.kind === 'visitor' ? null : actorId(actor);
  if (actor === null || account === null || (actor.kind === 'family' && actor.accountId === null))
    return { kind: 'visitor', id: draftId, name: typed };
  return { kind: actor.kind, id: account, name: nameOf(actor) ?? typed };
}

/** Whoever is the family of a draft: by their account, or by the draft itself where they have none. */
function familyOf(id: string, draftId: string): Actor {
  if (id === draftId) return { kind: 'visitor', draftId };
  return { kind: 'family', accountId: id, sessionId: id, name: '', childIds: [] };
}

function nameOf(actor: Actor): string | null {
  if (actor.kind === 'organisation' || actor.kind === 'staff') return actor.name;
  return familyName(actor);
}

function idOf(actor: Actor): string {
  return found(actorId(actor));
}
