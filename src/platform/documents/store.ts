import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Uuid } from '../../shared/uuid.ts';
import { filesOf } from '../child-file.ts';
import { recordEvent } from '../events/index.ts';
import { actorId, actorOf, once, type Tx } from '../lens/index.ts';
import type { Document, NewDocument } from './document.ts';
import { askForReading } from './reading/page-store.ts';
import type { ReceivedContent } from './receive.ts';
import { askForScan } from './scan-store.ts';

/** Makes a document of content received, sent by whoever acts. On a child's file it is an event too. */
export async function recordDocument(tx: Tx, content: ReceivedContent, meta: NewDocument): Promise<Uuid> {
  const actor = actorOf(tx);
  const id = randomUUID();
  const { authorityId } = content;
  const childId = meta.childId ?? null;
  await tx
    .insertInto('documents')
    .values({
      authority_id: authorityId,
      id,
      child_id: childId,
      draft_id: meta.draftId ?? null,
      organisation_id: actor.kind === 'organisation' ? actor.organisationId : null,
      kind: meta.kind,
      title: meta.title ?? content.title,
      media_type: content.mediaType,
      byte_size: content.byteSize,
      sha256: content.sha256,
      storage_key: content.storageKey,
      made_here: meta.madeHere ?? false,
      written_by: meta.writtenBy ?? null,
      written_on: meta.writtenOn ?? null,
      withheld_from_family: meta.withheld !== undefined,
      withheld_reason: meta.withheld ?? null,
      uploaded_by: actorId(actor),
      uploaded_by_name: 'name' in actor ? actor.name : null,
    })
    .execute();
  await (meta.madeHere === true ? askForReading : askForScan)(tx, { authorityId, id });
  const told = meta.withheld === undefined && meta.untold === undefined ? childId : null;
  if (childId !== null) await recordThat(tx, { authorityId, id, childId: told }, 'document added');
  return id;
}

/** The document, where the lens shows it. */
export async function findDocument(tx: Tx, id: Uuid): Promise<Document | undefined> {
  return documents(tx).where('id', '=', id).executeTakeFirst();
}

/** A child's documents, newest first, as far as the lens shows them. */
export function listDocuments(tx: Tx, childId: Uuid): Promise<Document[]> {
  return askDocuments(tx, { childId });
}

const askDocuments = once((tx, { childId }: { childId: Uuid }) =>
  documents(tx)
    .where('child_id', '=', sql<Uuid>`any(${filesOf(childId)})`)
    .orderBy('uploaded_at', 'desc')
    .orderBy('id'),
);

/** What a visitor has attached to the request they are writing, in the order it came. */
export function listDraftDocuments(tx: Tx, draftId: Uuid): Promise<Document[]> {
  return documents(tx).where('draft_id', '=', draftId).orderBy('uploaded_at').orderBy('id').execute();
}

/** Takes back what was attached to a request not yet sent. Its bytes go with the next sweep. */
export async function removeDraftDocument(tx: Tx, draftId: Uuid, id: Uuid): Promise<void> {
  await tx
    .deleteFrom('documents')
    .where('id', '=', id)
    .where('draft_id', '=', draftId)
    .where('child_id', 'is', null)
    .execute();
}

/** Puts what a visitor attached on the child's file, once their request is one. Needs the authority's lens. */
export async function attachDraftDocuments(tx: Tx, draftId: Uuid, childId: Uuid): Promise<void> {
  const attached = await tx
    .updateTable('documents')
    .set({ child_id: childId })
    .where('draft_id', '=', draftId)
    .where('child_id', 'is', null)
    .returning(['authority_id as authorityId', 'id', 'withheld_from_family as withheld'])
    .execute();
  for (const { authorityId, id, withheld } of attached) {
    await recordThat(tx, { authorityId, id, childId: withheld ? null : childId }, 'document added');
  }
}

