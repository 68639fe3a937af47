import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { recordEvent } from '../../platform/events/index.ts';
import { idIn } from '../../platform/http/address.ts';
import { found } from '../../platform/http/errors.ts';
import { optionalText } from '../../platform/http/forms.ts';
import type { Outcome } from '../../platform/http/types.ts';
import { type Actor, familyName, throughOf } from '../../platform/lens/index.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay, parsePlainDate } from '../../shared/plain-date.ts';
import { accepted, refused } from '../../shared/result.ts';
import { isUuid } from '../../shared/uuid.ts';
import { whoseCases } from '../caseload/index.ts';
import { findChild, fullName } from '../children/index.ts';
import type { Asked } from './conversation.ts';
import { readConversation } from './conversation-store.ts';
import { promisedDay, write } from './message.ts';
import { insertMessage, listWaiting, PAGE } from './store.ts';

/* What a family and the SEND team write to each other, for the pages and the API alike. */

export const messageSchema = z.object({ body: optionalText(20_000), from: optionalText(200) });
export const closeSchema = z.object({ reason: optionalText(2000) });
type MessageForm = z.infer<typeof messageSchema>;

export function writeAsFamily(
  request: FastifyRequest,
  services: Services,
  { body, from }: MessageForm,
): Promise<Outcome> {
  const childId = idIn(request, 'childId');
  const name = accountName(request.actor) ?? from;
  // Theirs, and for whoever they invited: another parent does not read it.
  const contactId = throughOf(request.actor, childId)?.contactId ?? null;
  const now = services.now();
  return request.once(async (tx) => {
    const { authorityId } = found(await findChild(tx, childId));
    const written = write({ body, name });
    if (!written.ok) return written;
    if (contactId === null)
      return refused('body', 'Ask for a new code, open the case with it, and write then');
    const promisedOn = promisedDay(englishDay(now), services.config.answerWorkingDays);
    const of = { authorityId, childId };
    const sent = { from: 'family', ...written.value, contactId, sentAt: now, promisedOn } as const;
    const subjectId = await insertMessage(tx, of, sent);
    await recordEvent(tx, { ...of, kind: 'message from the family', subject: 'message', subjectId });
    return accepted(`/family/${childId}/messages`);
  });
}

const id = z.uuid().nullable().catch(null);
const part = z.coerce.number().int().positive().catch(1);
const asked = z.object({ before: id, message: id, part });
/** A page of a conversation, as the API asks for it. */
export const conversationQuery = z.object({ before: z.uuid().optional() });

/** Which of a conversation is asked for. Its address says nothing but the id of a message. */
export function askedOf(request: FastifyRequest): Asked {
  return asked.parse(request.query);
}

/** A page of what was written, which the reader has now seen. */
export async function readMessages(request: FastifyRequest, services: Services, others: 'family' | 'staff') {
  const childId = idIn(request, 'childId');
  const now = services.now();
  const { child, ...read } = await request.act(async (tx) => {
    const child = found(await findChild(tx, childId));
    const of = { childId, organisationId: null };
    return { child, ...(await readConversation(tx, of, askedOf(request), { others, at: now })) };
  });
  request.readsChildFile({ authorityId: child.authorityId, childId });
  return { childId, childName: fullName(child), bornOn: child.bornOn, ...read, today: englishDay(now) };
}

/** What families and organisations wait for: everybody's, or one caseworker's own; a page after `after`. */
export async function readWaiting(request: FastifyRequest, services: Services) {
  const asked = z
    .object({ after: z.string().catch(''), whose: z.literal('mine').nullable().catch(null) })
    .parse(request.query);
  const [day = '', id = ''] = asked.after.split(' ');
  const promisedOn = parsePlainDate(day);
  const after = promisedOn === null || !isUuid(id) ? null : { promisedOn, id };
  const today = englishDay(services.now());
  const { actor } = request;
  const rows = await request.act(async (tx) => {
    const mine = asked.whose === 'mine' && actor?.kind === 'staff';
    return listWaiting(tx, after, mine ? await whoseCases(tx, actor.accountId, today) : null);
  });
  const waiting = rows.slice(0, PAGE);
  const last = rows.length > PAGE ? waiting.at(-1) : undefined;
  return { waiting, last, first: after === null, whose: asked.whose, today };
}

/** The name of whoever signed in with an account; null for a tracker opened with a code, who is asked. */
export function accountName(actor: Actor | null): string | null {
  if (actor?.kind === 'staff') return actor.name;
  return familyName(actor);
}
