import { sql } from 'kysely';
import type { Tx } from '../../platform/lens/index.ts';
import type { Uuid } from '../../shared/uuid.ts';
import type { Allocation, Holder } from './allocation.ts';

/** The request for advice it is said of. */
type Of = { authorityId: number; id: Uuid; childId: Uuid; organisationId: Uuid };

/** Who has it now, held until the transaction ends against another choice. */
export async function lockAllocation(tx: Tx, of: Of): Promise<Allocation> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`allocation ${of.id}`}, 0))`.execute(tx);
  return findAllocation(tx, of.id);
}

export async function findAllocation(tx: Tx, adviceRequestId: Uuid): Promise<Allocation> {
  const row = await tx
    .selectFrom('advice_held')
    .select(['number', 'holder_id', 'holder_name'])
    .where('advice_request_id', '=', adviceRequestId)
    .executeTakeFirst();
  return { number: row?.number ?? 0, holder: row === undefined ? null : holderOf(row) };
}

/**
 * To whom it was last given, and when: for an authority, whose lens shows nobody of an organisation, so that whether they are
 * still there is to be asked of its people.
 */
export async function findLastGiven(
  tx: Tx,
  adviceRequestId: Uuid,
): Promise<{ by: Uuid; since: Date } | null> {
  const row = await tx
    .selectFrom('advice_allocations')
    .select(['account_id', 'allocated_at'])
    .where('advice_request_id', '=', adviceRequestId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined || row.account_id === null
    ? null
    : { by: row.account_id, since: row.allocated_at };
}

export function holderOf(row: { holder_id: Uuid | null; holder_name: string | null }): Holder | null {
  const { holder_id: accountId, holder_name: name } = row;
  return accountId === null || name === null ? null : { accountId, name };
}

export async function insertAllocation(
  tx: Tx,
  of: Of,
  allocated: { number: number; accountId: Uuid | null; by: Uuid; at: Date },
): Promise<void> {
  await tx
    .insertInto('advice_allocations')
    .values({
      authority_id: of.authorityId,
      advice_request_id: of.id,
      number: allocated.number,
      child_id: of.childId,
      organisation_id: of.organisationId,
      account_id: allocated.accountId,
      allocated_by: allocated.by,
      allocated_at: allocated.at,
    })
    .execute();
}
