import { recordEvent } from '../../platform/events/index.ts';
import { type Tx, withLens } from '../../platform/lens/index.ts';
import type { Services } from '../../platform/services.ts';
import { endCoverOfLeavers, markBack, markLeft } from './leavers-store.ts';

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
  const left = (await markLeft(tx, at)).map((one) => ({ ...one, kind: 'caseworker left' }));
  const back = (await markBack(tx)).map((one) => ({ ...one, kind: 'caseworker came back' }));
  for (const { authorityId, childId, accountId, kind } of [...left, ...back])
    await recordEvent(tx, {
      authorityId,
      childId,
      kind,
      subject: 'child',
      subjectId: childId,
      data: { accountId },
    });
  await endCoverOfLeavers(tx, at);
}
