import { found } from '../../platform/http/errors.ts';
import type { Tx } from '../../platform/lens/index.ts';
import { findRequest } from '../requests/index.ts';
import type { Plan } from './store.ts';

/** What the authority calls the case: its request’s reference, or one of the plan’s own where it came of no request here. */
export async function referenceOf(
  tx: Tx,
  { id, requestId }: Pick<Plan, 'id' | 'requestId'>,
): Promise<string> {
  if (requestId !== null) return found(await findRequest(tx, requestId)).reference;
  return `P-${id.slice(0, 4)}-${id.slice(4, 8)}`.toUpperCase();
}
