import type { FastifyRequest } from 'fastify';
import { accepted, refused } from '../../shared/result.ts';
import { recordEvent } from '../events/index.ts';
import { idIn } from '../http/address.ts';
import { found } from '../http/errors.ts';
import type { Outcome } from '../http/types.ts';
import type { Tx } from '../lens/index.ts';
import type { Services } from '../services.ts';
import { wordsWithin } from './enclosed.ts';
import type { OutboxLetter } from './letter.ts';
import { type LetterNow, letterNow } from './letter-now.ts';
import { sendLetter } from './send.ts';
import { findLetter, lockLetter, readdress, recordPosting, recordSending } from './store.ts';
import { sameWay } from './where-now.ts';

/* What is done with a letter of the outbox, for the pages and the API alike. */

/** Records that the authority posted a letter itself; one that may not go any more is marked so instead. */
export function postOnce(request: FastifyRequest, services: Services): Promise<Outcome> {
  const id = idIn(request, 'id');
  return request.once(async (tx) => {
    const now = await letterNow(tx, found(await lockLetter(tx, id)));
    if (now.barred !== null) await recordSending(tx, id, { failure: now.barred.why }, services.now());
    else if (await recordPosting(tx, id, services.now())) await posted(tx, now);
    return accepted(`/outbox/${id}`);
  });
}

/** Sends what did not reach somebody once more, to where they are now. */
export function sendAgainOnce(request: FastifyRequest): Promise<Outcome> {
  const id = idIn(request, 'id');
  return request.once(async (tx) => {
    const sent = await sendAgain(tx, await letterNow(tx, found(await lockLetter(tx, id))));
    return sent === null
      ? refused('letter', 'This letter cannot be sent again')
      : accepted(`/outbox/${sent}`);
  });
}

async function posted(tx: Tx, { letter, goesTo }: LetterNow): Promise<void> {
  if (!sameWay(letter, goesTo)) await readdress(tx, letter, goesTo);
  await recordThat(tx, letter, 'letter posted');
}

/** Writes the same letter to where its recipient is now. A one-time code is never sent twice: they ask for another. */
async function sendAgain(
  tx: Tx,
  { letter, recipient, elsewhere, again, unread }: LetterNow,
): Promise<string | null> {
  const didNotReach = elsewhere || letter.failedAt !== null;
  if (recipient === undefined || !didNotReach || letter.body.includes('((secret))')) return null;
  if (again !== undefined) return again.id;
  if (unread) return null;
  const { words } = await wordsWithin(tx, letter);
  const { authorityId, childId, template, subject, body, documentId, reason, short, chosenWay } = letter;
  const sent = await sendLetter(tx, {
    authorityId,
    childId,
    to: { kind: 'contact', contact: recipient },
    template,
    subject,
    body,
    againOf: letter.id,
    way: chosenWay,
    ...(short ? { length: 'short' } : {}),
    ...(documentId === null ? {} : { documentId, documentWords: words }),
    ...(reason === null ? {} : { reason }),
  });
  if (sent !== null) await recordThat(tx, letter, 'letter sent again');
  return sent;
}

// The hook that records reading takes a whole route to be about a child, and a letter to somebody still writing a request
// is about nobody yet: so a letter's reading is recorded here, with it.
export async function readLetter(tx: Tx, id: string): Promise<LetterNow> {
  const letter = found(await findLetter(tx, id));
  if (letter.childId !== null) await recordThat(tx, letter, 'file read');
  return letterNow(tx, letter);
}

async function recordThat(tx: Tx, letter: OutboxLetter, kind: string): Promise<void> {
  const { authorityId, childId, id } = letter;
  await recordEvent(tx, { authorityId, childId, kind, subject: 'letter', subjectId: id });
}
