import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { idIn } from '../../platform/http/address.ts';
import { readForm, typedIn } from '../../platform/http/forms.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay } from '../../shared/plain-date.ts';
import { fullName } from '../children/index.ts';
import { endAsFamily, inviteAsFamily, readAsFamily } from './family-sending.ts';
import { FamilyInvitationsPage } from './pages/family.tsx';
import { askedSchema } from './schema.ts';

const theirs = { access: 'family', invited: 'nothing' } as const;
type Sent = { typed: Readonly<Record<string, string>>; errors: Readonly<Record<string, string>> };

/** A parent or young person invites somebody to follow the case, and takes it back. */
export function familyInvitationRoutes(app: FastifyInstance, services: Services): void {
  const url = '/family/:childId/invitations';
  app.get(url, { config: { ...theirs, childFile: true } }, (request, reply) => show(request, reply));

  app.post(url, { config: theirs }, async (request, reply) => {
    const read = readForm(askedSchema, request.body);
    if (!read.ok) return show(request, reply, read);
    const outcome = await inviteAsFamily(request, services, read.value);
    if (outcome.ok) return reply.redirect(outcome.value, 303);
    return show(request, reply, {
      typed: typedIn(request.body),
      errors: { [outcome.field]: outcome.message },
    });
  });

  app.post(`${url}/:invitationId/end`, { config: theirs }, async (request, reply) => {
    const done = await endAsFamily(request, services);
    const list = `/family/${idIn(request, 'childId')}/invitations`;
    return reply.redirect(done.ok ? done.value : list, 303);
  });

  async function show(request: FastifyRequest, reply: FastifyReply, sent?: Sent) {
    const { child, named, invitations, cannot } = await readAsFamily(request, services);
    return reply.page(
      <FamilyInvitationsPage
        page={request.pageContext('family')}
        childId={child.id}
        childName={fullName(child)}
        today={englishDay(services.now())}
        named={named}
        sendiass={services.authority.sendiass}
        formKey={randomUUID()}
        typed={sent?.typed ?? {}}
        errors={sent?.errors ?? {}}
        {...{ invitations, cannot }}
      />,
      sent === undefined ? 200 : 400,
    );
  }
}
