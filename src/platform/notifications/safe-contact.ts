import { LEFT_OUT } from '../../shared/left-out.ts';
import type { Uuid } from '../../shared/uuid.ts';
import type { Addressed, Home, LetterContact } from './recipient.ts';

/** Somebody on a child's file, and where they are reached; or, with `home`, where the child lives. */
type Reached = Pick<
  LetterContact,
  'id' | 'email' | 'phone' | 'addressLines' | 'postcode' | 'livesElsewhere'
> & {
  home?: Home | null;
};

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
 * on the file shows the address, email or phone of another, unless it is also their own; nor where the child lives to somebody
 * who lives elsewhere (`isGuardedFrom`).
 */
export function whyNotSent(
  going: Going,
  onFile: readonly (LetterContact & { home?: Home | null })[],
): Barred | null {
  const recipient = onFile.find(({ id }) => id === going.contactId);
  // Files that were merged may be taken apart while a letter waits: it is then about somebody else's child.
  if (going.contactId !== null && recipient === undefined)
    return { kind: 'put right', why: 'This person is not on the child’s file any more' };
  if (recipient?.restricted === true) return { kind: 'never', why: 'This person is marked restricted' };
  const restricted = onFile.filter((contact) => contact.restricted);
  if (restricted.some((contact) => livesAt(contact, going.to))) {
    return { kind: 'put right', why: 'The address is also that of a person marked restricted' };
  }
  if (going.to.channel === 'portal') return null;
  if (going.to.address.length === 0) return { kind: 'put right', why: NO_ADDRESS[going.to.channel] };
  const own = recipient === undefined ? tracesIn(going.to.address.join('\n')) : tracesOf(recipient);
  const shown = shownOther(going, onFile, own);
  if (shown === undefined) return null;
  const why =
    (shown.home ?? null) === null
      ? 'The letter shows the address, email or phone of somebody else on the file'
      : 'The letter shows where the child lives, and this person lives elsewhere';
  return { kind: 'put right', why };
}

/**
 * Whether how to reach one on the file is kept from a reader: always another person's. Where the child lives is kept from whoever
 * is known to live elsewhere, by an address or because it was said; while an authority looks after the child, also from whoever
 * has no address on the file.
 */
function isGuardedFrom(other: Reached, reader: Reached | undefined): boolean {
  if (other.id === reader?.id) return false;
  const hasNone = reader !== undefined && reader.postcode === null && reader.addressLines.length === 0;
  return !(other.home === 'of a child' && hasNone && reader.livesElsewhere !== true);
}

/**
 * Somebody on the file whom these words show the reader how to reach, in a way that is not also the reader's own. `reader` is
 * undefined for one who is nobody on the file.
 */
export function whoIsShown<C extends Reached>(
  words: string,
  reader: C | undefined,
  onFile: readonly C[],
): C | undefined {
  const own = reader === undefined ? new Set<string>() : tracesOf(reader);
  return shownOther({ contactId: reader?.id ?? null, words }, onFile, own);
}

/** Whether anybody on a file is reached in a way that is not also the reader's own, so that there is something to leave out. */
export function hasOthers(reader: Reached | undefined, onFile: readonly Reached[]): boolean {
  const all = (one: Reached) =>
    [one.email, one.phone, one.postcode, ...one.addressLines].filter((part) => part !== null).join('\n');
  return onFile.some((other) => whoIsShown(all(other), reader, onFile) !== undefined);
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
      isGuardedFrom(other, recipient) &&
      ([...tracesOf(other)].some((trace) => shown.has(trace) && !own.has(trace)) ||
        streetsShown(words, other, recipient).length > 0),
  );
}

const NO_ADDRESS = {
  email: 'There is no email address on the file to send it to',
  text: 'There is no phone number on the file to send it to',
  post: 'There is no postal address on the file to send it to',
} as const;

// A number before a word as a street has it, and not a date, a length of time or a count of people.
const STREET =
  /\d[a-z]?[ \u00a0]+(?!(?:january|february|march|april|may|june|july|august|september|october|november|december|working|(?:day|week|month|year|hour|minute|page|adult|pupil)s?|child|children|people|of|and|or|to|from|at|on|in|is|under)\b)[a-z]{3,}/i;
const STREET_AFTER_COMMA = /\d[a-zA-Z]?, ?[A-Z][a-z]{2,}/;

