import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { NotTheirs } from '../../platform/http/errors.ts';
import { day, noun } from '../../platform/http/json.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay } from '../../shared/plain-date.ts';
import { isUuid } from '../../shared/uuid.ts';
import { byWeek, nextOf } from './calendar.ts';
import { icalendar } from './icalendar.ts';
import { type ShownItem, sayItem, type Words } from './inbox.ts';
import { CalendarPage } from './pages/calendar.tsx';
import { SittingPage } from './pages/sitting.tsx';
import { listDue } from './store.ts';

const organisation = { access: 'organisation' } as const;
const atSchema = z.object({ on: z.string().default(''), later: z.string().max(2000).default('') });

/** What is due, by its day; and answering one after another. */
export function calendarRoutes(app: FastifyInstance, services: Services, words: Words): void {
  app.get('/inbox/calendar', { config: organisation }, async (request, reply) => {
    const weeks = byWeek(await readDue(request, words));
    const today = englishDay(services.now());
    return reply.page(<CalendarPage page={request.pageContext()} today={today} weeks={weeks} />);
  });

  app.get('/inbox/calendar.ics', { config: organisation }, async (request, reply) => {
    const events = (await readDue(request, words)).flatMap(
      ({ id, kind, dueOn, what, authorityName, href }) =>
        dueOn === null
          ? []
          : [
              {
                uid: `${kind.replaceAll(' ', '-')}-${id}@${new URL(services.config.baseUrl).hostname}`,
                dueOn,
                summary: `${what} (${authorityName})`,
                url: `${services.config.baseUrl}${href}`,
              },
            ],
    );
    return reply
      .type('text/calendar; charset=utf-8')
      .header('content-disposition', 'attachment; filename="inbox.ics"')
      .send(icalendar('What is due', events, services.now()));
  });

  app.get('/inbox/sitting', { config: organisation }, async (request, reply) => {
    const asked = atSchema.catch({ on: '', later: '' }).parse(request.query);
    const later = asked.later.split(',').filter(isUuid);
    const left = (await readDue(request, words)).flatMap(({ inSitting, ...item }) =>
      inSitting === undefined ? [] : [{ ...item, inSitting }],
    );
    const next = nextOf(left, later);
    const begun = asked.on === 'yes';
    if (begun && next !== null)
      return reply.redirect(`${next.inSitting}${later.length === 0 ? '' : `&later=${later.join(',')}`}`, 303);
    const today = englishDay(services.now());
    return reply.page(<SittingPage page={request.pageContext()} today={today} left={left} begun={begun} />);
  });

  noun(app, '/api/inbox/calendar', {
    summary: 'What is due by a day, soonest first, from every authority',
    tag: 'inbox',
    may: organisation,
    answer: z.object({
      due: z.array(
        z.object({
          kind: z.string(),
          id: z.uuid(),
          authorityName: z.string(),
          what: z.string(),
          href: z.string(),
          dueOn: day.nullable(),
        }),
      ),
    }),
    show: async (request) => ({ due: await readDue(request, words) }),
  });
}

function readDue(request: FastifyRequest, words: Words): Promise<ShownItem[]> {
  const { actor } = request;
  if (actor?.kind !== 'organisation') throw new NotTheirs();
  return request.act(async (tx) =>
    (await listDue(tx, actor.organisationId)).map((item) => sayItem(item, words)),
  );
}
