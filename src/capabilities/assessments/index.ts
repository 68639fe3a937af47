import type { FastifyInstance } from 'fastify';
import type { Services } from '../../platform/services.ts';
import { adviceRoutes } from './advice-routes.tsx';
import { allocationRoutes, severalAllocationsRoutes } from './allocation-routes.tsx';
import { assessmentsApi } from './api.ts';
import { askingRoutes } from './asking-routes.tsx';
import { assessmentRoutes } from './assessment-routes.tsx';
import { copiesRoutes } from './copies-routes.tsx';
import { existingAuthorApi } from './existing-author-api.ts';
import { existingAuthorRoutes } from './existing-author-routes.tsx';
import { existingFamilyRoutes } from './existing-family-routes.tsx';
import { existingRoutes } from './existing-routes.tsx';
import { familyRoutes } from './family-routes.tsx';
import { fileRoutes } from './file-routes.tsx';
import { knownAnswerRoutes } from './known-answer-routes.tsx';
import { knownRoutes } from './known-routes.tsx';
import { missedDecisionRoutes } from './missed-decision-routes.tsx';
import { missedRoutes } from './missed-routes.tsx';
import { promiseRoutes } from './promise-routes.tsx';
import { questionRoutes } from './question-routes.tsx';
import { refusalRoutes } from './refusal-routes.tsx';
import { refusedOtherwiseRoutes } from './refused-otherwise-routes.tsx';
import { reportRoutes } from './report-routes.tsx';
import { rowRoutes } from './row-routes.tsx';
import { viewsRoutes } from './views-routes.tsx';
import { waitingRoutes } from './waiting-routes.tsx';

export { actsOnAssessment } from './acts.ts';
export type {
  AdviceContent,
  Need as AdvisedNeed,
  Outcome as AdvisedOutcome,
  Provision as AdvisedProvision,
} from './advice.ts';
export type { Stage } from './assessment.ts';
export { listStillAwaited } from './awaited-store.ts';
export { ADVICE_IN_INBOX } from './inbox-words.ts';
export { remindOfAdvice } from './jobs.ts';
export { type Paragraph, sayParagraph, toParagraph } from './paragraphs.ts';
export { openAssessment } from './post.ts';
export { stopAsking } from './sending.ts';
export {
  type AdviceGiver,
  listAdviceGivers,
  listEverSigned,
  listSignedAdvice,
  type SignedAdvice,
} from './signed-advice-store.ts';
export { type Assessment, findAssessment } from './store.ts';

/** EHC needs assessments: asking for advice, giving it, and deciding whether to issue a plan. */
export function assessments(app: FastifyInstance, services: Services): void {
  assessmentRoutes(app, services);
  askingRoutes(app, services);
  waitingRoutes(app, services);
  copiesRoutes(app, services);
  fileRoutes(app, services);
  reportRoutes(app, services);
  knownRoutes(app, services);
  knownAnswerRoutes(app, services);
  adviceRoutes(app, services);
  rowRoutes(app, services);
  refusalRoutes(app, services);
  refusedOtherwiseRoutes(app, services);
  promiseRoutes(app, services);
  missedRoutes(app, services);
  missedDecisionRoutes(app, services);
  allocationRoutes(app, services);
  severalAllocationsRoutes(app, services);
  questionRoutes(app, services);
  existingRoutes(app, services);
  existingFamilyRoutes(app, services);
  existingAuthorRoutes(app, services);
  existingAuthorApi(app, services);
  viewsRoutes(app, services);
  familyRoutes(app, services);
  assessmentsApi(app, services);
}
