import { sql } from 'kysely';
import { filesOf } from '../../platform/child-file.ts';
import type { Tx } from '../../platform/lens/index.ts';
import type { PlainDate } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { type Case, type ListedCase, stepOf } from './case.ts';

/** What a list says of a case, from its kept row. */
export type ListedRow = {
  child_id: string;
  request_id: string;
  reference: string;
  child_name: string;
  born_on: PlainDate;
  received_on: PlainDate;
  step: string;
  due_on: PlainDate;
  caseworker_id: string | null;
  caseworker: string | null;
  caseworker_left: boolean;
};

/** All that is said of a case, from its kept row or from the view. */
export type CaseRow = ListedRow & {
  authority_id: number;
  assessment_id: string | null;
  plan_id: string | null;
  issue_decided_on: PlainDate | null;
  issued_on: PlainDate | null;
  decided_on: PlainDate | null;
};

/** What a child is called, as a case says it. */
export const NAME = sql<string>`coalesce(c.preferred_name, c.given_names) || ' ' || c.family_name`;

/** What a case is read from: `s` the kept rows or the view they are written from, `c` the children. */
export const CASE_COLUMNS = sql`s.authority_id, c.id as child_id, s.request_id, s.reference, s.received_on, s.step, s.due_on,
  s.assessment_id, s.plan_id, s.decided_on, s.issue_decided_on, s.issued_on, s.caseworker_id, s.caseworker,
  s.caseworker_left,
  ${NAME} as child_name, c.born_on`;

/** What a case shows or is narrowed by of a child, from one record or the other. */
const columnsOf = (file: 'asked' | 'standing') =>
  sql.join(
    ['id', 'given_names', 'family_name', 'preferred_name', 'born_on', 'setting_id'].map((column) =>
      sql.ref(`${file}.${column}`),
    ),
  );

/**
 * Joins to each case of `s` the child `c` as the file that stands has them: another than was asked about, where files were
 * merged, and only then looked for. Where the lens does not show that file, the record goes on as it was.
 */
export const OF_CHILD = sql`join children asked on asked.authority_id = s.authority_id and asked.id = s.child_id
  join lateral (select ${columnsOf('asked')} where asked.joined_to is null
    union all select ${columnsOf('standing')} from children standing
      where standing.authority_id = asked.authority_id and standing.id = asked.joined_to
    union all select ${columnsOf('asked')} where asked.joined_to is not null and not exists (select from children standing
      where standing.authority_id = asked.authority_id and standing.id = asked.joined_to)) c on true`;

/** Of the cases `s`, those the family may be told of: for what is written to them outside their own lens, which shows no others. */
const MAY_BE_TOLD = sql`not exists (select from untold_requests untold
  where untold.authority_id = s.authority_id and untold.request_id = s.request_id)`;

/** Which of a child's cases: all, or those the family may be told of. */
export type Which = 'all' | 'told';
export const narrowed = (which: Which) => (which === 'told' ? MAY_BE_TOLD : sql`true`);

/** Each amendment with a notice: the day the first was sent, and the day it ended, in an amended plan or in none; null while it is open. */
export const AMENDMENTS = sql`(select a.authority_id, a.id, a.plan_id, sent.sent_on, coalesce(sent.issued_on, ended.ended_on) as done_on
  from plan_amendments a
  join lateral (select min(v.sent_on) filter (where v.kind = 'draft') as sent_on,
      max(v.sent_on) filter (where v.kind = 'final') as issued_on
    from plan_versions v where v.authority_id = a.authority_id and v.amendment_id = a.id) sent on sent.sent_on is not null
  left join plan_amendment_ends ended on ended.authority_id = a.authority_id and ended.amendment_id = a.id)`;

/** A child's cases, the latest request first: worked out from the facts. */
export async function listCasesOfChild(tx: Tx, childId: Uuid, which: Which = 'all'): Promise<Case[]> {
  const { rows } = await sql<CaseRow>`
    select ${CASE_COLUMNS}
    from case_steps s ${OF_CHILD}
    where s.child_id = any(${filesOf(childId)}) and ${narrowed(which)} order by s.received_on desc`.execute(
    tx,
  );
  return rows.map(toCase);
}

export function toCase(row: CaseRow): Case {
  return {
    ...toListed(row),
    authorityId: row.authority_id,
    assessmentId: row.assessment_id,
    planId: row.plan_id,
    issueDecidedOn: row.issue_decided_on,
    issuedOn: row.issued_on,
    decidedOn: row.decided_on,
  };
}

export function toListed(row: ListedRow): ListedCase {
  const { caseworker_id: accountId, caseworker: name, caseworker_left: left } = row;
  const whose = accountId === null ? null : { accountId, name: name ?? '' };
  return {
    childId: row.child_id,
    requestId: row.request_id,
    reference: row.reference,
    childName: row.child_name,
    bornOn: row.born_on,
    receivedOn: row.received_on,
    step: stepOf(row.step),
    dueOn: row.due_on,
    caseworker: left ? null : whose,
    leaver: left ? whose : null,
  };
}

/** Every nursery, school and college that a child with an open case attends, by name. */
export async function listSettingsOfCases(tx: Tx): Promise<{ id: Uuid; name: string }[]> {
  const { rows } = await sql<{ id: Uuid; name: string }>`
    select id, name from settings where id in (
      select c.setting_id from case_rows s join children c on c.authority_id = s.authority_id and c.id = s.child_id
      where not s.is_over)
    order by lower(name), id`.execute(tx);
  return rows;
}

export function listLetters(tx: Tx, childId: Uuid) {
  return tx
    .selectFrom('letters')
    .select(['id', 'subject', 'recipient_name as to', 'channel', 'created_at as at', 'sent_by as sentBy'])
    .where('child_id', '=', sql<Uuid>`any(${filesOf(childId)})`)
    .orderBy('created_at', 'desc')
    .execute();
}
