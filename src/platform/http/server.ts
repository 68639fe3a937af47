import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import type { Services } from '../services.ts';
import { serveAssets } from './assets.ts';
import { readEasily } from './easy-read.ts';
import { answerErrors } from './errors.ts';
import { tidied } from './forms.ts';
import { identifyActor } from './identify.ts';
import { measure } from './measure.ts';
import { renderPages } from './pages.ts';
import { recordReads } from './reads.ts';
import { guardOrigin, secureHeaders } from './security.ts';
import { transact } from './transact.ts';
import type { ListedRoute, ServerOptions } from './types.ts';

/** Forms carry long statements, so a body may be this large; what a single question takes is said beside the question. */
const BODY_LIMIT = 8 * 1024 * 1024;

/**
 * An HTTP server with everything a request passes through, in order, and no routes of its own but assets and health.
 * A route without `config.access` is refused when it is registered.
 */
export async function createServer(services: Services, options: ServerOptions): Promise<FastifyInstance> {
  const loggerInstance: FastifyBaseLogger = services.logger;
  const app = Fastify({
    loggerInstance,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_LIMIT,
    trustProxy: services.config.trustProxy,
    routerOptions: { ignoreTrailingSlash: true },
  });
  const listed: ListedRoute[] = [];
  app.decorate('listedRoutes', listed);
  app.addHook('onRoute', (route) => {
    if (route.config?.access === undefined)
      throw new Error(`${route.method} ${route.url} does not say who may use it`);
    const { access, api } = route.config;
    const described = api === undefined ? {} : { api };
    for (const method of [route.method].flat()) listed.push({ method, url: route.url, access, ...described });
  });
  readEasily(app);
  await app.register(cookie);
  await app.register(formbody, { bodyLimit: BODY_LIMIT });
  await app.register(multipart, {
    limits: { fileSize: services.config.documents.maxBytes, files: 40, fields: 50 },
  });
  await app.register(rateLimit, { global: false });
  measure(app, services);
  secureHeaders(app);
  guardOrigin(app);
  identifyActor(app, services);
  app.addHook('preValidation', async (request) => {
    if (request.headers['content-type']?.startsWith('application/json') === true)
      request.body = tidied(request.body);
  });
  transact(app, services);
  renderPages(app, services, options);
  recordReads(app, services);
  answerErrors(app, services);
  serveAssets(app, services.authority.brandColour);
  return app;
}
