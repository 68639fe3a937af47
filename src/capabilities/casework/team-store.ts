import { sql } from 'kysely';
import type { Tx } from '../../platform/lens/index.ts';
import { addDays, type PlainDate } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { type Step, stepOf } from './case.ts';
import type { Expectation } from './forecast.ts';
import { likelyLate } from './list-store.ts';

/** How many open cases somebody has, how they stand, and how many finished ones; `accountId` null for those that are nobody's. */
export type Load = {
  accountId: Uuid | null;
  name: string | null;
  open: number;
  overdue: number;
  week: number;
  late: number;
  finished: number;
};
/** How many open cases stand at a step, and since when the oldest has. */
export type Standing = { step: Step; open: number; overdue: number; longest: number };

/** The cases of each person, most open ones first; those nobody has are the first of all. Through `fromKeptRows`. */
export async function countByPerson(
  tx: Tx,
  { today, expected }: { today: PlainDate; expected: readonly Expectation[] },
): Promise<Load[]> {
  const { rows } = await sql<{
    id: Uuid | null;
    name: string | null;
    open: number;
    overdue: number;
    week: number;
    late: number;
    finished: number;
  }>`
    with late as (select s.request_id from case_rows s ${likelyLate(expected, today)}
      where not s.is_over and s.due_on >= ${today}::date)
    select s.caseworker_id as id, max(s.caseworker) as name, (count(*) filter (where not s.is_over))::int as open,
      (count(*) filter (where not s.is_over and s.due_on < ${today}::date))::int as overdue,
      (count(*) filter (where not s.is_over
        and s.due_on between ${today}::date and ${addDays(today, 7)}::date))::int as week,
      count(late.request_id)::int as late, (count(*) filter (where s.is_over))::int as finished
    from case_rows s left join late on late.request_id = s.request_id
    group by s.caseworker_id
    order by s.caseworker_id is not null, 3 desc, 2`.execute(tx);
  return rows.map(({ id, ...load }) => ({ accountId: id, ...load }));
}

/** Whose cases, and whether those that are open or those that are finished: an issued plan still has its caseworker. */
export type Belonging = { whose: Uuid | null; finished: boolean };

/**
 * The children whose open or finished cases somebody has, or nobody, each by the file that stands: how many, and the first of them in the list's order, open
 * ones soonest due and finished ones latest. Through `fromKeptRows`.
 */
export async function listCasesOf(
  tx: Tx,
  { whose, finished }: Belonging,
  most: number,
): Promise<{ count: number; first: Uuid[] }> {
  const { rows } = await sql<{ childId: Uuid; count: number }>`
    select file_id as "childId", count(*) over ()::int as count from case_rows
    where is_over = ${finished} and caseworker_id is not distinct from ${whose}::uuid
    group by file_id order by ${finished ? sql`max(due_on) desc` : sql`min(due_on)`}, file_id limit ${most}`.execute(
    tx,
  );
  return { count: rows[0]?.count ?? 0, first: rows.map(({ childId }) => childId) };
}

/**
 * The open cases at each step, where the oldest has waited longest first. An amendment began with its notice, and its outcome is
 * due eight weeks after that (SEND Regulations 2014, reg. 22(3) to (4)).
 */
export async function countByStep(tx: Tx, today: PlainDate): Promise<Standing[]> {
  const { rows } = await sql<{ step: string; open: number; overdue: number; longest: number }>`
    select step, count(*)::int as open, count(*) filter (where due_on < ${today}::date)::int as overdue,
      max(${today}::date - case step when 'assess' then coalesce(decided_on, received_on)
        when 'make the plan' then coalesce(issue_decided_on, received_on)
        when 'amend the plan' then due_on - 56 else received_on end)::int as longest
    from case_rows where not is_over group by step order by longest desc`.execute(tx);
  return rows.map(({ step, ...standing }) => ({ step: stepOf(step), ...standing }));
}
