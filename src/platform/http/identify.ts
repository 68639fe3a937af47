import type { FastifyInstance } from 'fastify';
import { findSignedIn, SESSION_COOKIE } from '../identity/session.ts';
import { withPlatformLens } from '../lens/index.ts';
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
    await recordRefusal(services, request.routeOptions.url ?? null, request.actor);
    throw new NotTheirs();
  });
}

/** A look-up of what the person may not see is answered as if it were not there, and recorded. */
export async function recordRefusal(
  services: Services,
  route: string | null,
  actor: { kind: string; accountId?: string | null; authorityId?: number } | null,
): Promise<void> {
  await withPlatformLens(services.database, (tx) =>
    tx
      .insertInto('access_events')
      .values({
        kind: 'not shown',
        account_id: actor?.accountId ?? null,
        authority_id: actor?.authorityId ?? null,
        route,
      })
      .execute(),
  );
}
