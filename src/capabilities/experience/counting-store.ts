import { sql } from 'kysely';
import type { Tx } from '../../platform/lens/index.ts';
import type { PlainDate } from '../../shared/plain-date.ts';
import type { Group } from './counts.ts';

/* Counting, for the service in nobody's name: under any other lens there is nothing to count. */

export type Measured = {
  quarterOn: PlainDate;
  stage: string;
  kind: string;
  question: string;
  agreed: number;
  answered: number;
  writtenDown: number;
};

/** What was answered by those asked from a quarter on, by quarter, stage, kind and question. */
export async function listMeasured(tx: Tx, from: PlainDate): Promise<Measured[]> {
  const { rows } = await sql<Measured>`
    select quarter_on as "quarterOn", stage, kind, question, agreed::int, answered::int, written_down::int as "writtenDown"
    from experience_measured where quarter_on >= ${from}::date`.execute(tx);
  return rows;
}

/** How many were asked from a day on, by stage and kind, whether or not they can still answer. */
export async function listAsked(tx: Tx, from: PlainDate) {
  const { rows } = await sql<{ stage: string; kind: string; asked: number }>`
    select stage, kind, count(*)::int as asked from experience_invitations where asked_on >= ${from}::date
    group by stage, kind`.execute(tx);
  return rows;
}

/** What was written by those asked from a quarter on, in an order that is nobody's: by ids made at random. */
export async function listWords(tx: Tx, from: PlainDate) {
  return tx
    .selectFrom('experience_words')
    .select(['quarter_on as quarterOn', 'kind', 'stage', 'words'])
    .where('quarter_on', '>=', from)
    .orderBy('id')
    .execute();
}

/**
 * Of families and young people whose invitation has ended, how many answered, one breakdown at a time: by what is known of the
 * child on the day they were asked. An empty name: not recorded.
 */
export async function listGroups(tx: Tx, from: PlainDate): Promise<Group[]> {
  const { rows } = await sql<Group>`
    with asked as materialized (
      select i.id, i.authority_id, coalesce(c.joined_to, c.id) as child_id, i.asked_on, r.how = 'answered' as answered
      from experience_replies r
      join experience_invitations i on i.authority_id = r.authority_id and i.id = r.invitation_id
      join children c on c.authority_id = i.authority_id and c.id = i.child_id
      where i.contact_id is not null and i.asked_on >= ${from}::date),
    -- Each in one pass over what is known of everybody: none is looked up child by child.
    needs as materialized (
      select distinct on (a.id) a.id, n.need from asked a
      join needs_measured n on n.authority_id = a.authority_id and n.child_id = a.child_id
        and (n.from_on is null or n.from_on <= a.asked_on) and (n.until_on is null or n.until_on >= a.asked_on)
      order by a.id, n.from_on desc nulls last, n.recorded_at desc),
    cared as materialized (
      select distinct a.id from asked a join care_measured k on k.authority_id = a.authority_id and k.child_id = a.child_id
        and (k.from_on is null or k.from_on <= a.asked_on) and (k.until_on is null or k.until_on >= a.asked_on)),
    of_child as materialized (select * from particulars_measured),
    spoken as materialized (select * from languages_measured)
    select g.topic, g.name, count(*)::int as ended, (count(*) filter (where a.answered))::int as answered
    from asked a
    join children_measured b on b.authority_id = a.authority_id and b.child_id = a.child_id
    left join of_child p on p.authority_id = a.authority_id and p.child_id = a.child_id
    left join spoken l on l.authority_id = a.authority_id and l.child_id = a.child_id
    left join needs on needs.id = a.id
    left join cared on cared.id = a.id
    cross join lateral (select date_part('year', age(a.asked_on, b.born_on)) as years) old
    cross join lateral (values
      ('need', coalesce(needs.need, '')),
      ('age', case when years < 5 then 'under 5' when years < 11 then '5 to 10' when years < 16 then '11 to 15' else '16 or over' end),
      ('sex', coalesce(p.sex, '')),
      ('ethnicity', coalesce(p.ethnicity, '')),
      ('first language', case when l.first_language is null then '' when l.first_language ~* '^english$' then 'English' else 'another' end),
      ('looked after', case when cared.id is not null then 'looked after' else 'not looked after' end)) g (topic, name)
    group by g.topic, g.name order by g.topic, g.name`.execute(tx);
  return rows;
}
