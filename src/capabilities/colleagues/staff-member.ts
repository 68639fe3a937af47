import { accepted, type Result, refused } from '../../shared/result.ts';
import type { Uuid } from '../../shared/uuid.ts';

/** Somebody on an authority's staff, and what they may do. Without a role they may no longer sign in. */
export type StaffMember<Role> = { accountId: Uuid; name: string; roles: readonly Role[] };

export type RoleChange<Role> = { given: readonly Role[]; ended: readonly Role[] };

type Saved<Role> = {
  ticked: readonly Role[];
  /** The roles the page showed when it was opened. */
  seen: readonly Role[];
  by: Uuid;
};

/**
 * What saving the ticked roles gives and ends. Refuses what was ticked on a page that has since gone out of date, and
 * administrators ending their own administration, so that an authority is never left without one.
 */
export function changeRoles<Role extends string>(
  member: StaffMember<Role>,
  { ticked, seen, by }: Saved<Role>,
): Result<RoleChange<Role>> {
  if (!sameRoles(member.roles, seen)) {
    return refused(
      'roles',
      'Somebody else changed what they can do while you were here. Check it and save again',
    );
  }
  const given = ticked.filter((role) => !member.roles.includes(role));
  const ended = member.roles.filter((role) => !ticked.includes(role));
  if (member.accountId === by && ended.some((role) => role === 'administrator')) {
    return refused(
      'roles',
      'You cannot stop being an administrator yourself. Ask another administrator to end it',
    );
  }
  return accepted({ given, ended });
}

function sameRoles<Role>(some: readonly Role[], others: readonly Role[]): boolean {
  return some.length === others.length && some.every((role) => others.includes(role));
}
