import { randomUUID } from 'node:crypto';
import type { Tx } from '../../platform/lens/index.ts';
import type { PlainDate } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { type Advice, type AdviceAsked, listVersions } from './advice-store.ts';
import { type Question, withAnswers } from './questions.ts';

/** Every question sent back about one piece of advice, in the order they were asked, with what answered each. */
export async function listQuestions(tx: Tx, adviceRequestId: Uuid): Promise<Question[]> {
  const rows = await tx
    .selectFrom('advice_questions')
    .select([
      'id',
      'advice_id as adviceId',
      'row_id as rowId',
      'question',
      'asked_on as askedOn',
      'asked_by as askedBy',
    ])
    .where('advice_request_id', '=', adviceRequestId)
    .orderBy('recorded_at')
    .orderBy('id')
    .execute();
  return withAnswers(rows, await listVersions(tx, adviceRequestId));
}

export async function insertQuestion(
  tx: Tx,
  of: AdviceAsked,
  about: Pick<Advice, 'id'>,
  asked: { rowId: Uuid | null; question: string; on: PlainDate; by: string },
): Promise<void> {
  await tx
    .insertInto('advice_questions')
    .values({
      authority_id: of.authorityId,
      id: randomUUID(),
      advice_request_id: of.id,
      child_id: of.childId,
      organisation_id: of.organisationId,
      advice_id: about.id,
      row_id: asked.rowId,
      question: asked.question,
      asked_on: asked.on,
      asked_by: asked.by,
    })
    .execute();
}
