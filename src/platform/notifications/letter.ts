import type { Uuid } from '../../shared/uuid.ts';
import type { Channel, Way } from './recipient.ts';

export const STATUSES = ['waiting', 'sent', 'to post', 'not sent'] as const;
export type LetterStatus = (typeof STATUSES)[number];

/** A letter as the outbox has it: its words never change, and what became of it is derived. */
export type OutboxLetter = {
  authorityId: number;
  id: Uuid;
  childId: Uuid | null;
  contactId: Uuid | null;
  recipientName: string;
  channel: Channel;
  address: readonly string[];
  /** The address it was written to, where its recipient's had changed before it went. */
  writtenTo: readonly string[] | null;
  short: boolean;
  /** The way its recipient chose for letters of its kind, apart from their others. */
  chosenWay: Way | null;
  /** The letter this one repeats. */
  againOf: Uuid | null;
  template: string;
  subject: string;
  body: string;
  secret: string | null;
  documentId: Uuid | null;
  reason: string | null;
  createdAt: Date;
  attempts: number;
  byHandSince: Date | null;
  sentAt: Date | null;
  sentBy: string | null;
  failedAt: Date | null;
  failure: string | null;
};

/** Where a letter has got to, from what has happened to it. */
export function statusOf(letter: Pick<OutboxLetter, 'sentAt' | 'failedAt' | 'byHandSince'>): LetterStatus {
  if (letter.sentAt !== null) return 'sent';
  if (letter.failedAt !== null) return 'not sent';
  return letter.byHandSince === null ? 'waiting' : 'to post';
}

/** The letter's words with its one-time code in them, or with what stands for it: a code opens a child's file. */
export function wordsOf(body: string, secret: string): string {
  return body.replaceAll('((secret))', () => secret);
}
