import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Services } from '../../platform/services.ts';
import { englishDay } from '../../shared/plain-date.ts';
import { whoseCases } from '../caseload/index.ts';
import { listOf, PAGE } from './list-store.ts';
import { LISTS } from './lists.ts';
import { ListsPage } from './pages/lists.tsx';
import { staffOf } from './post.ts';

const askedSchema = z.object({
  list: z.enum(LISTS).catch('no place'),
  whose: z.literal('mine').nullable().catch(null),
  page: z.coerce.number().int().min(1).max(100_000).default(1).catch(1),
});

/** Lists of children without a place, not admitted, or without what their plan says. */
export function listRoutes(app: FastifyInstance, services: Services): void {
  app.get('/placements', { config: { access: 'staff' } }, async (request, reply) => {
    const shown = await readList(request, services);
    return reply.page(<ListsPage page={request.pageContext()} {...shown} />);
  });
}

/** One page of one list: everybody's, or of one caseworker's own cases and those they cover. */
export async function readList(request: FastifyRequest, services: Services) {
  const { list, whose, page: number } = askedSchema.parse(request.query);
  const today = englishDay(services.now());
  const { accountId } = staffOf(request);
  const { listed, count } = await request.act(async (tx) => {
    const accounts = whose === 'mine' ? await whoseCases(tx, accountId, today) : null;
    return listOf(tx, list, { whose: accounts, today, page: number });
  });
  return { list, whose, listed, count, number, pages: Math.max(1, Math.ceil(count / PAGE)), today };
}
