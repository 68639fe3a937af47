import { sql } from 'kysely';
import type { Tx } from '../../platform/lens/index.ts';
import { addDays, type PlainDate } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { type Paragraph, toParagraph } from '../assessments/index.ts';
import { stillWaits } from './wait-store.ts';
import { type Awaited, WAITS } from './waits.ts';

/** How many wait for a kind of thing now, how many of those are overdue, and how long they have, in days. */
export type WaitCount = {
  what: Awaited;
  paragraph: Paragraph | null;
  waiting: number;
  overdue: number;
  half: number;
  longest: number;
};

/** What open cases wait for of others, most first. The kept rows are written first. */
export async function countWaits(tx: Tx, today: PlainDate): Promise<WaitCount[]> {
  const { rows } = await sql<
    Omit<WaitCount, 'what' | 'paragraph'> & { what: string; paragraph: string | null }
  >`
    select w.what, w.paragraph, count(*)::int as waiting,
      (count(*) filter (where w.due_on < ${today}::date))::int as overdue,
      (percentile_disc(0.5) within group (order by ${today}::date - w.since))::int as half,
      max(${today}::date - w.since)::int as longest
    from case_waits w join case_rows s on s.authority_id = w.authority_id and s.request_id = w.request_id
    where not s.is_over and ${stillWaits(today)}
    group by w.what, w.paragraph order by count(*) desc, w.what, w.paragraph`.execute(tx);
  return rows.flatMap(({ what, paragraph, ...row }) => {
    const known = WAITS.find((one) => one === what);
    const of = paragraph === null ? null : toParagraph(paragraph);
    return known === undefined ? [] : [{ ...row, what: known, paragraph: of }];
  });
}

/**
 * How families' messages of the last year were answered, by who had the case when each was sent or, of what a family said
 * otherwise and staff wrote down, heard: the days are counted from then. Of those whose promised
 * day has come or that are answered, how many were answered by then; and half were answered within so many days.
 */
export type AnswerTimes = {
  accountId: Uuid | null;
  name: string | null;
  received: number;
  answered: number;
  judged: number;
  onTime: number;
  half: number | null;
  late: number;
};

const ALL_TIMES = sql`
  count(*)::int as received, (count(*) filter (where answered_on is not null))::int as answered,
  (count(*) filter (where judged))::int as judged,
  (count(*) filter (where answered_on <= promised_on))::int as "onTime",
  (percentile_disc(0.5) within group (order by answered_on - sent_on) filter (where answered_on is not null))::int as half,
  (count(*) filter (where answered_on is null and judged))::int as late`;

function written(today: PlainDate) {
  const since = addDays(today, -365);
  return sql`
    select worker.account_id, worker.name, m.promised_on, m.sent_on,
      (m.answered_at at time zone 'Europe/London')::date as answered_on,
      m.answered_at is not null or m.promised_on < ${today}::date as judged
    from (select *, coalesce(heard_on, (sent_at at time zone 'Europe/London')::date) as sent_on
      from messages where promised_on is not null) m
    left join lateral (select a.account_id, a.name from case_allocations a
      where a.authority_id = m.authority_id and a.child_id = m.child_id and a.from_on <= m.sent_on
        and coalesce(case when m.heard_on is null then least(a.ended_at, a.left_at) > m.sent_at
          else (least(a.ended_at, a.left_at) at time zone 'Europe/London')::date >= m.heard_on end, true)
      order by a.from_on desc, a.recorded_at desc limit 1) worker on true
    where m.sent_on > ${since}::date`;
}

/** By person, those nobody had the case of first. */
export async function answerTimesByPerson(tx: Tx, today: PlainDate): Promise<AnswerTimes[]> {
  const { rows } = await sql<AnswerTimes>`
    select account_id as "accountId", max(name) as name, ${ALL_TIMES}
    from (${written(today)}) w group by account_id
    order by account_id is not null, max(name)`.execute(tx);
  return rows;
}

/** By team, and all together last; somebody in two teams counts in both. */
export async function answerTimesByTeam(tx: Tx, today: PlainDate): Promise<AnswerTimes[]> {
  const { rows } = await sql<AnswerTimes>`
    select t.id as "accountId", t.name, ${ALL_TIMES}
    from (${written(today)}) w join team_members tm on tm.account_id = w.account_id
      join teams t on t.authority_id = tm.authority_id and t.id = tm.team_id and t.ended_at is null
    group by t.id, t.name
    union all
    select null, null, ${ALL_TIMES} from (${written(today)}) w having count(*) > 0
    order by 2 nulls last`.execute(tx);
  return rows;
}
