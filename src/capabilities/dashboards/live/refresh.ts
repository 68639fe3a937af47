import { withLens } from '../../../platform/lens/index.ts';
import type { Services } from '../../../platform/services.ts';
import { englishDay } from '../../../shared/plain-date.ts';
import { countPace } from '../../casework/index.ts';
import type { LiveCount } from './count.ts';
import { countFlows } from './counts-store.ts';
import { quarterOf, stockDays } from './periods.ts';
import { insertRelease, isReleased, isStale, replaceCounts, takeTurns } from './refresh-store.ts';
import { release } from './release.ts';
import { countInPlace, countStock } from './stock-store.ts';
import { tally } from './tally.ts';

/**
 * Works out every live count of an authority anew, under its own lens and from the views its capabilities publish, and puts them in
 * the place of what was there, in one transaction: whoever reads meanwhile waits for nothing. The first time in a quarter it
 * also releases what anybody may see. Answers the true counts.
 */
export async function refreshCounts(services: Services, authorityId: number): Promise<LiveCount[]> {
  const actor = { kind: 'system', authorityId } as const;
  const now = services.now();
  const today = englishDay(now);
  const days = stockDays(today);
  const pace = await withLens(services.database, actor, (tx) => countPace(tx, services, today));
  const counts = await withLens(services.database, actor, async (tx) => {
    await takeTurns(tx, authorityId);
    const [flows, alike, inPlace] = await Promise.all([
      countFlows(tx, today),
      countStock(tx, days),
      countInPlace(tx, today),
    ]);
    const all = tally({ flows, days, alike, inPlace, pace }, today);
    await replaceCounts(tx, authorityId, { counts: all, computedAt: now });
    return all;
  });
  const releasedOn = quarterOf(today);
  await withLens(services.database, actor, async (tx) => {
    await takeTurns(tx, authorityId);
    if (await isReleased(tx, authorityId, releasedOn)) return;
    await insertRelease(tx, release(counts, services.config.disclosure, { authorityId, releasedOn }));
  });
  return counts;
}

/** The same, where anything has happened since: asked every ten minutes, so that no change waits for it and no change is held up. */
export async function refreshIfStale(services: Services): Promise<void> {
  const authorityId = services.authority.code;
  const today = englishDay(services.now());
  const stale = await withLens(services.database, { kind: 'system', authorityId }, (tx) =>
    isStale(tx, authorityId, today),
  );
  if (stale) await refreshCounts(services, authorityId);
}

/** And every night whatever has happened: the day has changed, and with it what is late. */
export async function refreshNightly(services: Services): Promise<void> {
  await refreshCounts(services, services.authority.code);
}
