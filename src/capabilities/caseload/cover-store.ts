import { sql } from 'kysely';
import type { Tx } from '../../platform/lens/index.ts';
import type { PlainDate } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { type CoverNow, SHORT_COVER_DAYS } from './allocation.ts';

/** Cover that has begun, of which families are to be told. */
export type BegunCover = CoverNow & { id: Uuid; awayId: Uuid; coverId: Uuid };

/** Cover that runs today, is longer than short cover and was not told of, the first begun first. */
export async function listBegunCover(tx: Tx, today: PlainDate): Promise<BegunCover[]> {
  return (
    tx
      .selectFrom('leave_cover')
      .select([
        'id',
        'away_id as awayId',
        'cover_id as coverId',
        'cover_name as cover',
        'until_on as untilOn',
      ])
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

/** The children whose case somebody has, each once by the file that stands, with the name their family knows; none that is closed. */
export async function listCasesOf(tx: Tx, accountId: Uuid): Promise<{ childId: Uuid; caseworker: string }[]> {
  const { rows } = await sql<{ childId: Uuid; caseworker: string }>`
    select coalesce(child.joined_to, child.id) as "childId", max(held.name) as caseworker
    from case_allocations held
    join children child on child.authority_id = held.authority_id and child.id = held.child_id
    where held.account_id = ${accountId} and held.ended_at is null and held.left_at is null
      and exists (select from case_steps s where s.authority_id = held.authority_id and s.child_id = held.child_id
        and s.step <> 'closed')
    group by 1 order by 1`.execute(tx);
  return rows;
}
