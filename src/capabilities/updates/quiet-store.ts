import { sql } from 'kysely';
import type { Tx } from '../../platform/lens/index.ts';
import type { PlainDate } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';

// A record of the child's that somebody brought to attention is none of theirs yet.
const MAY_BE_TOLD = (of: 's' | 'n') =>
  sql`not exists (select from untold_requests untold
    where untold.authority_id = ${sql.ref(of)}.authority_id and untold.child_id = ${sql.ref(of)}.child_id)`;

export type Silence = { authorityId: number; childId: Uuid; since: PlainDate };

/**
 * Children with a case that is not over, which their family may be told of, and who last heard of it on or before a day: from
 * its news, from the dates of its own decisions, or from the last notice that nothing had changed.
 */
export async function listSilences(tx: Tx, heardBy: PlainDate): Promise<Silence[]> {
  const { rows } = await sql<Silence>`
    with open_files as (
      select s.authority_id, coalesce(child.joined_to, child.id) as file,
        max(greatest(s.received_on, s.decided_on, s.issue_decided_on)) as since
      from case_steps s join children child on child.authority_id = s.authority_id and child.id = s.child_id
      where s.step not in ('plan issued', 'closed') and ${MAY_BE_TOLD('s')} group by s.authority_id, file),
    records as (
      select o.authority_id, o.file, o.file as id from open_files o
      union all select o.authority_id, o.file, joined.id from open_files o
        join children joined on joined.authority_id = o.authority_id and joined.joined_to = o.file),
    heard as (
      select r.authority_id, r.file, greatest(
        (select max((n.happened_at at time zone 'Europe/London')::date) from family_news n
          where n.authority_id = r.authority_id and n.child_id = r.id and ${MAY_BE_TOLD('n')}),
        (select max(q.told_on) from quiet_notices q
          where q.authority_id = r.authority_id and q.child_id = r.id)) as on_day
      from records r)
    select o.authority_id as "authorityId", o.file as "childId", greatest(o.since, max(h.on_day)) as since
    from open_files o join heard h on h.authority_id = o.authority_id and h.file = o.file
    group by o.authority_id, o.file, o.since
    having greatest(o.since, max(h.on_day)) <= ${heardBy} order by since, "childId" limit 20000`.execute(tx);
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
