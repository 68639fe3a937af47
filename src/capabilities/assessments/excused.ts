import { GROUND_WORDS, getDeadline } from '../../law/index.ts';
import type { Tx } from '../../platform/lens/index.ts';
import type { PlainDate } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { excusedBy, listExceptionsToAdvice } from '../requests/index.ts';

/**
 * The lawful exceptions recorded to the six weeks of one piece of advice (SEND Regulations 2014, reg. 8(2)), each in words
 * with its paragraph. None moves the date.
 */
export async function excusesOf(
  tx: Tx,
  { id, receivedOn }: { id: Uuid; receivedOn: PlainDate },
): Promise<readonly string[]> {
  const limit = getDeadline('T02', { from: receivedOn });
  const recorded = await listExceptionsToAdvice(tx, id);
  return recorded.flatMap((one) =>
    excusedBy(one, [limit]).map(({ provision }) => `Because ${GROUND_WORDS[one.ground]} (${provision})`),
  );
}
