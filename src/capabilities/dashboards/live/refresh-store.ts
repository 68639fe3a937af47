import { sql } from 'kysely';
import type { Tx } from '../../../platform/lens/index.ts';
import type { PlainDate } from '../../../shared/plain-date.ts';
import type { LiveCount, ReleasedCount } from './count.ts';

/** Two that refresh one authority at once take turns. Whoever reads meanwhile reads what was there before, and waits for nothing. */
export async function takeTurns(tx: Tx, authorityId: number): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('dashboard_counts'), ${authorityId}::int)`.execute(tx);
}

/** Puts these counts in the place of all there were. */
export async function replaceCounts(
  tx: Tx,
  authorityId: number,
  { counts, computedAt }: { counts: readonly LiveCount[]; computedAt: Date },
): Promise<void> {
  await tx.deleteFrom('dashboard_counts').where('authority_id', '=', authorityId).execute();
  const column = <T>(of: (count: LiveCount) => T) => counts.map(of);
  await sql`
    insert into dashboard_counts (authority_id, measure, period_kind, year, topic, breakdown, numerator, denominator, as_of, computed_at)
    select ${authorityId}::int, one.*, ${computedAt}::timestamptz from unnest(
      ${column(({ measure }) => measure)}::text[], ${column(({ periodKind }) => periodKind)}::text[],
      ${column(({ year }) => year)}::int[], ${column(({ topic }) => topic)}::text[],
      ${column(({ breakdown }) => breakdown)}::text[], ${column(({ numerator }) => numerator)}::bigint[],
      ${column(({ denominator }) => denominator)}::bigint[], ${column(({ asOf }) => asOf)}::date[]) as one`.execute(
    tx,
  );
}

/** Whether anything was recorded since the counts were last worked out, or they are of another day. */
export async function isStale(tx: Tx, authorityId: number, today: PlainDate): Promise<boolean> {
  const last = await tx
    .selectFrom('dashboard_counts')
    .select(['computed_at', 'as_of'])
    .where('authority_id', '=', authorityId)
    .limit(1)
    .executeTakeFirst();
  if (last === undefined || last.as_of !== today) return true;
  // Recorded a moment before and committed a moment after: what a long transaction did is not passed over.
  const { rows } = await sql<{ stale: boolean }>`
    select exists (select from events where authority_id = ${authorityId}
      and recorded_at > ${last.computed_at}::timestamptz - interval '1 minute') as stale`.execute(tx);
  return rows[0]?.stale ?? true;
}

export async function isReleased(tx: Tx, authorityId: number, releasedOn: PlainDate): Promise<boolean> {
  const found = await tx
    .selectFrom('dashboard_releases')
    .select('measure')
    .where('authority_id', '=', authorityId)
    .where('released_on', '=', releasedOn)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

export async function insertRelease(tx: Tx, rows: readonly ReleasedCount[]): Promise<void> {
  if (rows.length === 0) return;
  await tx
    .insertInto('dashboard_releases')
    .values(
      rows.map((row) => ({
        authority_id: row.authorityId,
        released_on: row.releasedOn,
        measure: row.measure,
        period_kind: row.periodKind,
        year: row.year,
        topic: row.topic,
        breakdown: row.breakdown,
        numerator: row.numerator,
        denominator: row.denominator,
        value: row.value,
        mark: row.mark,
        policy: row.policy,
        as_of: row.asOf,
      })),
    )
    .execute();
}
