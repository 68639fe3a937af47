import { sql } from 'kysely';
import type { NewEvent } from '../../platform/events/index.ts';
import { actorOf, type Tx } from '../../platform/lens/index.ts';
import type { PlainDate } from '../../shared/plain-date.ts';
import { type Case, dueRange, type Place, type View } from './case.ts';
import { type CaseRow, toCase } from './store.ts';

export const PAGE = 50;

export type ListQuery = { view: View; search: string; from: Place | null };

/** A page of the list, and where the pages before and after it begin; null where there is none. */
export type CaseList = { cases: Case[]; before: Place | null; after: Place | null };

/** Notes, with the event, that a child's rows of the list are to be written anew. Opening a file changes nothing. */
export async function noteChange(tx: Tx, event: NewEvent): Promise<void> {
  if (event.childId === null || event.kind === 'file read') return;
  const actor = actorOf(tx);
  await tx
    .insertInto('case_changes')
    .values({
      authority_id: event.authorityId,
      child_id: event.childId,
      organisation_id: event.organisationId ?? (actor.kind === 'organisation' ? actor.organisationId : null),
    })
    .execute();
}

/**
 * One page of the authority's list, by due date: soonest first, and what is finished latest first. `search` is the
 * beginning of a reference or of any part of a name. What has changed is written into the kept rows before they are read.
 */
export async function listCases(
  tx: Tx,
  { view, search, from }: ListQuery,
  today: PlainDate,
): Promise<CaseList> {
  await writeChanges(tx);
  const due = dueRange(view, today);
  const latestFirst = view === 'closed';
  const backwards = from?.towards === 'before';
  const order = latestFirst === backwards ? sql`asc` : sql`desc`;
  const past = latestFirst === backwards ? sql`>` : sql`<`;
  const { rows } = await sql<CaseRow>`
    select s.child_id, s.request_id, s.reference, s.received_on, s.step, s.due_on,
      s.assessment_id, s.plan_id, s.issue_decided_on, s.issued_on,
      c.given_names, c.family_name, c.preferred_name, c.born_on
    from case_rows s join children c on c.authority_id = s.authority_id and c.id = s.child_id
    where s.is_over = ${latestFirst}
      and s.due_on >= ${due.from ?? '-infinity'}::date and s.due_on <= ${due.to ?? 'infinity'}::date
      ${from === null ? sql`` : sql`and (s.due_on, s.request_id) ${past} (${from.dueOn}::date, ${from.requestId}::uuid)`}
      ${found(search)}
    order by s.due_on ${order}, s.request_id ${order} limit ${PAGE + 1}`.execute(tx);
  const more = rows.length > PAGE;
  const cases = rows.slice(0, PAGE).map(toCase);
  if (backwards) cases.reverse();
  const [first, last] = [cases.at(0), cases.at(-1)];
  return {
    cases,
    before: first !== undefined && (backwards ? more : from !== null) ? place(first, 'before') : null,
    after: last !== undefined && (backwards || more) ? place(last, 'after') : null,
  };
}

function place({ dueOn, requestId }: Case, towards: Place['towards']): Place {
  return { dueOn, requestId, towards };
}

function found(search: string) {
  const words = search.split(/\s+/).filter((word) => word !== '');
  const each = words.slice(0, 5).map((word) => {
    const plain = word.replace(/[\\%_]/g, '\\$&');
    return sql`and (c.names_form like '% ' || name_form(${plain}) || '%' or lower(s.reference) like ${`${plain.toLowerCase()}%`})`;
  });
  return sql.join(each, sql` `);
}

/**
 * Writes anew, from the facts, the rows of every child to whom something has happened since they were last written. Two
 * who find changes at once take turns: whoever is second works them out after the first has written.
 */
async function writeChanges(tx: Tx): Promise<void> {
  const changed = await tx.deleteFrom('case_changes').returning(['authority_id', 'child_id']).execute();
  const [first] = changed;
  if (first === undefined) return;
  await sql`select pg_advisory_xact_lock(hashtext('case_rows'), ${first.authority_id}::int)`.execute(tx);
  const children = [...new Set(changed.map(({ child_id }) => child_id))];
  await sql`
    insert into case_rows (authority_id, request_id, child_id, reference, received_on, step, due_on,
      assessment_id, plan_id, issued_on, issue_decided_on)
    select authority_id, request_id, child_id, reference, received_on, step, due_on,
      assessment_id, plan_id, issued_on, issue_decided_on
    from case_steps where child_id = any(${children}::uuid[])
    on conflict (authority_id, request_id) do update set
      child_id = excluded.child_id, reference = excluded.reference, received_on = excluded.received_on,
      step = excluded.step, due_on = excluded.due_on, assessment_id = excluded.assessment_id,
      plan_id = excluded.plan_id, issued_on = excluded.issued_on, issue_decided_on = excluded.issue_decided_on`.execute(
    tx,
  );
}
