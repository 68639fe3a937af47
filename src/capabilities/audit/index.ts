import type { FastifyInstance } from 'fastify';
import type { Services } from '../../platform/services.ts';
import { drawnRoutes } from './drawn-routes.tsx';
import { formRoutes } from './form-routes.tsx';
import { gradingRoutes } from './grading-routes.tsx';
import { roundsRoutes } from './rounds-routes.tsx';

/** Auditing how good issued plans are: rounds drawn at random, and grading against the template's qualities. */
export function audit(app: FastifyInstance, services: Services): void {
  roundsRoutes(app, services);
  formRoutes(app, services);
  drawnRoutes(app, services);
  gradingRoutes(app, services);
}
