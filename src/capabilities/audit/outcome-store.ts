import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { filesOf } from '../../platform/child-file.ts';
import type { Tx } from '../../platform/lens/index.ts';
import type { PlainDate } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { listGradings } from './grading-store.ts';
import { type Agreed, standingOf } from './outcomes.ts';
import { gradedOf } from './schema.ts';
import { type Drawn, drawnOf } from './store.ts';

export type Moderation = {
  drawnId: Uuid;
  present: string;
  metOn: PlainDate;
  recordedBy: string;
  agreed: readonly Agreed[];
};

export async function listModerations(tx: Tx, drawnIds: readonly Uuid[]): Promise<Moderation[]> {
  if (drawnIds.length === 0) return [];
  const rows = await tx
    .selectFrom('audit_moderations')
    .select(['id', 'audit_plan_id as drawnId', 'present', 'met_on as metOn', 'recorded_by as recordedBy'])
    .where('audit_plan_id', 'in', drawnIds)
    .execute();
  if (rows.length === 0) return [];
  const grades = await tx
    .selectFrom('audit_agreed_grades')
    .select(['moderation_id as moderationId', 'question', 'grade', 'reason'])
    .where(
      'moderation_id',
      'in',
      rows.map(({ id }) => id),
    )
    .execute();
  return rows.map(({ id, ...row }) => ({
    ...row,
    agreed: grades
      .filter(({ moderationId }) => moderationId === id)
      .map(({ question, grade, reason }) => ({ question, grade: gradedOf.parse(grade), reason })),
  }));
}

export async function insertModeration(
  tx: Tx,
  { authorityId, id: drawnId }: Drawn,
  { present, metOn, agreed }: Pick<Moderation, 'present' | 'metOn' | 'agreed'>,
  recorded: { by: string; at: Date },
): Promise<void> {
  const id = randomUUID();
  await tx
    .insertInto('audit_moderations')
    .values({
      authority_id: authorityId,
      id,
      audit_plan_id: drawnId,
      present,
      met_on: metOn,
      recorded_by: recorded.by,
      recorded_at: recorded.at,
    })
    .execute();
  await tx
    .insertInto('audit_agreed_grades')
    .values(agreed.map((one) => ({ authority_id: authorityId, moderation_id: id, ...one })))
    .execute();
}

export type Reply = { drawnId: Uuid; body: string; by: string; at: Date };

export function listReplies(tx: Tx, drawnIds: readonly Uuid[]): Promise<Reply[]> {
  if (drawnIds.length === 0) return Promise.resolve([]);
  return tx
    .selectFrom('audit_replies')
    .select(['audit_plan_id as drawnId', 'body', 'written_by_name as by', 'written_at as at'])
    .where('audit_plan_id', 'in', drawnIds)
    .orderBy('written_at')
    .execute();
}

export async function insertReply(
  tx: Tx,
  { authorityId, id: drawnId }: Drawn,
  { body, by, name, at }: { body: string; by: Uuid; name: string; at: Date },
): Promise<void> {
  await tx
    .insertInto('audit_replies')
    .values({
      authority_id: authorityId,
      id: randomUUID(),
      audit_plan_id: drawnId,
      body,
      written_by: by,
      written_by_name: name,
      written_at: at,
    })
    .execute();
}

/** Drawn plans with their gradings, what was agreed, what authors replied, and what stands. */
export async function outcomesOf(tx: Tx, drawn: readonly Drawn[]) {
  const ids = drawn.map(({ id }) => id);
  const [gradings, moderations, replies] = [
    await listGradings(tx, ids),
    await listModerations(tx, ids),
    await listReplies(tx, ids),
  ];
  return drawn.map((one) => {
    const own = gradings.filter(({ drawnId }) => drawnId === one.id);
    const moderation = moderations.find(({ drawnId }) => drawnId === one.id) ?? null;
    return {
      drawn: one,
      gradings: own,
      moderation,
      replies: replies.filter(({ drawnId }) => drawnId === one.id),
      standing: standingOf(one, own, moderation?.agreed ?? []),
    };
  });
}
export type Outcome = Awaited<ReturnType<typeof outcomesOf>>[number];

/** Every time a plan of this child was drawn, newest round first. */
export function listDrawnOfChild(tx: Tx, childId: Uuid): Promise<Drawn[]> {
  return drawnOf(tx)
    .where('p.child_id', '=', sql<Uuid>`any(${filesOf(childId)})`)
    .orderBy('d.issued_on', 'desc')
    .orderBy('d.id')
    .execute();
}

/** Plans drawn that were somebody's own when they were issued. */
export function listDrawnOfAuthor(tx: Tx, accountId: Uuid): Promise<Drawn[]> {
  return drawnOf(tx)
    .where('d.author_id', '=', accountId)
    .orderBy('d.issued_on', 'desc')
    .orderBy('d.id')
    .execute();
}
