import { sql } from 'kysely';
import type { Tx } from '../../platform/lens/index.ts';
import type { PlainDate } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { type CoverNow, SHORT_COVER_DAYS } from './allocation.ts';

/** Cover of which families are to be told. */
export type ToldCover = CoverNow & { id: Uuid; awayId: Uuid; coverId: Uuid };

const TOLD = [
  'id',
  'away_id as awayId',
  'cover_id as coverId',
  'cover_name as cover',
  'until_on as untilOn',
] as const;

/** Cover that runs today, is longer than short cover and was not told of, the first begun first. */
export async function listBegunCover(tx: Tx, today: PlainDate): Promise<ToldCover[]> {
  return (
    tx
      .selectFrom('leave_cover')
      .select(TOLD)
      .where('ended_at', 'is', null)
      .where('told_at', 'is', null)
      .where('from_on', '<=', today)
      .where('until_on', '>=', today)
      // Both days count.
      .where(sql<number>`until_on - from_on + 1`, '>', SHORT_COVER_DAYS)
      .orderBy('from_on')
      .orderBy('id')
      .execute()
  );
}

/** Takes cover to tell of it, once; false where it has ended or was told of. */
export async function takeCover(tx: Tx, id: Uuid, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('leave_cover')
    .set({ told_at: at })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .where('told_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Cover that families were told of and that ended before the last day they were told, where that day is not over. */
export async function listEndedCover(tx: Tx, today: PlainDate): Promise<ToldCover[]> {
  return tx
    .selectFrom('leave_cover')
    .select(TOLD)
    .where('told_at', 'is not', null)
    .where('ended_at', 'is not', null)
    .where('end_told_at', 'is', null)
    .where('until_on', '>=', today)
    .orderBy('ended_at')
    .orderBy('id')
    .execute();
}

/** Takes the early end of cover to tell of it, once; false where it was told of. */
export async function takeEndOfCover(tx: Tx, id: Uuid, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('leave_cover')
    .set({ end_told_at: at })
    .where('id', '=', id)
    .where('end_told_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** What covers for somebody today, the longest; null where they are here. */
export async function findCoverNow(tx: Tx, awayId: Uuid, today: PlainDate): Promise<ToldCover | null> {
  const row = await tx
    .selectFrom('leave_cover')
    .select(TOLD)
    .where('away_id', '=', awayId)
    .where('ended_at', 'is', null)
    .where('from_on', '<=', today)
    .where('until_on', '>=', today)
    .orderBy('until_on', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

/** The children whose case somebody has, each once by the file that stands, with the name their family knows; none that is closed. */
export async function listCasesOf(tx: Tx, accountId: Uuid): Promise<{ childId: Uuid; caseworker: string }[]> {
  const { rows } = await sql<{ childId: Uuid; caseworker: string }>`
    select coalesce(child.joined_to, child.id) as "childId", max(held.name) as caseworker
    from case_allocations held
    join children child on child.authority_id = held.authority_id and child.id = held.child_id
    where held.account_id = ${accountId} and held.ended_at is null and held.left_at is null
      and exists (select from case_steps s where s.authority_id = held.authority_id and s.child_id = held.child_id
        and s.step <> 'closed' and not exists (select from untold_requests untold
          where untold.authority_id = s.authority_id and untold.request_id = s.request_id))
    group by 1 order by 1`.execute(tx);
  return rows;
}
