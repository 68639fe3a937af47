import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { day, noun } from '../../platform/http/json.ts';
import type { Services } from '../../platform/services.ts';
import { toCsv } from '../../shared/csv.ts';
import { PerformancePage } from './pages/performance.tsx';
import { readPerformance } from './performance-sending.ts';
import { HEAD, performanceRows } from './rows.ts';
import { KINDS, STAGES } from './survey.ts';

const manager = { access: ['manager'] } as const;
const share = z.string().nullable();

/** For an authority's leaders: how it went, how many said so, and who was not heard. */
export function performanceRoutes(app: FastifyInstance, services: Services): void {
  const at = '/performance/experience';
  app.get(at, { config: manager }, async (request, reply) =>
    reply.page(<PerformancePage page={request.pageContext()} {...(await readPerformance(services))} />),
  );

  app.get(`${at}.csv`, { config: manager }, async (_request, reply) =>
    reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="experience.csv"')
      .send(toCsv(HEAD, performanceRows(await readPerformance(services)))),
  );

  noun(app, `/api${at}`, {
    summary: 'How stages went, as people say: shares of groups large enough, by quarter. Null is of too few',
    tag: 'experience',
    may: manager,
    answer: z.object({
      quarters: z.array(day),
      // The smallest group anything is shown of.
      least: z.int(),
      responses: z.array(
        z.object({ kind: z.enum(KINDS), stage: z.enum(STAGES), asked: z.int(), share, writtenDown: share }),
      ),
      agreements: z.array(
        z.object({
          kind: z.enum(KINDS),
          answered: z.array(share),
          rows: z.array(z.object({ question: z.string(), words: z.string(), shares: z.array(share) })),
        }),
      ),
      groups: z.array(
        z.object({ topic: z.string(), groups: z.array(z.object({ name: z.string(), share })) }),
      ),
      words: z.array(z.object({ kind: z.string(), quarterOn: day, words: z.string() })),
    }),
    show: () => readPerformance(services),
  });
}
