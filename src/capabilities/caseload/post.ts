import { recordEvent } from '../../platform/events/index.ts';
import { found } from '../../platform/http/errors.ts';
import type { Tx } from '../../platform/lens/index.ts';
import { sendLetter } from '../../platform/notifications/index.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay } from '../../shared/plain-date.ts';
import { accepted, type Result } from '../../shared/result.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { findChild, fullName } from '../children/index.ts';
import { whereToTurn } from '../requests/index.ts';
import { listToTell } from '../rights/index.ts';
import { allocate, type Worker } from './allocation.ts';
import { newCaseworker } from './letters.ts';
import { findAllocation, findUntoldAlone, levelAllocations, lockCase, saveAllocation } from './store.ts';

type Giving = { childId: Uuid; to: Worker | null; seen: Uuid | null; handover: string; by: string };

/**
 * Gives a child's case to somebody, and tells the family: one transaction. Refuses what `allocate` refuses; a child who is
 * not this authority's is not there.
 */
export async function giveCase(tx: Tx, services: Services, giving: Giving): Promise<Result<Uuid>> {
  const { childId, by, ...asked } = giving;
  found((await lockCase(tx, childId)) ? childId : null);
  const now = services.now();
  const given = allocate(await findAllocation(tx, childId), asked, englishDay(now));
  if (!given.ok) return given;
  const child = found(await findChild(tx, childId));
  const { authorityId } = child;
  await saveAllocation(tx, { authorityId, childId }, given.value, { by, at: now });
  await recordEvent(tx, {
    authorityId,
    childId,
    kind: 'caseworker changed',
    subject: 'child',
    subjectId: childId,
    data: { accountId: given.value.accountId },
  });
  if ((await findUntoldAlone(tx, childId)) !== null) return accepted(childId);
  const words = newCaseworker(
    { childName: fullName(child), name: given.value.name, handover: given.value.handover },
    whereToTurn(services.authority),
  );
  for (const contact of await listToTell(tx, services, childId, 'taking part in the assessment'))
    await sendLetter(tx, {
      authorityId,
      childId,
      to: { kind: 'contact', contact },
      template: 'caseworker changed',
      ...words,
    });
  return accepted(childId);
}

/**
 * When two files of a child are merged they have one caseworker: the one of the file that stands, who had it first, or the only
 * one there is. Whose case it was on the other is told with the next news that they have a new one.
 */
export function keepOneCaseworker(services: Services) {
  return async (tx: Tx, { childId }: { childId: Uuid | null }): Promise<void> => {
    if (childId === null) return;
    const kept = await levelAllocations(tx, childId, services.now());
    if (kept === null || kept.ended === 0) return;
    const { authorityId, accountId } = kept;
    const about = { authorityId, childId, subject: 'child', subjectId: childId } as const;
    await recordEvent(tx, { ...about, kind: 'caseworker changed', data: { accountId } });
  };
}
