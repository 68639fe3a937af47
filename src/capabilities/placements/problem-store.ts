import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { filesOf } from '../../platform/child-file.ts';
import type { Tx } from '../../platform/lens/index.ts';
import type { PlainDate } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';
import type { Problem, ProblemAct } from './problem.ts';

/** Every line a family said is not happening, latest first, with what was done. */
export async function listProblems(tx: Tx, childId: Uuid): Promise<Problem[]> {
  const rows = await problems(tx)
    .where('child_id', '=', sql<Uuid>`any(${filesOf(childId)})`)
    .orderBy('recorded_at', 'desc')
    .orderBy('id')
    .execute();
  return withActs(tx, rows);
}

/** One of them, where this lens shows it. */
export async function findProblem(
  tx: Tx,
  id: Uuid,
): Promise<(Problem & { authorityId: number }) | undefined> {
  const row = await problems(tx)
    .select('authority_id as authorityId')
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { authorityId, ...rest } = row;
  const [problem] = await withActs(tx, [rest]);
  return problem === undefined ? undefined : { ...problem, authorityId };
}

function problems(tx: Tx) {
  return tx
    .selectFrom('placement_problems')
    .select(['id', 'child_id as childId', 'version_id as versionId', 'row_id as rowId', 'words', 'since'])
    .select(['said_by as saidBy', 'said_on as saidOn', 'due_on as firstDueOn', 'recorded_by as recordedBy']);
}

async function withActs(tx: Tx, rows: readonly Omit<Problem, 'acts'>[]): Promise<Problem[]> {
  if (rows.length === 0) return [];
  const acts = await tx
    .selectFrom('placement_problem_acts')
    .select(['problem_id as problemId', 'number', 'kind', 'words', 'due_on as dueOn'])
    .select(['by_name as by', 'on_day as on'])
    .where(
      'problem_id',
      'in',
      rows.map(({ id }) => id),
    )
    .orderBy('number')
    .execute();
  const of = Map.groupBy(acts, ({ problemId }) => problemId);
  return rows.map((row) => ({
    ...row,
    acts: (of.get(row.id) ?? []).map(({ problemId: _, kind, ...act }) => ({ ...act, kind: kindOf(kind) })),
  }));
}

function kindOf(kind: string): ProblemAct['kind'] {
  return kind === 'closed' || kind === 'opened again' ? kind : 'done';
}

type NewProblem = {
  authorityId: number;
  childId: Uuid;
  versionId: Uuid;
  rowId: Uuid;
  words: string;
  since: string;
  contactId: Uuid | null;
  by: string;
  on: PlainDate;
  dueOn: PlainDate;
  recordedBy: string | null;
};

export async function insertProblem(tx: Tx, one: NewProblem): Promise<Uuid> {
  const id = randomUUID();
  await tx
    .insertInto('placement_problems')
    .values({
      authority_id: one.authorityId,
      id,
      child_id: one.childId,
      version_id: one.versionId,
      row_id: one.rowId,
      words: one.words,
      since: one.since,
      said_by: one.by,
      contact_id: one.contactId,
      said_on: one.on,
      due_on: one.dueOn,
      recorded_by: one.recordedBy,
    })
    .execute();
  return id;
}

/** Adds an act at its number; false where somebody else has that number already. */
export async function insertProblemAct(
  tx: Tx,
  of: { authorityId: number; id: Uuid; childId: Uuid },
  act: Omit<ProblemAct, never> & { recordedBy: string | null },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('placement_problem_acts')
    .values({
      authority_id: of.authorityId,
      id: randomUUID(),
      problem_id: of.id,
      child_id: of.childId,
      number: act.number,
      kind: act.kind,
      words: act.words,
      due_on: act.dueOn,
      by_name: act.by,
      on_day: act.on,
      recorded_by: act.recordedBy,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** Whose the case is now; null for nobody. The family may read it too. */
export async function findOwner(tx: Tx, childId: Uuid): Promise<string | null> {
  const row = await tx
    .selectFrom('case_allocations')
    .select('name')
    .where('child_id', '=', sql<Uuid>`any(${filesOf(childId)})`)
    .where('ended_at', 'is', null)
    .where('left_at', 'is', null)
    .executeTakeFirst();
  return row?.name ?? null;
}
