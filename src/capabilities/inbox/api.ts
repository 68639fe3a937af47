import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { day, noun } from '../../platform/http/json.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay } from '../../shared/plain-date.ts';
import { PAGE, type Words } from './inbox.ts';
import { askedSchema, readHealth, readInbox, readPeople } from './routes.tsx';

const holder = z.object({ accountId: z.uuid(), name: z.string() }).nullable();
const item = z.object({
  kind: z.string(),
  id: z.uuid(),
  childId: z.uuid(),
  authorityName: z.string(),
  what: z.string(),
  /** The page it is answered on. */
  href: z.string(),
  waitingSince: day,
  dueOn: day.nullable(),
  answeredOn: day.nullable(),
  holder,
});
const outstanding = z.object({
  id: z.uuid(),
  childId: z.uuid(),
  authorityName: z.string(),
  what: z.string(),
  /** Of whom it was asked; null for somebody outside any organisation here. */
  organisationId: z.uuid().nullable(),
  organisationName: z.string().nullable(),
  adviserName: z.string(),
  waitingSince: day,
  dueOn: day,
  holder,
  /** The page it is answered on; null where it is another body's to answer. */
  href: z.string().nullable(),
});
const next = z.string().nullable();
const paged = z.object({ page: z.string().optional() });
const may = { access: 'organisation' } as const;
const tag = 'inbox';

/** An organisation's inbox as JSON, by reference and without names of children. */
export function inboxApi(app: FastifyInstance, services: Services, words: Words): void {
  noun(app, '/api/inbox', {
    summary: `What every authority waits for from your organisation, ${PAGE} at a time`,
    tag,
    may,
    query: paged.extend({ who: z.string().optional() }),
    answer: z.object({ open: z.array(item), answered: z.array(item), next }),
    show: async (request) => {
      const asked = { ...askedSchema.parse(request.query), q: '' };
      const { shown: open, answered, ...at } = await readInbox(request, words, asked);
      return { open, answered, next: nextOf(at) };
    },
  });
  noun(app, '/api/inbox/health', {
    summary:
      'All the health advice outstanding, for the designated clinical officer: your own body’s, and every other’s from the authorities that let you see their area',
    tag,
    may,
    query: paged,
    answer: z.object({
      open: z.array(outstanding),
      counts: z.object({ all: z.int(), overdue: z.int() }),
      /** The authorities that let you see all that is outstanding in their area. */
      areas: z.array(z.string()),
      next,
    }),
    show: async (request) => {
      const { page } = askedSchema.parse(request.query);
      const today = englishDay(services.now());
      const {
        shown: open,
        counts,
        areas,
        ...at
      } = await readHealth(request, services, words, {
        page,
        today,
      });
      return { open, counts, areas, next: nextOf(at) };
    },
  });
  noun(app, '/api/inbox/people', {
    summary: 'What each of your colleagues has to answer, and at what pace you answer',
    tag,
    may,
    answer: z.object({
      loads: z.array(z.object({ holder, open: z.int(), overdue: z.int(), oldest: day })),
      pace: z.object({ done: z.int(), weeks: z.int(), medianDays: z.number().nullable() }),
    }),
    show: (request) => readPeople(request, englishDay(services.now())),
  });
}

function nextOf({ number, pages }: { number: number; pages: number }): string | null {
  return number < pages ? String(number + 1) : null;
}
