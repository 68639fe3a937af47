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
};

/** One page of the list, soonest due first; `search` is a reference, or the beginning of any part of a name. */
export async function listCases(
  tx: Tx,
  query: { view: View; search: string; page: number },
  today: PlainDate,
): Promise<Case[]> {
  const { rows } = await sql<Row>`
    select child_id, request_id, reference, given_names, family_name, preferred_name, born_on, received_on, step, due_on
    from cases where ${matching(query, today)}
    order by due_on, reference limit ${PAGE} offset ${(query.page - 1) * PAGE}`.execute(tx);
  return rows.map(toCase);
}

/** How many each view holds; those of the search, when there is one. */
export async function countCases(tx: Tx, search: string, today: PlainDate): Promise<Record<View, number>> {
  const week = dueRange('this week', today);
  const { rows } = await sql<{ open: number; overdue: number; week: number; closed: number }>`
    select count(*) filter (where step <> 'closed')::int as open,
      count(*) filter (where step <> 'closed' and due_on < ${today})::int as overdue,
      count(*) filter (where step <> 'closed' and due_on between ${week.from} and ${week.to})::int as week,
      count(*) filter (where step = 'closed')::int as closed
    from cases where ${searched(search)}`.execute(tx);
  const [counts] = rows;
  return {
    open: counts?.open ?? 0,
    overdue: counts?.overdue ?? 0,
    'this week': counts?.week ?? 0,
    closed: counts?.closed ?? 0,
  };
}

export async function listCasesOfChild(tx: Tx, childId: Uuid): Promise<Case[]> {
  const { rows } = await sql<Row>`
    select child_id, request_id, reference, given_names, family_name, preferred_name, born_on, received_on, step, due_on
    from cases where child_id = ${childId} order by received_on desc`.execute(tx);
  return rows.map(toCase);
}

function matching({ view, search }: { view: View; search: string }, today: PlainDate) {
  const { from, to } = dueRange(view, today);
  const step = view === 'closed' ? sql`step = 'closed'` : sql`step <> 'closed'`;
  const after = from === null ? sql`true` : sql`due_on >= ${from}`;
  const before = to === null ? sql`true` : sql`due_on <= ${to}`;
  return sql`${step} and ${after} and ${before} and ${searched(search)}`;
}

function searched(search: string) {
  if (search === '') return sql`true`;
  const words = search.toLowerCase().split(/\s+/).slice(0, 5);
  const each = words.map((word) => {
    const start = `${word.replace(/[\\%_]/g, '\\$&')}%`;
    return sql`(lower(family_name) like ${start} or lower(given_names) like ${start} or lower(preferred_name) like ${start} or lower(reference) like ${start})`;
  });
  return sql.join(each, sql` and `);
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
