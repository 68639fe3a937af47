import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type FieldErrors, hasErrors } from '../../design-system/index.ts';
import { recordEvent } from '../../platform/events/index.ts';
import { idIn } from '../../platform/http/address.ts';
import { found, NotTheirs } from '../../platform/http/errors.ts';
import { readForm, type Typed, typedIn } from '../../platform/http/forms.ts';
import { accountFor, findEmails } from '../../platform/identity/accounts.ts';
import { type Actor, STAFF_ROLES, type StaffRole, type Tx } from '../../platform/lens/index.ts';
import type { Services } from '../../platform/services.ts';
import { accepted, refused } from '../../shared/result.ts';
import { StaffPage } from './pages/staff.tsx';
import { StaffRolesPage } from './pages/staff-roles.tsx';
import { newcomerFields } from './schema.ts';
import { changeRoles, type RoleChange } from './staff-member.ts';
import { findStaffMember, listStaff, lockStaff, type Staff, saveRoles } from './staff-store.ts';

const administrator = { config: { access: ['administrator'] } } as const;

// Ticked boxes come joined with commas; whatever is no role was not on the form.
const rolesField = z
  .string()
  .default('')
  .transform((text) => STAFF_ROLES.filter((role) => text.split(',').includes(role)));

const newcomerSchema = newcomerFields.extend({
  roles: rolesField.refine((roles) => roles.length > 0, 'Select what they can do'),
});
const changeSchema = z.object({ roles: rolesField, seen: rolesField });
/** An authority's staff and their roles, given and ended by its administrators. */
export function staffRoutes(app: FastifyInstance, services: Services): void {
  app.get('/staff', administrator, (request, reply) => showList(request, reply, {}, {}));

  app.post('/staff', administrator, async (request, reply) => {
    const { authorityId } = staffOf(request.actor);
    const read = readForm(newcomerSchema, request.body);
    if (!read.ok) return showList(request, reply, read.errors, read.typed);
    const { name, email, roles } = read.value;
    const newcomer = { kind: 'staff', authorityId, name, email } as const;
    const account = await accountFor(services.database, newcomer, services.now());
    const outcome = !account.ok
      ? account
      : await request.once(async (tx) => {
          if ((await findStaffMember(tx, account.value)) !== undefined)
            return refused('email', 'They are on the list already. Change what they can do there');
          await save(tx, { authorityId, accountId: account.value, name }, { given: roles, ended: [] });
          return accepted('/staff');
        });
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
    const { authorityId, accountId: by } = staffOf(request.actor);
    const accountId = idIn(request, 'accountId');
    const { roles: ticked, seen } = changeSchema.parse(typedIn(request.body));
    const outcome = await request.once(async (tx) => {
      // Both are held: of two administrators who end each other at once, the first to save stays.
      const held = await lockStaff(tx, [accountId, by]);
      if (!held.some((one) => one.accountId === by && one.roles.includes('administrator')))
        throw new NotTheirs();
      const member = found(held.find((one) => one.accountId === accountId));
      const change = changeRoles(member, { ticked, seen, by });
      if (!change.ok) return { ...change, member };
      await save(tx, { authorityId, accountId, name: member.name }, change.value);
      return accepted('/staff');
    });
    if (outcome.ok) return reply.redirect(outcome.value, 303);
    const { member, field, message } = outcome;
    return showRoles(request, reply, { member, ticked, errors: { [field]: message } });
  });

  async function save(
    tx: Tx,
    member: { authorityId: number; accountId: string; name: string },
    change: RoleChange<StaffRole>,
  ) {
    if (change.given.length + change.ended.length === 0) return;
    await saveRoles(tx, member, change, services.now());
    await recordEvent(tx, {
      authorityId: member.authorityId,
      childId: null,
      kind: 'staff roles changed',
      subject: 'account',
      subjectId: member.accountId,
      data: { given: [...change.given], ended: [...change.ended] },
    });
  }

  async function showList(request: FastifyRequest, reply: FastifyReply, errors: FieldErrors, typed: Typed) {
    const staff = await request.act(listStaff);
    const ids = staff.map((member) => member.accountId);
    const emails = await findEmails(services.database, ids);
    const people = staff.map((member) => ({ ...member, email: emails.get(member.accountId) ?? '' }));
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

function staffOf(actor: Actor | null) {
  if (actor?.kind !== 'staff') throw new NotTheirs();
  return actor;
}
