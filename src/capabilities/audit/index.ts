import type { FastifyInstance } from 'fastify';
import type { Services } from '../../platform/services.ts';
import { drawnRoutes } from './drawn-routes.tsx';
import { findingsRoutes } from './findings-routes.tsx';
import { formRoutes } from './form-routes.tsx';
import { gradingRoutes } from './grading-routes.tsx';
import { moderationRoutes } from './moderation-routes.tsx';
import { resultsRoutes } from './results-routes.tsx';
import { roundsRoutes } from './rounds-routes.tsx';

export { AUDITORS } from './who-routes.ts';

/** Auditing how good issued plans are: rounds drawn at random, grading, moderation, and what comes of it. */
export function audit(app: FastifyInstance, services: Services): void {
  roundsRoutes(app, services);
  formRoutes(app, services);
  drawnRoutes(app, services);
  gradingRoutes(app, services);
  moderationRoutes(app, services);
  resultsRoutes(app);
  findingsRoutes(app);
}
