import type { Uuid } from '../../shared/uuid.ts';

/** How one letter reaches one recipient. */
export type Channel = 'email' | 'text' | 'post' | 'portal';

/** A parent, carer or young person, as the child's file has them now. */
export type LetterContact = {
  id: Uuid;
  name: string;
  email: string | null;
  phone: string | null;
  addressLines: readonly string[];
  postcode: string | null;
  restricted: boolean;
  prefers: 'email' | 'text' | 'post';
  /** They were said to live elsewhere than the child. */
  livesElsewhere?: boolean;
};

/** A child's own home, which is on the file beside the people: guarded as their addresses are, and nobody is written to there. */
export type Home = 'of a child' | 'of a looked-after child';

export type Recipient =
  | { kind: 'contact'; contact: LetterContact }
  | { kind: 'organisation'; organisationId: Uuid; name: string }
  /** Somebody not yet joined to any file, at the address they gave a moment ago. */
  | { kind: 'somebody'; name: string; email: string };

/** How a letter may come: the same ways for every kind. */
export const WAYS = ['email', 'text', 'post'] as const;
export type Way = (typeof WAYS)[number];

/**
 * The ways somebody may choose for one kind of letter, apart from their others: those the file has an address for. Whoever
 * wants post alone is written to by post alone.
 */
export function waysFor(contact: LetterContact): Way[] {
  const posted = contact.addressLines.length > 0 && contact.postcode !== null;
  const has = { email: contact.email !== null, text: contact.phone !== null, post: posted };
  return contact.prefers === 'post' ? ['post'] : WAYS.filter((way) => has[way]);
}

/** The way a kind of letter comes: as they chose for it, while the file lets it; else as they prefer. */
export function wayOf(contact: LetterContact, chosen: Way | null): Way {
  return chosen !== null && waysFor(contact).includes(chosen) ? chosen : contact.prefers;
}

/** Where one letter goes. No address at all means that the file has none of the kind they are to be written to by. */
export type Addressed = { name: string; channel: Channel; address: string[] };

/**
 * Where a letter to somebody goes: the way they prefer, and never another they did not choose. A text is too short for a
 * letter, so who prefers texts is written to by post, and gets codes and notices by text.
 */
export function addressOf(recipient: Recipient, length: 'letter' | 'short'): Addressed {
  switch (recipient.kind) {
    case 'organisation':
      return { name: recipient.name, channel: 'portal', address: [] };
    case 'somebody':
      return { name: recipient.name, channel: 'email', address: [recipient.email] };
    case 'contact':
      return contactAddress(recipient.contact, length);
  }
}

function contactAddress(contact: LetterContact, length: 'letter' | 'short'): Addressed {
  const { name, email, phone, prefers } = contact;
  if (prefers === 'email') return { name, channel: 'email', address: email === null ? [] : [email] };
  if (prefers === 'text' && length === 'short')
    return { name, channel: 'text', address: phone === null ? [] : [phone] };
  const lines = [...contact.addressLines, contact.postcode ?? ''].filter((line) => line.trim() !== '');
  return { name, channel: 'post', address: lines };
}
