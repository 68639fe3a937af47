import { createHash, randomBytes, randomInt, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Tx } from '../../platform/lens/index.ts';
import type { Uuid } from '../../shared/uuid.ts';

const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const TRIES = 5;

/** A reference to quote: eight letters that cannot be mistaken for one another. It opens nothing by itself. */
export function newReference(): string {
  return `R-${letters(4)}-${letters(4)}`;
}

/** A one-time code to type: forty random bits, for a few minutes and a few tries. */
export function newCode(): string {
  return `${letters(4)}-${letters(4)}`;
}

/** A one-time link's secret: 256 random bits. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** As typed, to the form it was sent in: people leave out the dash, and read O for 0. */
export function asCode(text: string): string {
  const plain = text
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  return `${plain.slice(0, 4)}-${plain.slice(4)}`;
}

/** As typed, to the form references are kept in. */
export function asReference(text: string): string {
  const plain = text
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/^R/, '');
  return `R-${asCode(plain)}`;
}

function letters(count: number): string {
  return Array.from({ length: count }, () => LETTERS[randomInt(LETTERS.length)]).join('');
}

/** Ends every code that waits to be typed by somebody contact with whom is restricted. Acts on `contact restricted`. */
export async function endCodes(tx: Tx, { subjectId }: { subjectId: Uuid }): Promise<void> {
  await tx
    .updateTable('request_codes')
    .set({ used_at: sql<Date>`now()` })
    .where('used_at', 'is', null)
    .where('request_id', 'in', tx.selectFrom('requests').select('id').where('contact_id', '=', subjectId))
    .execute();
}

type For = { requestId: Uuid } | { draftId: Uuid };

function hashOf(subject: For, secret: string): Buffer {
  const id = 'requestId' in subject ? subject.requestId : subject.draftId;
  return createHash('sha256').update(`${id} ${secret}`).digest();
}

/** Keeps the hash of a new code or link. An older one for the same thing no longer opens it. */
export async function keepCode(
  tx: Tx,
  authorityId: number,
  subject: For,
  secret: string,
  now: Date,
  minutes: number,
) {
  const request = 'requestId' in subject;
  await tx
    .updateTable('request_codes')
    .set({ used_at: now })
    .where(request ? 'request_id' : 'draft_id', '=', request ? subject.requestId : subject.draftId)
    .where('used_at', 'is', null)
    .execute();
  await tx
    .insertInto('request_codes')
    .values({
      authority_id: authorityId,
      id: randomUUID(),
      purpose: request ? 'open the tracker' : 'return to a draft',
      request_id: request ? subject.requestId : null,
      draft_id: request ? null : subject.draftId,
      secret_hash: hashOf(subject, secret),
      sent_at: now,
      expires_at: new Date(now.getTime() + minutes * 60_000),
    })
    .execute();
}

/**
 * Uses a code up: true once, for the right one, in time and within five tries. A wrong one counts as a try, so the
 * transaction must be committed either way.
 */
export async function redeemCode(tx: Tx, subject: For, secret: string, now: Date): Promise<boolean> {
  const request = 'requestId' in subject;
  const code = await tx
    .updateTable('request_codes')
    .set((row) => ({ tries: row('tries', '+', 1) }))
    .where(request ? 'request_id' : 'draft_id', '=', request ? subject.requestId : subject.draftId)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .where('tries', '<', TRIES)
    .returning(['id', 'secret_hash'])
    .executeTakeFirst();
  if (code === undefined || !code.secret_hash.equals(hashOf(subject, secret))) return false;
  await tx.updateTable('request_codes').set({ used_at: now }).where('id', '=', code.id).execute();
  return true;
}
