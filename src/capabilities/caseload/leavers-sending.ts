import { recordEvent } from '../../platform/events/index.ts';
import { type Tx, withLens } from '../../platform/lens/index.ts';
import type { Services } from '../../platform/services.ts';
import { endCoverOfLeavers, type HeldCase, markBack, markLeft } from './leavers-store.ts';

/**
 * When somebody's roles change, in the same transaction: the cases of whoever may no longer work on cases are marked as left,
 * those of whoever may again are not, and each case's file says so. Cover of or by somebody who has left ends.
 */
export function followRoles(services: Services) {
  return (tx: Tx): Promise<void> => noteLeavers(tx, services.now());
}

/** The same each night before anybody is written to, for roles that ended in another way. */
export async function noteWhoLeft({ database, authority, now }: Services): Promise<void> {
  const system = { kind: 'system', authorityId: authority.code } as const;
  await withLens(database, system, (tx) => noteLeavers(tx, now()));
}

async function noteLeavers(tx: Tx, at: Date): Promise<void> {
  for (const one of await markLeft(tx, at))
    await recordEvent(tx, { ...ofCase(one), kind: 'caseworker left' });
  for (const one of await markBack(tx))
    await recordEvent(tx, { ...ofCase(one), kind: 'caseworker came back' });
  await endCoverOfLeavers(tx, at);
}

function ofCase({ authorityId, childId, accountId }: HeldCase) {
  return { authorityId, childId, subject: 'child', subjectId: childId, data: { accountId } } as const;
}
