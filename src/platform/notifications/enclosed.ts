import { findWords } from '../documents/reading/page-store.ts';
import type { Tx } from '../lens/index.ts';
import type { OutboxLetter } from './letter.ts';

/**
 * Every word somebody reads who is sent a letter: its own, and those of what is enclosed. `unread` while the service has not
 * read the enclosure, so that nobody can say whether it shows how to reach another on the file.
 */
export async function wordsWithin(
  tx: Tx,
  { subject, body, contactId, documentId }: OutboxLetter,
): Promise<{ words: string; unread: boolean }> {
  const own = `${subject}\n${body}`;
  // What an organisation is sent is not for anybody on the file.
  if (documentId === null || contactId === null) return { words: own, unread: false };
  const enclosed = await findWords(tx, documentId);
  return { words: [own, enclosed ?? ''].join('\n'), unread: enclosed === undefined };
}
