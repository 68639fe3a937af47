import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { recordEvent } from '../events/index.ts';
import { found, NotTheirs } from '../http/errors.ts';
import type { Tx } from '../lens/index.ts';
import type { Services } from '../services.ts';
import { type OutboxLetter, STATUSES } from './letter.ts';
import { CHANNELS, LetterPage, OutboxPage } from './pages.tsx';
import { findLetter, listOutbox, PAGE, recordPosting } from './store.ts';

const listSchema = z.object({
  status: z.enum(STATUSES).nullable().catch(null).default(null),
  channel: z.enum(CHANNELS).nullable().catch(null).default(null),
  page: z.coerce.number().int().min(1).max(100_000).catch(1).default(1),
});
const MAY = { access: ['administrator', 'caseworker'] } as const;

/** The outbox: `GET /outbox`, `GET /outbox/:id`, and `POST /outbox/:id/posting` for what the authority posts itself. */
export function outboxRoutes(app: FastifyInstance, services: Services): void {
  const local = services.config.notify === null;

  app.get('/outbox', { config: MAY }, async (request, reply) => {
    const { page: number, ...filter } = listSchema.parse(request.query);
    const { letters, total } = await request.act((tx) => listOutbox(tx, { ...filter, page: number }));
    const pages = Math.max(1, Math.ceil(total / PAGE));
    return reply.page(
      <OutboxPage page={request.pageContext()} {...{ letters, filter, total, number, pages, local }} />,
    );
  });

  app.get('/outbox/:id', { config: MAY }, async (request, reply) => {
    const letter = await request.act((tx) => readLetter(tx, idOf(request)));
    return reply.page(
      <LetterPage
        page={request.pageContext()}
        letter={letter}
        showsSecret={local}
        idempotencyKey={randomUUID()}
      />,
    );
  });

  app.post('/outbox/:id/posting', { config: MAY }, async (request, reply) => {
    const id = idOf(request);
    await request.once(async (tx) => {
      const letter = found(await findLetter(tx, id));
      if (await recordPosting(tx, id, services.now())) await recordThat(tx, letter, 'letter posted');
      return { ok: true, value: `/outbox/${id}` };
    });
    return reply.redirect(`/outbox/${id}`, 303);
  });
}

// The hook that records reading takes a whole route to be about a child, and a letter to somebody still writing a request
// is about nobody yet: so a letter's reading is recorded here, with it.
async function readLetter(tx: Tx, id: string): Promise<OutboxLetter> {
  const letter = found(await findLetter(tx, id));
  if (letter.childId !== null) await recordThat(tx, letter, 'file read');
  return letter;
}

async function recordThat(tx: Tx, letter: OutboxLetter, kind: string): Promise<void> {
  const { authorityId, childId, id } = letter;
  await recordEvent(tx, { authorityId, childId, kind, subject: 'letter', subjectId: id });
}

function idOf(request: FastifyRequest): string {
  const params = z.object({ id: z.uuid() }).safeParse(request.params);
  if (!params.success) throw new NotTheirs();
  return params.data.id;
}
