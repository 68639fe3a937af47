import { withLens } from '../../platform/lens/index.ts';
import type { Services } from '../../platform/services.ts';
import { deleteExpiredDrafts } from './draft-store.ts';

/** Lets go of unsent requests nobody came back to in 28 days. Run nightly; a second run the same night finds none. */
export async function clearExpiredDrafts(services: Services): Promise<number> {
  const actor = { kind: 'system', authorityId: services.authority.code } as const;
  return withLens(services.database, actor, (tx) => deleteExpiredDrafts(tx, services.now()));
}
