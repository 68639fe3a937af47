import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { idIn } from '../../platform/http/address.ts';
import { found } from '../../platform/http/errors.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay } from '../../shared/plain-date.ts';
import { fullName } from '../children/index.ts';
import { findNotice, listComingOfAge } from './notice-store.ts';
import { bornBetween, noticeDue } from './notices.ts';
import { NoticePage } from './pages/notice.tsx';
import { YoungPeoplePage } from './pages/young-people.tsx';
import { lastDayOfParents } from './rights.ts';

const PAGE = 50;
const querySchema = z.object({ page: z.coerce.number().int().min(1).max(10_000).default(1).catch(1) });

/** The list of young people whose rights pass, for staff; and what their setting is told. */
export function noticeRoutes(app: FastifyInstance, services: Services): void {
  app.get('/young-people', { config: { access: ['caseworker', 'manager'] } }, async (request, reply) => {
    const today = englishDay(services.now());
    const { rightsNoticeWeeks: weeks, schoolYears } = services.config;
    const born = await request.act((tx) => listComingOfAge(tx, bornBetween(today, weeks)));
    const people = born
      .map((one) => ({ ...one, name: fullName(one), lastDay: lastDayOfParents({ ...one, schoolYears }) }))
      .filter(({ lastDay }) => noticeDue(lastDay, today, weeks) !== null)
      .sort((one, other) => (one.lastDay < other.lastDay ? -1 : one.lastDay > other.lastDay ? 1 : 0));
    const pages = Math.max(1, Math.ceil(people.length / PAGE));
    const number = Math.min(querySchema.parse(request.query).page, pages);
    const shown = people.slice((number - 1) * PAGE, number * PAGE);
    return reply.page(
      <YoungPeoplePage
        page={request.pageContext()}
        {...{ people: shown, number, pages, today, noticeWeeks: weeks }}
      />,
    );
  });

  app.get(
    '/rights-notices/:childId',
    { config: { access: 'organisation', childFile: true } },
    async (request, reply) => {
      const childId = idIn(request, 'childId');
      const notice = found(await request.act((tx) => findNotice(tx, childId)));
      request.readsChildFile(notice);
      const childName = `${notice.givenNames} ${notice.familyName}`;
      const today = englishDay(services.now());
      return reply.page(<NoticePage page={request.pageContext()} {...notice} {...{ childName, today }} />);
    },
  );
}
