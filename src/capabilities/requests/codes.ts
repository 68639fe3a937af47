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

type For = { requestId: Uuid } | { draftId: Uuid } | { sharingId: Uuid };

const PURPOSE = {
  requestId: 'open the tracker',
  draftId: 'return to a draft',
  sharingId: 'write together',
} as const;

/** The column a code is found by, its identifier, and what it is for. */
function keyOf(subject: For) {
  if ('requestId' in subject)
    return { column: 'request_id', id: subject.requestId, purpose: PURPOSE.requestId } as const;
  if ('draftId' in subject)
    return { column: 'draft_id', id: subject.draftId, purpose: PURPOSE.draftId } as const;
  return { column: 'draft_id', id: subject.sharingId, purpose: PURPOSE.sharingId } as const;
}

function hashOf(subject: For, secret: string): Buffer {
  return createHash('sha256')
    .update(`${keyOf(subject).id} ${secret}`)
    .digest();
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
  const { column, id, purpose } = keyOf(subject);
  await tx
    .updateTable('request_codes')
    .set({ used_at: now })
    .where(column, '=', id)
    .where('purpose', '=', purpose)
    .where('used_at', 'is', null)
    .execute();
  await tx
    .insertInto('request_codes')
    .values({
      authority_id: authorityId,
      id: randomUUID(),
      purpose,
      request_id: column === 'request_id' ? id : null,
      draft_id: column === 'draft_id' ? id : null,
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
  const { column, id, purpose } = keyOf(subject);
  const code = await tx
    .updateTable('request_codes')
    .set((row) => ({ tries: row('tries', '+', 1) }))
    .where(column, '=', id)
    .where('purpose', '=', purpose)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .where('tries', '<', TRIES)
    .returning(['id', 'secret_hash'])
    .executeTakeFirst();
  if (code === undefined || !code.secret_hash.equals(hashOf(subject, secret))) return false;
  await tx.updateTable('request_codes').set({ used_at: now }).where('id', '=', code.id).execute();
  return true;
}
