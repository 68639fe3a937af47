import { randomUUID } from 'node:crypto';
import type { Tx } from '../../platform/lens/index.ts';
import type { Uuid } from '../../shared/uuid.ts';

const KEPT_FOR = 12 * 60 * 60_000;

/** Keeps what somebody typed to find a case, under an identifier that says nothing. */
export async function insertSearch(
  tx: Tx,
  { authorityId, accountId }: { authorityId: number; accountId: Uuid },
  words: string,
  at: Date,
): Promise<Uuid> {
  const id = randomUUID();
  await tx
    .insertInto('case_searches')
    .values({ authority_id: authorityId, id, account_id: accountId, words, searched_at: at })
    .execute();
  return id;
}

/** What was typed; undefined once it is let go of, and for everybody else. */
export async function findSearch(tx: Tx, id: Uuid, now: Date): Promise<string | undefined> {
  const row = await tx
    .selectFrom('case_searches')
    .select('words')
    .where('id', '=', id)
    .where('searched_at', '>', new Date(now.getTime() - KEPT_FOR))
    .executeTakeFirst();
  return row?.words;
}

export async function deleteOldSearches(tx: Tx, now: Date): Promise<void> {
  await tx
    .deleteFrom('case_searches')
    .where('searched_at', '<=', new Date(now.getTime() - KEPT_FOR))
    .execute();
}
