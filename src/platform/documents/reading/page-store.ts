import type { Uuid } from '../../../shared/uuid.ts';
import { enqueue } from '../../jobs/index.ts';
import type { Tx } from '../../lens/index.ts';
import type { Document } from '../document.ts';
import type { Reading } from './read-words.ts';

/** Asks for a file to be read for its words. */
export function askForReading(tx: Tx, { authorityId, id }: { authorityId: number; id: Uuid }): Promise<void> {
  return enqueue(tx, 'read document', { authorityId, documentId: id }, `read ${id}`);
}

/** Keeps what was read, once. */
export async function recordReading(tx: Tx, document: Document, reading: Reading, now: Date): Promise<void> {
  const { authorityId, id } = document;
  const of = { authority_id: authorityId, document_id: id };
  const kept = await tx
    .insertInto('document_readings')
    .values({
      ...of,
      read_at: now,
      page_count: reading.pageCount,
      laid_out: reading.laidOut,
      problem: reading.problem,
    })
    .onConflict((again) => again.doNothing())
    .returning('document_id')
    .executeTakeFirst();
  if (kept === undefined) return;
  for (const { number, text, place } of reading.pages) {
    await tx
      .insertInto('document_pages')
      .values({ ...of, number, text, place })
      .execute();
  }
}

export type DocumentReading = { pageCount: number | null; laidOut: string; problem: string | null };

/** What came of reading a file; undefined while it has not been. */
export function findReading(tx: Tx, documentId: Uuid): Promise<DocumentReading | undefined> {
  return tx
    .selectFrom('document_readings')
    .select(['page_count as pageCount', 'laid_out as laidOut', 'problem'])
    .where('document_id', '=', documentId)
    .executeTakeFirst();
}

/** All the words of a file, as far as they could be read; undefined while it has not been read. */
export async function findWords(tx: Tx, documentId: Uuid): Promise<string | undefined> {
  if ((await findReading(tx, documentId)) === undefined) return undefined;
  const pages = await tx
    .selectFrom('document_pages')
    .select('text')
    .where('document_id', '=', documentId)
    .orderBy('number')
    .execute();
  return pages.map(({ text }) => text).join('\n');
}

export type PageWords = { text: string; place: string | null };

export function findPageWords(tx: Tx, documentId: Uuid, number: number): Promise<PageWords | undefined> {
  return tx
    .selectFrom('document_pages')
    .select(['text', 'place'])
    .where('document_id', '=', documentId)
    .where('number', '=', number)
    .executeTakeFirst();
}

/** The pages that hold the words, in order. Capitals do not matter. */
export function searchPages(
  tx: Tx,
  documentId: Uuid,
  words: string,
): Promise<({ number: number } & PageWords)[]> {
  const pattern = `%${words.replace(/[\\%_]/g, (mark) => `\\${mark}`)}%`;
  return tx
    .selectFrom('document_pages')
    .select(['number', 'text', 'place'])
    .where('document_id', '=', documentId)
    .where('text', 'ilike', pattern)
    .orderBy('number')
    .limit(100)
    .execute();
}

/** How many pages each of these files says it has, of those that have pages and were read. */
export async function listPageCounts(tx: Tx, documentIds: readonly Uuid[]): Promise<Map<Uuid, number>> {
  if (documentIds.length === 0) return new Map();
  const rows = await tx
    .selectFrom('document_readings')
    .select(['document_id as id', 'page_count as pageCount'])
    .where('document_id', 'in', documentIds)
    .where('page_count', '>', 0)
    .where('laid_out', '<>', 'parts')
    .execute();
  return new Map(rows.flatMap(({ id, pageCount }) => (pageCount === null ? [] : [[id, pageCount]])));
}
