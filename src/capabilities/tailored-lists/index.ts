import type { FastifyInstance } from 'fastify';
import type { Services } from '../../platform/services.ts';
import { listsApi } from './api.ts';
import { ownListRoutes } from './family-routes.tsx';
import { makingRoutes } from './routes.tsx';

/** Settings that may suit a child: every one considered, with its reasons. Advice, and no limit to what may be asked for. */
export function tailoredLists(app: FastifyInstance, services: Services): void {
  makingRoutes(app, services);
  ownListRoutes(app, services);
  listsApi(app, services);
}
