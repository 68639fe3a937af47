import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Uuid } from '../../shared/uuid.ts';
import { enqueue } from '../jobs/index.ts';
import type { Tx } from '../lens/index.ts';
import { contactsOnFile, whyUntold } from './on-file.ts';
import { type Addressed, addressOf, type Recipient, type Way, wayOf } from './recipient.ts';
import { whyNotSent } from './safe-contact.ts';

export type Letter = {
  authorityId: number;
  childId: Uuid | null;
  to: Recipient;
  /** What kind of letter it is, for whoever looks through the outbox: `decision to assess`. */
  template: string;
  subject: string;
  body: string;
  /** A notice of a line or two may go as a text to those who prefer it. */
  length?: 'short';
  /** The way they chose for this kind of letter, apart from their others; it is kept while the file lets it (`wayOf`). */
  way?: Way | null;
  /** A one-time code or link, put in place of `((secret))` as it is sent, and then forgotten. */
  secret?: string;
  /** What is enclosed, and its words, so that the safe-contact rule reads them too. */
  documentId?: Uuid;
  documentWords?: string;
  /** Why this recipient, where the law names recipients. */
  reason?: string;
  /** The letter this one repeats, which did not reach them. */
  againOf?: Uuid;
};

/**
 * The one way anything is sent to anyone: written to the outbox in the caller's own transaction, sent by a job once it
 * commits. Needs an authority's lens. The recipient is taken from the child's file as it is now, not from what the caller
 * holds. Returns the letter's id, or null when it is for somebody who is never written to (`whyNotSent`). One that cannot
 * go for a reason staff can put right is kept in the outbox as not sent, with the reason.
 */
export async function sendLetter(tx: Tx, letter: Letter): Promise<Uuid | null> {
  const onFile = letter.childId === null ? [] : await contactsOnFile(tx, letter.childId);
  const contactId = letter.to.kind === 'contact' ? letter.to.contact.id : null;
  const to = addressOf(asOnFile(letter, onFile), letter.length ?? 'letter');
  const words = [letter.subject, letter.body, letter.documentWords ?? ''].join('\n');
  const barred =
    whyNotSent({ contactId, to, words }, onFile) ??
    (await whyUntold(tx, { childId: letter.childId, contactId }));
  if (barred?.kind === 'never') return null;
  const id = randomUUID();
  await insertLetter(tx, { id, letter, to, failure: barred?.why ?? null });
  if (barred === null) await enqueue(tx, 'send letter', { authorityId: letter.authorityId, letterId: id });
  return id;
}

function asOnFile({ to, way = null }: Letter, onFile: Awaited<ReturnType<typeof contactsOnFile>>): Recipient {
  if (to.kind !== 'contact') return to;
  const contact = onFile.find(({ id }) => id === to.contact.id);
  if (contact === undefined) throw new Error('a letter to a contact who is not on the child’s file');
  return { kind: 'contact', contact: { ...contact, prefers: wayOf(contact, way) } };
}

type Row = { id: Uuid; letter: Letter; to: Addressed; failure: string | null };

async function insertLetter(tx: Tx, { id, letter, to, failure }: Row): Promise<void> {
  await tx
    .insertInto('letters')
    .values({
      authority_id: letter.authorityId,
      id,
      child_id: letter.childId,
      contact_id: letter.to.kind === 'contact' ? letter.to.contact.id : null,
      organisation_id: letter.to.kind === 'organisation' ? letter.to.organisationId : null,
      recipient_name: to.name,
      channel: to.channel,
      address: to.address,
      template: letter.template,
      subject: letter.subject,
      body: letter.body,
      secret: failure === null ? (letter.secret ?? null) : null,
      document_id: letter.documentId ?? null,
      reason: letter.reason ?? null,
      short: letter.length === 'short',
      chosen_way: letter.way ?? null,
      again_of: letter.againOf ?? null,
      failed_at: failure === null ? null : sql<Date>`now()`,
      failure,
    })
    .execute();
}
