import { LEFT_OUT } from '../../shared/left-out.ts';
import type { Uuid } from '../../shared/uuid.ts';
import type { Addressed, Home, LetterContact } from './recipient.ts';

/**
 * Somebody on a child's file, and where they are reached, `themself` where the file is their own; or, with `home`, where the child
 * lives.
 */
type Reached = Pick<
  LetterContact,
  'id' | 'email' | 'phone' | 'addressLines' | 'postcode' | 'livesElsewhere'
> & {
  home?: Home | null;
  themself?: boolean;
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
export function whyNotSent(going: Going, onFile: readonly (LetterContact & Reached)[]): Barred | null {
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
  const shown = whoIsShown(going.words, recipient, onFile, own);
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
 * has no address on the file. Never from the young person whose home it is, nor from whoever has its postcode and was not said to
 * live elsewhere: their own street may be written otherwise.
 */
function isGuardedFrom(other: Reached, reader: Reached | undefined): boolean {
  if (other.id === reader?.id) return false;
  if (reader === undefined || (other.home ?? null) === null) return true;
  if (reader.livesElsewhere === true) return true;
  if (reader.themself === true) return false;
  const hasNone = reader.postcode === null && reader.addressLines.length === 0;
  const isThere =
    reader.postcode !== null && plainPostcode(reader.postcode) === plainPostcode(other.postcode ?? '');
  return !(isThere || (other.home === 'of a child' && hasNone));
}

/**
 * Somebody on the file whom these words show the reader how to reach, in a way that is not also the reader's own. `reader` is
 * undefined for one who is nobody on the file.
 */
export function whoIsShown<C extends Reached>(
  words: string,
  reader: C | undefined,
  onFile: readonly C[],
  own = tracesOf(reader),
): C | undefined {
  return onFile.find((other) => keptFrom(reader, other, own).some((written) => words.search(written) !== -1));
}

/** Whether anybody on a file is reached in a way that is not also the reader's own, so that there is something to leave out. */
export function hasOthers(reader: Reached | undefined, onFile: readonly Reached[]): boolean {
  return onFile.some((other) => keptFrom(reader, other).length > 0);
}

/** All that shows how another on the file is reached and is not also the reader's own, each however it may be written. */
function keptFrom(reader: Reached | undefined, other: Reached, own = tracesOf(reader)): RegExp[] {
  if (!isGuardedFrom(other, reader)) return [];
  const home = plainWords((reader?.addressLines ?? []).join(' '));
  const streets = streetsOf(other).filter((street) => !home.includes(street));
  return [
    ...[...tracesOf(other)].filter((trace) => !own.has(trace)).map(asWritten),
    ...streets.map((street) => between(street.trim().replaceAll(' ', '[^\\p{L}\\p{N}]+'))),
  ];
}

const NO_ADDRESS = {
  email: 'There is no email address on the file to send it to',
  text: 'There is no phone number on the file to send it to',
  post: 'There is no postal address on the file to send it to',
} as const;

// A number before a word as a street has it: no year, and no length of time, date or count, unless a street is named after one:
// `14 Week Street`, `6 May Road`.
const NUMBER = '(?<!\\d)(?!(?:19|20)\\d\\d\\b)\\d{1,5}[A-Za-z]?';
const COUNTED = anyCase(
  'january|february|march|april|may|june|july|august|september|october|november|december|working|child|children|people|of|and|or|to|from|at|on|in|is|under|if|it|we',
);
const UNITS = anyCase('day|week|month|year|hour|minute|page|adult|pupil');
const KINDS = anyCase(
  'avenue|ave|close|court|crescent|drive|gardens|green|grove|hill|lane|mews|parade|park|place|rd|rise|road|row|square|st|street|terrace|view|walk|way',
);
const WORD = `(?:[A-Za-z][A-Za-z'’]{2,}|[A-Z][a-z]|(?:${anyCase('st|de|la|le')})\\b)`;
const STREET = new RegExp(
  `${NUMBER}\\s+(?!(?:${COUNTED}|(?:${UNITS})[sS]?)\\b(?!\\s+(?:[A-Z]|(?:${KINDS})\\b)))${WORD}|${NUMBER}, ?[A-Z][a-z]`,
);

// Each word small, with a capital and in capitals: `(?i:…)` within a pattern was seen to lose its meaning in a process that had run for long.
function anyCase(words: string): string {
  return words.replace(
    /\w+/g,
    (word) => `${word}|${word[0]?.toUpperCase()}${word.slice(1)}|${word.toUpperCase()}`,
  );
}

// A house with a name in place of a number: a refuge often is one.
const HOUSE_WORDS =
  'barn|bungalow|cottage|court|farm|grange|hall|house|lodge|manor|mill|rectory|vicarage|villa';
const HOUSE = new RegExp(`[^\\s<>"][\\s\\-\\u2010-\\u2015]{1,3}(?:${HOUSE_WORDS})\\b`, 'i');
const HOUSE_NAME = new RegExp(`[a-z] (?:${HOUSE_WORDS}) $`);

// One of many flats tells of no street.
const WITHIN_A_HOUSE = /^ (?:apartment|block|flat|floor|plot|room|unit) \w+ $/;

/** Whether a text may say how to reach anybody at all, but those of `known`: asked first, since most pages say nothing. */
export function mayShow(text: string, known: ReadonlySet<string>): boolean {
  if (STREET.test(text) || namesHouse(text)) return true;
  return [...tracesIn(text)].some((trace) => !known.has(trace));
}

/** Whether a text may name a house, which is neither a figure nor an @. */
export function namesHouse(text: string): boolean {
  return HOUSE.test(text);
}

/** How to say a text to a reader without what shows how to reach another on the file, unless it is also the reader's own. */
export function withoutOthers(
  reader: Reached | undefined,
  onFile: readonly Reached[],
): (text: string) => string {
  const kept = onFile.flatMap((other) => keptFrom(reader, other));
  return (text) => kept.reduce((rest, written) => rest.replaceAll(written, LEFT_OUT), text);
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

/** Each email address, telephone number and postcode in a text, written one way. */
export function tracesIn(text: string): Set<string> {
  return new Set([...emailsIn(text), ...phonesIn(text), ...postcodesIn(text)]);
}

/** The email address, telephone numbers and postcode of somebody, written one way. What is too short to be one tells nothing. */
function tracesOf(one: Reached | undefined): Set<string> {
  const email = one?.email?.trim().toLowerCase() ?? '';
  const phones = (one?.phone ?? '').split(BETWEEN_PHONES).map(plainPhone);
  const postcode = plainPostcode(one?.postcode ?? '');
  return new Set([
    ...(email.includes('@') ? [email] : []),
    ...phones.filter((phone) => phone.length >= 9),
    ...(postcodesIn(postcode)[0] === postcode ? [postcode] : []),
  ]);
}

// What may stand between the figures of one number, and what only between two.
const APART = '\\s().\\-\\u2010-\\u2015';
const BETWEEN_PHONES = new RegExp(`[^+\\d${APART}]+`, 'u');

/** However a trace may be written: spaced or not, whatever stands beside it, a telephone number with its country or without. */
function asWritten(trace: string): RegExp {
  if (trace.includes('@')) {
    const email = RegExp.escape(trace);
    return new RegExp(`(?<![\\p{L}\\p{N}][._%+-]?)${email}(?![\\p{L}\\p{N}]|[.-][\\p{L}\\p{N}])`, 'giu');
  }
  if (/[A-Z]/.test(trace)) return between(`${trace.slice(0, -3)}\\s*${trace.slice(-3)}`);
  const apart = `[${APART}]*`;
  const figures = [...trace.replace(/^[0+]/, '')].join(apart);
  const abroad = `(?:\\+|00)${apart}`;
  const before = trace.startsWith('+') ? abroad : `(?:(?:${abroad})?44${apart}(?:0${apart})?|0${apart})?`;
  return new RegExp(`(?<!\\d)${before}${figures}(?!\\d)`, 'gu');
}

function between(written: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])${written}(?![\\p{L}\\p{N}])`, 'giu');
}

/**
 * The parts of an address that are particular enough to find a home by, whichever line they are on: `3 Withy Lane` of
 * `Flat 2, 3 Withy Lane`, and `Harbour House`. Not `Flat 2`, `The flat` or a town.
 */
function streetsOf({ addressLines }: Reached): string[] {
  return (
    addressLines
      .join(',')
      // A number by itself is that of the street after it.
      .replace(/(?<=(?:^|,)\s*\d+[a-z]?)\s*,/gi, ' ')
      .split(',')
      .map(plainWords)
      .filter((part) => part.length >= 8 && !WITHIN_A_HOUSE.test(part))
      .filter((part) => /\d/.test(part) || HOUSE_NAME.test(part))
  );
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
    .replace(/^(?:\+|00|(?=44\d{10}$))440?/, '0')
    .replace(/^00/, '+');
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
