import { sql } from 'kysely';
import type { Tx } from '../../platform/lens/index.ts';
import type { Uuid } from '../../shared/uuid.ts';

/* Whoever has cases and may no longer work on them: said in one place, for every page and letter that names a caseworker. */

const WORKS = sql`exists (select from staff_roles may where may.authority_id = held.authority_id
  and may.account_id = held.account_id and may.role in ('caseworker', 'manager') and may.ended_at is null)`;

export type HeldCase = { authorityId: number; childId: Uuid; accountId: Uuid };

/** Marks the cases of whoever may no longer work on cases, and says which; none twice. */
export async function markLeft(tx: Tx, at: Date): Promise<HeldCase[]> {
  const { rows } = await sql<HeldCase>`
    update case_allocations held set left_at = ${at}
    where held.ended_at is null and held.left_at is null and not ${WORKS}
    returning held.authority_id as "authorityId", held.child_id as "childId", held.account_id as "accountId"`.execute(
    tx,
  );
  return rows;
}

/** Takes the mark off the cases of whoever may work on them again, and says which. */
export async function markBack(tx: Tx): Promise<HeldCase[]> {
  const { rows } = await sql<HeldCase>`
    update case_allocations held set left_at = null
    where held.ended_at is null and held.left_at is not null and ${WORKS}
    returning held.authority_id as "authorityId", held.child_id as "childId", held.account_id as "accountId"`.execute(
    tx,
  );
  return rows;
}

/** Ends the cover that somebody who has left gives or is given: nobody looks after those cases by it any more. */
export async function endCoverOfLeavers(tx: Tx, at: Date): Promise<void> {
  const works = (
    of: string,
  ) => sql`exists (select from staff_roles may where may.authority_id = c.authority_id
    and may.account_id = ${sql.ref(of)} and may.role in ('caseworker', 'manager') and may.ended_at is null)`;
  await sql`update leave_cover c set ended_at = ${at}
    where c.ended_at is null and not (${works('c.away_id')} and ${works('c.cover_id')})`.execute(tx);
}
