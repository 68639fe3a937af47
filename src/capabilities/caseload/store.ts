import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { filesOf, standingFile } from '../../platform/child-file.ts';
import { once, type Tx } from '../../platform/lens/index.ts';
import type { PlainDate } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { listStaff } from '../colleagues/index.ts';
import type { Allocation, Cover, CoverNow, Worker } from './allocation.ts';

/** Everybody who may be given cases now, by name. */
export async function listWorkers(tx: Tx): Promise<Worker[]> {
  const staff = await listStaff(tx);
  return staff
    .filter(({ roles }) => roles.includes('caseworker') || roles.includes('manager'))
    .map(({ accountId, name }) => ({ accountId, name }));
}

/** Whose a case is now; null for nobody's. */
export async function findAllocation(tx: Tx, childId: Uuid): Promise<Allocation | null> {
  const row = await tx
    .selectFrom('case_allocations')
    .select(['account_id as accountId', 'name', 'from_on as fromOn', 'handover'])
    .where('child_id', '=', sql<Uuid>`any(${filesOf(childId)})`)
    .where('ended_at', 'is', null)
    .orderBy(sql`child_id = ${childId}`, 'desc')
    .executeTakeFirst();
  return row ?? null;
}

/** Ends whose the case was, and begins whose it is. */
export async function saveAllocation(
  tx: Tx,
  of: { authorityId: number; childId: Uuid },
  { accountId, name, fromOn, handover }: Allocation,
  made: { by: string; at: Date },
): Promise<void> {
  await tx
    .updateTable('case_allocations')
    .set({ ended_at: made.at })
    .where('child_id', '=', sql<Uuid>`any(${filesOf(of.childId)})`)
    .where('ended_at', 'is', null)
    .execute();
  // A record that was merged keeps the requests made on it, and their caseworker.
  await sql`insert into case_allocations (authority_id, id, child_id, account_id, name, handover, allocated_by, from_on)
    select ${of.authorityId}, gen_random_uuid(), id, ${accountId}, ${name}, ${handover}, ${made.by}, ${fromOn}
    from unnest(${filesOf(of.childId)}) as file (id)`.execute(tx);
}

/**
 * Gives every record of one child the caseworker of the file that stands, or where that has none of a record merged into it;
 * says whose it is and whether somebody else's had to end for it. Null where nobody has any of them.
 */
