import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../platform/lens/index.ts';
import type { PlainDate } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';
import type { ListName } from './lists.ts';

export const PAGE = 50;

/** One child on a list of what is not as it should be, and since when. */
export type Listed = {
  childId: Uuid;
  childName: string;
  what: string;
  where: string | null;
  since: PlainDate;
  dueOn: PlainDate | null;
  caseworker: string | null;
};

type Asked = { whose: readonly Uuid[] | null; today: PlainDate; page: number };

/** One page of a list, what has gone on longest first; and how many there are. */
export async function listOf(tx: Tx, list: ListName, { whose, today, page }: Asked) {
  const rows = ROWS[list](today);
  const { rows: listed } = await sql<Listed & { count: number }>`
    select x.child_id as "childId", coalesce(c.preferred_name, c.given_names) || ' ' || c.family_name as "childName",
      x.what, x."where", x.since, x.due_on as "dueOn", case when a.left_at is null then a.name end as caseworker, (count(*) over ())::int as count
    from (${rows}) x
    join children c on c.id = x.child_id
    left join case_allocations a on a.child_id = x.child_id and a.ended_at is null
    where ${whose === null ? sql`true` : sql`a.account_id = any(${[...whose]}::uuid[])`}
    order by x.due_on nulls last, x.since, x.child_id limit ${PAGE} offset ${(page - 1) * PAGE}`.execute(tx);
  return { listed: listed.map(({ count: _, ...row }) => row), count: listed[0]?.count ?? 0 };
}

const ROWS: Readonly<Record<ListName, (today: PlainDate) => RawBuilder<unknown>>> = {
  'no place': (today) => sql`
    select child_id, stage as what, null::text as "where", since, null::date as due_on
    from placement_stages(${today}::date) where stage in ('no place recorded', 'awaiting a place', 'to start')`,
  'not admitted': () => sql`
    select n.child_id, coalesce((select case when s.expected_on is null then 'Not admitted: ' || left(s.why_not, 120)
        else 'Expected ' || to_char(s.expected_on, 'FMDD Month YYYY') end
        from placement_admissions s where s.authority_id = n.authority_id and s.version_id = n.version_id and s.place = n.place
        order by s.recorded_at desc limit 1), 'The setting has not said') as what,
      n.setting_name as "where", n.named_on as since, null::date as due_on
    from placement_named n where n.must_admit
      and not exists (select from placement_admissions s
        join placement_namings t on t.authority_id = s.authority_id and t.version_id = s.version_id and t.place = s.place
        where s.authority_id = n.authority_id and t.plan_id = n.plan_id and t.setting_id = n.setting_id
          and s.admitted_on is not null)`,
  'not in place': (today) => sql`
    select coalesce(child.joined_to, c.child_id) as child_id,
      string_agg(case p.party when 'setting' then 'Setting' else 'Family' end || ': ' ||
        case when a.lines is null then 'no answer' else 'not all in place' end, '. ' order by p.party desc) as what,
      coalesce(s.setting_name, s.kind) as "where", c.asked_on as since, null::date as due_on
    from placement_checks c
    join children child on child.authority_id = c.authority_id and child.id = c.child_id
    join placements s on s.authority_id = c.authority_id and s.id = c.placement_id
    cross join lateral (select 'setting' as party where s.setting_name is not null
      union all select 'family' where c.asks_family) p
    left join lateral (select lines from placement_answers a where a.authority_id = c.authority_id and a.check_id = c.id
      and a.party = p.party order by a.recorded_at desc limit 1) a on true
    where (a.lines is null and c.answer_by < ${today}::date or jsonb_path_exists(a.lines, '$[*] ? (@.answer != "yes")'))
      and c.ended_on is null
      -- Of several checks of one placement, the last that was asked.
      and not exists (select from placement_checks later where later.authority_id = c.authority_id
        and later.placement_id = c.placement_id and later.asked_on > c.asked_on)
    group by 1, 3, c.id, c.asked_on`,
  'not happening': () => sql`
    select coalesce(child.joined_to, p.child_id) as child_id, left(p.words, 160) as what, null::text as "where",
      p.said_on as since, coalesce(again.due_on, p.due_on) as due_on
    from placement_problems p
    join children child on child.authority_id = p.authority_id and child.id = p.child_id
    left join lateral (select kind from placement_problem_acts a where a.authority_id = p.authority_id and a.problem_id = p.id
      and a.kind <> 'done' order by a.number desc limit 1) last on true
    left join lateral (select due_on from placement_problem_acts a where a.authority_id = p.authority_id and a.problem_id = p.id
      and a.due_on is not null order by a.number desc limit 1) again on true
    where last.kind is distinct from 'closed'`,
};

/** Children whose setting is not shown as placements say it is on a day: one began, or ended, since. */
export async function listToShow(tx: Tx, today: PlainDate): Promise<Uuid[]> {
  const { rows } = await sql<{ id: Uuid }>`
    select c.id from children c
    where exists (select from placement_spells s where s.authority_id = c.authority_id and s.child_id = c.id)
      and c.setting_id is distinct from (select s.setting_now_id from placement_spells s
        where s.authority_id = c.authority_id and s.child_id = c.id and s.setting_now_id is not null
          and s.from_on <= ${today}::date and (s.until_on is null or s.until_on >= ${today}::date)
        order by s.rank limit 1)
    limit 20000`.execute(tx);
  return rows.map(({ id }) => id);
}
