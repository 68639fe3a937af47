import { sql } from 'kysely';
import { filesOf } from '../../platform/child-file.ts';
import type { Tx } from '../../platform/lens/index.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { routeOf, sayPart } from './reading-words.ts';

export const READS_PAGE = 50;

/** One opening of a child's file: who, what they are and where they work, when, what they saw, and why. */
export type Read = {
  id: Uuid;
  at: Date;
  name: string | null;
  kind: string;
  role: string | null;
  organisation: string | null;
  what: string;
  why: string;
};

type Row = Pick<Read, 'id' | 'at' | 'name' | 'kind' | 'role' | 'organisation'> & {
  data: unknown;
  reason: string | null;
};

/**
 * Who opened a child's file, newest first: the family's own access ledger. A page of it, after the reading named, and one
 * more where there are more. Why is what they said when they were asked, or else what the part they opened is for.
 */
export async function listReads(tx: Tx, childId: Uuid, after: Uuid | null = null): Promise<Read[]> {
  const { rows } = await sql<Row>`
    select e.id, e.recorded_at as at, e.actor_name as name, e.actor_kind as kind, e.data ->> 'as' as role,
      o.name as organisation, e.data,
      (select why.data ->> 'reason' from events why
       where why.authority_id = e.authority_id and why.child_id = e.child_id and why.kind = ${REASON}
         and why.actor_id = e.actor_id
         and why.recorded_at between e.recorded_at - interval '1 day' and e.recorded_at + interval '1 day'
       order by why.recorded_at desc limit 1) as reason
    from events e left join organisations o on o.id = e.organisation_id
    where e.child_id = any(${filesOf(childId)}) and e.kind = 'file read' and e.actor_kind <> 'family'
      and (${after}::uuid is null or (e.recorded_at, e.id) <
        (select last.recorded_at, last.id from events last where last.id = ${after} and last.child_id = any(${filesOf(childId)})))
    order by e.recorded_at desc, e.id desc limit ${READS_PAGE + 1}`.execute(tx);
  return rows.map(({ data, reason, ...row }) => {
    const { what, why } = sayPart(routeOf(data));
    return { ...row, what, why: reason ?? why };
  });
}

/** The event by which somebody outside a case's team says why they opened its file; the family reads the reason. */
export const REASON = 'reason for opening the file';

/** Whether somebody has said why they opened a child's file in the last day. */
export async function hasSaidWhy(tx: Tx, childId: Uuid, accountId: Uuid): Promise<boolean> {
  const said = await tx
    .selectFrom('events')
    .select('id')
    .where('child_id', '=', sql<Uuid>`any(${filesOf(childId)})`)
    // Written out, since the index of these few events is of this kind alone.
    .where('kind', '=', sql.lit(REASON))
    .where('actor_id', '=', accountId)
    .where('recorded_at', '>', sql<Date>`now() - interval '1 day'`)
    .limit(1)
    .executeTakeFirst();
  return said !== undefined;
}
