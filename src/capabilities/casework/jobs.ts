import { withLens } from '../../platform/lens/index.ts';
import type { Services } from '../../platform/services.ts';
import { deleteOldSearches } from './search-store.ts';

/** Lets go of what people typed to find a case. Run nightly; a second run the same night finds none. */
export async function clearSearches(services: Services): Promise<void> {
  const actor = { kind: 'system', authorityId: services.authority.code } as const;
  await withLens(services.database, actor, (tx) => deleteOldSearches(tx, services.now()));
}
