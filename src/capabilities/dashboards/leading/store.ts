import { sql } from 'kysely';
import type { Tx } from '../../../platform/lens/index.ts';
import type { Uuid } from '../../../shared/uuid.ts';

export type Saved = { id: string; name: string; chosen: string; savedBy: string };

/** The comparisons this authority's leaders keep, by name. */
export function listSaved(tx: Tx): Promise<Saved[]> {
  return tx
    .selectFrom('saved_comparisons')
    .select(['id', 'name', 'chosen', 'saved_by as savedBy'])
    .orderBy(sql`lower(name)`)
    .execute();
}

/** Keeps one; one of the same name goes. */
export async function saveComparison(
  tx: Tx,
  { authorityId, ...saved }: Saved & { id: Uuid; authorityId: number; savedAt: Date },
): Promise<void> {
  await tx.deleteFrom('saved_comparisons').where(sql`lower(name)`, '=', saved.name.toLowerCase()).execute();
  await tx
    .insertInto('saved_comparisons')
    .values({
      ...{ authority_id: authorityId, id: saved.id, name: saved.name, chosen: saved.chosen },
      ...{ saved_by: saved.savedBy, saved_at: saved.savedAt },
    })
    .execute();
}

/** Lets go of one; whether it was there. */
export async function dropComparison(tx: Tx, id: Uuid): Promise<boolean> {
  const { numDeletedRows } = await tx.deleteFrom('saved_comparisons').where('id', '=', id).executeTakeFirst();
  return numDeletedRows > 0n;
}
