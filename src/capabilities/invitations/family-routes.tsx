import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { found, NotTheirs } from '../../platform/http/errors.ts';
import { readForm, typedIn } from '../../platform/http/forms.ts';
import { actOnce } from '../../platform/http/transact.ts';
import type { Outcome } from '../../platform/http/types.ts';
import { actorId, type Tx, throughOf, withLens } from '../../platform/lens/index.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay } from '../../shared/plain-date.ts';
import { accepted, refused } from '../../shared/result.ts';
import { isUuid, type Uuid } from '../../shared/uuid.ts';
import { type Child, findChild, fullName } from '../children/index.ts';
import { FamilyInvitationsPage } from './pages/family.tsx';
import { askedSchema } from './schema.ts';
import { endInvitation, endTheirSessions, listInviters, sendInvitation } from './sending.ts';
import { showInvitations } from './shown-store.ts';
import { lockInvitation } from './store.ts';

const theirs = { access: 'family', invited: 'nothing' } as const;
const NOBODY =
  'We cannot tell who you are from the code you used. Ask for a new code, or contact us and tell us whom to invite.';

type Sent = { typed: Readonly<Record<string, string>>; errors: Readonly<Record<string, string>> };

/** A parent or young person invites somebody to follow the case, and takes it back. */
export function familyInvitationRoutes(app: FastifyInstance, services: Services): void {
  const url = '/family/:childId/invitations';
  app.get(url, { config: { ...theirs, childFile: true } }, (request, reply) => show(request, reply));

  app.post(url, { config: theirs }, async (request, reply) => {
    const { child, contactId, name } = await open(request);
    const read = readForm(askedSchema, request.body);
    if (!read.ok) return show(request, reply, read);
    const { from, until, ...rest } = read.value;
    const saidBy = name ?? from;
    const childId = child.id;
    const outcome =
      saidBy === ''
        ? refused('from', 'Enter your name')
        : await once(request, child, 'invite', async (tx) => {
            const sent = await sendInvitation(tx, services, {
              childId,
              contactId: found(contactId),
              asked: { ...rest, untilOn: until },
              saidBy,
              saidHow: 'online',
              saidOn: englishDay(services.now()),
              recordedBy: null,
            });
            return sent.ok ? accepted(`/family/${childId}/invitations`) : sent;
          });
    if (outcome.ok) return reply.redirect(outcome.value, 303);
    return show(request, reply, {
      typed: typedIn(request.body),
      errors: { [outcome.field]: outcome.message },
    });
  });

  app.post(`${url}/:invitationId/end`, { config: theirs }, async (request, reply) => {
    const { child, contactId, name } = await open(request);
    const id = idIn(request, 'invitationId');
    const invitation = await asAuthority(child, async (tx) => found(await lockInvitation(tx, id)));
    if (invitation.childId !== child.id || invitation.contactId !== contactId) throw new NotTheirs();
    const by = name ?? 'whoever invited them';
    const done = await once(request, child, 'end an invitation', async (tx) => {
      await endInvitation(tx, invitation, by, services.now());
      return accepted(`/family/${child.id}/invitations`);
    });
    await endTheirSessions(services, invitation);
    return reply.redirect(done.ok ? done.value : `/family/${child.id}/invitations`, 303);
  });

  const asAuthority = <T,>({ authorityId }: Child, work: (tx: Tx) => Promise<T>) =>
    withLens(services.database, { kind: 'system', authorityId }, work);

  /** Through the family's own lens first, so that it is a child of theirs; nobody of the family sees the invitations' table. */
  async function open(request: FastifyRequest) {
    const childId = idIn(request, 'childId');
    const child = await request.act(async (tx) => found(await findChild(tx, childId)));
    const contactId = throughOf(request.actor, childId)?.contactId ?? null;
    const { actor } = request;
    const name = actor?.kind === 'family' && actor.accountId !== null ? actor.name : null;
    return { child, contactId, name };
  }

  function once(
    request: FastifyRequest,
    { authorityId }: Child,
    route: string,
    work: (tx: Tx) => Promise<Outcome>,
  ): Promise<Outcome> {
    const onBehalfOf = found(actorId(found(request.actor)));
    const { idempotencyKey: key } = keySchema.parse(request.body);
    return actOnce(services, { kind: 'system', authorityId, onBehalfOf }, { key, route }, work);
  }

  async function show(request: FastifyRequest, reply: FastifyReply, sent?: Sent) {
    const { child, contactId, name } = await open(request);
    request.readsChildFile({ authorityId: child.authorityId, childId: child.id });
    const shown = await asAuthority(child, async (tx) => {
      if (contactId === null) return { invitations: [], cannot: NOBODY };
      const may = (await listInviters(tx, services, child.id)).some(({ id }) => id === contactId);
      const cannot = may ? null : 'Contact us to invite somebody.';
      return { invitations: await showInvitations(tx, child.id, contactId), cannot };
    });
    return reply.page(
      <FamilyInvitationsPage
        page={request.pageContext('family')}
        childId={child.id}
        childName={fullName(child)}
        today={englishDay(services.now())}
        named={name !== null}
        sendiass={services.authority.sendiass}
        formKey={randomUUID()}
        typed={sent?.typed ?? {}}
        errors={sent?.errors ?? {}}
        {...shown}
      />,
      sent === undefined ? 200 : 400,
    );
  }
}

const keySchema = z.object({ idempotencyKey: z.uuid().nullable().catch(null) });

export function idIn(request: FastifyRequest, name: 'childId' | 'invitationId'): Uuid {
  const id = z.record(z.string(), z.string()).parse(request.params)[name] ?? '';
  if (!isUuid(id)) throw new NotTheirs();
  return id;
}
