import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Tx } from '../../platform/lens/index.ts';
import { type PlainDate, parsePlainDate } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { changesSchema, notFollowedSchema } from './act-schema.ts';
import type { Citation } from './citing.ts';
import type { IssuedPlan, ServedDraft } from './facts.ts';
import { draftContentSchema, finalContentSchema } from './schema.ts';

export type Plan = PlanKey & {
  /** What it came of; both null where it was written before this service and brought in. */
  requestId: Uuid | null;
  assessmentId: Uuid | null;
};

/** As much of a plan as says which it is, and whose. */
export type PlanKey = { authorityId: number; id: Uuid; childId: Uuid };

const citationsSchema: z.ZodType<readonly Citation[]> = z.array(
  z.object({
    id: z.string(),
    documentId: z.string(),
    source: z.string(),
    writtenOn: z
      .string()
      .nullable()
      .transform((text) => (text === null ? null : parsePlainDate(text))),
    pages: z.array(z.number()).nullable(),
    place: z.string().nullable(),
  }),
);

type Row = {
  number: number;
  sent_on: PlainDate;
  served_on: PlainDate;
  last_day_for_views: PlainDate | null;
  content: unknown;
  content_hash: string;
  officer: string | null;
  changes: unknown;
  preference_not_followed: unknown;
};

export function toServed(row: Row): ServedDraft {
  return {
    number: row.number,
    sentOn: row.sent_on,
    servedOn: row.served_on,
    lastDayForViews: row.last_day_for_views ?? row.served_on,
    content: draftContentSchema.parse(row.content),
    contentHash: row.content_hash,
  };
}

export function toIssued(row: Row | undefined): IssuedPlan | null {
  if (row === undefined) return null;
  return {
    version: row.number,
    issuedOn: row.sent_on,
    officer: row.officer ?? '',
    content: finalContentSchema.parse(row.content),
    contentHash: row.content_hash,
    changes: changesSchema.parse(row.changes),
    preferenceNotFollowed: notFollowedSchema.nullable().parse(row.preference_not_followed),
    naming: null,
  };
}

/** One draft as it was served, or one final plan as it was issued. */
export type Version = {
  id: Uuid;
  kind: 'draft' | 'final';
  number: number;
  contentHash: string;
  documentId: Uuid | null;
  sentOn: PlainDate;
  /** The amendment it proposes or ends; null for the first plan. */
  amendmentId: Uuid | null;
};

export async function listVersions(tx: Tx, planId: Uuid): Promise<Version[]> {
  const rows = await tx
    .selectFrom('plan_versions')
    .select(VERSION)
    .where('plan_id', '=', planId)
    .orderBy('recorded_at')
    .execute();
  return rows.map(toVersion);
}

/** One version with what it says, wherever this lens shows it: an organisation has no more than what it was sent. */
export async function findVersion(tx: Tx, id: Uuid) {
  const row = await tx
    .selectFrom('plan_versions')
    .innerJoin('authorities', 'authorities.code', 'plan_versions.authority_id')
    .select(VERSION)
    .select(['authority_id as authorityId', 'plan_id as planId', 'child_id as childId', 'content', 'officer'])
    .select(['served_on as servedOn', 'authorities.name as authorityName'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return findCopyOf(tx, id);
  const schema = row.kind === 'draft' ? draftContentSchema : finalContentSchema;
  return {
    ...toVersion(row),
    ...row,
    kind: toVersion(row).kind,
    content: schema.parse(row.content),
    notAll: false,
    citations: null,
  };
}

/** What an organisation from whom something is withheld has in place of a version, under the version's own identifier. */
async function findCopyOf(tx: Tx, versionId: Uuid) {
  const row = await tx
    .selectFrom('plan_version_copies')
    .innerJoin('authorities', 'authorities.code', 'plan_version_copies.authority_id')
    .select([
      'version_id as id',
      'kind',
      'number',
      'content_hash as contentHash',
      'document_id as documentId',
    ])
    .select(['sent_on as sentOn', 'authority_id as authorityId', 'plan_id as planId', 'child_id as childId'])
    .select([
      'content',
      'officer',
      'served_on as servedOn',
      'authorities.name as authorityName',
      'all_shown as allShown',
      'citations',
    ])
    .where('version_id', '=', versionId)
    .orderBy('recorded_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { allShown, ...copy } = row;
  const schema = copy.kind === 'draft' ? draftContentSchema : finalContentSchema;
  return {
    ...copy,
    ...toVersion({ ...copy, amendmentId: null }),
    content: schema.parse(copy.content),
    notAll: !allShown,
    /** The reports it cites, by the names it shows them by; null where they are shown by their own. */
    citations: citationsSchema.nullable().parse(copy.citations),
  };
}

const VERSION = [
  'id',
  'kind',
  'number',
  'content_hash as contentHash',
  'document_id as documentId',
  'sent_on as sentOn',
  'amendment_id as amendmentId',
] as const;

function toVersion(row: Omit<Version, 'kind'> & { kind: string }): Version {
  const { kind, ...version } = row;
  return { ...version, kind: kind === 'final' ? 'final' : 'draft' };
}

/** Keeps a draft as it is served, and begins the count of what changes after it. */
export async function insertServed(
  tx: Tx,
  plan: Plan,
  served: ServedDraft,
  { documentId, amendmentId = null }: { documentId: Uuid; amendmentId?: Uuid | null },
): Promise<Uuid> {
  const id = randomUUID();
  await tx
    .insertInto('plan_versions')
    .values({
      ...keys(plan),
      id,
      kind: 'draft',
      number: served.number,
      content: JSON.stringify(served.content),
      content_hash: served.contentHash,
      sent_on: served.sentOn,
      served_on: served.servedOn,
      last_day_for_views: served.lastDayForViews,
      document_id: documentId,
      amendment_id: amendmentId,
    })
    .execute();
  await tx.updateTable('plan_drafts').set({ answers: '[]' }).where('plan_id', '=', plan.id).execute();
  return id;
}

export async function insertIssued(
  tx: Tx,
  plan: Plan,
  issued: IssuedPlan,
  {
    documentId,
    archiveId,
    amendmentId,
  }: { documentId: Uuid; archiveId: Uuid | null; amendmentId: Uuid | null },
): Promise<Uuid> {
  const id = randomUUID();
  await tx
    .insertInto('plan_versions')
    .values({
      ...keys(plan),
      id,
      kind: 'final',
      number: issued.version,
      content: JSON.stringify(issued.content),
      content_hash: issued.contentHash,
      sent_on: issued.issuedOn,
      served_on: issued.issuedOn,
      officer: issued.officer,
      changes: JSON.stringify(issued.changes),
      document_id: documentId,
      archive_document_id: archiveId,
      amendment_id: amendmentId,
    })
    .execute();
  return id;
}

/** What leads every row about a plan. */
export function keys(plan: PlanKey) {
  return { authority_id: plan.authorityId, plan_id: plan.id, child_id: plan.childId };
}
