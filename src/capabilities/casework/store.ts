import { sql } from 'kysely';
import type { Tx } from '../../platform/lens/index.ts';
import type { PlainDate } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { type Case, dueRange, stepOf, type View } from './case.ts';

export const PAGE = 50;

type Row = {
  child_id: string;
  request_id: string;
  reference: string;
  given_names: string;
  family_name: string;
  preferred_name: string | null;
  born_on: PlainDate;
  received_on: PlainDate;
  step: string;
  due_on: PlainDate;
  assessment_id: string | null;
  plan_id: string | null;
  issue_decided_on: PlainDate | null;
  issued_on: PlainDate | null;
};

export type CaseList = { cases: Case[]; counts: Record<View, number> };

type CountedRow = Row & { open: number; overdue: number; week: number; closed: number };

/**
 * One page of the list, soonest due first, and how many each view holds. `search` is a reference, or the beginning of any
 * part of a name. Every case's step is worked out once, for the counts and the page together.
 */
export async function listCases(
  tx: Tx,
  query: { view: View; search: string; page: number },
  today: PlainDate,
): Promise<CaseList> {
  const { from, to } = dueRange(query.view, today);
  const week = dueRange('this week', today);
  const wanted =
    query.view === 'closed'
      ? sql`step in ('plan issued', 'closed')`
      : sql`step not in ('plan issued', 'closed')`;
  const { rows } = await sql<CountedRow>`
    with steps as materialized (select s.* from case_steps s ${searched(query.search)}),
    counts as (
      select count(*) filter (where step not in ('plan issued', 'closed'))::int as open,
        count(*) filter (where step not in ('plan issued', 'closed') and due_on < ${today})::int as overdue,
        count(*) filter (where step not in ('plan issued', 'closed') and due_on between ${week.from} and ${week.to})::int as week,
        count(*) filter (where step in ('plan issued', 'closed'))::int as closed
      from steps),
    page as (
      select * from steps
      where ${wanted} and due_on >= coalesce(${from}::date, '-infinity') and due_on <= coalesce(${to}::date, 'infinity')
      order by due_on, reference limit ${PAGE} offset ${(query.page - 1) * PAGE})
    select counts.*, page.child_id, page.request_id, page.reference, page.received_on, page.step, page.due_on, page.assessment_id, page.plan_id, page.issue_decided_on, page.issued_on,
      c.given_names, c.family_name, c.preferred_name, c.born_on
    from counts
    left join page on true
    left join children c on c.authority_id = page.authority_id and c.id = page.child_id
    order by page.due_on, page.reference`.execute(tx);
  const [first] = rows;
  const counts = {
    open: first?.open ?? 0,
    overdue: first?.overdue ?? 0,
    'this week': first?.week ?? 0,
    closed: first?.closed ?? 0,
  };
  return { cases: rows.filter((row) => row.child_id !== null).map(toCase), counts };
}

export async function listCasesOfChild(tx: Tx, childId: Uuid): Promise<Case[]> {
  const { rows } = await sql<Row>`
    select s.child_id, s.request_id, s.reference, s.received_on, s.step, s.due_on,
      s.assessment_id, s.plan_id, s.issue_decided_on, s.issued_on,
      c.given_names, c.family_name, c.preferred_name, c.born_on
    from case_steps s join children c on c.authority_id = s.authority_id and c.id = s.child_id
    where s.child_id = ${childId} order by s.received_on desc`.execute(tx);
  return rows.map(toCase);
}

// Without a search no child's row is read but those of the page.
function searched(search: string) {
  if (search === '') return sql``;
  const words = search.split(/\s+/).slice(0, 5);
  const each = words.map((word) => {
    const plain = word.replace(/[\\%_]/g, '\\$&');
    return sql`(c.names_form like '% ' || name_form(${plain}) || '%' or lower(s.reference) like ${`${plain.toLowerCase()}%`})`;
  });
  return sql`join children c on c.authority_id = s.authority_id and c.id = s.child_id where ${sql.join(each, sql` and `)}`;
}

function toCase(row: Row): Case {
  return {
    childId: row.child_id,
    requestId: row.request_id,
    reference: row.reference,
    childName: `${row.preferred_name ?? row.given_names} ${row.family_name}`,
    bornOn: row.born_on,
    receivedOn: row.received_on,
    step: stepOf(row.step),
    dueOn: row.due_on,
    assessmentId: row.assessment_id,
    planId: row.plan_id,
    issueDecidedOn: row.issue_decided_on,
    issuedOn: row.issued_on,
  };
}

/** When somebody last opened a child's file and who they were, newest first: the family's own access ledger. */
export function listReads(tx: Tx, childId: Uuid) {
  return tx
    .selectFrom('events')
    .select(['recorded_at as at', 'actor_name as name', 'actor_kind as kind'])
    .where('child_id', '=', childId)
    .where('kind', '=', 'file read')
    .where('actor_kind', '<>', 'family')
    .orderBy('recorded_at', 'desc')
    .limit(100)
    .execute();
}

export function listLetters(tx: Tx, childId: Uuid) {
  return tx
    .selectFrom('letters')
    .select(['id', 'subject', 'recipient_name as to', 'channel', 'created_at as at', 'sent_by as sentBy'])
    .where('child_id', '=', childId)
    .orderBy('created_at', 'desc')
    .execute();
}
