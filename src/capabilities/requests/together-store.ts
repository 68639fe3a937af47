import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Tx } from '../../platform/lens/index.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { keepAnswers, lockDraft } from './draft-store.ts';
import type { Answers } from './question.ts';
import { HELD_MINUTES, type Part, type Section, type Sharing } from './together.ts';

const SHARING = [
  'id',
  'draft_id as draftId',
  'owner_id as ownerId',
  'owner_name as ownerName',
  'invites',
  'editor_id',
  'editor_name',
] as const;

type Row = {
  id: string;
  draftId: string;
  ownerId: string;
  ownerName: string;
  invites: string;
  editor_id: string | null;
  editor_name: string | null;
};

function toSharing({ editor_id, editor_name, invites, ...row }: Row): Sharing & { draftId: Uuid } {
  const editor = editor_id === null ? null : { id: editor_id, name: editor_name ?? '' };
  return { ...row, invites: invites === 'family' ? 'family' : 'school', editor };
}

/** Who writes a draft together now; null where it is written by one. */
export async function findSharing(tx: Tx, draftId: Uuid): Promise<Sharing | null> {
  const row = await tx
    .selectFrom('draft_sharings')
    .select(SHARING)
    .where('draft_id', '=', draftId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return row === undefined ? null : toSharing(row);
}

/** An invitation nobody has taken up, held until the transaction ends, in the authority's lens. */
export async function lockInvitation(tx: Tx, id: Uuid): Promise<(Sharing & { draftId: Uuid }) | undefined> {
  const row = await tx
    .selectFrom('draft_sharings')
    .select(SHARING)
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .where('joined_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  return row === undefined ? undefined : toSharing(row);
}

export async function insertSharing(
  tx: Tx,
  of: { authorityId: number; draftId: Uuid },
  sharing: { ownerId: Uuid; ownerName: string; invites: Part },
  now: Date,
): Promise<Uuid> {
  const id = randomUUID();
  await tx
    .insertInto('draft_sharings')
    .values({
      authority_id: of.authorityId,
      id,
      draft_id: of.draftId,
      owner_id: sharing.ownerId,
      owner_name: sharing.ownerName,
      invites: sharing.invites,
      invited_at: now,
    })
    .execute();
  return id;
}

export async function setEditor(
  tx: Tx,
  id: Uuid,
  editor: { id: Uuid; name: string },
  now: Date,
): Promise<void> {
  await tx
    .updateTable('draft_sharings')
    .set({ editor_id: editor.id, editor_name: editor.name, joined_at: now })
    .where('id', '=', id)
    .execute();
}

export async function endSharingDraft(tx: Tx, draftId: Uuid, by: string, now: Date): Promise<void> {
  await tx
    .updateTable('draft_sharings')
    .set({ ended_at: now, ended_by: by })
    .where('draft_id', '=', draftId)
    .where('ended_at', 'is', null)
    .execute();
}

/** Makes the draft its editor's own: in the lens of that editor, while they still are one. */
export async function takeOver(tx: Tx, draftId: Uuid, ownerId: Uuid): Promise<void> {
  await tx.updateTable('request_drafts').set({ owner_id: ownerId }).where('id', '=', draftId).execute();
}

export async function listSections(tx: Tx, draftId: Uuid): Promise<Section[]> {
  const rows = await tx
    .selectFrom('draft_sections')
    .select(['question', 'version', 'saved_by as savedBy', 'held_by', 'held_name', 'held_until'])
    .where('draft_id', '=', draftId)
    .execute();
  return rows.map(({ held_by, held_name, held_until, ...row }) => ({
    ...row,
    held:
      held_by === null || held_until === null
        ? null
        : { by: held_by, name: held_name ?? '', until: held_until },
  }));
}

type At = { authorityId: number; draftId: Uuid; question: string };
type Who = { id: Uuid; name: string };

/** Holds a question for somebody who opens it to write, unless somebody else holds it. */
export async function hold(tx: Tx, at: At, who: Who, now: Date): Promise<void> {
  const until = new Date(now.getTime() + HELD_MINUTES * 60_000);
  await sql`insert into draft_sections as section (authority_id, draft_id, question, held_by, held_name, held_until)
    values (${at.authorityId}, ${at.draftId}, ${at.question}, ${who.id}, ${who.name}, ${until})
    on conflict (authority_id, draft_id, question)
    do update set held_by = excluded.held_by, held_name = excluded.held_name, held_until = excluded.held_until
    where section.held_by is null or section.held_by = excluded.held_by or section.held_until <= ${now}`.execute(
    tx,
  );
}

/**
 * Saves one question, beside whatever the other is saving elsewhere. False when it was saved since `version`, or is held; and
 * when the request was sent meanwhile, since what is saved after that goes nowhere.
 */
export async function saveSection(
  tx: Tx,
  at: At,
  saved: { answers: Answers; version: number },
  who: Who,
  now: Date,
): Promise<boolean> {
  const draft = await lockDraft(tx, at.draftId);
  if (draft === undefined || draft.requestId !== null) return false;
  const { rows } = await sql<{ version: number }>`
    insert into draft_sections as section (authority_id, draft_id, question, version, saved_by, saved_at)
    values (${at.authorityId}, ${at.draftId}, ${at.question}, 1, ${who.name}, ${now})
    on conflict (authority_id, draft_id, question)
    do update set version = section.version + 1, saved_by = excluded.saved_by, saved_at = excluded.saved_at,
      held_by = null, held_name = null, held_until = null
    where section.version = ${saved.version}
      and (section.held_by is null or section.held_by = ${who.id} or section.held_until <= ${now})
    returning version`.execute(tx);
  if (rows.length === 0) return false;
  await keepAnswers(tx, at.draftId, saved.answers, now);
  return true;
}
