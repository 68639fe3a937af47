import { sql } from 'kysely';
import { filesOf } from '../../platform/child-file.ts';
import { once, type Tx } from '../../platform/lens/index.ts';
import { englishDay, type PlainDate } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';
import type { Read } from './ledger.ts';
import { routeOf, sayPart } from './reading-words.ts';

const READS_PAGE = 50;

type Row = Omit<Read, 'what' | 'why' | 'said'> & { data: unknown; reason: string | null; older: boolean };

/**
 * Who opened a child's file, newest first: the family's own access ledger. As many whole days before the one named as have
 * a page of it, and the day to go on from where there are older ones. Why is what they said when they were asked, or else
 * what the part they opened is for.
 */
export async function listReads(
  tx: Tx,
  childId: Uuid,
  before: PlainDate | null = null,
): Promise<{ reads: Read[]; older: PlainDate | null }> {
  const readings = sql`e.child_id = any(${filesOf(childId)}) and e.kind = 'file read' and e.actor_kind <> 'family'`;
  const { rows } = await sql<Row>`
    with latest as (
      select e.recorded_at from events e
      where ${readings} and (${before}::date is null or e.recorded_at < ${before}::date::timestamp at time zone ${ENGLAND})
      order by e.recorded_at desc limit ${READS_PAGE}),
    since as (select date_trunc('day', min(recorded_at), ${ENGLAND}) as at, max(recorded_at) as until from latest)
    select e.id, e.recorded_at as at, e.actor_id as "readerId", e.actor_name as name, e.actor_kind as kind,
      e.data ->> 'as' as role, o.name as organisation, e.data,
      (select why.data ->> 'reason' from events why
       where why.authority_id = e.authority_id and why.child_id = e.child_id and why.kind = ${REASON}
         and why.actor_id = e.actor_id
         and why.recorded_at between e.recorded_at - interval '1 day' and e.recorded_at + interval '1 day'
       order by why.recorded_at desc limit 1) as reason,
      exists (select from events e where ${readings} and e.recorded_at < since.at) as older
    from since join events e on ${readings} and e.recorded_at between since.at and since.until
      left join organisations o on o.id = e.organisation_id
    order by e.recorded_at desc, e.id desc`.execute(tx);
  const last = rows.at(-1);
  const reads = rows.map(({ data, reason, older, ...row }) => {
    const { what, why } = sayPart(routeOf(data));
    return { ...row, what, why: reason ?? why, said: reason !== null };
  });
  return { reads, older: last?.older === true ? englishDay(last.at) : null };
}

const ENGLAND = 'Europe/London';

/**
 * Which of these readings were by staff who, when they read, neither had the case nor covered for whoever had it, and were no
 * manager: those `isAskedWhy` asks. While nobody had it, nobody is among them; nor is whoever read a plan to grade it. Needs
 * an authority's own lens: who covers for whom is not the family's to read.
 */
export async function listOutsiders(tx: Tx, childId: Uuid, reads: readonly Read[]): Promise<Set<Uuid>> {
  const ids = reads.filter(({ kind, said }) => kind === 'staff' && !said).map(({ id }) => id);
  if (ids.length === 0) return new Set();
  const { rows } = await sql<{ id: Uuid }>`
    select e.id from events e
    join case_allocations held on held.authority_id = e.authority_id and held.child_id = any(${filesOf(childId)})
      and held.recorded_at <= e.recorded_at and coalesce(least(held.ended_at, held.left_at) > e.recorded_at, true)
    where e.id = any(${ids}::uuid[]) and e.child_id = any(${filesOf(childId)})
      and e.data ->> 'route' !~ '^(/api)?/(audits|gradings)/'
      and not 'manager' = any(string_to_array(coalesce(e.data ->> 'as', ''), ', '))
    group by e.id having bool_and(held.account_id <> e.actor_id and not exists (
      select from leave_cover c where c.authority_id = e.authority_id and c.away_id = held.account_id
        and c.cover_id = e.actor_id and coalesce(c.ended_at > e.recorded_at, true)
        and (e.recorded_at at time zone ${ENGLAND})::date between c.from_on and c.until_on))`.execute(tx);
  return new Set(rows.map(({ id }) => id));
}

/** The event by which somebody outside a case's team says why they opened its file; the family reads the reason. */
export const REASON = 'reason for opening the file';

/** Whether somebody has said why they opened a child's file in the last day. */
export async function hasSaidWhy(tx: Tx, childId: Uuid, accountId: Uuid): Promise<boolean> {
  return (await askSaidWhy(tx, { childId, accountId })).length > 0;
}

const askSaidWhy = once((tx, { childId, accountId }: { childId: Uuid; accountId: Uuid }) =>
  tx
    .selectFrom('events')
    .select('id')
    .where('child_id', '=', sql<Uuid>`any(${filesOf(childId)})`)
    // Written out, since the index of these few events is of this kind alone.
    .where('kind', '=', sql.lit(REASON))
    .where('actor_id', '=', accountId)
    .where('recorded_at', '>', sql<Date>`now() - interval '1 day'`)
    .limit(1),
);
