import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Tx } from '../../platform/lens/index.ts';
import type { Uuid } from '../../shared/uuid.ts';
import type { Answer, Grade } from './grades.ts';
import { type Agency, agencyOf, gradeOf } from './schema.ts';
import type { Drawn } from './store.ts';

export type Turn = 1 | 2;
export type Grading = {
  authorityId: number;
  id: Uuid;
  drawnId: Uuid;
  turn: Turn;
  auditorId: Uuid;
  auditorName: string;
  agency: Agency;
  gradedBy: string;
  givenAt: Date | null;
  answers: readonly SavedAnswer[];
};
export type SavedAnswer = Answer & { version: number };

/** One act at a time on the gradings of a drawn plan. */
export async function lockDrawn(tx: Tx, drawnId: Uuid): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${drawnId}, 1))`.execute(tx);
}

export async function listGradings(tx: Tx, drawnIds: readonly Uuid[]): Promise<Grading[]> {
  if (drawnIds.length === 0) return [];
  const rows = await gradings(tx).where('audit_plan_id', 'in', drawnIds).orderBy('turn').execute();
  const answers =
    rows.length === 0
      ? []
      : await answersOf(
          tx,
          rows.map(({ id }) => id),
        );
  return rows.map((row) => toGrading(row, answers));
}

export async function findGrading(tx: Tx, id: Uuid): Promise<Grading | undefined> {
  const row = await gradings(tx).where('id', '=', id).executeTakeFirst();
  return row === undefined ? undefined : toGrading(row, await answersOf(tx, [id]));
}

export async function insertGrading(
  tx: Tx,
  drawn: Drawn,
  grading: Pick<Grading, 'turn' | 'auditorId' | 'auditorName' | 'agency' | 'gradedBy'>,
  at: Date,
): Promise<Uuid> {
  const id = randomUUID();
  await tx
    .insertInto('audit_gradings')
    .values({
      authority_id: drawn.authorityId,
      id,
      audit_plan_id: drawn.id,
      turn: grading.turn,
      auditor_id: grading.auditorId,
      auditor_name: grading.auditorName,
      agency: grading.agency,
      graded_by: grading.gradedBy,
      begun_at: at,
    })
    .execute();
  return id;
}

type NewAnswer = { question: string; grade: Grade | null; reason: string };

export async function saveAnswer(
  tx: Tx,
  { authorityId, id }: Grading,
  { question, grade, reason }: NewAnswer,
  at: Date,
): Promise<void> {
  await tx
    .insertInto('audit_grades')
    .values({ authority_id: authorityId, grading_id: id, question, grade, reason, version: 1, saved_at: at })
    .onConflict((conflict) =>
      conflict
        .columns(['authority_id', 'grading_id', 'question'])
        .doUpdateSet({ grade, reason, saved_at: at, version: sql`audit_grades.version + 1` }),
    )
    .execute();
}

export async function markGiven(tx: Tx, { id }: Grading, at: Date): Promise<void> {
  await tx.updateTable('audit_gradings').set({ given_at: at }).where('id', '=', id).execute();
}

function gradings(tx: Tx) {
  return tx
    .selectFrom('audit_gradings')
    .select(['authority_id as authorityId', 'id', 'audit_plan_id as drawnId', 'turn'])
    .select(['auditor_id as auditorId', 'auditor_name as auditorName', 'agency', 'graded_by as gradedBy'])
    .select('given_at as givenAt');
}

function answersOf(tx: Tx, gradingIds: readonly Uuid[]) {
  return tx
    .selectFrom('audit_grades')
    .select(['grading_id as gradingId', 'question', 'grade', 'reason', 'version'])
    .where('grading_id', 'in', gradingIds)
    .orderBy('question')
    .execute();
}

type Row = Omit<Grading, 'turn' | 'agency' | 'answers'> & { turn: number; agency: string };
type AnswerRow = Awaited<ReturnType<typeof answersOf>>[number];

function toGrading(row: Row, answers: readonly AnswerRow[]): Grading {
  return {
    ...row,
    turn: row.turn === 2 ? 2 : 1,
    agency: agencyOf.parse(row.agency),
    answers: answers
      .filter(({ gradingId }) => gradingId === row.id)
      .map(({ question, grade, reason, version }) => ({
        question,
        grade: gradeOf.parse(grade),
        reason,
        version,
      })),
  };
}
