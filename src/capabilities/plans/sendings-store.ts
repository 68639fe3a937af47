import { randomUUID } from 'node:crypto';
import type { Tx } from '../../platform/lens/index.ts';
import type { PlainDate } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { keys, type PlanKey } from './version-store.ts';

export type NewSending = {
  versionId: Uuid;
  contactId: Uuid;
  name: string;
  letterId: Uuid;
  concerns: readonly string[];
  reason: string;
  by: string;
  on: PlainDate;
};

export async function insertSending(tx: Tx, plan: PlanKey, sent: NewSending): Promise<Uuid> {
  const id = randomUUID();
  await tx
    .insertInto('plan_sendings')
    .values({
      ...keys(plan),
      id,
      version_id: sent.versionId,
      contact_id: sent.contactId,
      recipient_name: sent.name,
      letter_id: sent.letterId,
      concerns: [...sent.concerns],
      reason: sent.reason,
      sent_by: sent.by,
      sent_on: sent.on,
    })
    .execute();
  return id;
}

/** Each time a version was sent again, newest first. */
export function listSendings(tx: Tx, planId: Uuid) {
  return tx
    .selectFrom('plan_sendings')
    .select(['id', 'version_id as versionId', 'recipient_name as name', 'letter_id as letterId'])
    .select(['concerns', 'reason', 'sent_by as by', 'sent_on as on'])
    .where('plan_id', '=', planId)
    .orderBy('recorded_at', 'desc')
    .execute();
}
