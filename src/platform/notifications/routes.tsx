import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { englishDay, sayDate } from '../../shared/plain-date.ts';
import { refused } from '../../shared/result.ts';
import { recordEvent } from '../events/index.ts';
import { idIn } from '../http/address.ts';
import { found } from '../http/errors.ts';
import type { Tx } from '../lens/index.ts';
import { drawEasyRead } from '../pdf/index.ts';
import { renderLetterPdf } from '../pdf/letter.ts';
import type { HomeAuthority, Services } from '../services.ts';
import { findEasyRead } from './easy-read.ts';
import { type OutboxLetter, STATUSES, wordsOf } from './letter.ts';
import { type LetterNow, letterNow } from './letter-now.ts';
import { LetterPage } from './letter-page.tsx';
import { CHANNELS, OutboxPage } from './pages.tsx';
import { sendLetter } from './send.ts';
import {
  findLetter,
  listElsewhere,
  listOutbox,
  lockLetter,
  PAGE,
  readdress,
  recordPosting,
  recordSending,
} from './store.ts';
import { sameWay } from './where-now.ts';

const listSchema = z.object({
  status: z.enum(STATUSES).nullable().catch(null).default(null),
  channel: z.enum(CHANNELS).nullable().catch(null).default(null),
  page: z.coerce.number().int().min(1).max(100_000).catch(1).default(1),
});
const MAY = { access: ['administrator', 'caseworker'] } as const;

/**
 * The outbox: `GET /outbox`, `GET /outbox/:id` and the same to print, `POST /outbox/:id/posting` for what the authority
 * posts itself, and `POST /outbox/:id/again` for what did not reach somebody.
 */
export function outboxRoutes(app: FastifyInstance, services: Services): void {
  const local = services.config.notify === null;

  app.get('/outbox', { config: MAY }, async (request, reply) => {
    const { page: number, ...filter } = listSchema.parse(request.query);
    const { letters, total, elsewhere } = await request.act(async (tx) => {
      const listed = await listOutbox(tx, { ...filter, page: number });
      return { ...listed, elsewhere: await listElsewhere(tx, listed.letters) };
    });
    const pages = Math.max(1, Math.ceil(total / PAGE));
    const shown = { letters, filter, total, number, pages, local, elsewhere };
    return reply.page(<OutboxPage page={request.pageContext()} {...shown} />);
  });

  app.get('/outbox/:id', { config: MAY }, async (request, reply) => {
    const now = await request.act((tx) => readLetter(tx, idIn(request, 'id')));
    const keys = { postingKey: randomUUID(), againKey: randomUUID() };
    return reply.page(<LetterPage page={request.pageContext()} {...now} {...keys} showsSecret={local} />);
  });

  app.get('/outbox/:id/letter.pdf', { config: MAY }, async (request, reply) => {
    const now = await request.act((tx) => readLetter(tx, idIn(request, 'id')));
    // The page says why it may not go: nothing is printed to be sent that must not be.
    if (now.barred !== null && now.letter.sentAt === null)
      return reply.redirect(`/outbox/${now.letter.id}`, 303);
    return reply.type('application/pdf').send(Buffer.from(await printed(now, services.authority, local)));
  });

  app.get('/outbox/:id/easy-read.pdf', { config: MAY }, async (request, reply) => {
    const { now, made } = await request.act(async (tx) => {
      const now = await readLetter(tx, idIn(request, 'id'));
      return { now, made: found(await findEasyRead(tx, now.letter.id)) };
    });
    if (now.barred !== null && now.letter.sentAt === null)
      return reply.redirect(`/outbox/${now.letter.id}`, 303);
    const { name, brandColour: colour } = services.authority;
    const pdf = drawEasyRead({
      authority: { name, ...(colour === null ? {} : { colour }) },
      content: made.content,
      date: made.on,
      footer: `${name}, ${sayDate(made.on)}`,
      tested: services.config.easyReadTest,
    });
    return reply.type('application/pdf').send(Buffer.from(pdf));
  });

  app.post('/outbox/:id/posting', { config: MAY }, async (request, reply) => {
    const id = idIn(request, 'id');
    await request.once(async (tx) => {
      const now = await letterNow(tx, found(await lockLetter(tx, id)));
      if (now.barred !== null) await recordSending(tx, id, { failure: now.barred.why }, services.now());
      else if (await recordPosting(tx, id, services.now())) await posted(tx, now);
      return { ok: true, value: `/outbox/${id}` };
    });
    return reply.redirect(`/outbox/${id}`, 303);
  });

  app.post('/outbox/:id/again', { config: MAY }, async (request, reply) => {
    const id = idIn(request, 'id');
    const outcome = await request.once(async (tx) => {
      const sent = await sendAgain(tx, await letterNow(tx, found(await lockLetter(tx, id))));
      return sent === null
        ? refused('letter', 'This letter cannot be sent again')
        : { ok: true, value: `/outbox/${sent}` };
    });
    return reply.redirect(outcome.ok ? outcome.value : `/outbox/${id}`, 303);
  });
}

async function posted(tx: Tx, { letter, goesTo }: LetterNow): Promise<void> {
  if (!sameWay(letter, goesTo)) await readdress(tx, letter, goesTo);
  await recordThat(tx, letter, 'letter posted');
}

/** Writes the same letter to where its recipient is now. A one-time code is never sent twice: they ask for another. */
async function sendAgain(tx: Tx, { letter, recipient, elsewhere, again }: LetterNow): Promise<string | null> {
  const didNotReach = elsewhere || letter.failedAt !== null;
  if (recipient === undefined || !didNotReach || letter.body.includes('((secret))')) return null;
  if (again !== undefined) return again.id;
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
    ...(documentId === null ? {} : { documentId }),
    ...(reason === null ? {} : { reason }),
  });
  if (sent !== null) await recordThat(tx, letter, 'letter sent again');
  return sent;
}

function printed(
  { letter, recipient, goesTo, inEasyRead }: LetterNow,
  authority: HomeAuthority,
  local: boolean,
) {
  const { name, phone, email, brandColour } = authority;
  const body = wordsOf(letter.body, local ? (letter.secret ?? '') : '[one-time code]');
  return renderLetterPdf({
    authority: {
      name,
      ...(brandColour === null ? {} : { colour: brandColour }),
      address: (authority.address ?? '').split('\n').filter((line) => line.trim() !== ''),
      contact: [phone, email].filter((way) => way !== null).join(' · '),
    },
    recipient: [goesTo.name, ...(goesTo.channel === 'post' ? goesTo.address : [])],
    date: englishDay(letter.createdAt),
    reference: '',
    heading: letter.subject,
    blocks: [
      { kind: 'text', text: body },
      ...(inEasyRead
        ? [{ kind: 'text', text: 'With this letter: the same in Easy Read, with pictures.' } as const]
        : []),
    ],
    large: recipient?.format === 'large print',
  });
}

// The hook that records reading takes a whole route to be about a child, and a letter to somebody still writing a request
// is about nobody yet: so a letter's reading is recorded here, with it.
async function readLetter(tx: Tx, id: string): Promise<LetterNow> {
  const letter = found(await findLetter(tx, id));
  if (letter.childId !== null) await recordThat(tx, letter, 'file read');
  return letterNow(tx, letter);
}

async function recordThat(tx: Tx, letter: OutboxLetter, kind: string): Promise<void> {
  const { authorityId, childId, id } = letter;
  await recordEvent(tx, { authorityId, childId, kind, subject: 'letter', subjectId: id });
}
