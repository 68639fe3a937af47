import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../platform/lens/index.ts';
import type { PlainDate } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { type InboxItem, PAGE, type Pace, type Whose } from './inbox.ts';

/** How far back the pace of an organisation is told by. */
const PACE_WEEKS = 12;

/** Whose inbox, and what of it: every word looked for is in one of the child's names or the authority's. */
export type Asked = { organisationId: Uuid; search: string };

/** Enough to find what was just sent; older answers stay on the child’s own pages. */
const ANSWERED_SHOWN = 10;

type Row = Omit<InboxItem, 'holder'> & { holder_id: Uuid | null; holder_name: string | null };

const columns = sql`kind, id, child_id as "childId", authority_name as "authorityName", child_name as "childName", detail,
  waiting_since as "waitingSince", due_on as "dueOn", answered_on as "answeredOn", allocated, holder_id, holder_name`;

function sought({ organisationId, search }: Asked): RawBuilder<unknown> {
  return sql`organisation_id = ${organisationId}::uuid and (${search} = '' or not exists (
    select from regexp_split_to_table(trim(name_form(${search})), '\\s+') word where strpos(search_form, word) = 0))`;
}

/** What cannot be allocated is everybody's, and nobody in particular lacks it. */
function isOf(whose: Whose): RawBuilder<unknown> {
  if (whose === 'everybody') return sql`true`;
  if (whose === 'nobody') return sql`allocated and holder_id is null`;
  return sql`holder_id = ${whose.accountId}::uuid`;
}

/** How much is left to answer: everybody's, nobody's, and of one colleague. */
export async function countOpen(tx: Tx, asked: Asked, accountId: Uuid) {
  const { rows } = await sql<{ everybody: number; nobody: number; theirs: number }>`
    select count(*)::int as everybody, (count(*) filter (where ${isOf('nobody')}))::int as nobody,
      (count(*) filter (where ${isOf({ accountId })}))::int as theirs
    from inbox_items where ${sought(asked)} and answered_on is null`.execute(tx);
  return rows[0] ?? { everybody: 0, nobody: 0, theirs: 0 };
}

/**
 * One page of what is left to answer: soonest due first, whoever asked; then what no law gives a day; and how it went, which
 * nobody waits for, last.
 */
export async function listOpen(tx: Tx, asked: Asked, whose: Whose, page: number): Promise<InboxItem[]> {
  const { rows } = await sql<Row>`select ${columns} from inbox_items
    where ${sought(asked)} and answered_on is null and ${isOf(whose)}
    order by due_on nulls last, kind = 'experience', waiting_since, id limit ${PAGE} offset ${(page - 1) * PAGE}`.execute(
    tx,
  );
  return rows.map(toItem);
}

/** As much as one calendar holds. */
export const MOST_IN_CALENDAR = 500;

/** All that is left to answer by a day, soonest first: everybody's, from every authority. */
export async function listDue(tx: Tx, organisationId: Uuid): Promise<InboxItem[]> {
  const { rows } = await sql<Row>`select ${columns} from inbox_items
    where organisation_id = ${organisationId}::uuid and answered_on is null and due_on is not null
    order by due_on, waiting_since, id limit ${MOST_IN_CALENDAR}`.execute(tx);
  return rows.map(toItem);
}

/** What was answered lately, latest first. */
export async function listAnswered(tx: Tx, asked: Asked, whose: Whose): Promise<InboxItem[]> {
  const { rows } = await sql<Row>`select ${columns} from inbox_items
    where ${sought(asked)} and answered_on is not null and ${isOf(whose)}
    order by answered_on desc, id limit ${ANSWERED_SHOWN}`.execute(tx);
  return rows.map(toItem);
}

/** What one colleague has to answer, how much of it is late, and since when the oldest has waited. */
export type Load = {
  holder: { accountId: Uuid; name: string } | null;
  open: number;
  overdue: number;
  oldest: PlainDate;
};

/** The same for each who has anything, by name; what is not allocated comes first. What is due today is not overdue. */
export async function listLoads(tx: Tx, organisationId: Uuid, today: PlainDate): Promise<Load[]> {
  const { rows } = await sql<Omit<Load, 'holder'> & { holder_id: Uuid | null; holder_name: string | null }>`
    select holder_id, holder_name, count(*)::int as open,
      (count(*) filter (where due_on < ${today}::date))::int as overdue, min(waiting_since) as oldest
    from inbox_items where organisation_id = ${organisationId}::uuid and allocated and answered_on is null
    group by holder_id, holder_name order by holder_name nulls first, holder_id`.execute(tx);
  return rows.map(toItem);
}

/** How much advice the organisation gave lately, whoever asked, and how long half of it took. */
export async function findPace(tx: Tx, organisationId: Uuid, today: PlainDate): Promise<Pace> {
  const { rows } = await sql<{ done: number; medianDays: number | null }>`
    select count(*)::int as done,
      (percentile_cont(0.5) within group (order by answered_on - waiting_since))::float8 as "medianDays"
    from inbox_items where organisation_id = ${organisationId}::uuid and kind = 'advice'
      and answered_on > ${today}::date - ${PACE_WEEKS * 7}::int and answered_on <= ${today}::date`.execute(
    tx,
  );
  return { done: rows[0]?.done ?? 0, medianDays: rows[0]?.medianDays ?? null, weeks: PACE_WEEKS };
}

function toItem<T extends { holder_id: Uuid | null; holder_name: string | null }>({
  holder_id: accountId,
  holder_name: name,
  ...row
}: T) {
  return { ...row, holder: accountId === null || name === null ? null : { accountId, name } };
}
