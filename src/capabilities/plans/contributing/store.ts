import { sql } from 'kysely';
import { z } from 'zod';
import type { Tx } from '../../../platform/lens/index.ts';
import type { PlainDate } from '../../../shared/plain-date.ts';
import type { Uuid } from '../../../shared/uuid.ts';
import { AREAS } from '../plan.ts';
import { rowSchema } from '../suggestion-store.ts';
import { keys, type PlanKey } from '../version-store.ts';
import type { Showing, ShownLine } from './showing.ts';

type New = Pick<Showing, 'id' | 'organisationId' | 'words' | 'shownOn' | 'shownBy'>;

export async function insertShowing(
  tx: Tx,
  plan: PlanKey,
  { id, organisationId, words, shownOn, shownBy }: New,
  lines: readonly ShownLine[],
): Promise<void> {
  await tx
    .insertInto('plan_showings')
    .values({
      ...keys(plan),
      id,
      organisation_id: organisationId,
      words,
      shown_on: shownOn,
      shown_by: shownBy,
    })
    .execute();
  const rows = lines.map(({ rowId, section, name, line }, place) => ({
    ...{ authority_id: plan.authorityId, child_id: plan.childId, showing_id: id },
    ...{ row_id: rowId, place, section, name, line: JSON.stringify(line) },
  }));
  // So many in one statement that PostgreSQL takes all their values.
  for (let from = 0; from < rows.length; from += 500)
    await tx
      .insertInto('plan_shown_lines')
      .values(rows.slice(from, from + 500))
      .execute();
}

/** The showings of a plan, or one of them, that this lens shows; the newest first. */
export async function listShowings(tx: Tx, by: { planId: Uuid } | { id: Uuid }): Promise<Showing[]> {
  const rows = await tx
    .selectFrom('plan_showings as s')
    .innerJoin('organisations as o', 'o.id', 's.organisation_id')
    .innerJoin('authorities as a', 'a.code', 's.authority_id')
    .select([
      'a.name as authorityName',
      's.authority_id as authorityId',
      's.id',
      's.plan_id as planId',
      's.child_id as childId',
    ])
    .select(['s.organisation_id as organisationId', 'o.name as organisation', 's.words'])
    .select(['s.shown_on as shownOn', 's.shown_by as shownBy', 's.plan_issued_on as planIssuedOn'])
    .select(['s.looked_at', 's.looked_by', 's.ended_on', 's.ended_by'])
    .where((one) => ('id' in by ? one('s.id', '=', by.id) : one('s.plan_id', '=', by.planId)))
    .orderBy('s.recorded_at', 'desc')
    .execute();
  return rows.map(({ looked_at, looked_by, ended_on, ended_by, ...row }) => ({
    ...row,
    looked: looked_at === null ? null : { at: looked_at, by: looked_by ?? '' },
    ended: ended_on === null ? null : { on: ended_on, by: ended_by ?? '' },
  }));
}

const section = z.enum(AREAS);

/** What a showing shows, in the order of the plan; not what was withheld since. */
export async function listShownLines(tx: Tx, showingId: Uuid): Promise<ShownLine[]> {
  const rows = await tx
    .selectFrom('plan_shown_lines')
    .select(['row_id as rowId', 'section', 'name', 'line'])
    .where('showing_id', '=', showingId)
    .where('taken_back_on', 'is', null)
    .orderBy('place')
    .execute();
  return rows.map((row) => ({
    ...row,
    section: section.parse(row.section),
    line: rowSchema.parse(row.line),
  }));
}

/** Takes lines back that were shown and are withheld now. */
export async function takeLinesBack(
  tx: Tx,
  showingId: Uuid,
  rowIds: readonly Uuid[],
  on: PlainDate,
): Promise<void> {
  if (rowIds.length === 0) return;
  await tx
    .updateTable('plan_shown_lines')
    .set({ taken_back_on: on })
    .where('showing_id', '=', showingId)
    .where('row_id', 'in', rowIds)
    .execute();
}

/** Ends a showing, once. */
export async function endShowing(tx: Tx, id: Uuid, { on, by }: { on: PlainDate; by: string }): Promise<void> {
  await tx
    .updateTable('plan_showings')
    .set({ ended_on: on, ended_by: by })
    .where('id', '=', id)
    .where('ended_on', 'is', null)
    .execute();
}

/** Records that the plan is final, for whoever is shown lines of its draft. */
export async function markPlanIssued(tx: Tx, planId: Uuid, on: PlainDate): Promise<void> {
  await tx
    .updateTable('plan_showings')
    .set({ plan_issued_on: on })
    .where('plan_id', '=', planId)
    .where('plan_issued_on', 'is', null)
    .execute();
}

/** Records that somebody there has looked: in the database's time, as what staff answer is. */
export async function markLooked(tx: Tx, id: Uuid, by: string): Promise<void> {
  await tx
    .updateTable('plan_showings')
    .set({ looked_at: sql<Date>`clock_timestamp()`, looked_by: by })
    .where('id', '=', id)
    .execute();
}
