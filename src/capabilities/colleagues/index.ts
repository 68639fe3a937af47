import type { FastifyInstance } from 'fastify';
import type { Services } from '../../platform/services.ts';
import { colleaguesApi } from './api.ts';
import { areaRoutes } from './area-routes.tsx';
import { firstPersonRoutes } from './first-person-routes.tsx';
import { organisationRoutes } from './routes.tsx';
import { staffRoutes } from './staff-routes.tsx';

export { findAreaOfficers } from './area-sending.ts';
export { listAreas, listHealthBodies, listOfficerBodies } from './area-store.ts';
export { type Colleague, mayAllocate } from './colleague.ts';
export { tellOfJoining } from './jobs.ts';
export { joinBySignIn } from './joining-sending.ts';
export { listStaff } from './staff-store.ts';
export { findAnyoneAllocates, listClinicalOfficers, listColleagues } from './store.ts';

/** Who works here, said by the administrators of each place: an organisation's own people, and an authority's staff. */
export function colleagues(app: FastifyInstance, services: Services): void {
  organisationRoutes(app, services);
  firstPersonRoutes(app, services);
  staffRoutes(app, services);
  areaRoutes(app, services);
  colleaguesApi(app, services);
}