// A house with a name in place of a number: a refuge often is one.
const HOUSE_WORDS =
  'barn|bungalow|cottage|court|farm|grange|hall|house|lodge|manor|mill|rectory|vicarage|villa';
const HOUSE = new RegExp(`[a-z][ \\u00a0](?:${HOUSE_WORDS})\\b`, 'i');
const HOUSE_NAME = new RegExp(`[a-z] (?:${HOUSE_WORDS}) $`);

// One of many flats tells of no street.
const WITHIN_A_HOUSE = /^ (?:apartment|block|flat|floor|plot|room|unit) \w+ $/;

/** Whether a text may say how to reach anybody at all, but those of `known`: asked first, since most pages say nothing. */
export function mayShow(text: string, known: ReadonlySet<string>): boolean {
  if (STREET.test(text) || STREET_AFTER_COMMA.test(text) || namesHouse(text)) return true;
  return [...tracesIn(text)].some((trace) => !known.has(trace));
}

/** Whether a text may name a house, which is neither a figure nor an @. */
export function namesHouse(text: string): boolean {
  return HOUSE.test(text);
}

/** A text without what shows its reader how to reach another on the file, unless it is also the reader's own. */
export function withoutOthers(text: string, reader: Reached | undefined, onFile: readonly Reached[]): string {
  const own = reader === undefined ? new Set<string>() : tracesOf(reader);
  const others = onFile.filter((other) => isGuardedFrom(other, reader));
  const hidden = new Set(others.flatMap((other) => [...tracesOf(other)]).filter((trace) => !own.has(trace)));
  const unless = (plain: (found: string) => string) => (found: string) =>
    hidden.has(plain(found)) ? LEFT_OUT : found;
  const left = text
    .replace(
      EMAIL,
      unless((found) => found.toLowerCase()),
    )
    .replace(PHONE, unless(plainPhone))
    .replace(POSTCODE, unless(plainPostcode));
  return others.reduce((rest, other) => withoutStreet(rest, other, reader), left);
}

function withoutStreet(text: string, other: Reached, reader: Reached | undefined): string {
  return streetsShown(text, other, reader).reduce((rest, street) => {
    const words = street.trim().split(' ');
    const written = `(?<![\\p{L}\\p{N}])${words.join('[^\\p{L}\\p{N}]+')}(?![\\p{L}\\p{N}])`;
    return rest.replace(new RegExp(written, 'giu'), LEFT_OUT);
  }, text);
}

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
/** Each email address, telephone number and postcode in a text, written one way. */
export function tracesIn(text: string): Set<string> {
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

function streetsShown(words: string, other: Reached, recipient: Reached | undefined): string[] {
  const own = plainWords((recipient?.addressLines ?? []).join(' '));
  const said = plainWords(words);
  return streetsOf(other).filter((street) => said.includes(street) && !own.includes(street));
}

/**
 * The parts of an address that are particular enough to find a home by, whichever line they are on: `3 Withy Lane` of
 * `Flat 2, 3 Withy Lane`, and `Harbour House`. Not `Flat 2`, `The flat` or a town.
 */
function streetsOf({ addressLines }: Reached): string[] {
  return addressLines
    .flatMap((line) => line.split(','))
    .map(plainWords)
    .filter((part) => part.length >= 8 && !WITHIN_A_HOUSE.test(part))
    .filter((part) => /\d/.test(part) || HOUSE_NAME.test(part));
}

// Begun only where a word begins, so that a long word is gone through once and not from each of its letters.
const EMAIL = /(?<![^\s<>()[\]",;:@])[^\s<>()[\]",;:@]+@[^\s<>()[\]",;:@]+[^\s<>()[\]",;:@.]/g;
const PHONE = /(?:\+|\b)\d[\d\s().-]{7,}\d/g;
const POSTCODE = /\b[a-z]{1,2}\d[a-z\d]?\s*\d[a-z]{2}\b/gi;

function emailsIn(text: string): string[] {
  // Most texts have none, and need not be gone through word by word.
  if (!text.includes('@')) return [];
  return (text.match(EMAIL) ?? []).map((email) => email.toLowerCase());
}

function phonesIn(text: string): string[] {
  return (text.match(PHONE) ?? []).map(plainPhone);
}

function postcodesIn(text: string): string[] {
  return (text.match(POSTCODE) ?? []).map(plainPostcode);
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
