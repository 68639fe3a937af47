import { sql } from 'kysely';
import { z } from 'zod';
import type { Tx } from '../../../platform/lens/index.ts';
import type { Uuid } from '../../../shared/uuid.ts';
import { keys, type PlanKey } from '../version-store.ts';
import type { Frozen } from './words.ts';

/** What a paper laid out since is, on the file. */
export const LAID_OUT = 'final plan, newer layout';

/** Where words that were laid out since are kept: their paper, its archival copy, and what they were laid out for. */
export type Since = { documentId: Uuid; archiveId: Uuid; runId: Uuid };

/** Keeps the words of a version with it: those it is sent in or, with `since`, the same laid out anew. */
export async function insertWords(
  tx: Tx,
  plan: PlanKey,
  versionId: Uuid,
  words: Frozen,
  since: Since | null = null,
): Promise<void> {
  await tx
    .insertInto('plan_words')
    .values({
      ...keys(plan),
      version_id: versionId,
      layout: words.layout,
      sections: JSON.stringify(words.sections),
      words_hash: words.wordsHash,
      document_id: since?.documentId ?? null,
      archive_document_id: since?.archiveId ?? null,
      run_id: since?.runId ?? null,
    })
    .execute();
}

/** A paper on a child's file. */
export type FiledPaper = { authorityId: number; childId: Uuid; id: Uuid };

/** The version a paper is of: as it was sent, the copy to keep of that, or one laid out since. */
export async function findVersionOf(
  tx: Tx,
  { authorityId, childId, id }: FiledPaper,
): Promise<Uuid | undefined> {
  const of = sql`authority_id = ${authorityId} and child_id = ${childId} and ${id} in (document_id, archive_document_id)`;
  const { rows } = await sql<{ id: Uuid }>`
    select id from plan_versions where ${of}
    union all select version_id from plan_words where ${of} limit 1`.execute(tx);
  return rows[0]?.id;
}

/** A version's words as they were kept when it was sent; null for one from before they were. */
export async function findWords(tx: Tx, versionId: Uuid): Promise<Frozen | null> {
  const row = await tx
    .selectFrom('plan_words')
    .select(['layout', 'sections', 'words_hash as wordsHash'])
    .where('version_id', '=', versionId)
    .where('run_id', 'is', null)
    .executeTakeFirst();
  return row === undefined ? null : { ...row, sections: sectionsSchema.parse(row.sections) };
}

/** A version's words as they were laid out since, under the newest layout they were; null where they never were. */
export async function findLaidOutSince(tx: Tx, versionId: Uuid): Promise<LaidOutSince | null> {
  const row = await tx
    .selectFrom('plan_words')
    .select(['layout', 'sections', 'words_hash as wordsHash', 'document_id as documentId'])
    .select(['archive_document_id as archiveId', 'recorded_at as at'])
    .where('version_id', '=', versionId)
    .where('run_id', 'is not', null)
    .orderBy('layout', 'desc')
    .executeTakeFirst();
  return row === undefined ? null : { ...row, sections: sectionsSchema.parse(row.sections) };
}

/** `archiveId` is the copy to keep (PDF/A) of its paper. */
export type LaidOutSince = Frozen & { documentId: Uuid | null; archiveId: Uuid | null; at: Date };

const pair = z.object({ label: z.string(), value: z.string() });
const piece = z.object({ label: z.string(), text: z.string() });
const block = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('heading'),
    level: z.union([z.literal(2), z.literal(3), z.literal(4)]),
    text: z.string(),
  }),
  z.object({ kind: z.literal('text'), text: z.string() }),
  z.object({ kind: z.literal('bullets'), items: z.array(z.string()) }),
  z.object({ kind: z.literal('steps'), items: z.array(z.string()) }),
  z.object({ kind: z.literal('pairs'), rows: z.array(pair) }),
  z.object({
    kind: z.literal('table'),
    columns: z.array(z.object({ label: z.string(), width: z.number() })),
    rows: z.array(z.array(z.array(piece))),
  }),
]);
const sectionsSchema = z.array(z.object({ id: z.string(), title: z.string(), blocks: z.array(block) }));
