import { z } from 'zod';
import type { Tx } from '../../../platform/lens/index.ts';
import type { PlainDate } from '../../../shared/plain-date.ts';
import type { Uuid } from '../../../shared/uuid.ts';
import { keys, type PlanKey } from '../version-store.ts';
import { REMARK_KINDS, type Remark, SIDES } from './remark.ts';

export type NewRemark = {
  id: Uuid;
  side: Remark['side'];
  by: string;
  organisationId: Uuid | null;
  words: string;
  on: PlainDate;
} & (
  | { kind: 'comment'; rowId: Uuid }
  | { kind: 'reply' | 'settled'; after: { representationId: Uuid } | { commentId: Uuid } }
);

export async function insertRemark(tx: Tx, plan: PlanKey, remark: NewRemark): Promise<void> {
  const { id, kind, side, by, organisationId, words, on } = remark;
  const after = remark.kind === 'comment' ? null : remark.after;
  await tx
    .insertInto('plan_remarks')
    .values({
      ...keys(plan),
      ...{ id, kind, side, by_name: by, organisation_id: organisationId, words, said_on: on },
      row_id: remark.kind === 'comment' ? remark.rowId : null,
      representation_id: after !== null && 'representationId' in after ? after.representationId : null,
      comment_id: after !== null && 'commentId' in after ? after.commentId : null,
    })
    .execute();
}

const kept = z.object({ kind: z.enum(REMARK_KINDS), side: z.enum(SIDES) });

/** Everything said about the lines of a plan's drafts that this lens shows, in order. */
export async function listRemarks(tx: Tx, planId: Uuid): Promise<Remark[]> {
  const rows = await tx
    .selectFrom('plan_remarks as r')
    .leftJoin('organisations as o', 'o.id', 'r.organisation_id')
    .select(['r.id', 'r.kind', 'r.side', 'r.by_name as by', 'r.row_id as rowId', 'r.words'])
    .select(['r.said_on as on', 'r.recorded_at as at', 'r.representation_id', 'r.comment_id'])
    .select(['r.organisation_id', 'o.name'])
    .where('r.plan_id', '=', planId)
    .orderBy('r.recorded_at')
    .execute();
  return rows.map(({ representation_id, comment_id, organisation_id, name, ...row }) => ({
    ...row,
    ...kept.parse(row),
    about: representation_id ?? comment_id,
    organisation: organisation_id === null ? null : { id: organisation_id, name: name ?? '' },
  }));
}

/** When each comment of a family's was answered. */
export async function listAnswerMoments(tx: Tx, planId: Uuid): Promise<ReadonlyMap<Uuid, Date>> {
  const rows = await tx
    .selectFrom('plan_acts')
    .select(['about', 'recorded_at as at'])
    .where('plan_id', '=', planId)
    .where('kind', '=', 'answer')
    .execute();
  return new Map(rows.flatMap(({ about, at }) => (about === null ? [] : [[about, at]])));
}
