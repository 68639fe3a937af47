import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { englishDay, sayDate } from '../../shared/plain-date.ts';
import { idIn } from '../http/address.ts';
import { found } from '../http/errors.ts';
import { drawEasyRead } from '../pdf/index.ts';
import { renderLetterPdf } from '../pdf/letter.ts';
import type { HomeAuthority, Services } from '../services.ts';
import { findEasyRead } from './easy-read.ts';
import { STATUSES, wordsOf } from './letter.ts';
import type { LetterNow } from './letter-now.ts';
import { LetterPage } from './letter-page.tsx';
import { outboxApi } from './outbox-api.ts';
import { postOnce, readLetter, sendAgainOnce } from './outbox-sending.ts';
import { CHANNELS, OutboxPage } from './pages.tsx';
import { listElsewhere, listOutbox, PAGE } from './store.ts';

const listSchema = z.object({
  status: z.enum(STATUSES).nullable().catch(null).default(null),
  channel: z.enum(CHANNELS).nullable().catch(null).default(null),
  page: z.coerce.number().int().min(1).max(100_000).catch(1).default(1),
});
/** Who sees what is sent. */
export const POSTS = ['administrator', 'caseworker'] as const;
const MAY = { access: POSTS } as const;

/**
 * The outbox: `GET /outbox`, `GET /outbox/:id` and the same to print, `POST /outbox/:id/posting` for what the authority
 * posts itself, and `POST /outbox/:id/again` for what did not reach somebody.
 */
export function outboxRoutes(app: FastifyInstance, services: Services): void {
  outboxApi(app, services);
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
    await postOnce(request, services);
    return reply.redirect(`/outbox/${idIn(request, 'id')}`, 303);
  });

  app.post('/outbox/:id/again', { config: MAY }, async (request, reply) => {
    const outcome = await sendAgainOnce(request);
    return reply.redirect(outcome.ok ? outcome.value : `/outbox/${idIn(request, 'id')}`, 303);
  });
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
