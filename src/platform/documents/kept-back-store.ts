import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { PlainDate } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { filesOf } from '../child-file.ts';
import type { Tx } from '../lens/index.ts';
import type { Document } from './document.ts';

/** That a file was not opened for a reader. `shownId` is null where it shows where the child lives. */
export type NewKeptBack = { contactId: Uuid | null; readerName: string; shownId: Uuid | null; on: PlainDate };

/**
 * Keeps that a file was not opened for a reader; null where that is kept and nothing was done about it yet. Needs an authority's
 * lens, as all here.
 */
export async function insertKeptBack(
  tx: Tx,
  document: Pick<Document, 'authorityId' | 'id'> & { childId: Uuid },
  { contactId, readerName, shownId, on }: NewKeptBack,
): Promise<Uuid | null> {
  const last = await keptBack(tx)
    .where('kept.document_id', '=', document.id)
    .where('kept.contact_id', 'is not distinct from', contactId)
    .where('kept.reader_name', '=', readerName)
    .orderBy('kept.recorded_at', 'desc')
    .executeTakeFirst();
  if (last !== undefined && last.done === null) return null;
  const added = await tx
    .insertInto('document_kept_back')
    .values({
      authority_id: document.authorityId,
      id: randomUUID(),
      child_id: document.childId,
      document_id: document.id,
      contact_id: contactId,
      reader_name: readerName,
      shown_contact_id: shownId,
      kept_on: on,
      again_of: last?.id ?? null,
    })
    // Another asking at this moment was quicker.
    .onConflict((again) => again.doNothing())
    .returning('id')
    .executeTakeFirst();
  return added?.id ?? null;
}

/** A file that was not opened for one of the family, and whom it shows how to reach; `end` is null until something was done. */
export type KeptBack = {
  id: Uuid;
  authorityId: number;
  childId: Uuid;
  documentId: Uuid;
  title: string;
  readerName: string;
  /** Null where it shows where the child lives. */
  shownName: string | null;
  on: PlainDate;
  end: { done: string; on: PlainDate; by: string } | null;
  /** What was done about it before they asked again; null where this is the first time. */
  doneBefore: string | null;
};

/** Every file of a child that was kept back from somebody, the newest first. */
export async function listKeptBack(tx: Tx, childId: Uuid): Promise<KeptBack[]> {
  const rows = await keptBack(tx)
    .where('kept.child_id', '=', sql<Uuid>`any(${filesOf(childId)})`)
    .orderBy('kept.recorded_at', 'desc')
    .execute();
  return rows.map(toKeptBack);
}

export async function findKeptBack(tx: Tx, id: Uuid): Promise<KeptBack | undefined> {
  const row = await keptBack(tx).where('kept.id', '=', id).executeTakeFirst();
  return row && toKeptBack(row);
}

/** Keeps what was done about it; false where somebody did before. */
export async function endKeptBack(
  tx: Tx,
  { id, authorityId }: Pick<KeptBack, 'id' | 'authorityId'>,
  end: { done: string; on: PlainDate; by: { accountId: Uuid; name: string } },
): Promise<boolean> {
  const added = await tx
    .insertInto('document_kept_back_ends')
    .values({
      authority_id: authorityId,
      kept_back_id: id,
      done: end.done,
      ended_on: end.on,
      ended_by: end.by.accountId,
      ended_by_name: end.by.name,
    })
    .onConflict((again) => again.doNothing())
    .returning('kept_back_id')
    .executeTakeFirst();
  return added !== undefined;
}

function keptBack(tx: Tx) {
  return tx
    .selectFrom('document_kept_back as kept')
    .innerJoin('documents as d', (join) =>
      join.onRef('d.authority_id', '=', 'kept.authority_id').onRef('d.id', '=', 'kept.document_id'),
    )
    .leftJoin('children_contacts as shown', (join) =>
      join
        .onRef('shown.authority_id', '=', 'kept.authority_id')
        .onRef('shown.id', '=', 'kept.shown_contact_id'),
    )
    .leftJoin('document_kept_back_ends as ended', (join) =>
      join.onRef('ended.authority_id', '=', 'kept.authority_id').onRef('ended.kept_back_id', '=', 'kept.id'),
    )
    .leftJoin('document_kept_back_ends as before', (join) =>
      join
        .onRef('before.authority_id', '=', 'kept.authority_id')
        .onRef('before.kept_back_id', '=', 'kept.again_of'),
    )
    .select(['kept.id', 'kept.authority_id as authorityId', 'kept.child_id as childId'])
    .select(['kept.document_id as documentId', 'd.title', 'kept.reader_name as readerName'])
    .select(['shown.name as shownName', 'kept.kept_on as on'])
    .select('before.done as doneBefore')
    .select(['ended.done', 'ended.ended_on as endedOn', 'ended.ended_by_name as endedBy']);
}

type Row = Omit<KeptBack, 'end'> & { done: string | null; endedOn: PlainDate | null; endedBy: string | null };

function toKeptBack({ done, endedOn, endedBy, ...kept }: Row): KeptBack {
  const end =
    done === null || endedOn === null || endedBy === null ? null : { done, on: endedOn, by: endedBy };
  return { ...kept, end };
}
