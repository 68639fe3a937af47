import { sql } from 'kysely';
import type { Tx } from '../../../platform/lens/index.ts';
import type { PlainDate } from '../../../shared/plain-date.ts';
import { needName, type Place, placementKind } from '../live/kinds.ts';
import { monthsBand, type Row } from './row.ts';

/** What is read for one row: days and no dates, an age and no birthday. No name, number, place or identifier is asked for. */
type Read = NonNullable<Place> & {
  year: number | null;
  age: number;
  sex: string | null;
  ethnicity: string | null;
  need: string | null;
  place_kind: string | null;
  outcome: string;
  to_decide: number | null;
  to_assess: number | null;
  to_plan: number | null;
  in_all: number | null;
  excepted: boolean | null;
};

/**
 * Each request received before a day, and each plan written elsewhere and issued before it, as things stood then: what was done
 * later is not in it, so that two extracts of one quarter tell nothing by what is between them.
 */
export async function listRows(tx: Tx, before: PlainDate): Promise<Row[]> {
  const done = (day: string) => sql`case when ${sql.ref(day)} < ${before}::date then ${sql.ref(day)} end`;
  const { rows } = await sql<Read>`
    with cases as (
      select r.child_id, r.received_on as began_on, r.received_on, r.request_id, x.request_id is not null as excepted,
        ${done('r.notified_on')} as decided_on, case when r.notified_on < ${before}::date then r.outcome end as decided,
        ${done('r.ended_on')} as ended_on, ${done('a.notified_on')} as assessed_on,
        case when a.notified_on < ${before}::date then a.outcome end as assessed, ${done('p.issued_on')} as issued_on
      from requests_measured r
      left join requests_excepted x on x.authority_id = r.authority_id and x.request_id = r.request_id
      left join assessments_measured a on a.authority_id = r.authority_id and a.request_id = r.request_id
      left join plans_measured p on p.authority_id = a.authority_id and p.assessment_id = a.assessment_id
      where r.received_on < ${before}::date
      union all
      select p.child_id, p.issued_on, null, null, null, null, null, null, null, null, p.issued_on
      from plans_measured p where p.request_id is null and p.issued_on < ${before}::date),
    needs as (select distinct on (child_id) child_id, need from needs_measured
      where (from_on is null or from_on < ${before}::date) and (until_on is null or until_on >= ${before}::date - 1)
      order by child_id, from_on desc nulls last, recorded_at desc),
    places as (select distinct on (child_id) child_id, kind, setting_now_id,
        kind in ('setting', 'package') and setting_name is not null as at_setting
      from placement_spells where from_on < ${before}::date and (until_on is null or until_on >= ${before}::date - 1)
      order by child_id, rank, from_on desc)
    select extract(year from o.received_on)::int as year,
      greatest(0, date_part('year', age(o.began_on, c.born_on)))::int as age, about.sex, about.ethnicity, needs.need,
      places.kind as place_kind, places.kind, places.at_setting as "atSetting", s.type, s.type_group as "typeGroup",
      coalesce(s.ofsted_number is not null and s.urn is null, false) as "earlyYears", o.excepted,
      case when o.issued_on is not null then 'plan' when o.assessed = 'issue' then 'plan to be issued'
        when o.assessed is not null then 'no plan' when o.decided = 'do not assess' then 'refused'
        when o.ended_on is not null then 'ended' when o.decided is not null then 'being assessed' else 'to be decided' end as outcome,
      o.decided_on - o.received_on as to_decide, o.assessed_on - o.decided_on as to_assess,
      o.issued_on - o.assessed_on as to_plan, o.issued_on - o.received_on as in_all
    from cases o join children_measured c on c.child_id = o.child_id
      left join particulars_measured about on about.child_id = o.child_id
      left join needs on needs.child_id = o.child_id
      left join places on places.child_id = o.child_id
      left join settings s on s.id = places.setting_now_id`.execute(tx);
  return rows.map(rowOf);
}

function rowOf(read: Read): Row {
  const inTime = read.in_all === null ? null : read.in_all <= 140;
  return {
    year_received: read.year === null ? 'brought in' : String(read.year),
    age: String(read.age),
    sex: read.sex ?? 'not known',
    ethnicity: read.ethnicity ?? 'not known',
    primary_need: needName(read.need),
    placement: placementKind(read.place_kind === null ? null : read),
    outcome: read.outcome,
    months_to_decide: monthsBand(read.to_decide),
    months_to_assess: monthsBand(read.to_assess),
    months_to_make_plan: monthsBand(read.to_plan),
    within_20_weeks: yesOrNo(inTime),
    exception: yesOrNo(read.excepted),
  };
}

function yesOrNo(is: boolean | null): string {
  if (is === null) return 'not applicable';
  return is ? 'yes' : 'no';
}
