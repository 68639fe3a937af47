import { exceptionUnder, GROUND_WORDS, getDeadline } from '../../law/index.ts';
import type { Tx } from '../../platform/lens/index.ts';
import type { PlainDate } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { listExceptionsToAdvice } from '../requests/index.ts';

/**
 * The lawful exceptions recorded to the six weeks of one piece of advice (SEND Regulations 2014, reg. 8(2)), each in words
 * with its paragraph. None moves the date.
 */
export async function excusesOf(
  tx: Tx,
  { id, receivedOn }: { id: Uuid; receivedOn: PlainDate },
): Promise<readonly string[]> {
  const { rule, start, due } = getDeadline('T02', { from: receivedOn });
  const recorded = await listExceptionsToAdvice(tx, id);
  return recorded.flatMap((one) => {
    const under = exceptionUnder(rule, start, due, one);
    return under === null ? [] : [`Because ${GROUND_WORDS[one.ground]} (${under.provision})`];
  });
}
