import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../../platform/lens/index.ts';
import type { PlainDate } from '../../../shared/plain-date.ts';
import { EXPERIENCE_MEASURE_IDS, EXPERIENCE_MEASURES } from './experience-measures.ts';
import type { LiveMeasureId } from './measures.ts';

/* Counting what comes about in a year, over the views that capabilities publish and over no table. Each case is read once. */

/** What a year's flow comes to, of one measure. */
export type Flow = {
  measure: LiveMeasureId;
  year: number;
  numerator: number;
  denominator: number | null;
};

type Questions = readonly (readonly [LiveMeasureId, RawBuilder<unknown>, RawBuilder<unknown> | null])[];

/** What to ask: of which rows, by the year of which day, how many of how many. */
type Asked = readonly (readonly [from: RawBuilder<unknown>, by: RawBuilder<unknown>, questions: Questions])[];

/** The flows of every calendar year there is anything in. */
export async function countFlows(tx: Tx, today: PlainDate): Promise<Flow[]> {
  return byYear(tx, [
    [sql`cases where ended_how is distinct from 'referred'`, sql`received_on`, OF_REQUESTS],
    [sql`planned where is_first`, sql`issued_on`, [['new-plans', sql`count(*)`, null]]],
    [sql`cases where issued_on is not null`, sql`issued_on`, OF_PLANS],
    [sql`ended where ended_on is not null`, sql`ended_on`, OF_ASSESSMENTS],
    [sql`cases where notified_on >= received_on`, sql`notified_on`, TO_DECIDE],
    [sql`cases where assessed_on >= opened_on`, sql`assessed_on`, TO_ASSESS],
    [
      sql`advice_measured where paragraph <> 'a'`,
      sql`received_on`,
      onTime('advice-on-time', { from: sql`received_on`, answered: sql`returned_on`, days: 42 }, today),
    ],
    [
      sql`representations_measured where said_on <= ${today}::date`,
      sql`said_on`,
      [['representations-answered', sql`count(answered_on)`, sql`count(*)`]],
    ],
    [
      sql`consultations_measured`,
      sql`sent_on`,
      onTime(
        'consultations-answered-in-15-days',
        { from: sql`sent_on`, answered: sql`answered_on`, days: 15 },
        today,
      ),
    ],
    [sql`messages_measured`, sql`said_on`, repliesOnTime(today)],
    [sql`experience_measured`, sql`quarter_on`, OF_EXPERIENCE],
  ]);
}

// Each case from request to plan, once, whatever is then asked of it; a case has one assessment and one plan at most.
const CASES = sql`
  planned as materialized (select authority_id, assessment_id, issued_on, is_first from plans_measured),
  cases as materialized (
    select r.received_on, r.outcome, r.notified_on, r.ended_on, r.ended_how, a.request_id is not null as assessed, a.opened_on,
      a.outcome as assessed_as, a.notified_on as assessed_on, p.issued_on, x.request_id is not null as excepted
    from requests_measured r
    left join assessments_measured a on a.authority_id = r.authority_id and a.request_id = r.request_id
    left join planned p on p.authority_id = a.authority_id and p.assessment_id = a.assessment_id
    left join requests_excepted x on x.authority_id = r.authority_id and x.request_id = r.request_id),
  -- How an assessment ended, once: with a plan, with none, or before either.
  ended as (
    select coalesce(issued_on, case when assessed_as = 'do not issue' then assessed_on end, ended_on) as ended_on,
      issued_on is null and assessed_as = 'do not issue' as no_plan
    from cases where assessed)`;

const OF_REQUESTS: Questions = [
  ['requests', sql`count(*)`, null],
  ['requests-not-assessed', sql`count(*) filter (where outcome = 'do not assess')`, sql`count(*)`],
  [
    'decided-within-6-weeks',
    sql`count(*) filter (where outcome is not null and notified_on <= received_on + 42)`,
    sql`count(outcome)`,
  ],
];
// By the quarter people were asked in, so that who answered and what they said are of the same people.
const OF_EXPERIENCE: Questions = EXPERIENCE_MEASURE_IDS.map((id) => {
  const { who, question } = EXPERIENCE_MEASURES[id];
  const its = sql`kind = ${who.replace('-', ' ')} and question = ${question}`;
  return [
    id,
    sql`coalesce(sum(agreed) filter (where ${its}), 0)`,
    sql`coalesce(sum(answered) filter (where ${its}), 0)`,
  ];
});
const TO_DECIDE: Questions = [['stage-days-decide', sql`sum(notified_on - received_on)`, sql`count(*)`]];

const TO_ASSESS: Questions = [['stage-days-assess', sql`sum(assessed_on - opened_on)`, sql`count(*)`]];
const OF_PLANS: Questions = [
  ['plans-within-20-weeks-all', sql`count(*) filter (where issued_on <= received_on + 140)`, sql`count(*)`],
  [
    'plans-within-20-weeks',
    sql`count(*) filter (where issued_on <= received_on + 140 and not excepted)`,
    sql`count(*) filter (where not excepted)`,
  ],
  [
    'stage-days-plan',
    sql`coalesce(sum(issued_on - assessed_on) filter (where issued_on >= assessed_on), 0)`,
    sql`count(*) filter (where issued_on >= assessed_on)`,
  ],
];
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

async function byYear(tx: Tx, asked: Asked): Promise<Flow[]> {
  const widest = Math.max(...asked.map(([, , questions]) => questions.length));
  const places = Array.from({ length: widest }, (_, at) => at);
  const each = asked.map(([from, by, questions], place) => {
    const columns = places.map((at) => {
      const [, numerator, denominator] = questions[at] ?? [];
      return sql`(${numerator ?? sql`null`})::bigint as ${sql.ref(`n${at}`)}, (${denominator ?? sql`null`})::bigint as ${sql.ref(`d${at}`)}`;
    });
    return sql`select ${place}::int as place, extract(year from ${by})::int as year, ${sql.join(columns)} from ${from} group by 2`;
  });
  const { rows } = await sql<Record<string, number | null>>`
    with ${CASES} ${sql.join(each, sql` union all `)} order by 1, 2`.execute(tx);
  return rows.flatMap((row) =>
    (asked[row['place'] ?? -1]?.[2] ?? []).map(([measure], at) => ({
      measure,
      year: row['year'] ?? 0,
      numerator: row[`n${at}`] ?? 0,
      denominator: row[`d${at}`] ?? null,
    })),
  );
}
