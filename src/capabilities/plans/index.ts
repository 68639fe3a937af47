import type { FastifyInstance } from 'fastify';
import type { Services } from '../../platform/services.ts';
import { familyAmendmentRoutes } from './amending/family-routes.tsx';
import { amendingRoutes } from './amending/routes.tsx';
import { plansApi } from './api.ts';
import { checksRoutes } from './checks-routes.tsx';
import { citingRoutes } from './citing-routes.tsx';
import { comparisonRoutes } from './comparison-routes.tsx';
import { consultationApi } from './consultation-api.ts';
import { consultationRoutes } from './consultation-routes.tsx';
import { exceptionsRoutes } from './exceptions-routes.tsx';
import { faceRoutes } from './face-routes.tsx';
import { familyRoutes } from './family-routes.tsx';
import { finalRoutes } from './final-routes.tsx';
import { historyRoutes } from './history-routes.tsx';
import { myPlanRoutes } from './my-plan-routes.tsx';
import { planFileRoutes } from './plan-file-routes.tsx';
import { planRoutes } from './plan-routes.tsx';
import { rowRoutes } from './row-routes.tsx';
import { sayingApi } from './saying-api.ts';
import { sayingRoutes } from './saying-routes.tsx';
import { sectionRoutes } from './section-routes.tsx';
import { sendingsRoutes } from './sendings-routes.tsx';
import { settingsRoutes } from './settings-routes.tsx';
import { threadRoutes } from './thread-routes.tsx';
import { viewsRoutes } from './views-routes.tsx';

import { workingRoutes } from './working-routes.tsx';

export { actsOnPlan } from './acts.ts';
export { canonicalJson } from './changes.ts';
export type { Check, Severity } from './checks/check.ts';
export { PLAN_CHECKS } from './checks/index.ts';
export type { PlanFacts } from './facts.ts';
export { sha256 } from './hash.ts';
export { PLANS_IN_INBOX } from './inbox-words.ts';
export { findMyPlan } from './my-plan-store.ts';
export { openPlan } from './opening-store.ts';
export { findFacts as findPlanFacts } from './store.ts';

/** EHC plans: drafting, serving, hearing the family, consulting settings, and issuing the final plan. */
export function plans(app: FastifyInstance, services: Services): void {
  planRoutes(app, services);
  planFileRoutes(app, services);
  sectionRoutes(app, services);
  rowRoutes(app, services);
  checksRoutes(app, services);
  exceptionsRoutes(app, services);
  citingRoutes(app, services);
  historyRoutes(app, services);
  comparisonRoutes(app, services);
  workingRoutes(app, services);
  viewsRoutes(app, services);
  sayingRoutes(app, services);
  settingsRoutes(app, services);
  finalRoutes(app, services);
  familyRoutes(app, services);
  faceRoutes(app, services);
  threadRoutes(app, services);
  myPlanRoutes(app, services);
  sendingsRoutes(app, services);
  consultationRoutes(app, services);
  amendingRoutes(app, services);
  familyAmendmentRoutes(app, services);
  plansApi(app, services);
  sayingApi(app, services);
  consultationApi(app, services);
}
