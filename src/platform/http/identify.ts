import type { FastifyInstance, FastifyRequest } from 'fastify';
import { findSignedIn, SESSION_COOKIE } from '../identity/session.ts';
import type { Services } from '../services.ts';
import { actingFor, isForTheFamilyAlone, mayUse } from './access.ts';
import { NotSignedIn, NotTheirs, SignedOutMidForm, SignedOutWithFiles } from './errors.ts';

/** Finds who is asking from the cookie, and turns away whoever may not use the route; a form is given back to them. */
export function identifyActor(app: FastifyInstance, services: Services): void {
  app.decorateRequest('actor', null);
  app.decorateRequest('sessionId', null);
  app.decorateRequest('signedOutMidForm', false);
  app.addHook('onRequest', async (request) => {
    const access = request.routeOptions.config.access;
    if (access === undefined) return;
    const token = request.cookies[SESSION_COOKIE];
    if (token !== undefined && token !== '') {
      const found = await findSignedIn(services.database, token, services.now(), services.config.session);
      request.actor = found?.actor ?? null;
      request.sessionId = found?.sessionId ?? null;
    }
    if (mayUse(access, request.actor)) {
      if (isForTheFamilyAlone(request)) throw new NotTheirs();
      request.actor = actingFor(request);
      return;
    }
    if (request.actor !== null) throw new NotTheirs();
    if (carriesFiles(request)) throw new SignedOutWithFiles();
    if (!isForm(request)) throw new NotSignedIn();
    request.signedOutMidForm = true;
  });
  // Read first, and then turned away before anything handles it: what somebody typed is theirs to keep.
  app.addHook('preValidation', async (request) => {
    if (request.signedOutMidForm) throw new SignedOutMidForm();
  });
}

function carriesFiles({ method, headers }: FastifyRequest): boolean {
  return method === 'POST' && headers['content-type']?.startsWith('multipart/form-data') === true;
}

function isForm({ method, headers }: FastifyRequest): boolean {
  return (
    method === 'POST' && headers['content-type']?.startsWith('application/x-www-form-urlencoded') === true
  );
}
