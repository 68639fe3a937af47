import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { day } from '../../platform/http/json.ts';
import type { Tx } from '../../platform/lens/index.ts';
import type { Services } from '../../platform/services.ts';
import { toCsv } from '../../shared/csv.ts';
import { englishDay } from '../../shared/plain-date.ts';
import { checkBy } from './check-promise.ts';
import { countChasing, countCheckWaits, countEffort, listCheckWaits, listDeeds } from './effort-store.ts';
import { sayEvent } from './event-words.ts';
import { EffortPage } from './pages/effort.tsx';

const desk = ['caseworker', 'manager'] as const;
const AT = '/caseload/families';
const count = z.int().min(0);
const days = count.nullable();
const LISTED = 200;
const answer = z.object({
  checks: z.object({ waiting: count, longest: days, checked: count, half: days, nineInTen: days }),
  waiting: z.array(
    z.object({
      childId: z.uuid(),
      reference: z.string(),
      caseworker: z.string().nullable(),
      since: day,
      promisedBy: day.nullable(),
    }),
  ),
  effort: z.object({ families: count, half: days, nineInTen: days }),
  deeds: z.array(z.object({ kind: z.string(), times: count, families: count })),
  chasing: z.object({ written: count, again: count, afterPromise: count, told: count }),
});

/** What it takes families in a year, and how long those who must be checked wait: counted from what was recorded. */
export function effortRoutes(app: FastifyInstance, services: Services): void {
  const measured = async (tx: Tx) => {
    const today = englishDay(services.now());
    return {
      checks: await countCheckWaits(tx, today),
      waiting: (await listCheckWaits(tx, LISTED)).map((one) => ({
        ...one,
        promisedBy: checkBy(one.since, services.config.checkWorkingDays),
      })),
      effort: await countEffort(tx, today),
      deeds: await listDeeds(tx, today),
      chasing: await countChasing(tx, today),
    };
  };

  app.get(AT, { config: { access: desk } }, async (request, reply) => {
    const shown = await request.act(measured);
    const today = englishDay(services.now());
    return reply.page(<EffortPage page={request.pageContext()} {...shown} today={today} />);
  });

  app.get(`${AT}.csv`, { config: { access: desk } }, async (request, reply) => {
    const { checks, effort, deeds, chasing } = await request.act(measured);
    const rows = [
      ['waiting to be checked', checks.waiting],
      ['longest wait to be checked, in days', checks.longest],
      ['checked in the last year', checks.checked],
      ['half were checked within days', checks.half],
      ['nine in ten were checked within days', checks.nineInTen],
      ['families that did anything', effort.families],
      ['half did so many things or fewer', effort.half],
      ['nine in ten did so many things or fewer', effort.nineInTen],
      ...deeds.map(({ kind, times }) => [`done: ${kind}`, times]),
      ['written by families', chasing.written],
      ['written before an earlier answer', chasing.again],
      ['written after the promised day', chasing.afterPromise],
      ['told without asking', chasing.told],
    ];
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="families.csv"')
      .send(toCsv(['what, in the last year', 'count'], rows));
  });

  const api = { summary: 'What it takes families, counted from what was recorded', tag: 'casework', answer };
  app.get('/api/caseload/families', { config: { access: desk, api } }, async (request) => {
    const { deeds, ...counted } = await request.act(measured);
    return { ...counted, deeds: deeds.map(({ kind, ...of }) => ({ kind: sayEvent(kind), ...of })) };
  });
}
