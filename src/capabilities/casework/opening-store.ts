import type { Actor, Tx } from '../../platform/lens/index.ts';
import type { PlainDate } from '../../shared/plain-date.ts';
import { whoseCases } from '../caseload/index.ts';
import type { Case } from './case.ts';
import { hasSaidWhy } from './readers-store.ts';

/**
 * Whether somebody is asked why they opened a case: they are not its caseworker, do not cover for them, and are no manager;
 * and have not said it in the last day. A case that nobody has is everybody's.
 */
export async function isAskedWhy(
  tx: Tx,
  actor: Actor | null,
  current: Case | undefined,
  today: PlainDate,
): Promise<boolean> {
  if (actor?.kind !== 'staff' || actor.roles.includes('manager')) return false;
  const holder = current?.caseworker?.accountId;
  if (current === undefined || holder === undefined || holder === actor.accountId) return false;
  const [theirs, saidWhy] = await Promise.all([
    whoseCases(tx, actor.accountId, today),
    hasSaidWhy(tx, current.childId, actor.accountId),
  ]);
  return !theirs.includes(holder) && !saidWhy;
}
