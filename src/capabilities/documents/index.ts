import type { FastifyInstance } from 'fastify';
import type { Services } from '../../platform/services.ts';
import { documentsApi } from './api.ts';
import { keptBackRoutes } from './kept-back-routes.tsx';
import { listRoutes } from './list-routes.tsx';
import { sendingRoutes } from './sending-routes.tsx';
import { uploadRoutes } from './upload-routes.ts';
import { withholdingRoutes } from './withholding-routes.tsx';
import { wordsRoutes } from './words-routes.tsx';

export { raiseDueReviews, tellOfHarm } from './jobs.ts';
export { openSafely } from './kept-back-sending.tsx';

/** The papers on a child's file: sending them and reading them, for whoever the lens shows the child. */
export function documents(app: FastifyInstance, services: Services): void {
  listRoutes(app, services);
  sendingRoutes(app, services);
  uploadRoutes(app, services);
  withholdingRoutes(app, services);
  wordsRoutes(app, services);
  keptBackRoutes(app, services);
  documentsApi(app, services);
}
