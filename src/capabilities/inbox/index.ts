import type { FastifyInstance } from 'fastify';
import type { Services } from '../../platform/services.ts';
import { inboxApi } from './api.ts';
import { calendarRoutes } from './calendar-routes.tsx';
import type { Words } from './inbox.ts';
import { noticeRoutes } from './notice-routes.tsx';
import { inboxRoutes } from './routes.tsx';

export type { Words as InboxWords } from './inbox.ts';

/** An organisation's one inbox, of everything every authority asks of it: on pages, and as JSON. */
export function inbox(app: FastifyInstance, services: Services, words: Words): void {
  inboxRoutes(app, services, words);
  noticeRoutes(app);
  inboxApi(app, services, words);
  calendarRoutes(app, services, words);
}
