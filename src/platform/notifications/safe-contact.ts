import type { Uuid } from '../../shared/uuid.ts';
import type { Addressed, LetterContact } from './recipient.ts';

/** Somebody on a child's file, and where they are reached. */
type Reached = Pick<LetterContact, 'id' | 'email' | 'phone' | 'addressLines' | 'postcode'>;

/** One letter on its way: to whom, where, and every word the recipient will read, enclosures among them. */
export type Going = { contactId: Uuid | null; to: Addressed; words: string };

/**
 * Why a letter may not go, or null when it may. `never`: the recipient is somebody who is not written to. `put right`: it
 * is one that staff can put right and send again.
 */
export type Barred = { kind: 'never' | 'put right'; why: string };

/**
 * The safe-contact rule. Every letter passes it twice, as it is written and as it is sent, against the child's file as it
 * then is. A person marked restricted never receives anything, whoever a letter says it is for; no letter to one person
 * on the file shows the address, email or phone of another, unless it is also their own.
 */
export function whyNotSent(going: Going, onFile: readonly LetterContact[]): Barred | null {
  const recipient = onFile.find(({ id }) => id === going.contactId);
  if (recipient?.restricted === true) return { kind: 'never', why: 'This person is marked restricted' };
  const restricted = onFile.filter((contact) => contact.restricted);
  if (restricted.some((contact) => livesAt(contact, going.to))) {
    return { kind: 'put right', why: 'The address is also that of a person marked restricted' };
  }
  if (going.to.channel === 'portal') return null;
  if (going.to.address.length === 0) return { kind: 'put right', why: NO_ADDRESS[going.to.channel] };
  const own = recipient === undefined ? tracesIn(going.to.address.join('\n')) : tracesOf(recipient);
  return shownOther(going, onFile, own) === undefined
    ? null
    : { kind: 'put right', why: 'The letter shows the address, email or phone of somebody else on the file' };
}

/** Somebody on the file whom these words show the reader how to reach, in a way that is not also the reader's own. */
export function whoIsShown<C extends Reached>(words: string, reader: C, onFile: readonly C[]): C | undefined {
  return shownOther({ contactId: reader.id, words }, onFile, tracesOf(reader));
}

function shownOther<C extends Reached>(
  { contactId, words }: Pick<Going, 'contactId' | 'words'>,
  onFile: readonly C[],
  own: ReadonlySet<string>,
): C | undefined {
  const shown = tracesIn(words);
  const recipient = onFile.find(({ id }) => id === contactId);
  return onFile.find(
    (other) =>
      other.id !== contactId &&
      ([...tracesOf(other)].some((trace) => shown.has(trace) && !own.has(trace)) ||
        showsStreet(words, other, recipient)),
  );
}

const NO_ADDRESS = {
  email: 'There is no email address on the file to send it to',
  text: 'There is no phone number on the file to send it to',
  post: 'There is no postal address on the file to send it to',
} as const;

function livesAt(contact: LetterContact, { channel, address }: Addressed): boolean {
  const to = address.join('\n');
  switch (channel) {
    case 'email':
      return contact.email !== null && emailsIn(to).includes(contact.email.trim().toLowerCase());
    case 'text':
      return contact.phone !== null && plainPhone(to) === plainPhone(contact.phone);
    case 'post': {
      const street = plainWords(contact.addressLines[0] ?? '');
      const samePostcode =
        contact.postcode !== null && postcodesIn(to).includes(plainPostcode(contact.postcode));
      return samePostcode && street !== '' && plainWords(to).includes(street);
    }
    case 'portal':
      return false;
  }
}

/** What tells where somebody is: emails, phone numbers and postcodes, each written one way. */
function tracesIn(text: string): Set<string> {
  return new Set([...emailsIn(text), ...phonesIn(text), ...postcodesIn(text)]);
}

function tracesOf({ email, phone, postcode }: Reached): Set<string> {
  const traces = [
    email === null ? '' : email.trim().toLowerCase(),
    phone === null ? '' : plainPhone(phone),
    postcode === null ? '' : plainPostcode(postcode),
  ];
  return new Set(traces.filter((trace) => trace !== ''));
}

// The first line of an address, where it is particular enough: `12 Example Street`, and not `The flat`.
function showsStreet(words: string, other: Reached, recipient: Reached | undefined): boolean {
  const street = plainWords(other.addressLines[0] ?? '');
  if (!/\d/.test(street) || street.length < 8) return false;
  if (recipient !== undefined && plainWords(recipient.addressLines.join(' ')).includes(street)) return false;
  return plainWords(words).includes(street);
}

function emailsIn(text: string): string[] {
  return text.toLowerCase().match(/[^\s<>()[\]",;:@]+@[^\s<>()[\]",;:@]+[^\s<>()[\]",;:@.]/g) ?? [];
}

function phonesIn(text: string): string[] {
  return (text.match(/(?:\+|\b)\d[\d\s().-]{7,}\d/g) ?? []).map(plainPhone);
}

function postcodesIn(text: string): string[] {
  return (text.match(/\b[a-z]{1,2}\d[a-z\d]?\s*\d[a-z]{2}\b/gi) ?? []).map(plainPostcode);
}

function plainPhone(phone: string): string {
  return phone
    .replace('(0)', '')
    .replace(/[^\d+]/g, '')
    .replace(/^(?:\+|00)44/, '0')
    .replace(/^00/, '0');
}

function plainPostcode(postcode: string): string {
  return postcode.replace(/\s/g, '').toUpperCase();
}

function plainWords(text: string): string {
  return ` ${text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `.replace(/^ {2}$/, '');
}
