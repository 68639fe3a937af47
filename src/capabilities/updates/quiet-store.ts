import { sql } from 'kysely';
import type { Tx } from '../../platform/lens/index.ts';
import type { PlainDate } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';

export type Silence = { authorityId: number; childId: Uuid; since: PlainDate };

/**
 * Children with a case that is not over whose family last heard of it on or before a day: from its news, from the dates of
 * its own decisions, or from the last notice that nothing had changed.
 */
export async function listSilences(tx: Tx, heardBy: PlainDate): Promise<Silence[]> {
  const { rows } = await sql<Silence>`
    select "authorityId", "childId", since from (
      select s.authority_id as "authorityId", s.child_id as "childId", greatest(
        max(greatest(s.received_on, s.decided_on, s.issue_decided_on)),
        (select max((n.happened_at at time zone 'Europe/London')::date) from family_news n
          where n.authority_id = s.authority_id and n.child_id = s.child_id),
        (select max(q.told_on) from quiet_notices q
          where q.authority_id = s.authority_id and q.child_id = s.child_id)) as since
      from case_steps s
      where s.step not in ('plan issued', 'closed')
      group by s.authority_id, s.child_id) heard
    where since <= ${heardBy} order by since, "childId" limit 20000`.execute(tx);
  return rows;
}

/** Claims the telling of one silence: false when it was told of meanwhile. */
export async function claimSilence(tx: Tx, silence: Silence, today: PlainDate): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('quiet_notices')
    .values({
      authority_id: silence.authorityId,
      child_id: silence.childId,
      since_on: silence.since,
      told_on: today,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}
