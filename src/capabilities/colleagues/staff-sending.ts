import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { recordEvent } from '../../platform/events/index.ts';
import { idIn } from '../../platform/http/address.ts';
import { found, NotTheirs } from '../../platform/http/errors.ts';
import type { Outcome } from '../../platform/http/types.ts';
import { accountFor, findEmails } from '../../platform/identity/accounts.ts';
import { type Actor, STAFF_ROLES, type StaffRole, type Tx } from '../../platform/lens/index.ts';
import type { Services } from '../../platform/services.ts';
import { accepted, type Refusal, refused } from '../../shared/result.ts';
import { newcomerFields } from './schema.ts';
import { changeRoles, type RoleChange } from './staff-member.ts';
import { findStaffMember, listStaff, lockStaff, type Staff, saveRoles } from './staff-store.ts';

/* An authority's staff and their roles, for the pages and the API alike: given and ended by its administrators. */

// Ticked boxes come joined with commas; whatever is no role was not on the form.
const rolesField = z
  .string()
  .default('')
  .transform((text) => STAFF_ROLES.filter((role) => text.split(',').includes(role)));

export const newcomerSchema = newcomerFields.extend({
  roles: rolesField.refine((roles) => roles.length > 0, 'Select what they can do'),
});
export const changeSchema = z.object({ roles: rolesField, seen: rolesField });

export async function readStaff(request: FastifyRequest, { database }: Services) {
  const staff = await request.act(listStaff);
  const ids = staff.map((member) => member.accountId);
  const emails = await findEmails(database, ids);
  return staff.map((member) => ({ ...member, email: emails.get(member.accountId) ?? '' }));
}

/** Adds somebody to the authority's staff, with an account to sign in with where they have none. */
export async function addStaffOnce(
  request: FastifyRequest,
  services: Services,
  { name, email, roles }: z.output<typeof newcomerSchema>,
): Promise<Outcome> {
  const { authorityId } = staffOf(request.actor);
  const newcomer = { kind: 'staff', authorityId, name, email } as const;
  const account = await accountFor(services.database, newcomer, services.now());
  if (!account.ok) return account;
  const accountId = account.value;
  return request.once(async (tx) => {
    if ((await findStaffMember(tx, accountId)) !== undefined)
      return refused('email', 'They are on the list already. Change what they can do there');
    await save(tx, { authorityId, accountId, name }, { given: roles, ended: [] }, services.now());
    return accepted('/staff');
  });
}

/** Gives and ends somebody's roles; `seen` is what they had when whoever changes them looked. */
export function changeRolesOnce(
  request: FastifyRequest,
  services: Services,
  { roles: ticked, seen }: z.output<typeof changeSchema>,
): Promise<Outcome<Refusal & { member: Staff }>> {
  const { authorityId, accountId: by } = staffOf(request.actor);
  const accountId = idIn(request, 'accountId');
  return request.once(async (tx) => {
    // Both are held: of two administrators who end each other at once, the first to save stays.
    const held = await lockStaff(tx, [accountId, by]);
    if (!held.some((one) => one.accountId === by && one.roles.includes('administrator')))
      throw new NotTheirs();
    const member = found(held.find((one) => one.accountId === accountId));
    const change = changeRoles(member, { ticked, seen, by });
    if (!change.ok) return { ...change, member };
    await save(tx, { authorityId, accountId, name: member.name }, change.value, services.now());
    return accepted('/staff');
  });
}

async function save(
  tx: Tx,
  member: { authorityId: number; accountId: string; name: string },
  change: RoleChange<StaffRole>,
  at: Date,
): Promise<void> {
  if (change.given.length + change.ended.length === 0) return;
  await saveRoles(tx, member, change, at);
  await recordEvent(tx, {
    authorityId: member.authorityId,
    childId: null,
    kind: 'staff roles changed',
    subject: 'account',
    subjectId: member.accountId,
    data: { given: [...change.given], ended: [...change.ended] },
  });
}

function staffOf(actor: Actor | null) {
  if (actor?.kind !== 'staff') throw new NotTheirs();
  return actor;
}
