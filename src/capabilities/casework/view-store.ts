import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { z } from 'zod';
import { once, type Tx } from '../../platform/lens/index.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { type Filters, readFilters, sayFilters } from './filters.ts';
import type { SavedView } from './saved-view.ts';

/* What a person's list is narrowed to: the lens shows their own and what others share, and lets them change their own. */

type Whose = { authorityId: number; accountId: Uuid };
const chosenSchema = z.record(z.string(), z.string()).catch({});

/** What stays for somebody, and every view they may use, by name. */
export async function listViews(
  tx: Tx,
  accountId: Uuid,
): Promise<{ stays: Filters | null; views: SavedView[] }> {
  const rows = await askViews(tx, {});
  const read = (chosen: unknown) => readFilters(chosenSchema.parse(chosen));
  const stays = rows.find(({ name }) => name === null);
  const views = rows.flatMap(({ id, name, shared, chosen, account_id }) =>
    name === null ? [] : [{ id, name, shared, own: account_id === accountId, filters: read(chosen) }],
  );
  return { stays: stays === undefined ? null : read(stays.chosen), views };
}

const askViews = once((tx) =>
  tx
    .selectFrom('saved_views')
    .select(['id', 'account_id', 'name', 'shared', 'chosen'])
    .orderBy(sql`lower(name)`)
    .orderBy('id'),
);

/** Keeps what the list is narrowed to from now, in place of what was kept. */
export async function keepFilters(
  tx: Tx,
  { authorityId, accountId }: Whose,
  filters: Filters,
  at: Date,
): Promise<void> {
  const kept = { chosen: JSON.stringify(sayFilters(filters)), saved_at: at };
  await tx
    .insertInto('saved_views')
    .values({ authority_id: authorityId, id: randomUUID(), account_id: accountId, name: null, ...kept })
    .onConflict((conflict) =>
      conflict.columns(['authority_id', 'account_id']).where('name', 'is', null).doUpdateSet(kept),
    )
    .execute();
}

export async function insertView(
  tx: Tx,
  { authorityId, accountId }: Whose,
  view: Pick<SavedView, 'name' | 'shared' | 'filters'>,
  at: Date,
): Promise<void> {
  await tx
    .insertInto('saved_views')
    .values({
      authority_id: authorityId,
      id: randomUUID(),
      account_id: accountId,
      name: view.name,
      shared: view.shared,
      chosen: JSON.stringify(sayFilters(view.filters)),
      saved_at: at,
    })
    .execute();
}

/** Lets one person at a time change their views, so that of two who take a name at once the second is told. */
export async function lockViews(tx: Tx, accountId: Uuid): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('saved_views'), hashtext(${accountId}))`.execute(tx);
}

export async function renameView(
  tx: Tx,
  id: Uuid,
  { name, shared }: { name: string; shared: boolean },
): Promise<void> {
  await tx.updateTable('saved_views').set({ name, shared }).where('id', '=', id).execute();
}

export async function deleteView(tx: Tx, id: Uuid): Promise<void> {
  await tx.deleteFrom('saved_views').where('id', '=', id).execute();
}
