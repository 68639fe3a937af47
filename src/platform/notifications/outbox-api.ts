import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { idIn } from '../http/address.ts';
import { moment, noun } from '../http/json.ts';
import type { Services } from '../services.ts';
import { type OutboxLetter, STATUSES, statusOf, wordsOf } from './letter.ts';
import { postOnce, readLetter, sendAgainOnce } from './outbox-sending.ts';
import { CHANNELS } from './pages.tsx';
import { listOutbox } from './store.ts';

const may = { access: ['administrator', 'caseworker'] } as const;
const tag = 'outbox';
const listed = {
  id: z.uuid(),
  childId: z.uuid().nullable(),
  recipientName: z.string(),
  channel: z.enum(CHANNELS),
  subject: z.string(),
  status: z.enum(STATUSES),
  createdAt: moment,
  sentAt: moment.nullable(),
};
const asked = z.object({
  status: z.enum(STATUSES).nullable().default(null),
  channel: z.enum(CHANNELS).nullable().default(null),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
});
const letter = z.object({
  ...listed,
  body: z.string(),
  reason: z.string().nullable(),
  goesTo: z.object({ name: z.string(), channel: z.enum(CHANNELS), address: z.array(z.string()).readonly() }),
  sentBy: z.string().nullable(),
  /** Why it was not sent. */
  failure: z.string().nullable(),
  /** Why it may not go as things are. */
  barred: z.string().nullable(),
  /** It went to an address that is no longer theirs. */
  wentElsewhere: z.boolean(),
  /** The letter that repeats it. */
  againId: z.uuid().nullable(),
  documentId: z.uuid().nullable(),
});

/** The outbox as JSON, for whoever posts the authority's letters; nobody is told a one-time code. */
export function outboxApi(app: FastifyInstance, services: Services): void {
  noun(app, '/api/outbox', {
    summary: 'Letters, newest first, fifty to a page',
    tag,
    may,
    query: asked,
    answer: z.object({ total: z.int(), letters: z.array(z.object(listed)) }),
    show: async (request) => {
      const { letters, total } = await request.act((tx) => listOutbox(tx, asked.parse(request.query)));
      return { total, letters: letters.map(withStatus) };
    },
  });
  const takes = noun(app, '/api/outbox/:id', {
    summary: 'One letter: what it says, where it goes, and what became of it',
    tag,
    may,
    answer: letter,
    show: showLetter,
  });
  takes('/api/outbox/:id/posting', {
    summary: 'Record that you posted a letter',
    may,
    form: z.object({}),
    act: (request) => postOnce(request, services),
  });
  takes('/api/outbox/:id/again', {
    summary: 'Send a letter that did not reach somebody to where they are now',
    may,
    form: z.object({}),
    act: sendAgainOnce,
  });
}

async function showLetter(request: FastifyRequest): Promise<z.input<typeof letter>> {
  const now = await request.act((tx) => readLetter(tx, idIn(request, 'id')));
  return {
    ...withStatus(now.letter),
    body: wordsOf(now.letter.body, '[one-time code or link, not shown]'),
    goesTo: now.goesTo,
    barred: now.letter.sentAt === null ? (now.barred?.why ?? null) : null,
    wentElsewhere: now.elsewhere,
    againId: now.again?.id ?? null,
  };
}

function withStatus(letter: OutboxLetter) {
  return { ...letter, status: statusOf(letter) };
}
