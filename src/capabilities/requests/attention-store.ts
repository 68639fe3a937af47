import type { Tx } from '../../platform/lens/index.ts';
import type { PlainDate } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { TOLD_PARENT, type ToldParent } from './attention-questions.ts';
import type { Request } from './request.ts';

/** Who brought somebody to the authority's attention, and what the family knew of it. */
export type Attention = {
  tellerName: string;
  tellerRole: string;
  tellerOrganisation: string;
  tellerEmail: string | null;
  toldParent: ToldParent;
  toldWords: string;
  familyTold: { on: PlainDate; by: string } | null;
  /** Why they were not told of the decision when it was made. */
  notTold: { why: string; on: PlainDate; by: string } | null;
};

export async function insertAttention(
  tx: Tx,
  of: { authorityId: number; requestId: Uuid; childId: Uuid },
  attention: Omit<Attention, 'notTold'>,
): Promise<void> {
  await tx
    .insertInto('request_attention')
    .values({
      authority_id: of.authorityId,
      request_id: of.requestId,
      child_id: of.childId,
      teller_name: attention.tellerName,
      teller_role: attention.tellerRole,
      teller_organisation: attention.tellerOrganisation,
      teller_email: attention.tellerEmail,
      told_parent: attention.toldParent,
      told_words: attention.toldWords,
      family_told_on: attention.familyTold?.on ?? null,
      family_told_by: attention.familyTold?.by ?? null,
    })
    .execute();
}

export async function findAttention(tx: Tx, requestId: Uuid): Promise<Attention | undefined> {
  const row = await tx
    .selectFrom('request_attention')
    .select([
      'teller_name as tellerName',
      'teller_role as tellerRole',
      'teller_organisation as tellerOrganisation',
      'teller_email as tellerEmail',
      'told_parent',
      'told_words as toldWords',
      'family_told_on',
      'family_told_by',
      'not_told_why as why',
      'not_told_on',
      'not_told_by',
    ])
    .where('request_id', '=', requestId)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { told_parent, family_told_on, family_told_by, why, not_told_on, not_told_by, ...rest } = row;
  return {
    ...rest,
    toldParent: TOLD_PARENT.find((one) => one === told_parent) ?? 'not known',
    familyTold: family_told_on === null ? null : { on: family_told_on, by: family_told_by ?? '' },
    notTold:
      why === null || not_told_on === null || not_told_by === null
        ? null
        : { why, on: not_told_on, by: not_told_by },
  };
}

/** Whether the family of a child who was brought to attention has not been told of it: nothing else tells them by the way. */
export async function isUntold(tx: Tx, { id }: Pick<Request, 'id'>): Promise<boolean> {
  const attention = await findAttention(tx, id);
  return attention !== undefined && attention.familyTold === null;
}

/** Whether somebody brought a child to attention on this record of theirs, and the family has not been told of it. */
export async function isUntoldRecord(tx: Tx, childId: Uuid): Promise<boolean> {
  const row = await tx
    .selectFrom('untold_requests')
    .select('request_id')
    .where('child_id', '=', childId)
    .executeTakeFirst();
  return row !== undefined;
}

/** Marks the family as told. False when they have been told already. */
export async function markFamilyTold(
  tx: Tx,
  request: Request,
  told: { on: PlainDate; by: string },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('request_attention')
    .set({ family_told_on: told.on, family_told_by: told.by })
    .where('request_id', '=', request.id)
    .where('family_told_on', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Keeps why the family is not told of the decision now. */
export async function saveNotTold(
  tx: Tx,
  request: Request,
  notTold: { why: string; on: PlainDate; by: string },
): Promise<void> {
  await tx
    .updateTable('request_attention')
    .set({ not_told_why: notTold.why, not_told_on: notTold.on, not_told_by: notTold.by })
    .where('request_id', '=', request.id)
    .execute();
}
