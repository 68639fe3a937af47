import type { FastifyInstance } from 'fastify';
import type { Services } from '../../platform/services.ts';
import { consultationRoutes } from './consultation-routes.tsx';
import { familyRoutes } from './family-routes.tsx';
import { planRoutes } from './plan-routes.tsx';
import { rowRoutes } from './row-routes.tsx';
import { sayingRoutes } from './saying-routes.tsx';
import { sectionRoutes } from './section-routes.tsx';
import { viewsRoutes } from './views-routes.tsx';

export { listConsultationsForInbox } from './consultation-store.ts';
export { openPlan } from './opening-store.ts';
export { listPlansForInbox } from './recipient-store.ts';

/** EHC plans: writing the draft, hearing the family, asking settings, and issuing the final plan. */
export function plans(app: FastifyInstance, services: Services): void {
  planRoutes(app, services);
  sectionRoutes(app, services);
  rowRoutes(app, services);
  viewsRoutes(app, services);
  sayingRoutes(app, services);
  consultationRoutes(app, services);
  familyRoutes(app, services);
}
