import type { Uuid } from '../../shared/uuid.ts';

/** How one letter reaches one recipient. */
export type Channel = 'email' | 'text' | 'post' | 'portal';

/** A person a letter is for, as the child's file has them now. */
export type LetterContact = {
  id: Uuid;
  name: string;
  email: string | null;
  phone: string | null;
  addressLines: readonly string[];
  postcode: string | null;
  restricted: boolean;
  prefers: 'email' | 'text' | 'post';
};

export type Recipient =
  | { kind: 'contact'; contact: LetterContact }
  | { kind: 'organisation'; organisationId: Uuid; name: string }
  /** Somebody not yet joined to any file, at the address they gave a moment ago. */
  | { kind: 'somebody'; name: string; email: string };

export type Addressed = { name: string; channel: Channel; address: string[] };

/**
 * Where a letter to somebody goes, or null when it may not go at all. A person marked restricted never receives anything.
 * The only address a letter ever carries is its own recipient's: no other is passed in. A text is too short for a letter,
 * so who prefers texts is written to by post, and gets codes and notices by text.
 */
export function addressOf(recipient: Recipient, length: 'letter' | 'short'): Addressed | null {
  switch (recipient.kind) {
    case 'organisation':
      return { name: recipient.name, channel: 'portal', address: [] };
    case 'somebody':
      return { name: recipient.name, channel: 'email', address: [recipient.email] };
    case 'contact':
      return recipient.contact.restricted ? null : contactAddress(recipient.contact, length);
  }
}

function contactAddress(contact: LetterContact, length: 'letter' | 'short'): Addressed {
  const { name, email, phone, prefers } = contact;
  if (prefers === 'email' && email !== null) return { name, channel: 'email', address: [email] };
  if (prefers === 'text' && phone !== null && length === 'short')
    return { name, channel: 'text', address: [phone] };
  const lines = [...contact.addressLines, ...(contact.postcode === null ? [] : [contact.postcode])];
  return { name, channel: 'post', address: lines };
}
