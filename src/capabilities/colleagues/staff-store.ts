import { STAFF_ROLES, type StaffRole, type Tx } from '../../platform/lens/index.ts';
import type { Uuid } from '../../shared/uuid.ts';
import type { RoleChange, StaffMember } from './staff-member.ts';

export type Staff = StaffMember<StaffRole>;

/** Everyone who may sign in as staff of the authority now, by name. */
export async function listStaff(tx: Tx): Promise<Staff[]> {
  const rows = await current(tx).orderBy('name').orderBy('account_id').execute();
  return members(rows);
}

/** One of them, for a page. */
export async function findStaffMember(tx: Tx, accountId: Uuid): Promise<Staff | undefined> {
  return members(await current(tx).where('account_id', '=', accountId).execute())[0];
}

/** Some of them, held until the transaction ends; always in the same order, so that two administrators never wait for each other. */
export async function lockStaff(tx: Tx, accountIds: readonly Uuid[]): Promise<Staff[]> {
  return members(
    await current(tx)
      .where('account_id', 'in', accountIds)
      .orderBy('account_id')
      .orderBy('role')
      .forUpdate()
      .execute(),
  );
}

function current(tx: Tx) {
  return tx.selectFrom('staff_roles').select(['account_id', 'name', 'role']).where('ended_at', 'is', null);
}

function members(rows: readonly { account_id: Uuid; name: string; role: string }[]): Staff[] {
  const byAccount = Map.groupBy(rows, (row) => row.account_id);
  return [...byAccount].map(([accountId, held]) => ({
    accountId,
    name: held[0]?.name ?? '',
    roles: STAFF_ROLES.filter((role) => held.some((row) => row.role === role)),
  }));
}

/** Gives and ends roles from now on. A role held before and ended is given again. */
export async function saveRoles(
  tx: Tx,
  member: { authorityId: number; accountId: Uuid; name: string },
  { given, ended }: RoleChange<StaffRole>,
  at: Date,
): Promise<void> {
  const { authorityId, accountId, name } = member;
  if (given.length > 0) {
    const common = { authority_id: authorityId, account_id: accountId, name, given_at: at };
    await tx
      .insertInto('staff_roles')
      .values(given.map((role) => ({ ...common, role })))
      .onConflict((conflict) =>
        conflict
          .columns(['authority_id', 'account_id', 'role'])
          .doUpdateSet({ name, given_at: at, ended_at: null })
          .where('staff_roles.ended_at', 'is not', null),
      )
      .execute();
  }
  if (ended.length === 0) return;
  await tx
    .updateTable('staff_roles')
    .set({ ended_at: at })
    .where('account_id', '=', accountId)
    .where('role', 'in', ended)
    .where('ended_at', 'is', null)
    .execute();
}
