import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type FieldErrors, hasErrors } from '../../design-system/index.ts';
import { idIn } from '../../platform/http/address.ts';
import { found } from '../../platform/http/errors.ts';
import { readForm, type Typed, typedIn } from '../../platform/http/forms.ts';
import { STAFF_ROLES, type StaffRole } from '../../platform/lens/index.ts';
import type { Services } from '../../platform/services.ts';
import { StaffPage } from './pages/staff.tsx';
import { StaffRolesPage } from './pages/staff-roles.tsx';
import { addStaffOnce, changeRolesOnce, changeSchema, newcomerSchema, readStaff } from './staff-sending.ts';
import { findStaffMember, type Staff } from './staff-store.ts';

const administrator = { config: { access: ['administrator'] } } as const;

/** An authority's staff and their roles, given and ended by its administrators. */
export function staffRoutes(app: FastifyInstance, services: Services): void {
  app.get('/staff', administrator, (request, reply) => showList(request, reply, {}, {}));

  app.post('/staff', administrator, async (request, reply) => {
    const read = readForm(newcomerSchema, request.body);
    if (!read.ok) return showList(request, reply, read.errors, read.typed);
    const outcome = await addStaffOnce(request, services, read.value);
    if (outcome.ok) return reply.redirect('/staff', 303);
    return showList(request, reply, { [outcome.field]: outcome.message }, typedIn(request.body));
  });

  app.get('/staff/:accountId/roles', administrator, async (request, reply) => {
    const member = await request.act(async (tx) =>
      found(await findStaffMember(tx, idIn(request, 'accountId'))),
    );
    return showRoles(request, reply, { member, ticked: member.roles, errors: {} });
  });

  app.post('/staff/:accountId/roles', administrator, async (request, reply) => {
    const form = changeSchema.parse(typedIn(request.body));
    const outcome = await changeRolesOnce(request, services, form);
    if (outcome.ok) return reply.redirect(outcome.value, 303);
    const { member, field, message } = outcome;
    return showRoles(request, reply, { member, ticked: form.roles, errors: { [field]: message } });
  });

  async function showList(request: FastifyRequest, reply: FastifyReply, errors: FieldErrors, typed: Typed) {
    const people = await readStaff(request, services);
    const form = { errors, typed, formKey: randomUUID(), choices: STAFF_ROLES };
    const page = request.pageContext();
    return reply.page(<StaffPage page={page} people={people} {...form} />, hasErrors(errors) ? 400 : 200);
  }
}

function showRoles(
  request: FastifyRequest,
  reply: FastifyReply,
  shown: { member: Staff; ticked: readonly StaffRole[]; errors: FieldErrors },
) {
  const form = { formKey: randomUUID(), choices: STAFF_ROLES };
  const page = <StaffRolesPage page={request.pageContext()} {...shown} {...form} />;
  return reply.page(page, hasErrors(shown.errors) ? 400 : 200);
}
