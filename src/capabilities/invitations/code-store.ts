import { createHash, randomUUID } from 'node:crypto';
import type { Tx } from '../../platform/lens/index.ts';
import type { Uuid } from '../../shared/uuid.ts';

export const CODE_MINUTES = 30;
const TRIES = 5;

function hashOf(invitationId: Uuid, code: string): Buffer {
  return createHash('sha256').update(`${invitationId} ${code}`).digest();
}

type For = { authorityId: number; id: Uuid };

/** Keeps the hash of a new code. An older one for the same invitation no longer opens anything. */
export async function keepInvitedCode(
  tx: Tx,
  { authorityId, id }: For,
  code: string,
  now: Date,
): Promise<void> {
  await tx
    .updateTable('invitation_codes')
    .set({ used_at: now })
    .where('invitation_id', '=', id)
    .where('used_at', 'is', null)
    .execute();
  await tx
    .insertInto('invitation_codes')
    .values({
      authority_id: authorityId,
      id: randomUUID(),
      invitation_id: id,
      secret_hash: hashOf(id, code),
      sent_at: now,
      expires_at: new Date(now.getTime() + CODE_MINUTES * 60_000),
    })
    .execute();
}

/**
 * Uses a code up: true once, for the right one, in time and within five tries. A wrong one counts as a try, so the
 * transaction must be committed either way.
 */
export async function redeemInvitedCode(
  tx: Tx,
  invitationId: Uuid,
  code: string,
  now: Date,
): Promise<boolean> {
  const kept = await tx
    .updateTable('invitation_codes')
    .set((row) => ({ tries: row('tries', '+', 1) }))
    .where('invitation_id', '=', invitationId)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .where('tries', '<', TRIES)
    .returning(['id', 'secret_hash'])
    .executeTakeFirst();
  if (kept === undefined || !kept.secret_hash.equals(hashOf(invitationId, code))) return false;
  await tx.updateTable('invitation_codes').set({ used_at: now }).where('id', '=', kept.id).execute();
  return true;
}
