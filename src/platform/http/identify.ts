import type { FastifyInstance } from 'fastify';
import { findSignedIn, SESSION_COOKIE } from '../identity/session.ts';
import type { Services } from '../services.ts';
import { mayUse } from './access.ts';
import { NotSignedIn, NotTheirs } from './errors.ts';

/** Finds who is asking from the cookie, and turns away whoever may not use the route. */
export function identifyActor(app: FastifyInstance, services: Services): void {
  app.decorateRequest('actor', null);
  app.decorateRequest('sessionId', null);
  app.addHook('onRequest', async (request) => {
    const access = request.routeOptions.config.access;
    if (access === undefined) return;
    const token = request.cookies[SESSION_COOKIE];
    if (token !== undefined && token !== '') {
      const found = await findSignedIn(services.database, token, services.now(), services.config.session);
      request.actor = found?.actor ?? null;
      request.sessionId = found?.sessionId ?? null;
    }
    if (mayUse(access, request.actor)) return;
    if (request.actor === null) throw new NotSignedIn();
    throw new NotTheirs();
  });
}
