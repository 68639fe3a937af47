import type { FastifyInstance } from 'fastify';
import type { Services } from '../../platform/services.ts';
import { experienceApi } from './api.ts';
import { familyRoutes } from './family-routes.tsx';
import { organisationRoutes } from './organisation-routes.tsx';
import { performanceRoutes } from './performance-routes.tsx';
import { staffRoutes } from './staff-routes.tsx';

export { sayShare } from './counts.ts';
export { EXPERIENCE_IN_INBOX } from './inbox-words.ts';
export { askHowItWent } from './jobs.ts';
export { type Kind, type Question, STAGES, statementsFor } from './survey.ts';

/** How each stage went, as families, young people, settings and professionals say. */
export function experience(app: FastifyInstance, services: Services): void {
  familyRoutes(app, services);
  organisationRoutes(app, services);
  staffRoutes(app, services);
  performanceRoutes(app, services);
  experienceApi(app, services);
}
