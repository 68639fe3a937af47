import type { FastifyInstance } from 'fastify';
import type { Services } from '../../platform/services.ts';
import { requestsApi } from './api.ts';
import { bodyRoutes } from './body-routes.tsx';
import { decisionRoutes } from './decision-routes.tsx';
import { draftApi } from './draft-api.ts';
import { draftRoutes } from './draft-routes.tsx';
import { endingApi } from './ending-api.ts';
import { endingRoutes } from './ending-routes.tsx';
import { fileApi } from './file-api.ts';
import { flagApi } from './flag-api.ts';
import { flagRoutes } from './flag-routes.tsx';
import { guideRoutes } from './guide-routes.tsx';
import { noticeRoutes } from './notice-routes.tsx';
import { organisationRoutes } from './organisation-routes.tsx';
import { referralRoutes } from './referral-routes.tsx';
import { returnRoutes } from './return-routes.tsx';
import { sendingRoutes } from './sending-routes.tsx';
import { togetherRoutes } from './together-routes.tsx';
import { trackerRoutes } from './tracker-routes.tsx';

export { actsOnRequest } from './acts.ts';
export { arriveReferred } from './arriving-store.ts';
export { type Clock, clocksOf, rightsDates, toClock } from './clocks.ts';
export { asCode, endCodes, newCode } from './codes.ts';
export {
  type CountedBy,
  findCountedBy,
  insertException,
  listAllExceptions,
  listExceptions,
  listExceptionsToAdvice,
  readGround,
  withdrawException,
} from './exception-store.ts';
export { excusedBy, groundsOf, recordException } from './exceptions.ts';
export { FLAG_WORDS, type FlagKind } from './flag.ts';
export { listOpenFlags, type OpenFlag } from './flag-store.ts';
export { clearExpiredDrafts } from './jobs.ts';
export { rightsAfterRefusal, type WhereToTurn } from './letters.ts';
export { whereToTurn } from './post.ts';
export { representationsIn } from './representations.ts';
export type { Request, RequestStage } from './request.ts';
export { settle } from './settling.ts';
export { findRequest } from './store.ts';

/** Requests for an EHC needs assessment: asking, deciding, following. */
export function requests(app: FastifyInstance, services: Services): void {
  guideRoutes(app, services);
  draftRoutes(app, services);
  togetherRoutes(app, services);
  returnRoutes(app, services);
  sendingRoutes(app, services);
  organisationRoutes(app);
  trackerRoutes(app, services);
  decisionRoutes(app, services);
  endingRoutes(app, services);
  flagRoutes(app, services);
  referralRoutes(app, services);
  noticeRoutes(app, services);
  bodyRoutes(app);
  requestsApi(app, services);
  fileApi(app, services);
  flagApi(app, services);
  endingApi(app, services);
  draftApi(app, services);
}
