import type { Tx } from '../../platform/lens/index.ts';
import type { Uuid } from '../../shared/uuid.ts';
import type { Request } from './request.ts';
import type { Settled } from './settling.ts';

/** Records how it was settled whose file a request is on: once. */
export async function insertSettled(
  tx: Tx,
  { authorityId, id }: Request,
  { childId, settled, by }: { childId: Uuid; settled: Settled; by: string },
): Promise<void> {
  await tx
    .insertInto('request_files')
    .values({
      authority_id: authorityId,
      request_id: id,
      child_id: childId,
      settled: settled.settled,
      strength: settled.strength,
      candidates: settled.candidates,
      reason: settled.reason,
      contact_check: settled.contactCheck === '' ? null : settled.contactCheck,
      settled_by: by,
    })
    .execute();
}

/** How it was settled whose file a request is on; undefined where nobody had to. */
export function findSettled(tx: Tx, requestId: Uuid) {
  return tx
    .selectFrom('request_files')
    .select(['settled', 'reason', 'contact_check as contactCheck', 'settled_by as by', 'settled_at as at'])
    .where('request_id', '=', requestId)
    .executeTakeFirst();
}
