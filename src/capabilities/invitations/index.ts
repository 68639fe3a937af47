import type { FastifyInstance } from 'fastify';
import type { Services } from '../../platform/services.ts';
import { invitationsApi } from './api.ts';
import { familyInvitationRoutes } from './family-routes.tsx';
import { invitedRoutes } from './invited-routes.tsx';
import { staffInvitationRoutes } from './staff-routes.tsx';

export { endInvitationsOf } from './sending.ts';

/** Whom a parent or young person lets follow the case beside them: inviting, accepting, and taking back. */
export function invitations(app: FastifyInstance, services: Services): void {
  familyInvitationRoutes(app, services);
  staffInvitationRoutes(app, services);
  invitedRoutes(app, services);
  invitationsApi(app, services);
}
