import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { found, NotTheirs } from '../../platform/http/errors.ts';
import { readForm, typedIn } from '../../platform/http/forms.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay } from '../../shared/plain-date.ts';
import { accepted, refused } from '../../shared/result.ts';
import { findChild, fullName } from '../children/index.ts';
import { idIn } from './family-routes.tsx';
import { StaffInvitationsPage } from './pages/staff.tsx';
import { toldSchema } from './schema.ts';
import { endInvitation, endTheirSessions, listInviters, sendInvitation } from './sending.ts';
import { showInvitations } from './shown-store.ts';
import { lockInvitation } from './store.ts';

const reads = { access: 'staff', childFile: true } as const;
const writes = { access: ['caseworker', 'manager'] } as const;

type Sent = { typed: Readonly<Record<string, string>>; errors: Readonly<Record<string, string>> };

/** Staff write down whom a family invites, and what they take back, when they are told otherwise than online. */
export function staffInvitationRoutes(app: FastifyInstance, services: Services): void {
  const url = '/cases/:childId/invitations';
  app.get(url, { config: reads }, (request, reply) => show(request, reply));

  app.post(url, { config: writes }, async (request, reply) => {
    const childId = idIn(request, 'childId');
    const read = readForm(toldSchema, request.body);
    if (!read.ok) return show(request, reply, read);
    const { inviter, saidHow, saidOn, until, ...rest } = read.value;
    const outcome = await request.once(async (tx) => {
      if (saidOn > englishDay(services.now()))
        return refused('saidOn', 'The day must be today or in the past');
      const by = (await listInviters(tx, services, childId)).find(({ id }) => id === inviter);
      if (by === undefined) return refused('inviter', 'Select who invites them');
      const sent = await sendInvitation(tx, services, {
        childId,
        contactId: by.id,
        asked: { ...rest, untilOn: until },
        saidBy: by.name,
        saidHow,
        saidOn,
        recordedBy: nameOf(request),
      });
      return sent.ok ? accepted(`/cases/${childId}/invitations`) : sent;
    });
    if (outcome.ok) return reply.redirect(outcome.value, 303);
    return show(request, reply, {
      typed: typedIn(request.body),
      errors: { [outcome.field]: outcome.message },
    });
  });

  app.post(`${url}/:invitationId/end`, { config: writes }, async (request, reply) => {
    const childId = idIn(request, 'childId');
    const invitation = await request.act(async (tx) =>
      found(await lockInvitation(tx, idIn(request, 'invitationId'))),
    );
    if (invitation.childId !== childId) throw new NotTheirs();
    const back = `/cases/${childId}/invitations`;
    await request.once(async (tx) => {
      await endInvitation(tx, invitation, nameOf(request), services.now());
      return accepted(back);
    });
    await endTheirSessions(services, invitation);
    return reply.redirect(back, 303);
  });

  async function show(request: FastifyRequest, reply: FastifyReply, sent?: Sent) {
    const childId = idIn(request, 'childId');
    const { child, ...shown } = await request.act(async (tx) => ({
      child: found(await findChild(tx, childId)),
      inviters: await listInviters(tx, services, childId),
      invitations: await showInvitations(tx, childId, 'all'),
    }));
    request.readsChildFile({ authorityId: child.authorityId, childId });
    return reply.page(
      <StaffInvitationsPage
        page={request.pageContext()}
        childId={childId}
        childName={fullName(child)}
        bornOn={child.bornOn}
        today={englishDay(services.now())}
        formKey={randomUUID()}
        typed={sent?.typed ?? {}}
        errors={sent?.errors ?? {}}
        {...shown}
      />,
      sent === undefined ? 200 : 400,
    );
  }
}

function nameOf({ actor }: FastifyRequest): string {
  return actor !== null && 'name' in actor ? actor.name : 'The service';
}
