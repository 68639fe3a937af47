import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { recordEvent } from '../../platform/events/index.ts';
import { idIn } from '../../platform/http/address.ts';
import { found } from '../../platform/http/errors.ts';
import { optionalText } from '../../platform/http/forms.ts';
import type { Outcome } from '../../platform/http/types.ts';
import type { Tx } from '../../platform/lens/index.ts';
import { sendLetter, whoIsShown } from '../../platform/notifications/index.ts';
import type { Services } from '../../platform/services.ts';
import { accepted, type Result, refused } from '../../shared/result.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { type Contact, findChild, fullName, listContacts } from '../children/index.ts';
import { whereToTurn } from '../requests/index.ts';
import { listToTell } from '../rights/index.ts';
import { listUnanswered } from './conversation-store.ts';
import { toldOfMessage } from './letters.ts';
import { addressee, close, type Waits, write } from './message.ts';
import { accountName, closeSchema } from './sending.ts';
import { answerWaiting, insertMessage } from './store.ts';

/* What the SEND team answers a family, for the page and the API alike: one person on the file, or everybody. */

const to = optionalText(36);
export const answerSchema = z.object({ body: optionalText(20_000), to });
export const closureSchema = closeSchema.extend({ to });

/** Writes to one of the family, or to everybody who may be told; and tells them that there is a message. */
export function writeAsStaff(
  request: FastifyRequest,
  services: Services,
  { body, to }: z.infer<typeof answerSchema>,
): Promise<Outcome> {
  const childId = idIn(request, 'childId');
  const now = services.now();
  return request.once(async (tx) => {
    const child = found(await findChild(tx, childId));
    const written = write({ body, name: accountName(request.actor) ?? '' });
    if (!written.ok) return written;
    const waiting = await listUnanswered(tx, { childId, organisationId: null });
    const readers = await listReaders(tx, services, childId, waiting);
    const whose = addressee(to, waiting, readers);
    if (!whose.ok) return whose;
    const contactId = whose.value;
    const shown = showsNobody(body, contactId, await listContacts(tx, childId));
    if (!shown.ok) return shown;
    const of = { authorityId: child.authorityId, childId };
    const sent = { from: 'staff', ...written.value, contactId, sentAt: now, promisedOn: null } as const;
    const subjectId = await insertMessage(tx, of, sent);
    await answerWaiting(tx, { childId, contactId }, { at: now, closedReason: null });
    await recordEvent(tx, { ...of, kind: 'message to the family', subject: 'message', subjectId });
    const told =
      contactId === null
        ? await listToTell(tx, services, childId, TAKING_PART)
        : readers.filter(({ id }) => id === contactId);
    const message = { childName: fullName(child), from: sent.name, body: sent.body };
    for (const contact of told) {
      const words = toldOfMessage(message, whereToTurn(services.authority), contact.prefers === 'post');
      await sendLetter(tx, { ...of, to: { kind: 'contact', contact }, template: 'message', ...words });
    }
    return accepted(`/cases/${childId}/messages`);
  });
}

/** Says that what somebody of the family wrote needs no answer, with the reason they will read. */
export function closeWaiting(
  request: FastifyRequest,
  services: Services,
  { reason, to }: z.infer<typeof closureSchema>,
): Promise<Outcome> {
  const childId = idIn(request, 'childId');
  return request.once(async (tx) => {
    const { authorityId } = found(await findChild(tx, childId));
    const waiting = await listUnanswered(tx, { childId, organisationId: null });
    const closed = close(waiting, reason);
    if (!closed.ok) return closed;
    const whose = addressee(to, waiting, await listReaders(tx, services, childId, waiting));
    if (!whose.ok) return whose;
    await answerWaiting(
      tx,
      { childId, contactId: whose.value },
      { at: services.now(), closedReason: closed.value },
    );
    const about = { authorityId, childId, subject: 'child', subjectId: childId } as const;
    await recordEvent(tx, { ...about, kind: 'message needs no answer' });
    return accepted(`/cases/${childId}/messages`);
  });
}

const TAKING_PART = 'taking part in the assessment';

/** Whom the team may write to: whoever is told of this case, and whoever wrote and waits; nobody contact with whom is restricted. */
export async function listReaders(
  tx: Tx,
  services: Services,
  childId: Uuid,
  waiting: readonly Waits[],
): Promise<Contact[]> {
  const told = await listToTell(tx, services, childId, TAKING_PART);
  const wrote = (await listContacts(tx, childId)).filter(({ id }) =>
    waiting.some(({ contactId }) => contactId === id),
  );
  const all = new Map([...told, ...wrote].map((contact) => [contact.id, contact]));
  return [...all.values()].filter(({ restricted }) => !restricted);
}

/** Refuses words that show one person on the file how to reach another: a page is read as a letter is. */
function showsNobody(words: string, contactId: Uuid | null, onFile: readonly Contact[]): Result<null> {
  const readers = onFile.filter(({ id, restricted }) =>
    contactId === null ? !restricted : id === contactId,
  );
  for (const reader of readers) {
    const other = whoIsShown(words, reader, onFile);
    if (other !== undefined) {
      const way = `This says how to reach ${other.name}, and ${reader.name} would read it`;
      return refused('body', `${way}. Take it out, or write to ${other.name} alone`);
    }
  }
  return accepted(null);
}
