import { sql } from 'kysely';
import { recordEvent } from '../events/index.ts';
import { enqueue } from '../jobs/index.ts';
import type { Tx } from '../lens/index.ts';
import type { Document } from './document.ts';

/** Asks for a file to be scanned. Asking again before it is changes nothing. */
export function askForScan(tx: Tx, document: { authorityId: number; id: string }): Promise<void> {
  const payload = { authorityId: document.authorityId, documentId: document.id };
  return enqueue(tx, 'scan document', payload, `scan ${document.id}`);
}

/** Keeps the scanner's plain answer, once: false when there was one already. */
export async function recordScan(
  tx: Tx,
  document: Document,
  answer: { finding: string | null },
  now: Date,
): Promise<boolean> {
  const { authorityId, id, childId } = document;
  const kept = await tx
    .insertInto('document_scans')
    .values({
      authority_id: authorityId,
      document_id: id,
      scanned_at: now,
      passed: answer.finding === null,
      finding: answer.finding,
    })
    .onConflict((again) => again.doNothing())
    .returning('document_id')
    .executeTakeFirst();
  if (kept === undefined) return false;
  if (answer.finding !== null && childId !== null) {
    const about = document.withheldFromFamily ? null : childId;
    const of = { authorityId, childId: about, subject: 'document', subjectId: id } as const;
    await recordEvent(tx, { ...of, kind: 'document found harmful' });
  }
  return true;
}

/** What was sent and never scanned, oldest first, as far as a night takes: the rest comes the next. */
export async function listUnscanned(tx: Tx, most: number): Promise<{ authorityId: number; id: string }[]> {
  return tx
    .selectFrom('documents as d')
    .select(['d.authority_id as authorityId', 'd.id'])
    .where('d.made_here', '=', false)
    .where(
      sql<boolean>`not exists (select from document_scans s where s.authority_id = d.authority_id and s.document_id = d.id)`,
    )
    .orderBy('d.uploaded_at')
    .limit(most)
    .execute();
}
