import type { FastifyInstance } from 'fastify';
import type { Services } from '../../platform/services.ts';
import { caseworkApi } from './api.ts';
import { breachRoutes } from './breach-routes.tsx';
import { effortRoutes } from './effort-routes.tsx';
import { exceptionRoutes } from './exception-routes.tsx';
import { familyRoutes } from './family-routes.tsx';
import { lateRoutes } from './late-routes.tsx';
import { listRoutes } from './list-routes.tsx';
import { nextRoutes } from './next-routes.tsx';
import { openingRoutes } from './opening-routes.tsx';
import { reportRoutes } from './report-routes.tsx';
import { caseRoutes } from './routes.tsx';
import { teamRoutes } from './team-routes.tsx';
import { viewRoutes } from './view-routes.tsx';

export type { Case } from './case.ts';
export { isOver, STEP_WORDS } from './case.ts';
export { easyReadOf } from './easy-read-sending.ts';
export { forecastFor } from './forecast-store.ts';
export { sayForecast } from './forecast-words.ts';
export { clearSearches } from './jobs.ts';
export { noteChange } from './kept-store.ts';
export { byPersonAndDay, type PersonDay, withoutReason } from './ledger.ts';
export { countPace } from './pace-store.ts';
export { sayFrom } from './pages/readers.tsx';
export { listOutsiders, listReads } from './readers-store.ts';
export { routeOf, sayPart } from './reading-words.ts';
export { runningClocks } from './routes.tsx';
export { listCasesOfChild } from './store.ts';
export { sayCoverOf } from './tracker-store.ts';
export { type Standing, sayWaiting, sayWhy } from './waiting.ts';
export { standingOf } from './waiting-store.ts';

/** Where things are: the caseworker's list, a child's case, and the family's own page, from the same clocks. */
export function casework(app: FastifyInstance, services: Services): void {
  listRoutes(app, services);
  viewRoutes(app, services);
  caseRoutes(app, services);
  nextRoutes(app, services);
  breachRoutes(app, services);
  lateRoutes(app, services);
  reportRoutes(app, services);
  effortRoutes(app, services);
  caseworkApi(app, services);
  exceptionRoutes(app, services);
  familyRoutes(app, services);
  openingRoutes(app, services);
  teamRoutes(app, services);
}
