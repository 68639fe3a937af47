import type { Tx } from '../../platform/lens/index.ts';
import type { PlainDate } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';

export type Refusal = {
  reason: string;
  on: PlainDate;
  by: string;
  /** How it came and who wrote it down, where it was not said here. */
  told: { cameBy: string; recordedBy: string } | null;
};

/** Keeps that whoever was asked will not give advice. */
export async function insertRefusal(
  tx: Tx,
  of: { authorityId: number; childId: Uuid; adviceRequestId: Uuid; organisationId: Uuid | null },
  { reason, on, by, told }: Refusal,
): Promise<void> {
  await tx
    .insertInto('advice_refusals')
    .values({
      authority_id: of.authorityId,
      advice_request_id: of.adviceRequestId,
      child_id: of.childId,
      organisation_id: of.organisationId,
      reason,
      refused_on: on,
      refused_by: by,
      came_by: told?.cameBy ?? null,
      recorded_by: told?.recordedBy ?? null,
    })
    .execute();
}

/** Whether this lens shows that a request for advice was refused. */
export async function wasRefused(tx: Tx, adviceRequestId: Uuid): Promise<boolean> {
  const row = await tx
    .selectFrom('advice_refusals')
    .select('refused_on')
    .where('advice_request_id', '=', adviceRequestId)
    .executeTakeFirst();
  return row !== undefined;
}
