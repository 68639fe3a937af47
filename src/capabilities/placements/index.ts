import type { FastifyInstance } from 'fastify';
import type { Services } from '../../platform/services.ts';
import { placementsApi } from './api.ts';
import { familyRoutes } from './family-routes.tsx';
import { listRoutes } from './list-routes.tsx';
import { organisationRoutes } from './organisation-routes.tsx';
import { staffRoutes } from './staff-routes.tsx';

export { PLACEMENTS_IN_INBOX } from './inbox-words.ts';
export { checkProvision } from './jobs.ts';
export { keepNamings } from './naming-store.ts';
export { keepShowing } from './post.ts';

/** Where each child with a plan is, whether the setting has admitted them, and whether provision is in place. */
export function placements(app: FastifyInstance, services: Services): void {
  staffRoutes(app, services);
  familyRoutes(app, services);
  organisationRoutes(app, services);
  listRoutes(app, services);
  placementsApi(app, services);
}
