import type { FastifyInstance, RouteOptions } from 'fastify';
import type { EasyReadContext } from '../../design-system/index.ts';
import type { Services } from '../services.ts';

const PREFIX = '/easy-read';

/** What is no page: files, data, and what another site or a program reads. */
const NO_PAGE =
  /^\/(assets|health|ready|metrics|api|demo-identity|documents|uploads|sign-in|sign-out|easy-read)(\/|$)|[*]|\.(json|csv|pdf|docx|svg)$/;

/**
 * Gives every page a family may open a second address, its own under `/easy-read`, with the same handler, guard and
 * record of the reading: the page's Easy Read twin is shown there. A form sent from one is answered in Easy Read too.
 */
export function readEasily(app: FastifyInstance): void {
  const twins: RegExp[] = [];
  app.decorate('easyAddress', (href: string) => {
    const [path = '', rest] = [href.replace(/[?#].*$/, ''), href.slice(href.replace(/[?#].*$/, '').length)];
    return twins.some((twin) => twin.test(path)) ? `${PREFIX}${path === '/' ? '' : path}${rest}` : href;
  });
  app.decorateRequest('readingEasily', false);
  app.addHook('onRoute', (route) => {
    const { url, handler, config } = route;
    if (config?.access === undefined || !isFamilyPage(route)) return;
    twins.push(new RegExp(`^${url.replace(/:\w+/g, '[^/]+')}$`));
    app.route({
      method: 'GET',
      url: `${PREFIX}${url === '/' ? '' : url}`,
      handler,
      config: { ...config, access: config.access },
    });
  });
  app.addHook('onRequest', async (request) => {
    const { url, method } = request;
    request.readingEasily =
      method === 'POST' ? /[?&]easy-read(&|=|$)/.test(url) : isUnder(url.replace(/\?.*$/, ''));
  });
  app.addHook('onSend', async (request, reply) => {
    const location = reply.getHeader('location');
    if (request.readingEasily && typeof location === 'string')
      reply.header('location', app.easyAddress(location));
  });
}

/** The page's twin, or, on that, the usual page: what the frame needs to link the two. */
export function easyReadContext(
  app: FastifyInstance,
  request: { url: string; method: string; readingEasily: boolean },
  { config }: Services,
): EasyReadContext {
  const [whole, query] = [request.url.replace(/\?.*$/, ''), request.url.replace(/^[^?]*/, '')];
  const usual = isUnder(whole) ? whole.slice(PREFIX.length) || '/' : whole;
  const easy = app.easyAddress(usual);
  const other = request.readingEasily ? usual : easy;
  return {
    reading: request.readingEasily,
    href: easy === usual ? null : `${other}${request.method === 'GET' ? query : ''}`,
    twinned: false,
    to: app.easyAddress,
    tested: config.easyReadTest,
  };
}

function isUnder(path: string): boolean {
  return path === PREFIX || path.startsWith(`${PREFIX}/`);
}

function isFamilyPage({ method, url, config }: RouteOptions): boolean {
  const access = config?.access;
  const read = access === 'public' || access === 'family' || access === 'anyone signed in';
  return method === 'GET' && read && !NO_PAGE.test(url);
}
