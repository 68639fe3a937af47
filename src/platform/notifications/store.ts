import { sql } from 'kysely';
import type { Uuid } from '../../shared/uuid.ts';
import type { Tx } from '../lens/index.ts';
import type { LetterStatus, OutboxLetter } from './letter.ts';
import type { LetterContact } from './recipient.ts';

export const PAGE = 50;

/** Everyone on the child's file, as it is now. */
export async function contactsOnFile(tx: Tx, childId: Uuid): Promise<LetterContact[]> {
  const rows = await tx
    .selectFrom('children_contacts')
    .select([
      'id',
      'name',
      'email',
      'phone',
      'address_lines as addressLines',
      'postcode',
      'restricted',
      'prefers',
    ])
    .where('child_id', '=', childId)
    .execute();
  return rows.map((row) => ({ ...row, prefers: preference(row.prefers) }));
}

function preference(text: string): LetterContact['prefers'] {
  return text === 'email' || text === 'text' ? text : 'post';
}

const LETTER = [
  'authority_id as authorityId',
  'id',
  'child_id as childId',
  'recipient_name as recipientName',
  'channel',
  'address',
  'template',
  'subject',
  'body',
  'secret',
  'document_id as documentId',
  'reason',
  'created_at as createdAt',
  'attempts',
  'by_hand_since as byHandSince',
  'sent_at as sentAt',
  'sent_by as sentBy',
  'failed_at as failedAt',
  'failure',
] as const;

export type OutboxQuery = { status: LetterStatus | null; channel: string | null; page: number };

/** One page of the outbox, newest first, and how many there are of what is asked for. */
export async function listOutbox(
  tx: Tx,
  query: OutboxQuery,
): Promise<{ letters: OutboxLetter[]; total: number }> {
  let matching = tx.selectFrom('letters');
  if (query.channel !== null) matching = matching.where('channel', '=', query.channel);
  if (query.status !== null) matching = matching.where(WHERE_STATUS[query.status]);
  const letters = await matching
    .select(LETTER)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(PAGE)
    .offset((query.page - 1) * PAGE)
    .execute();
  const { total } = await matching
    .select((letter) => letter.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return { letters, total: Number(total) };
}

const WHERE_STATUS = {
  sent: sql<boolean>`sent_at is not null`,
  'not sent': sql<boolean>`failed_at is not null`,
  waiting: sql<boolean>`sent_at is null and failed_at is null and by_hand_since is null`,
  'to post': sql<boolean>`sent_at is null and failed_at is null and by_hand_since is not null`,
} as const satisfies Record<LetterStatus, unknown>;

export function findLetter(tx: Tx, id: Uuid): Promise<OutboxLetter | undefined> {
  return tx.selectFrom('letters').select(LETTER).where('id', '=', id).executeTakeFirst();
}

export type Outgoing = OutboxLetter & { contactId: Uuid | null };

/** Counts one more try and returns the letter; undefined when it has gone, will not go, or is somebody's to post. */
export function beginSending(tx: Tx, id: Uuid): Promise<Outgoing | undefined> {
  return tx
    .updateTable('letters')
    .set((letter) => ({ attempts: letter('attempts', '+', 1) }))
    .where('id', '=', id)
    .where(WHERE_STATUS.waiting)
    .returning([...LETTER, 'contact_id as contactId'])
    .executeTakeFirst();
}

export type Sending =
  | { by: 'GOV.UK Notify'; reference: string }
  | { by: 'local outbox' | 'portal' }
  | { by: 'hand' }
  | { failure: string };

/** Writes down what became of a letter. Once it has gone, or will not, nothing changes that. */
export async function recordSending(tx: Tx, id: Uuid, became: Sending, at: Date): Promise<void> {
  await tx
    .updateTable('letters')
    .set(columnsOf(became, at))
    .where('id', '=', id)
    .where('sent_at', 'is', null)
    .where('failed_at', 'is', null)
    .execute();
}

// The local outbox has nobody else to send a code, and post has somebody to print it: there it stays to be read.
function columnsOf(became: Sending, at: Date) {
  if ('failure' in became) return { failed_at: at, failure: became.failure, secret: null };
  switch (became.by) {
    case 'GOV.UK Notify':
      return { sent_at: at, sent_by: became.by, provider_reference: became.reference, secret: null };
    case 'hand':
      return { by_hand_since: at };
    default:
      return { sent_at: at, sent_by: became.by };
  }
}

/** Somebody has printed and posted it. False when it was not theirs to post, or already had been. */
export async function recordPosting(tx: Tx, id: Uuid, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('letters')
    .set({ sent_at: at, sent_by: 'hand', secret: null })
    .where('id', '=', id)
    .where(WHERE_STATUS['to post'])
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