/** Puts a document before an organisation. Doing it again changes nothing. */
export async function shareDocument(tx: Tx, document: Document, organisationId: Uuid): Promise<void> {
  await tx
    .insertInto('document_shares')
    .values({
      authority_id: document.authorityId,
      document_id: document.id,
      organisation_id: organisationId,
      shared_by: actorId(actorOf(tx)),
    })
    .onConflict((again) =>
      again.columns(['authority_id', 'document_id', 'organisation_id']).doUpdateSet({ ended_at: null }),
    )
    .execute();
  await recordThat(tx, forFamily(document), 'document shared', organisationId);
}

export async function stopSharingDocument(tx: Tx, document: Document, organisationId: Uuid): Promise<void> {
  await tx
    .updateTable('document_shares')
    .set({ ended_at: sql<Date>`now()` })
    .where('document_id', '=', document.id)
    .where('organisation_id', '=', organisationId)
    .where('ended_at', 'is', null)
    .execute();
  await recordThat(tx, forFamily(document), 'document no longer shared', organisationId);
}

/**
 * Withholds a document from the family's view of the file, with the lawful reason (Data Protection Act 2018, sch. 3, the
 * serious-harm exemptions), or with null shows it again.
 */
export async function withholdDocument(tx: Tx, document: Document, reason: string | null): Promise<void> {
  await tx
    .updateTable('documents')
    .set({ withheld_from_family: reason !== null, withheld_reason: reason })
    .where('id', '=', document.id)
    .execute();
  // About the child only in the authority's eyes: the family reads the events of its child's file.
  const kind = reason === null ? 'document no longer withheld' : 'document withheld';
  await recordThat(tx, { ...document, childId: null }, kind);
  // What they may read now is theirs to know of, as it would have been the day it came.
  if (reason === null) await recordThat(tx, document, 'document shown to the family');
}

/** Which of these keys belong to a document, or to a file on its way, of the authority whose lens this is. */
export async function keysInUse(tx: Tx, keys: readonly string[]): Promise<Set<string>> {
  const held = (['documents', 'uploads', 'upload_parts'] as const).map((table) =>
    tx.selectFrom(table).select('storage_key').where('storage_key', 'in', keys).execute(),
  );
  const rows = (await Promise.all(held)).flat();
  return new Set(rows.flatMap((row) => row.storage_key ?? []));
}

export async function storageKeyOf(tx: Tx, id: Uuid): Promise<string | undefined> {
  const row = await tx.selectFrom('documents').select('storage_key').where('id', '=', id).executeTakeFirst();
  return row?.storage_key;
}

function documents(tx: Tx) {
  return tx
    .selectFrom('documents')
    .leftJoin('document_scans as scan', (join) =>
      join
        .onRef('scan.authority_id', '=', 'documents.authority_id')
        .onRef('scan.document_id', '=', 'documents.id'),
    )
    .select([
      'documents.authority_id as authorityId',
      'id',
      'child_id as childId',
      'draft_id as draftId',
      'kind',
      'title',
      'media_type as mediaType',
      'byte_size as byteSize',
      'sha256',
      'uploaded_at as uploadedAt',
      'uploaded_by_name as uploadedByName',
      'uploaded_by as uploadedBy',
      'withheld_from_family as withheldFromFamily',
      'made_here as madeHere',
      'written_by as writtenBy',
      'written_on as writtenOn',
      'scan.passed as scanPassed',
    ]);
}

// What is withheld from the family is not spoken of in the events it reads.
function forFamily(document: Document): Document {
  return document.withheldFromFamily ? { ...document, childId: null } : document;
}

async function recordThat(
  tx: Tx,
  document: Pick<Document, 'authorityId' | 'id' | 'childId'>,
  kind: string,
  organisationId?: Uuid,
): Promise<void> {
  await recordEvent(tx, {
    authorityId: document.authorityId,
    childId: document.childId,
    kind,
    subject: 'document',
    subjectId: document.id,
    ...(organisationId === undefined ? {} : { organisationId }),
  });
}
