import { sql } from 'kysely';
import type { Tx } from '../../platform/lens/index.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { answersSchema } from './answers.ts';
import type { Answers, Source } from './question.ts';

const SOURCES: readonly Source[] = ['parent', 'young person', 'school', 'staff', 'attention'];
/** Unsent requests are kept this long after they were last saved. */
const KEPT_DAYS = 28;

export type Draft = {
  id: Uuid;
  source: Source;
  answers: Answers;
  version: number;
  requestId: Uuid | null;
  sentAt: Date | null;
};

export async function insertDraft(
  tx: Tx,
  draft: { authorityId: number; id: Uuid; ownerId: Uuid; source: Source; answers?: Answers },
  now: Date,
): Promise<void> {
  await tx
    .insertInto('request_drafts')
    .values({
      authority_id: draft.authorityId,
      id: draft.id,
      owner_id: draft.ownerId,
      source: draft.source,
      answers: JSON.stringify(draft.answers ?? {}),
      begun_at: now,
      saved_at: now,
      kept_until: keptUntil(now),
    })
    .execute();
}

/** The draft, or undefined when it is somebody else's. */
export async function findDraft(tx: Tx, id: Uuid): Promise<Draft | undefined> {
  const row = await ofDraft(tx, id).executeTakeFirst();
  return row === undefined ? undefined : toDraft(row);
}

/**
 * The draft as it is now, held until the transaction ends: whoever saves in it and whoever sends it do so in turn, so that
 * what was saved before is sent and whoever saves after is told.
 */
export async function lockDraft(tx: Tx, id: Uuid): Promise<Draft | undefined> {
  const row = await ofDraft(tx, id).forNoKeyUpdate().executeTakeFirst();
  return row === undefined ? undefined : toDraft(row);
}

function ofDraft(tx: Tx, id: Uuid) {
  return tx
    .selectFrom('request_drafts')
    .select(['id', 'source', 'answers', 'version', 'request_id as requestId', 'sent_at as sentAt'])
    .where('id', '=', id);
}

type Row = Awaited<ReturnType<ReturnType<typeof ofDraft>['executeTakeFirstOrThrow']>>;

function toDraft(row: Row): Draft {
  return { ...row, source: source(row.source), answers: answersSchema.parse(row.answers) };
}

/** Saves some answers beside those already there. False when the draft was saved by somebody else since `version`. */
export async function saveAnswers(tx: Tx, draft: Draft, answers: Answers, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('request_drafts')
    .set({
      answers: JSON.stringify({ ...draft.answers, ...answers }),
      version: draft.version + 1,
      saved_at: now,
      kept_until: keptUntil(now),
    })
    .where('id', '=', draft.id)
    .where('version', '=', draft.version)
    .where('request_id', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Puts some answers beside those already there, whatever else is being saved: for a draft written together. */
export async function keepAnswers(tx: Tx, id: Uuid, answers: Answers, now: Date): Promise<void> {
  await tx
    .updateTable('request_drafts')
    .set((row) => ({
      answers: sql<string>`answers || ${JSON.stringify(answers)}::jsonb`,
      version: row('version', '+', 1),
      saved_at: now,
      kept_until: keptUntil(now),
    }))
    .where('id', '=', id)
    .where('request_id', 'is', null)
    .execute();
}

/** Marks a draft as sent and lets its words go: they are in the request now. */
export async function markSent(tx: Tx, id: Uuid, requestId: Uuid, now: Date): Promise<void> {
  await tx
    .updateTable('request_drafts')
    .set({ request_id: requestId, sent_at: now, answers: '{}' })
    .where('id', '=', id)
    .execute();
}

/** Lets go of drafts nobody sent in time; returns how many. For the nightly task, in the system's lens. */
export async function deleteExpiredDrafts(tx: Tx, now: Date): Promise<number> {
  const { numDeletedRows } = await tx
    .deleteFrom('request_drafts')
    .where('kept_until', '<', now)
    .executeTakeFirst();
  return Number(numDeletedRows);
}

function keptUntil(now: Date): Date {
  return new Date(now.getTime() + KEPT_DAYS * 86_400_000);
}

function source(text: string): Source {
  return SOURCES.find((source) => source === text) ?? 'parent';
}
