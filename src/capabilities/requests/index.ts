import type { FastifyInstance } from 'fastify';
import type { Services } from '../../platform/services.ts';
import { draftRoutes } from './draft-routes.tsx';

export { REQUEST_STAGES, type Request, type RequestStage, STAGE_WORDS, stageOf } from './request.ts';
export { findDecision, findRequest, listExceptions, listRequestsOfChild } from './store.ts';

/** Requests for an EHC needs assessment: asking, deciding, following. */
export function requests(app: FastifyInstance, services: Services): void {
  draftRoutes(app, services);
}
