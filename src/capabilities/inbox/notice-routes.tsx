import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { idIn } from '../../platform/http/address.ts';
import { found } from '../../platform/http/errors.ts';
import { findNotice, listNotices } from './notice-store.ts';
import { NoticePage, NoticesPage } from './pages/notices.tsx';
import { memberOf } from './routes.tsx';

const pageSchema = z.object({ page: z.coerce.number().int().min(1).max(100_000).default(1).catch(1) });
const organisation = { access: 'organisation' } as const;

/** What the law has authorities tell an organisation, for its people to read. */
export function noticeRoutes(app: FastifyInstance): void {
  app.get('/inbox/notices', { config: organisation }, async (request, reply) => {
    const { organisationId } = memberOf(request);
    const { page } = pageSchema.parse(request.query);
    const shown = await request.act((tx) => listNotices(tx, organisationId, page));
    return reply.page(<NoticesPage page={request.pageContext()} {...shown} />);
  });

  app.get('/inbox/notices/:letterId', { config: organisation }, async (request, reply) => {
    const { organisationId } = memberOf(request);
    const id = idIn(request, 'letterId');
    const notice = found(await request.act((tx) => findNotice(tx, organisationId, id)));
    return reply.page(<NoticePage page={request.pageContext()} notice={notice} />);
  });
}
