import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { type Document, withholdDocument } from '../../platform/documents/index.ts';
import type { Tx } from '../../platform/lens/index.ts';
import type { PlainDate } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';
import type { Act, Standing } from './withholding.ts';

export type By = { accountId: Uuid; name: string; at: Date };

/** Everything that was decided about withholding a document, newest first. Empty in every lens but the authority's. */
export function listActs(tx: Tx, documentId: Uuid) {
  return tx
    .selectFrom('document_withholding_acts')
    .select([
      'id',
      'act',
      'ground',
      'reason',
      'review_by as reviewBy',
      'acted_at as at',
      'acted_by_name as by',
      'reviewer_name as reviewer',
    ])
    .where('document_id', '=', documentId)
    .orderBy('acted_at', 'desc')
    .orderBy('id')
    .execute();
}

/** How a document stands, with nobody else deciding about it until this transaction ends. */
export async function lockStanding(tx: Tx, documentId: Uuid): Promise<Standing> {
  await tx.selectFrom('documents').select('id').where('id', '=', documentId).forUpdate().execute();
  const [latest] = await listActs(tx, documentId);
  return latest === undefined || latest.reviewBy === null ? null : { reviewBy: latest.reviewBy };
}

/** Keeps what was decided, and opens or closes the document to the family's lens in the same transaction. */
export async function recordAct(tx: Tx, document: Document, act: Act, by: By): Promise<void> {
  await tx
    .insertInto('document_withholding_acts')
    .values({
      authority_id: document.authorityId,
      id: randomUUID(),
      document_id: document.id,
      act: act.act,
      ground: act.ground,
      reason: act.reason,
      review_by: act.reviewBy,
      acted_at: by.at,
      acted_by: by.accountId,
      acted_by_name: by.name,
      reviewer: act.reviewer?.accountId ?? null,
      reviewer_name: act.reviewer?.name ?? null,
    })
    .execute();
  await withholdDocument(tx, document, act.reviewBy === null ? null : act.reason);
}

/** Organisations it was put before go on reading it, although the family does not. */
export async function letOrganisationsRead(tx: Tx, documentId: Uuid): Promise<void> {
  await tx
    .updateTable('document_shares')
    .set({ though_withheld: true })
    .where('document_id', '=', documentId)
    .where('ended_at', 'is', null)
    .execute();
}

export type WithheldDocument = {
  authorityId: number;
  actId: Uuid;
  documentId: Uuid;
  childId: Uuid;
  title: string;
  childName: string;
  by: string;
  reviewBy: PlainDate;
  /** Who was to look again; null for whoever has the case. */
  reviewer: Uuid | null;
};

/** Every document withheld now, the one to be reviewed first at the top; with `dueOn`, those due by then and not yet raised. */
export async function listWithheld(tx: Tx, dueOn: PlainDate | null): Promise<WithheldDocument[]> {
  const due = dueOn === null ? sql`` : sql`and a.review_by <= ${dueOn} and a.raised_on is null`;
  const { rows } = await sql<WithheldDocument>`
    select d.authority_id as "authorityId", a.id as "actId", d.id as "documentId", d.child_id as "childId", d.title,
      coalesce(c.preferred_name, c.given_names) || ' ' || c.family_name as "childName",
      a.acted_by_name as by, a.reviewer, a.review_by as "reviewBy"
    from documents d
    join children c on c.authority_id = d.authority_id and c.id = d.child_id
    join lateral (select * from document_withholding_acts w
      where w.authority_id = d.authority_id and w.document_id = d.id order by w.acted_at desc, w.id limit 1) a
      on a.review_by is not null
    where d.withheld_from_family ${due}
    order by a.review_by, d.id limit 500`.execute(tx);
  return rows;
}

/** Says that a review was raised, once: false when it had been. */
export async function claimRaised(tx: Tx, actId: Uuid, today: PlainDate): Promise<boolean> {
  const claimed = await tx
    .updateTable('document_withholding_acts')
    .set({ raised_on: today })
    .where('id', '=', actId)
    .where('raised_on', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return claimed !== undefined;
}
