import type { Tx } from '../../../platform/lens/index.ts';
import type { Uuid } from '../../../shared/uuid.ts';
import type { ReadPlan } from './passage.ts';
import { placeSchema, readingSchema } from './place-schema.ts';
import type { Decision } from './review.ts';

/** A plan being brought in from a file, as it was sent. */
export type Conversion = {
  authorityId: number;
  id: Uuid;
  documentId: Uuid;
  kind: string;
  title: string;
  sentBy: string;
  sentAt: Date;
  setAside: { reason: string; by: string } | null;
  /** The plan it became, and of which child; null until it is accepted. */
  accepted: { childId: Uuid; planId: Uuid; by: string; at: Date } | null;
};

export async function insertConversion(
  tx: Tx,
  of: Pick<Conversion, 'authorityId' | 'id' | 'documentId' | 'title' | 'sentBy' | 'sentAt'>,
  { kind, passages, ignored, notes }: ReadPlan,
): Promise<void> {
  await tx
    .insertInto('plan_conversions')
    .values({
      authority_id: of.authorityId,
      id: of.id,
      document_id: of.documentId,
      kind,
      title: of.title,
      reading: JSON.stringify({ passages, ignored, notes }),
      sent_by: of.sentBy,
      sent_at: of.sentAt,
    })
    .execute();
}

function conversions(tx: Tx) {
  return tx
    .selectFrom('plan_conversions as c')
    .leftJoin('plan_conversion_acceptances as a', (join) =>
      join.onRef('a.authority_id', '=', 'c.authority_id').onRef('a.conversion_id', '=', 'c.id'),
    )
    .select(['c.authority_id', 'c.id', 'c.document_id', 'c.kind', 'c.title', 'c.sent_by', 'c.sent_at'])
    .select(['c.set_aside_reason', 'c.set_aside_by'])
    .select(['a.child_id', 'a.plan_id', 'a.accepted_by', 'a.accepted_at']);
}

type Row = Awaited<ReturnType<ReturnType<typeof conversions>['executeTakeFirstOrThrow']>>;

function toConversion(row: Row): Conversion {
  const { child_id: childId, plan_id: planId, accepted_by: by, accepted_at: at } = row;
  const reason = row.set_aside_reason;
  return {
    authorityId: row.authority_id,
    id: row.id,
    documentId: row.document_id,
    kind: row.kind,
    title: row.title,
    sentBy: row.sent_by,
    sentAt: row.sent_at,
    setAside: reason === null || row.set_aside_by === null ? null : { reason, by: row.set_aside_by },
    accepted:
      childId === null || planId === null || by === null || at === null ? null : { childId, planId, by, at },
  };
}

/** The newest first: those to review, or those that are done with. */
export async function listConversions(
  tx: Tx,
  which: 'waiting' | 'done',
  page: number,
  most: number,
): Promise<Conversion[]> {
  const rows = await conversions(tx)
    .where((row) => {
      const done = row.or([row('a.plan_id', 'is not', null), row('c.set_aside_at', 'is not', null)]);
      return which === 'done' ? done : row.not(done);
    })
    .orderBy('c.sent_at', 'desc')
    .orderBy('c.id')
    .limit(most)
    .offset((page - 1) * most)
    .execute();
  return rows.map(toConversion);
}

export async function findConversion(tx: Tx, id: Uuid): Promise<Conversion | undefined> {
  const row = await conversions(tx).where('c.id', '=', id).executeTakeFirst();
  return row === undefined ? undefined : toConversion(row);
}

/** The conversion a plan came of; undefined for one written here. */
export async function findConversionOfPlan(tx: Tx, planId: Uuid): Promise<Conversion | undefined> {
  const row = await conversions(tx).where('a.plan_id', '=', planId).executeTakeFirst();
  return row === undefined ? undefined : toConversion(row);
}

/** What was read of the file, and everything decided on it since, in order. */
export async function findReading(tx: Tx, id: Uuid) {
  const row = await tx
    .selectFrom('plan_conversions')
    .select('reading')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const decided = await tx
    .selectFrom('plan_conversion_decisions')
    .selectAll()
    .where('conversion_id', '=', id)
    .orderBy('decided_at')
    .orderBy('version')
    .execute();
  const decisions = decided.map((one): Decision => {
    const made = {
      passage: one.passage,
      version: one.version,
      text: one.text,
      links: one.links,
      by: one.decided_by,
    };
    return one.left_out_reason === null
      ? { ...made, place: placeSchema.parse(one.place), leftOut: null }
      : { ...made, place: null, leftOut: one.left_out_reason };
  });
  return { ...readingSchema.parse(row.reading), decisions };
}

export async function insertDecision(
  tx: Tx,
  { authorityId, id }: Pick<Conversion, 'authorityId' | 'id'>,
  decision: Decision,
  at: Date,
): Promise<void> {
  await tx
    .insertInto('plan_conversion_decisions')
    .values({
      authority_id: authorityId,
      conversion_id: id,
      passage: decision.passage,
      version: decision.version,
      place: decision.place === null ? null : JSON.stringify(decision.place),
      text: decision.text,
      links: [...decision.links],
      left_out_reason: decision.leftOut,
      decided_by: decision.by,
      decided_at: at,
    })
    .execute();
}

export async function insertAcceptance(
  tx: Tx,
  { authorityId, id }: Pick<Conversion, 'authorityId' | 'id'>,
  accepted: {
    childId: Uuid;
    planId: Uuid;
    settled: string;
    strength: string | null;
    candidates: number;
    reason: string;
    by: string;
    at: Date;
  },
): Promise<void> {
  await tx
    .insertInto('plan_conversion_acceptances')
    .values({
      authority_id: authorityId,
      conversion_id: id,
      child_id: accepted.childId,
      plan_id: accepted.planId,
      settled: accepted.settled,
      strength: accepted.strength,
      candidates: accepted.candidates,
      reason: accepted.reason,
      accepted_by: accepted.by,
      accepted_at: accepted.at,
    })
    .execute();
}

export async function setAside(
  tx: Tx,
  id: Uuid,
  { reason, by, at }: { reason: string; by: string; at: Date },
): Promise<void> {
  await tx
    .updateTable('plan_conversions')
    .set({ set_aside_reason: reason, set_aside_by: by, set_aside_at: at })
    .where('id', '=', id)
    .where('set_aside_at', 'is', null)
    .execute();
}
