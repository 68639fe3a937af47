import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Tx } from '../../platform/lens/index.ts';
import type { Uuid } from '../../shared/uuid.ts';
import type { Plan } from './store.ts';

export type SentTo = {
  kind: 'person' | 'setting' | 'commissioning body';
  name: string;
  reason: string;
  contactId: Uuid | null;
  organisationId: Uuid | null;
  /** Null when it has to be sent by hand. */
  letterId: Uuid | null;
};

export async function insertRecipient(
  tx: Tx,
  plan: Plan,
  versionId: Uuid,
  sent: SentTo,
  chosenBy: string,
): Promise<void> {
  await tx
    .insertInto('plan_recipients')
    .values({
      authority_id: plan.authorityId,
      id: randomUUID(),
      version_id: versionId,
      child_id: plan.childId,
      kind: sent.kind,
      name: sent.name,
      reason: sent.reason,
      contact_id: sent.contactId,
      organisation_id: sent.organisationId,
      letter_id: sent.letterId,
      chosen_by: chosenBy,
    })
    .execute();
}

/** Who was sent a final plan, people first, and what became of each letter. */
export function listRecipients(tx: Tx, versionId: Uuid) {
  return tx
    .selectFrom('plan_recipients as sent')
    .leftJoin('letters', (join) =>
      join.onRef('letters.authority_id', '=', 'sent.authority_id').onRef('letters.id', '=', 'sent.letter_id'),
    )
    .select([
      'sent.name',
      'sent.reason',
      'sent.kind',
      'sent.letter_id as letterId',
      'sent.chosen_by as chosenBy',
      'sent.recorded_at as recordedAt',
      'letters.channel',
      'letters.failure',
    ])
    .where('sent.version_id', '=', versionId)
    .orderBy(sql`array_position(array['person', 'setting', 'commissioning body'], sent.kind)`)
    .orderBy('sent.name')
    .execute();
}
