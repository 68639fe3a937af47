import { sql } from 'kysely';
import type { Uuid } from '../../shared/uuid.ts';
import type { Database } from '../database/index.ts';
import { withPlatformLens } from '../lens/index.ts';

/** Ends every session of an account, at once. */
export async function endSessionsOf(database: Database, accountId: Uuid, now: Date): Promise<void> {
  await withPlatformLens(database, (tx) =>
    tx
      .updateTable('sessions')
      .set({ ended_at: now })
      .where('account_id', '=', accountId)
      .where('ended_at', 'is', null)
      .execute(),
  );
}

/**
 * Ends every session that follows any of these children by a one-time code, at once: not every one says who holds it.
 * Whoever may still follow asks for another code.
 */
export async function endTrackers(database: Database, childIds: readonly Uuid[], now: Date): Promise<void> {
  await withPlatformLens(database, (tx) =>
    tx
      .updateTable('sessions')
      .set({ ended_at: now })
      .where('ended_at', 'is', null)
      .where(sql<boolean>`tracker_children && ${[...childIds]}::uuid[]`)
      .execute(),
  );
}
