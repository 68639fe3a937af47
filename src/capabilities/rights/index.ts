import type { FastifyInstance } from 'fastify';
import type { Services } from '../../platform/services.ts';
import { rightsApi } from './api.ts';
import { consentRoutes } from './consent-routes.tsx';
import { noticeRoutes } from './notice-routes.tsx';
import { rightsRoutes } from './routes.tsx';

export { tellOthersOfConsent } from './consent-sending.ts';
export { RIGHTS_IN_INBOX } from './inbox-words.ts';
export { tellOfRights } from './jobs.ts';
export { WhoDecides } from './pages/for-family.tsx';
export { RightsNote, type RightsNoteProps } from './pages/note.tsx';
export { findRights, listToTell, rightsSoon } from './post.ts';
export { canBeTold, decides, isThemself, mayFollow, type Rights, whoIsTold } from './rights.ts';

/** Who holds the rights, what bears on it, and telling everyone as they pass. */
export function rights(app: FastifyInstance, services: Services): void {
  rightsRoutes(app, services);
  noticeRoutes(app, services);
  consentRoutes(app, services);
  rightsApi(app, services);
}
