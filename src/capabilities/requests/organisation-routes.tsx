import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { NotTheirs } from '../../platform/http/errors.ts';
import { day, noun } from '../../platform/http/json.ts';
import { listSentByThem, PAGE } from './organisation-store.ts';
import { SentByThemPage } from './pages/organisation.tsx';
import { OUTCOMES } from './request.ts';

const organisation = { access: 'organisation' } as const;
const askedSchema = z.object({ before: z.uuid().nullable().catch(null) });

/** What an organisation itself sent, whichever colleague did and to whichever authority: for it is its to follow and take back. */
export function organisationRoutes(app: FastifyInstance): void {
  app.get('/inbox/sent', { config: organisation }, async (request, reply) =>
    reply.page(<SentByThemPage page={request.pageContext()} {...(await readSent(request))} />),
  );

  noun(app, '/api/inbox/sent', {
    summary: `What your organisation sent, latest first, and what became of it as far as you are told; ${PAGE} at a time`,
    tag: 'inbox',
    may: organisation,
    query: z.object({ before: z.uuid().optional() }),
    answer: z.object({
      sent: z.array(
        z.object({
          id: z.uuid(),
          reference: z.string(),
          authorityName: z.string(),
          what: z.enum(['request', 'brought to attention']),
          receivedOn: day,
          decideBy: day,
          /** Null while it is not decided, and of a child brought to attention: the authority tells the family. */
          decided: z.object({ outcome: z.enum(OUTCOMES), on: day }).nullable(),
          endedOn: day.nullable(),
        }),
      ),
      next: z.uuid().nullable(),
    }),
    show: readSent,
  });
}

async function readSent(request: FastifyRequest) {
  const { actor } = request;
  if (actor?.kind !== 'organisation') throw new NotTheirs();
  const { before } = askedSchema.parse(request.query);
  const rows = await request.act((tx) => listSentByThem(tx, actor.organisationId, before));
  const sent = rows.slice(0, PAGE);
  return { sent, next: rows.length > PAGE ? (sent.at(-1)?.id ?? null) : null, first: before === null };
}
