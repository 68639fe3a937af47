import type { FastifyInstance } from 'fastify';
import type { Services } from '../../platform/services.ts';
import { dashboardsApi } from './api.ts';
import { areaRoutes } from './area-routes.tsx';
import { downloadRoutes } from './download-routes.ts';
import { leadingRoutes } from './leading/routes.tsx';
import { measureRoutes } from './measure-routes.tsx';
import { revisionRoutes } from './revision-routes.tsx';

/** How areas are doing, by official statistics: for anyone, as pages and as data; and what leaders make of it. */
export function dashboards(app: FastifyInstance, services: Services): void {
  areaRoutes(app, services);
  measureRoutes(app, services);
  revisionRoutes(app, services);
  downloadRoutes(app, services);
  dashboardsApi(app, services);
  leadingRoutes(app, services);
}
