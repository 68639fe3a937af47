import { type Addressed, addressOf, type Channel, type LetterContact, type Way, wayOf } from './recipient.ts';

type Written = { recipientName: string; channel: Channel; address: readonly string[] };

/** Where a letter goes if it goes now: to where its recipient is, the way they now prefer, and not where they were. */
export function whereNow(
  letter: Written & { short: boolean; chosenWay: Way | null },
  recipient: LetterContact | undefined,
): Addressed {
  if (recipient === undefined)
    return { name: letter.recipientName, channel: letter.channel, address: [...letter.address] };
  const contact = { ...recipient, prefers: wayOf(recipient, letter.chosenWay) };
  return addressOf({ kind: 'contact', contact }, letter.short ? 'short' : 'letter');
}

/** Whether a letter went to an address that is no longer its recipient's. Another way of writing to them is no other address. */
export function wentElsewhere(letter: Written, recipient: LetterContact | undefined): boolean {
  if (recipient === undefined || letter.channel === 'portal') return false;
  const theirs = addressOf(
    { kind: 'contact', contact: { ...recipient, prefers: letter.channel } },
    'short',
  ).address;
  return plain(letter.address) !== plain(theirs);
}

export function sameWay(one: Omit<Written, 'recipientName'>, other: Omit<Written, 'recipientName'>): boolean {
  return one.channel === other.channel && one.address.join('\n') === other.address.join('\n');
}

function plain(lines: readonly string[]): string {
  return lines
    .join(' ')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}@]+/gu, '');
}