export async function levelAllocations(
  tx: Tx,
  childId: Uuid,
  at: Date,
): Promise<{ authorityId: number; accountId: Uuid; ended: number } | null> {
  const files = sql<Uuid>`any(${filesOf(childId)})`;
  const current = await tx
    .selectFrom('case_allocations')
    .select(['authority_id', 'account_id', 'name', 'allocated_by', 'from_on', 'left_at'])
    .where('child_id', '=', files)
    .where('ended_at', 'is', null)
    // Whoever has left has it last.
    .orderBy(sql`left_at is not null`)
    .orderBy(sql`child_id = ${standingFile(childId)}`, 'desc')
    .orderBy('recorded_at', 'desc')
    .executeTakeFirst();
  if (current === undefined) return null;
  const { authority_id: authorityId, account_id: accountId, name, allocated_by, from_on, left_at } = current;
  const { numUpdatedRows } = await tx
    .updateTable('case_allocations')
    .set({ ended_at: at })
    .where('child_id', '=', files)
    .where('account_id', '<>', accountId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  await sql`insert into case_allocations (authority_id, id, child_id, account_id, name, handover, allocated_by, from_on, left_at)
    select ${authorityId}, gen_random_uuid(), file.id, ${accountId}, ${name}, '', ${allocated_by}, ${from_on}, ${left_at}
    from unnest(${filesOf(childId)}) as file (id)
    where not exists (select from case_allocations one where one.child_id = file.id and one.ended_at is null)`.execute(
    tx,
  );
  return { authorityId, accountId, ended: Number(numUpdatedRows) };
}

/**
 * The record of a request that a child's family has not been told of, where they know of no other case that is open: to hear
 * whose case it is would tell them that there is one. Null where they may hear of it.
 */
export async function findUntoldAlone(tx: Tx, childId: Uuid): Promise<Uuid | null> {
  const { rows } = await sql<{ id: Uuid }>`
    with file as materialized (select ${filesOf(childId)} as ids)
    select untold.child_id as id from file, untold_requests untold
    where untold.child_id = any(file.ids) and not exists (
      select from case_steps s where s.child_id = any(file.ids) and s.step <> 'closed' and not exists (
        select from untold_requests other
        where other.authority_id = s.authority_id and other.request_id = s.request_id)) limit 1`.execute(tx);
  return rows[0]?.id ?? null;
}

/** Holds a child's file until the transaction ends, so that of two who give the case the second sees the first. */
export async function lockCase(tx: Tx, childId: Uuid): Promise<boolean> {
  const row = await tx
    .selectFrom('children')
    .select('id')
    .where('id', '=', sql<Uuid>`any(${filesOf(childId)})`)
    .orderBy('id')
    .forUpdate()
    .executeTakeFirst();
  return row !== undefined;
}

export type CoverRow = Cover & { id: Uuid; away: string; cover: string };

/** Leave from today on, soonest first, with the names of both. */
export async function listCover(tx: Tx, today: PlainDate): Promise<CoverRow[]> {
  const names = new Map((await listStaff(tx)).map(({ accountId, name }) => [accountId, name]));
  const rows = await tx
    .selectFrom('leave_cover')
    .select(['id', 'away_id as awayId', 'cover_id as coverId', 'from_on as fromOn', 'until_on as untilOn'])
    .where('ended_at', 'is', null)
    .where('until_on', '>=', today)
    .orderBy('from_on')
    .orderBy('id')
    .execute();
  const nameOf = (id: Uuid) => names.get(id) ?? 'Somebody who has left';
  return rows.map((row) => ({ ...row, away: nameOf(row.awayId), cover: nameOf(row.coverId) }));
}

export async function insertCover(
  tx: Tx,
  authorityId: number,
  cover: Cover & { coverName: string },
  by: string,
): Promise<Uuid> {
  const id = randomUUID();
  await tx
    .insertInto('leave_cover')
    .values({
      authority_id: authorityId,
      id,
      away_id: cover.awayId,
      cover_id: cover.coverId,
      cover_name: cover.coverName,
      from_on: cover.fromOn,
      until_on: cover.untilOn,
      recorded_by: by,
    })
    .execute();
  return id;
}

/** Ends cover from now; false when it had ended. */
export async function endCover(tx: Tx, id: Uuid, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('leave_cover')
    .set({ ended_at: at })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Who covers somebody today and to which day, the first back last; nobody where they are here. Families read it of their own. */
export async function listCoverOf(tx: Tx, accountId: Uuid, today: PlainDate): Promise<CoverNow[]> {
  return askCoverOf(tx, { accountId, today });
}

const askCoverOf = once((tx, { accountId, today }: { accountId: Uuid; today: PlainDate }) =>
  tx
    .selectFrom('leave_cover')
    .select(['cover_name as cover', 'until_on as untilOn'])
    .where('away_id', '=', accountId)
    .where('ended_at', 'is', null)
    .where('from_on', '<=', today)
    .where('until_on', '>=', today)
    .orderBy('until_on', 'desc')
    .orderBy('cover_name'),
);

/** Those whose cases somebody looks after today: their own, and of whomever they cover. */
export async function whoseCases(tx: Tx, accountId: Uuid, today: PlainDate): Promise<Uuid[]> {
  const rows = await askCovered(tx, { accountId, today });
  return [accountId, ...rows.map(({ away_id }) => away_id)];
}

const askCovered = once((tx, { accountId, today }: { accountId: Uuid; today: PlainDate }) =>
  tx
    .selectFrom('leave_cover')
    .select('away_id')
    .where('cover_id', '=', accountId)
    .where('ended_at', 'is', null)
    .where('from_on', '<=', today)
    .where('until_on', '>=', today),
);
