import { randomUUID } from 'node:crypto';
import type { Database } from '../database/index.ts';
import { withPlatformLens } from '../lens/index.ts';
import { hashToken } from './session.ts';

const MINUTES = 10;

/** A sign-in begun here and not yet returned from the issuer. */
export type Attempt = { nonce: string; codeVerifier: string; returnTo: string };

/** Keeps what the return must match, by the hash of its state, and clears away those that ran out. */
export async function keepAttempt(
  database: Database,
  state: string,
  attempt: Attempt,
  now: Date,
): Promise<void> {
  await withPlatformLens(database, async (tx) => {
    await tx.deleteFrom('sign_in_attempts').where('created_at', '<', ranOut(now)).execute();
    await tx
      .insertInto('sign_in_attempts')
      .values({
        id: randomUUID(),
        state_hash: hashToken(state),
        nonce: attempt.nonce,
        code_verifier: attempt.codeVerifier,
        return_to: attempt.returnTo,
        created_at: now,
      })
      .execute();
  });
}

/** Takes the attempt a state belongs to, once, within ten minutes; null the second time, late, or for any other state. */
export async function takeAttempt(database: Database, state: string, now: Date): Promise<Attempt | null> {
  const row = await withPlatformLens(database, (tx) =>
    tx
      .updateTable('sign_in_attempts')
      .set({ used_at: now })
      .where('state_hash', '=', hashToken(state))
      .where('used_at', 'is', null)
      .where('created_at', '>=', ranOut(now))
      .returning(['nonce', 'code_verifier', 'return_to'])
      .executeTakeFirst(),
  );
  if (row === undefined) return null;
  return { nonce: row.nonce, codeVerifier: row.code_verifier, returnTo: row.return_to };
}

function ranOut(now: Date): Date {
  return new Date(now.getTime() - MINUTES * 60_000);
}
