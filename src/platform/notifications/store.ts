import { sql } from 'kysely';
import type { Uuid } from '../../shared/uuid.ts';
import { filesOf } from '../child-file.ts';
import type { Tx } from '../lens/index.ts';
import type { LetterStatus, OutboxLetter } from './letter.ts';
import { people, toContact } from './on-file.ts';
import { type Addressed, type Channel, WAYS, type Way } from './recipient.ts';
import { wentElsewhere } from './where-now.ts';

export const PAGE = 50;

const LETTER = [
  'authority_id as authorityId',
  'id',
  'child_id as childId',
  'contact_id as contactId',
  'recipient_name as recipientName',
  'channel',
  'address',
  'written_to as writtenTo',
  'short',
  'chosen_way as chosenWay',
  'again_of as againOf',
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
  return { letters: letters.map(asLetter), total: Number(total) };
}

const WHERE_STATUS = {
  sent: sql<boolean>`sent_at is not null`,
  'not sent': sql<boolean>`failed_at is not null`,
  waiting: sql<boolean>`sent_at is null and failed_at is null and by_hand_since is null`,
  'to post': sql<boolean>`sent_at is null and failed_at is null and by_hand_since is not null`,
} as const satisfies Record<LetterStatus, unknown>;

export async function findLetter(tx: Tx, id: Uuid): Promise<OutboxLetter | undefined> {
  const row = await tx.selectFrom('letters').select(LETTER).where('id', '=', id).executeTakeFirst();
  return row === undefined ? undefined : asLetter(row);
}

/** The organisation in whose inbox a letter is, and its name; null for any other. */
export async function findOrganisationOf(tx: Tx, id: Uuid): Promise<{ id: Uuid; name: string } | null> {
  const row = await tx
    .selectFrom('letters')
    .innerJoin('organisations', 'organisations.id', 'letters.organisation_id')
    .select(['organisations.id', 'organisations.name'])
    .where('letters.id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

/** A letter held until the transaction ends, so that what becomes of it is decided once. */
export async function lockLetter(tx: Tx, id: Uuid): Promise<OutboxLetter | undefined> {
  await tx.selectFrom('letters').select('id').where('id', '=', id).forUpdate().execute();
  return findLetter(tx, id);
}

/** The letter that repeats this one, if any does. */
export function findAgain(tx: Tx, id: Uuid): Promise<{ id: Uuid; createdAt: Date } | undefined> {
  return tx
    .selectFrom('letters')
    .select(['id', 'created_at as createdAt'])
    .where('again_of', '=', id)
    .orderBy('created_at', 'desc')
    .executeTakeFirst();
}

/** The letters of a child's file that went to an address no longer their recipient's, newest first, and were not sent again. */
export async function listSentElsewhere(tx: Tx, childId: Uuid): Promise<OutboxLetter[]> {
  const rows = await tx
    .selectFrom('letters')
    .select(LETTER)
    .where('child_id', '=', sql<Uuid>`any(${filesOf(childId)})`)
    .where('contact_id', 'is not', null)
    .where('sent_at', 'is not', null)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .execute();
  const letters = rows.map(asLetter);
  const elsewhere = await listElsewhere(tx, letters);
  return letters.filter(({ id }) => elsewhere.has(id));
}

/**
 * The letters of a child's file that did not go to somebody on it for a reason staff can put right, newest first, each with why,
 * and were not sent again. A one-time code is none of them: they ask for another.
 */
export function listNotSent(tx: Tx, childId: Uuid) {
  return tx
    .selectFrom('letters')
    .innerJoin('children_contacts as contact', (join) =>
      join
        .onRef('contact.authority_id', '=', 'letters.authority_id')
        .onRef('contact.id', '=', 'letters.contact_id'),
    )
    .select(['letters.id', 'subject', 'recipient_name as recipientName', 'failure'])
    .where('letters.child_id', '=', sql<Uuid>`any(${filesOf(childId)})`)
    .where('contact.child_id', '=', sql<Uuid>`any(${filesOf(childId)})`)
    .where('contact.restricted', '=', false)
    .where('failed_at', 'is not', null)
    .where('body', 'not like', '%((secret))%')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('letters as again')
            .select('again.id')
            .whereRef('again.authority_id', '=', 'letters.authority_id')
            .whereRef('again.again_of', '=', 'letters.id'),
        ),
      ),
    )
    .orderBy('letters.created_at', 'desc')
    .orderBy('letters.id')
    .execute();
}

/** Which of these letters went to an address no longer their recipient's, and were not sent again. */
export async function listElsewhere(tx: Tx, letters: readonly OutboxLetter[]): Promise<Set<Uuid>> {
  const sent = letters.filter(({ sentAt, contactId }) => sentAt !== null && contactId !== null);
  if (sent.length === 0) return new Set();
  const contactIds = sent.flatMap(({ contactId }) => (contactId === null ? [] : [contactId]));
  const recipients = (await people(tx).where('id', 'in', contactIds).execute()).map(toContact);
  const again = await tx
    .selectFrom('letters')
    .select('again_of as of')
    .where(
      'again_of',
      'in',
      sent.map(({ id }) => id),
    )
    .execute();
  const repeated = new Set(again.map(({ of }) => of));
  const gone = sent.filter((letter) => {
    const recipient = recipients.find(({ id }) => id === letter.contactId);
    return !repeated.has(letter.id) && recipient?.restricted === false && wentElsewhere(letter, recipient);
  });
  return new Set(gone.map(({ id }) => id));
}

/** A letter goes to where its recipient is now: where it was written to is kept beside it. */
export async function readdress(tx: Tx, letter: OutboxLetter, to: Addressed): Promise<void> {
  await tx
    .updateTable('letters')
    .set({ channel: to.channel, address: to.address, written_to: [...(letter.writtenTo ?? letter.address)] })
    .where('id', '=', letter.id)
    .execute();
}

function asLetter<T extends { channel: string; chosenWay: string | null }>(
  row: T,
): T & { channel: Channel; chosenWay: Way | null } {
  const channel = (['email', 'text', 'portal'] as const).find((one) => one === row.channel) ?? 'post';
  return { ...row, channel, chosenWay: WAYS.find((way) => way === row.chosenWay) ?? null };
}

export type Outgoing = OutboxLetter;

/** Counts one more try and returns the letter; undefined when it has gone, will not go, or is somebody's to post. */
export async function beginSending(tx: Tx, id: Uuid): Promise<Outgoing | undefined> {
  const row = await tx
    .updateTable('letters')
    .set((letter) => ({ attempts: letter('attempts', '+', 1) }))
    .where('id', '=', id)
    .where(WHERE_STATUS.waiting)
    .returning(LETTER)
    .executeTakeFirst();
  return row === undefined ? undefined : asLetter(row);
}

export type Sending =
  | { by: 'GOV.UK Notify'; reference: string }
  | { by: 'local outbox' | 'portal' }
  | { by: 'hand' }
  | { failure: string };

/** Writes down what became of a letter. Once it has gone, or will not, nothing changes that: then it is false. */
export async function recordSending(tx: Tx, id: Uuid, became: Sending, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('letters')
    .set(columnsOf(became, at))
    .where('id', '=', id)
    .where('sent_at', 'is', null)
    .where('failed_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
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
