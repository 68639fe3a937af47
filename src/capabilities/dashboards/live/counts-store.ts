import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../../platform/lens/index.ts';
import type { PlainDate } from '../../../shared/plain-date.ts';
import type { Place } from './kinds.ts';
import type { LiveMeasureId } from './measures.ts';
import { ageDay, type StockDay } from './periods.ts';

/* Counting over the views that capabilities publish, and over no table: each question is one pass. */

/** What a year's flow comes to, of one measure. */
export type Flow = {
  measure: LiveMeasureId;
  year: number;
  numerator: number;
  denominator: number | null;
};

type Questions = readonly (readonly [LiveMeasureId, RawBuilder<unknown>, RawBuilder<unknown> | null])[];

/** The flows of every calendar year there is anything in. */
export async function countFlows(tx: Tx, today: PlainDate): Promise<Flow[]> {
  const asked: readonly [RawBuilder<unknown>, RawBuilder<unknown>, Questions][] = [
    [sql`requests_measured f where ended_how is distinct from 'referred'`, sql`received_on`, OF_REQUESTS],
    [sql`plans_measured f where is_first`, sql`issued_on`, [['new-plans', sql`count(*)`, null]]],
    [ISSUED, sql`issued_on`, OF_PLANS],
    [ENDED, sql`ended_on`, OF_ASSESSMENTS],
    [sql`requests_measured f where notified_on >= received_on`, sql`notified_on`, TO_DECIDE],
    [
      sql`assessments_measured f where notified_on >= opened_on`,
      sql`notified_on`,
      [['stage-days-assess', sql`sum(notified_on - opened_on)`, sql`count(*)`]],
    ],
    [
      sql`advice_measured f where paragraph <> 'a'`,
      sql`received_on`,
      onTime('advice-on-time', { from: sql`received_on`, answered: sql`returned_on`, days: 42 }, today),
    ],
    [
      sql`representations_measured f where said_on <= ${today}::date`,
      sql`said_on`,
      [['representations-answered', sql`count(answered_on)`, sql`count(*)`]],
    ],
    [
      sql`consultations_measured f where true`,
      sql`sent_on`,
      onTime(
        'consultations-answered-in-15-days',
        { from: sql`sent_on`, answered: sql`answered_on`, days: 15 },
        today,
      ),
    ],
    [sql`messages_measured f where true`, sql`said_on`, repliesOnTime(today)],
  ];
  const answers = await Promise.all(asked.map(([from, by, questions]) => byYear(tx, from, by, questions)));
  return answers.flat();
}

const OF_REQUESTS: Questions = [
  ['requests', sql`count(*)`, null],
  ['requests-not-assessed', sql`count(*) filter (where outcome = 'do not assess')`, sql`count(*)`],
  [
    'decided-within-6-weeks',
    sql`count(*) filter (where outcome is not null and notified_on <= received_on + 42)`,
    sql`count(outcome)`,
  ],
];
const TO_DECIDE: Questions = [['stage-days-decide', sql`sum(notified_on - received_on)`, sql`count(*)`]];

const ISSUED = sql`(
  select p.issued_on, p.issued_on <= r.received_on + 140 as within, x.request_id is not null as excepted, a.notified_on
  from plans_measured p
  join requests_measured r on r.authority_id = p.authority_id and r.request_id = p.request_id
  join assessments_measured a on a.authority_id = p.authority_id and a.assessment_id = p.assessment_id
  left join requests_excepted x on x.authority_id = p.authority_id and x.request_id = p.request_id) f where true`;
const OF_PLANS: Questions = [
  ['plans-within-20-weeks-all', sql`count(*) filter (where within)`, sql`count(*)`],
  [
    'plans-within-20-weeks',
    sql`count(*) filter (where within and not excepted)`,
    sql`count(*) filter (where not excepted)`,
  ],
  [
    'stage-days-plan',
    sql`coalesce(sum(issued_on - notified_on) filter (where issued_on >= notified_on), 0)`,
    sql`count(*) filter (where issued_on >= notified_on)`,
  ],
];

// How an assessment ended, once: with a plan, with none, or before either.
const ENDED = sql`(
  select coalesce(p.issued_on, case when a.outcome = 'do not issue' then a.notified_on end, r.ended_on) as ended_on,
    p.issued_on is null and a.outcome = 'do not issue' as no_plan
  from assessments_measured a
  join requests_measured r on r.authority_id = a.authority_id and r.request_id = a.request_id
  left join plans_measured p on p.authority_id = a.authority_id and p.assessment_id = a.assessment_id) f where ended_on is not null`;
const OF_ASSESSMENTS: Questions = [
  ['assessments-no-plan', sql`count(*) filter (where no_plan)`, sql`count(*)`],
];

