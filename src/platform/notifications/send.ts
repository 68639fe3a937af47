import { randomUUID } from 'node:crypto';
import type { Uuid } from '../../shared/uuid.ts';
import { enqueue } from '../jobs/index.ts';
import type { Tx } from '../lens/index.ts';
import { addressOf, type Recipient } from './recipient.ts';

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
  /** A one-time code or link, put in place of `((secret))` as it is sent, and then forgotten. */
  secret?: string;
  documentId?: Uuid;
  /** Why this recipient, where the law names recipients. */
  reason?: string;
};

/**
 * The one way anything is sent to anyone: written to the outbox in the caller's own transaction, sent by a job once it
 * commits. Returns the letter's id, or null when the safe-contact rule forbids it.
 */
export async function sendLetter(tx: Tx, letter: Letter): Promise<Uuid | null> {
  const addressed = addressOf(letter.to, letter.length ?? 'letter');
  if (addressed === null) return null;
  const id = randomUUID();
  await tx
    .insertInto('letters')
    .values({
      authority_id: letter.authorityId,
      id,
      child_id: letter.childId,
      contact_id: letter.to.kind === 'contact' ? letter.to.contact.id : null,
      organisation_id: letter.to.kind === 'organisation' ? letter.to.organisationId : null,
      recipient_name: addressed.name,
      channel: addressed.channel,
      address: addressed.address,
      template: letter.template,
      subject: letter.subject,
      body: letter.body,
      secret: letter.secret ?? null,
      document_id: letter.documentId ?? null,
      reason: letter.reason ?? null,
    })
    .execute();
  await enqueue(tx, 'send letter', { authorityId: letter.authorityId, letterId: id });
  return id;
}
