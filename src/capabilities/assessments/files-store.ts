import { sql } from 'kysely';
import { filesOf } from '../../platform/child-file.ts';
import type { Tx } from '../../platform/lens/index.ts';
import type { Uuid } from '../../shared/uuid.ts';

/** A document that belongs to advice, as this lens shows it. */
export type AdviceFile = { documentId: Uuid; title: string; attachedBy: string };

type Of = { authorityId: number; id: Uuid; childId: Uuid; organisationId: Uuid | null };

/** The files that belong to a request for advice, which this lens lets be opened. */
export function listAdviceFiles(tx: Tx, adviceRequestId: Uuid): Promise<AdviceFile[]> {
  return tx
    .selectFrom('advice_documents as attached')
    .innerJoin('documents', (join) =>
      join
        .onRef('documents.authority_id', '=', 'attached.authority_id')
        .onRef('documents.id', '=', 'attached.document_id'),
    )
    .select(['attached.document_id as documentId', 'documents.title', 'attached.attached_by as attachedBy'])
    .where('attached.advice_request_id', '=', adviceRequestId)
    .orderBy('attached.attached_at')
    .orderBy('attached.document_id')
    .execute();
}

/** What the organisation that is looking sent about a child, newest first. */
export function listOwnDocuments(tx: Tx, childId: Uuid, organisationId: Uuid) {
  return tx
    .selectFrom('documents')
    .select(['id', 'title'])
    .where('child_id', '=', sql<Uuid>`any(${filesOf(childId)})`)
    .where('organisation_id', '=', organisationId)
    .orderBy('uploaded_at', 'desc')
    .orderBy('id')
    .execute();
}

/** Makes a document part of advice; one that is already stays as it was. */
export async function attachFile(
  tx: Tx,
  of: Of,
  documentId: Uuid,
  attached: { by: string; at: Date },
): Promise<void> {
  await tx
    .insertInto('advice_documents')
    .values({
      authority_id: of.authorityId,
      advice_request_id: of.id,
      document_id: documentId,
      child_id: of.childId,
      organisation_id: of.organisationId,
      attached_by: attached.by,
      attached_at: attached.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