// By a day so many after the first, of what was answered or is past that day; what was no longer asked before it is in neither.
function onTime(
  measure: LiveMeasureId,
  { from, answered, days }: { from: RawBuilder<unknown>; answered: RawBuilder<unknown>; days: number },
  today: PlainDate,
): Questions {
  const due = sql`(${from} + ${days}::int)`;
  const past = sql`${due} < ${today}::date and (ended_on is null or ended_on > ${due})`;
  return [
    [
      measure,
      sql`count(*) filter (where ${answered} <= ${due})`,
      sql`count(*) filter (where ${answered} is not null or (${past}))`,
    ],
  ];
}

function repliesOnTime(today: PlainDate): Questions {
  return [
    [
      'family-replies-on-time',
      sql`count(*) filter (where answered_on <= promised_on)`,
      sql`count(*) filter (where answered_on is not null or promised_on < ${today}::date)`,
    ],
  ];
}

async function byYear(
  tx: Tx,
  from: RawBuilder<unknown>,
  by: RawBuilder<unknown>,
  questions: Questions,
): Promise<Flow[]> {
  const columns = questions.flatMap(([, numerator, denominator], at) => [
    sql`(${numerator})::bigint as ${sql.ref(`n${at}`)}`,
    sql`(${denominator ?? sql`null`})::bigint as ${sql.ref(`d${at}`)}`,
  ]);
  const { rows } = await sql<Record<string, number | null>>`
    select extract(year from ${by})::int as year, ${sql.join(columns)} from ${from} group by 1 order by 1`.execute(
    tx,
  );
  return rows.flatMap((row) =>
    questions.map(([measure], at) => ({
      measure,
      year: row['year'] ?? 0,
      numerator: row[`n${at}`] ?? 0,
      denominator: row[`d${at}`] ?? null,
    })),
  );
}

/** Children with a plan on a day who are alike: of one need, age and kind of place. Only their number leaves the database. */
export type Alike = { day: number; need: string | null; age: number; place: Place; children: number };

/** Who has a plan on each of the days, alike ones counted together; `day` is the place of the day in the list. */
export async function countStock(tx: Tx, days: readonly StockDay[]): Promise<Alike[]> {
  const { rows } = await sql<Omit<Alike, 'place'> & NonNullable<Place> & { kind: string | null }>`
    with days as (select * from unnest(${days.map(({ day }) => day)}::date[], ${days.map(({ day }) => ageDay(day))}::date[])
        with ordinality as d (on_day, age_day, day)),
      held as materialized (select d.day, d.on_day, d.age_day, p.child_id
        from (select child_id, min(issued_on) as issued_on from plans_measured group by child_id) p
        join days d on p.issued_on <= d.on_day),
      needs as (select distinct on (h.day, h.child_id) h.day, h.child_id, n.need
        from held h join needs_measured n on n.child_id = h.child_id
          and (n.from_on is null or n.from_on <= h.on_day) and (n.until_on is null or n.until_on >= h.on_day)
        order by h.day, h.child_id, n.from_on desc nulls last, n.recorded_at desc),
      places as (select distinct on (h.day, h.child_id) h.day, h.child_id, s.kind,
          s.kind in ('setting', 'package') and s.setting_name is not null as at_setting, s.setting_now_id
        from held h join placement_spells s on s.child_id = h.child_id
          and s.from_on <= h.on_day and (s.until_on is null or s.until_on >= h.on_day)
        order by h.day, h.child_id, s.rank, s.from_on desc)
    select (held.day - 1)::int as day, needs.need,
      greatest(0, date_part('year', age(held.age_day, c.born_on)))::int as age,
      places.kind, places.at_setting as "atSetting", s.type, s.type_group as "typeGroup",
      s.ofsted_number is not null and s.urn is null as "earlyYears", count(*)::int as children
    from held join children_measured c on c.child_id = held.child_id
      left join needs on needs.day = held.day and needs.child_id = held.child_id
      left join places on places.day = held.day and places.child_id = held.child_id
      left join settings s on s.id = places.setting_now_id
    group by 1, 2, 3, 4, 5, 6, 7, 8`.execute(tx);
  return rows.map(({ kind, atSetting, type, typeGroup, earlyYears, ...alike }) => ({
    ...alike,
    place: kind === null ? null : { kind, atSetting, type, typeGroup, earlyYears: earlyYears === true },
  }));
}

/** Children whose plan names a setting, and how many of them are there. */
export async function countInPlace(tx: Tx, today: PlainDate): Promise<{ named: number; there: number }> {
  const { rows } = await sql<{ named: number; there: number }>`
    select count(*)::int as named, count(*) filter (where s.stage = 'placed as named')::int as there
    from (select distinct child_id from placement_named where kind = 'named') n
    join placement_stages(${today}::date) s on s.child_id = n.child_id`.execute(tx);
  return rows[0] ?? { named: 0, there: 0 };
}
