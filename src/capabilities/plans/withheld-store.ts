import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Tx } from '../../platform/lens/index.ts';
import type { PlainDate } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';
import type { Citation } from './citing.ts';
import { keys, type PlanKey } from './version-store.ts';
import { CLASSES, type Mend, type Passage, type ReaderClass } from './withholding/rule.ts';

export type By = { accountId: Uuid; name: string; on: PlainDate };
type Marked = Passage & {
  readers: readonly ReaderClass[];
  ground: string | null;
  reason: string;
  reviewBy: PlainDate;
};

export async function insertWithholding(tx: Tx, plan: PlanKey, marked: Marked, by: By): Promise<Uuid> {
  const id = randomUUID();
  await tx
    .insertInto('plan_withholdings')
    .values({
      ...keys(plan),
      id,
      row_id: marked.rowId,
      words: marked.words,
      left_out: marked.leftOut === undefined ? null : [...marked.leftOut],
      readers: [...marked.readers],
      ground: marked.ground,
      reason: marked.reason,
      review_by: marked.reviewBy,
      withheld_on: by.on,
      withheld_by: by.accountId,
      withheld_by_name: by.name,
    })
    .execute();
  return id;
}

type Reviewed = { withholdingId: Uuid; reason: string; reviewBy: PlainDate | null };

/** Keeps that somebody looked again; false where it was ended before. */
export async function insertReview(tx: Tx, plan: PlanKey, reviewed: Reviewed, by: By): Promise<void> {
  await tx
    .insertInto('plan_withholding_reviews')
    .values({
      ...keys(plan),
      id: randomUUID(),
      withholding_id: reviewed.withholdingId,
      outcome: reviewed.reviewBy === null ? 'ended' : 'kept',
      reason: reviewed.reason,
      review_by: reviewed.reviewBy,
      reviewed_on: by.on,
      reviewed_by: by.accountId,
      reviewed_by_name: by.name,
    })
    .execute();
}

/** One rule, with how it stands: until when somebody looks again, or that it ended. */
export type Rule = Passage & {
  id: Uuid;
  readers: ReaderClass[];
  ground: string | null;
  reason: string;
  by: string;
  on: PlainDate;
  /** The day by which somebody looks again; null once ended. */
  reviewBy: PlainDate | null;
  reviews: { reason: string; by: string; on: PlainDate; reviewBy: PlainDate | null }[];
  mends: (Mend & { reason: string | null; by: string; on: PlainDate })[];
};

/** Every rule of a plan, the newest first. Empty in every lens but the authority's. */
export async function listRules(tx: Tx, planId: Uuid): Promise<Rule[]> {
  const rules = await tx
    .selectFrom('plan_withholdings')
    .select(['id', 'row_id as rowId', 'words', 'left_out as leftOut', 'readers', 'ground', 'reason'])
    .select(['review_by as reviewBy'])
    .select(['withheld_by_name as by', 'withheld_on as on'])
    .where('plan_id', '=', planId)
    .orderBy('recorded_at', 'desc')
    .execute();
  const reviews = await tx
    .selectFrom('plan_withholding_reviews')
    .select(['withholding_id as withholdingId', 'reason', 'review_by as reviewBy'])
    .select(['reviewed_by_name as by', 'reviewed_on as on'])
    .where('plan_id', '=', planId)
    .orderBy('recorded_at', 'desc')
    .execute();
  const mends = await tx
    .selectFrom('plan_withholding_mends')
    .select([
      'withholding_id as withholdingId',
      'as_withholding_id as asId',
      'version_id as versionId',
      'reason',
    ])
    .select(['mended_by_name as by', 'mended_on as on'])
    .where('plan_id', '=', planId)
    .orderBy('recorded_at')
    .execute();
  return rules.map(({ rowId, words, leftOut, readers, ...rule }) => {
    const looked = reviews.filter(({ withholdingId }) => withholdingId === rule.id);
    const [latest] = looked;
    const passage = passageOf(rowId, words, leftOut);
    return {
      ...rule,
      ...passage,
      readers: CLASSES.filter((one) => readers.includes(one)),
      reviewBy: latest === undefined ? rule.reviewBy : latest.reviewBy,
      reviews: looked,
      mends: mends
        .filter(({ withholdingId }) => withholdingId === rule.id)
        .flatMap(({ withholdingId: _, asId, versionId, ...mend }) => {
          if (asId !== null) return { ...mend, asId, versionId: null };
          return versionId === null ? [] : { ...mend, asId, versionId };
        }),
    };
  });
}

function passageOf(rowId: Uuid | null, words: string | null, leftOut: readonly string[] | null): Passage {
  if (rowId !== null) return { rowId, words: null };
  if (leftOut === null) return { rowId, words: words ?? '' };
  return { rowId, words: null, leftOut };
}

/** The rules that hold now. */
export async function listInForce(tx: Tx, planId: Uuid): Promise<Rule[]> {
  return (await listRules(tx, planId)).filter(({ reviewBy }) => reviewBy !== null);
}

const readerSchema = z.enum(CLASSES);

export type NewCopy = {
  versionId: Uuid;
  reader: ReaderClass;
  kind: 'draft' | 'final';
  number: number;
  content: unknown;
  contentHash: string;
  sentOn: PlainDate;
  servedOn: PlainDate;
  officer: string | null;
  documentId: Uuid | null;
  allShown: boolean;
  /** As it names them; null where it shows all there is. */
  citations: readonly Citation[] | null;
};

export async function insertCopy(tx: Tx, plan: PlanKey, copy: NewCopy): Promise<void> {
  await tx
    .insertInto('plan_version_copies')
    .values({
      ...keys(plan),
      id: randomUUID(),
      version_id: copy.versionId,
      reader: copy.reader,
      kind: copy.kind,
      number: copy.number,
      content: JSON.stringify(copy.content),
      content_hash: copy.contentHash,
      sent_on: copy.sentOn,
      served_on: copy.servedOn,
      officer: copy.officer,
      document_id: copy.documentId,
      all_shown: copy.allShown,
      citations: copy.citations === null ? null : JSON.stringify(copy.citations),
    })
    .execute();
}

/** The latest copy of a version for each class of reader, as far as the lens shows them. */
export async function listCopies(tx: Tx, versionId: Uuid) {
  const rows = await tx
    .selectFrom('plan_version_copies')
    .distinctOn('reader')
    .select(['reader', 'content_hash as contentHash', 'document_id as documentId', 'all_shown as allShown'])
    .select('citations')
    .where('version_id', '=', versionId)
    .orderBy('reader')
    .orderBy('recorded_at', 'desc')
    .execute();
  return rows.map((row) => ({ ...row, reader: readerSchema.parse(row.reader) }));
}

/** Which organisations have a version, and as which class of reader. */
export async function listHolders(tx: Tx, versionId: Uuid) {
  const { rows } = await sql<{ organisationId: Uuid; reader: string }>`
    select organisation_id as "organisationId", 'settings consulted' as reader from consultations
    where version_id = ${versionId} and copy_sent_on is not null
    union
    select organisation_id, case kind when 'setting' then 'settings named' else kind end from plan_recipients
    where version_id = ${versionId} and organisation_id is not null`.execute(tx);
  return rows.map((row) => ({ ...row, reader: readerSchema.parse(row.reader) }));
}
