import type { Tx } from '../lens/index.ts';
import { findEasyRead } from './easy-read.ts';
import { wordsWithin } from './enclosed.ts';
import type { OutboxLetter } from './letter.ts';
import { type ContactOnFile, contactsOnFile } from './on-file.ts';
import type { Addressed } from './recipient.ts';
import { type Barred, whyNotSent } from './safe-contact.ts';
import { findAgain } from './store.ts';
import { wentElsewhere, whereNow } from './where-now.ts';

/** A letter beside the child's file as it is now. */
export type LetterNow = {
  letter: OutboxLetter;
  /** The person on the file it is for; undefined for an organisation, or for somebody on no file. */
  recipient: ContactOnFile | undefined;
  /** Where it goes if it goes now, or went. */
  goesTo: Addressed;
  /** Why it may not go now; null where it may. */
  barred: Barred | null;
  /** It went to an address that is no longer theirs. */
  elsewhere: boolean;
  /** What is enclosed has not been read yet, so it cannot be said to be safe to send again. */
  unread: boolean;
  /** An Easy Read paper goes with it. */
  inEasyRead: boolean;
  /** The letter that repeats it. */
  again: { id: string; createdAt: Date } | undefined;
};

/** What the file as it is now says of a letter: where it goes, and whether it may. */
export async function letterNow(tx: Tx, letter: OutboxLetter): Promise<LetterNow> {
  const onFile = letter.childId === null ? [] : await contactsOnFile(tx, letter.childId);
  const recipient = onFile.find(({ id }) => id === letter.contactId);
  const gone = letter.sentAt !== null;
  // What is printed here is posted, whichever way they have come to prefer since.
  const posted = recipient !== undefined && letter.byHandSince !== null;
  const to = whereNow(letter, posted ? { ...recipient, prefers: 'post' } : recipient);
  const written = { name: letter.recipientName, channel: letter.channel, address: [...letter.address] };
  const goesTo = gone || (posted && to.address.length === 0) ? written : to;
  const { words, unread } = await wordsWithin(tx, letter);
  return {
    letter,
    recipient,
    goesTo,
    barred: whyNotSent({ contactId: letter.contactId, to: goesTo, words }, onFile),
    elsewhere: gone && recipient?.restricted === false && wentElsewhere(letter, recipient),
    unread,
    inEasyRead: (await findEasyRead(tx, letter.id)) !== undefined,
    again: await findAgain(tx, letter.id),
  };
}
