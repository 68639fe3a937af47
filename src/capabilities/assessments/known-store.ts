import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { filesOf } from '../../platform/child-file.ts';
import type { Tx } from '../../platform/lens/index.ts';
import type { PlainDate } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';
import type { Known, KnownForm, KnownQuestion, SaidBy } from './known.ts';
import { toParagraph } from './paragraphs.ts';

type OfChild = { authorityId: number; childId: Uuid };

/** The professionals who know a child, as this lens shows them, first said first; without those taken off. */
export async function listKnown(tx: Tx, childId: Uuid): Promise<Known[]> {
  const rows = await tx
    .selectFrom('known_professionals as known')
    .leftJoin('organisations', 'organisations.id', 'known.organisation_id')
    .select(['known.id', 'known.name', 'role', 'workplace', 'how_known as howKnown', 'known_since as since'])
    .select(['paragraph', 'may_contact as mayContact', 'consent_note as consentNote', 'said_by'])
    .select(['said_by_name as saidByName', 'recorded_by as recordedBy', 'said_on as saidOn'])
    .select('organisations.name as organisation')
    .where('child_id', '=', sql<Uuid>`any(${filesOf(childId)})`)
    .where('removed_on', 'is', null)
    .orderBy('known.recorded_at')
    .orderBy('known.id')
    .execute();
  return rows.map(({ said_by, paragraph, ...row }) => ({
    ...row,
    saidBy: said_by === 'family' || said_by === 'setting' ? said_by : 'authority',
    paragraph: paragraph === null ? null : toParagraph(paragraph),
  }));
}

export async function insertKnown(
  tx: Tx,
  of: OfChild,
  form: KnownForm,
  said: { by: SaidBy; organisationId: Uuid | null; recordedBy: string | null; on: PlainDate },
): Promise<Uuid> {
  const id = randomUUID();
  await tx
    .insertInto('known_professionals')
    .values({
      authority_id: of.authorityId,
      id,
      child_id: of.childId,
      name: form.name,
      role: form.role,
      workplace: form.workplace,
      how_known: form.howKnown,
      known_since: form.since,
      paragraph: form.paragraph,
      may_contact: form.mayContact,
      consent_note: form.consentNote,
      said_by: said.by,
      said_by_name: form.saidByName,
      organisation_id: said.organisationId,
      recorded_by: said.recordedBy,
      said_on: said.on,
    })
    .execute();
  return id;
}

/** Takes somebody off the list, as this lens allows: false where they are not on it, or are not theirs to take off. */
export async function takeOff(
  tx: Tx,
  childId: Uuid,
  id: Uuid,
  removed: { by: string; reason: string; on: PlainDate },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('known_professionals')
    .set({ removed_on: removed.on, removed_by: removed.by, removed_reason: removed.reason })
    .where('id', '=', id)
    .where('child_id', '=', sql<Uuid>`any(${filesOf(childId)})`)
    .where('removed_on', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Who was asked who knows a child, and what came of it, as this lens shows it. */
export async function listKnownQuestions(
  tx: Tx,
  of: { childId: Uuid } | { id: Uuid } | { assessmentId: Uuid },
): Promise<KnownQuestion[]> {
  const rows = await tx
    .selectFrom('known_questions as asked')
    .leftJoin('organisations', 'organisations.id', 'asked.organisation_id')
    .leftJoin('known_answers as said', (join) =>
      join.onRef('said.authority_id', '=', 'asked.authority_id').onRef('said.question_id', '=', 'asked.id'),
    )
    .select(['asked.authority_id as authorityId', 'asked.id', 'asked.assessment_id as assessmentId'])
    .select(['asked.child_id as childId', 'party', 'asked.organisation_id as organisationId'])
    .select(['organisations.name as organisation', 'answer_by as answerBy', 'asked_on as askedOn'])
    .select(['answered_on', 'answered_by', 'said.recorded_by'])
    .where((row) =>
      'id' in of
        ? row('asked.id', '=', of.id)
        : 'childId' in of
          ? row('asked.child_id', '=', sql<Uuid>`any(${filesOf(of.childId)})`)
          : row('asked.assessment_id', '=', of.assessmentId),
    )
    .orderBy('asked.recorded_at')
    .orderBy('asked.id')
    .execute();
  return rows.map(({ party, answered_on: on, answered_by: by, recorded_by: recordedBy, ...row }) => ({
    ...row,
    party: party === 'family' ? 'family' : 'setting',
    answered: on === null || by === null ? null : { on, by, recordedBy },
  }));
}

export async function insertKnownQuestion(
  tx: Tx,
  of: OfChild & { assessmentId: Uuid },
  asked: {
    party: 'family' | 'setting';
    organisationId: Uuid | null;
    answerBy: PlainDate;
    on: PlainDate;
    by: string;
  },
): Promise<Uuid> {
  const id = randomUUID();
  await tx
    .insertInto('known_questions')
    .values({
      authority_id: of.authorityId,
      id,
      assessment_id: of.assessmentId,
      child_id: of.childId,
      party: asked.party,
      organisation_id: asked.organisationId,
      answer_by: asked.answerBy,
      asked_on: asked.on,
      asked_by: asked.by,
    })
    .execute();
  return id;
}

/** Keeps that they say the list is whole; the first to say so is kept. */
export async function insertKnownAnswer(
  tx: Tx,
  question: KnownQuestion,
  answered: { on: PlainDate; by: string; recordedBy: string | null },
): Promise<void> {
  await tx
    .insertInto('known_answers')
    .values({
      authority_id: question.authorityId,
      question_id: question.id,
      child_id: question.childId,
      organisation_id: question.organisationId,
      answered_on: answered.on,
      answered_by: answered.by,
      recorded_by: answered.recordedBy,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Whether a question has been answered, as whoever answered it may still see. */
export async function wasAnswered(tx: Tx, questionId: Uuid): Promise<boolean> {
  const row = await tx
    .selectFrom('known_answers')
    .select('question_id')
    .where('question_id', '=', questionId)
    .executeTakeFirst();
  return row !== undefined;
}

/** The name of an authority, as whoever it asks sees it. */
export async function findAuthorityName(tx: Tx, code: number): Promise<string> {
  const row = await tx
    .selectFrom('authorities')
    .select('name')
    .where('code', '=', code)
    .executeTakeFirstOrThrow();
  return row.name;
}
