import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../../platform/lens/index.ts';
import type { PlainDate } from '../../../shared/plain-date.ts';
import type { Uuid } from '../../../shared/uuid.ts';
import type { NotAnswered, Waits } from './waiting.ts';

export const PAGE = 25;

type Asked = {
  waits: Waits;
  /** Whose cases, by account; none for cases that nobody has; null for everybody's. */
  whose: readonly Uuid[] | null;
  today: PlainDate;
  page: number;
};

/** One page of the consultations that are not answered, what has been due longest first; and how many there are. */
export async function listNotAnswered(
  tx: Tx,
  { waits, whose, today, page }: Asked,
): Promise<{ listed: NotAnswered[]; count: number }> {
  const { rows } = await sql<NotAnswered & { count: number }>`
    select c.id, c.plan_id as "planId", coalesce(child.joined_to, child.id) as "childId",
      coalesce(child.preferred_name, child.given_names) || ' ' || child.family_name as "childName",
      setting.name as "settingName", c.why, c.sent_on as "sentOn", c.due_on as "dueOn", case when a.left_at is null then a.name end as caseworker,
      (select max(on_day) from consultation_acts chased where chased.authority_id = c.authority_id
        and chased.consultation_id = c.id and chased.kind = 'chased') as "chasedOn",
      (count(*) over ())::int as count
    from consultations c
    join plan_versions about on about.authority_id = c.authority_id and about.id = c.version_id
    join settings setting on setting.id = c.setting_id
    join children child on child.authority_id = c.authority_id and child.id = c.child_id
    left join case_allocations a on a.authority_id = c.authority_id
      and a.child_id = coalesce(child.joined_to, child.id) and a.ended_at is null
    where c.answered_on is null and ${OF[waits](today)} and ${ofWhom(whose)}
      and not exists (select from plan_versions final where final.authority_id = c.authority_id and final.plan_id = c.plan_id
        and final.kind = 'final' and final.amendment_id is not distinct from about.amendment_id)
    order by c.due_on nulls last, c.sent_on, c.id limit ${PAGE} offset ${(page - 1) * PAGE}`.execute(tx);
  return { listed: rows.map(({ count: _, ...row }) => row), count: rows[0]?.count ?? 0 };
}

const OF: Readonly<Record<Waits, (today: PlainDate) => RawBuilder<unknown>>> = {
  overdue: (today) => sql`c.due_on < ${today}::date`,
  'to come': (today) => sql`c.due_on >= ${today}::date`,
  'copy waits': () => sql`c.copy_sent_on is null`,
};

function ofWhom(whose: readonly Uuid[] | null): RawBuilder<unknown> {
  if (whose === null) return sql`true`;
  return whose.length === 0 ? sql`a.account_id is null` : sql`a.account_id = any(${[...whose]}::uuid[])`;
}

/** The plan of each of these consultations that this lens has. */
export async function plansOf(tx: Tx, ids: readonly Uuid[]): Promise<ReadonlyMap<Uuid, Uuid>> {
  const rows = await tx
    .selectFrom('consultations')
    .select(['id', 'plan_id as planId'])
    .where('id', 'in', [...ids])
    .execute();
  return new Map(rows.map(({ id, planId }) => [id, planId]));
}
