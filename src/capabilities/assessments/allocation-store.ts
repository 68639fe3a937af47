import { sql } from 'kysely';
import type { Tx } from '../../platform/lens/index.ts';
import type { Uuid } from '../../shared/uuid.ts';
import type { Allocation, Holder } from './allocation.ts';

/** The request for advice it is said of. */
type Of = { authorityId: number; id: Uuid; childId: Uuid; organisationId: Uuid };

/** What was said last of each request for advice, and by name who has it while they are still there. */
export function allocationsNow(tx: Tx) {
  return tx
    .selectFrom('advice_allocations as said')
    .leftJoin('organisation_members as member', (join) =>
      join
        .onRef('member.organisation_id', '=', 'said.organisation_id')
        .onRef('member.account_id', '=', 'said.account_id')
        .on('member.removed_at', 'is', null),
    )
    .distinctOn(['said.authority_id', 'said.advice_request_id'])
    .select([
      'said.authority_id',
      'said.advice_request_id',
      'said.number',
      'member.account_id as holder_id',
      'member.name as holder_name',
    ])
    .orderBy('said.authority_id')
    .orderBy('said.advice_request_id')
    .orderBy('said.number', 'desc');
}

/** Who has it now, held until the transaction ends against another choice. */
export async function lockAllocation(tx: Tx, of: Of): Promise<Allocation> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`allocation ${of.id}`}, 0))`.execute(tx);
  return findAllocation(tx, of.id);
}

export async function findAllocation(tx: Tx, adviceRequestId: Uuid): Promise<Allocation> {
  const row = await allocationsNow(tx)
    .where('said.advice_request_id', '=', adviceRequestId)
    .executeTakeFirst();
  return { number: row?.number ?? 0, holder: row === undefined ? null : holderOf(row) };
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
