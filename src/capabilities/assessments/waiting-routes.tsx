import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Services } from '../../platform/services.ts';
import { daysBetween, englishDay } from '../../shared/plain-date.ts';
import { WaitingAdvicePage } from './pages/waiting.tsx';
import { adviceDue } from './post.ts';
import { listWaitingAdvice } from './waiting-store.ts';

/** What the authority waits for: of which organisation, which kind of advice, how late, and at what pace it comes. */
export function waitingRoutes(app: FastifyInstance, services: Services): void {
  app.get('/advice-waiting', { config: { access: 'staff' } }, async (request, reply) => {
    const { rows, today } = await readWaitingAdvice(request, services);
    return reply.page(<WaitingAdvicePage page={request.pageContext()} rows={rows} today={today} />);
  });
}

export async function readWaitingAdvice(request: FastifyRequest, services: Services) {
  const today = englishDay(services.now());
  // The law's own six weeks, in days.
  const due = daysBetween(today, adviceDue(today));
  return { rows: await request.act((tx) => listWaitingAdvice(tx, today, due)), today };
}
