import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { idIn } from '../../platform/http/address.ts';
import { readForm, typedIn } from '../../platform/http/forms.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay } from '../../shared/plain-date.ts';
import { fullName } from '../children/index.ts';
import { StaffInvitationsPage } from './pages/staff.tsx';
import { toldSchema } from './schema.ts';
import { endAsStaff, inviteAsStaff, readAsStaff } from './staff-sending.ts';

const reads = { access: 'staff', childFile: true } as const;
const writes = { access: ['caseworker', 'manager'] } as const;

type Sent = { typed: Readonly<Record<string, string>>; errors: Readonly<Record<string, string>> };

/** Staff write down whom a family invites, and what they take back, when they are told otherwise than online. */
export function staffInvitationRoutes(app: FastifyInstance, services: Services): void {
  const url = '/cases/:childId/invitations';
  app.get(url, { config: reads }, (request, reply) => show(request, reply));

  app.post(url, { config: writes }, async (request, reply) => {
    const read = readForm(toldSchema, request.body);
    if (!read.ok) return show(request, reply, read);
    const outcome = await inviteAsStaff(request, services, read.value);
    if (outcome.ok) return reply.redirect(outcome.value, 303);
    return show(request, reply, {
      typed: typedIn(request.body),
      errors: { [outcome.field]: outcome.message },
    });
  });

  app.post(`${url}/:invitationId/end`, { config: writes }, async (request, reply) => {
    await endAsStaff(request, services);
    return reply.redirect(`/cases/${idIn(request, 'childId')}/invitations`, 303);
  });

  async function show(request: FastifyRequest, reply: FastifyReply, sent?: Sent) {
    const { child, ...shown } = await readAsStaff(request, services);
    return reply.page(
      <StaffInvitationsPage
        page={request.pageContext()}
        childId={child.id}
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
