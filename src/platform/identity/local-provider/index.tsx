import type { FastifyInstance } from 'fastify';
import { errors } from 'oidc-provider';
import type { CustomFetch } from 'openid-client';
import { z } from 'zod';
import { NotTheirs } from '../../http/errors.ts';
import type { Services } from '../../services.ts';
import { ChooserPage } from './chooser-page.tsx';
import type { OfferedPerson } from './person.ts';
import { localProvider, MOUNTED_AT } from './provider.ts';

const open = { config: { access: 'public' } } as const;
const choiceSchema = z.object({ person: z.string() });

/**
 * Stands up the demonstration's own issuer beside the service, at `/demo-identity`. Returns its address, and a way to
 * reach it from within the process: whatever the service is called from outside, it finds its own issuer.
 */
export function standUpLocalProvider(
  app: FastifyInstance,
  services: Services,
  clientId: string,
  people: readonly OfferedPerson[],
): { address: string; fetch: CustomFetch } {
  const provider = localProvider(services.config.baseUrl, clientId, people);
  provider.proxy = true;
  provider.on('server_error', (_context, error) => services.logger.error({ stack: error.stack }, 'defect'));
  const answer = provider.callback();
  const { protocol, host } = new URL(services.config.baseUrl);

  app.get(`${MOUNTED_AT}/interaction/:uid`, open, async (request, reply) => {
    if (!(await isUnderWay(provider.interactionDetails(request.raw, reply.raw))))
      return reply.redirect('/sign-in', 303);
    return reply.page(<ChooserPage page={request.pageContext('public')} people={people} />);
  });
  app.post(`${MOUNTED_AT}/interaction/:uid`, open, async (request, reply) => {
    if (!(await isUnderWay(provider.interactionDetails(request.raw, reply.raw))))
      return reply.redirect('/sign-in', 303);
    const chosen = choiceSchema.safeParse(request.body);
    const person = people.find((one) => one.subject === chosen.data?.person);
    if (person === undefined) throw new NotTheirs();
    const strength = person.kind === 'staff' ? { acr: 'mfa', amr: ['mfa'] } : {};
    const login = { accountId: person.subject, remember: false, ...strength };
    return reply.redirect(await provider.interactionResult(request.raw, reply.raw, { login }), 303);
  });

  // In a scope of its own, where nothing reads a body before the issuer does.
  app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, body, done) => done(null, body));
    scope.route({
      method: ['GET', 'POST'],
      url: `${MOUNTED_AT}/*`,
      ...open,
      handler: async (request, reply) => {
        for (const [name, value] of Object.entries(reply.getHeaders())) {
          if (value !== undefined) reply.raw.setHeader(name, value);
        }
        reply.hijack();
        // Whatever address the service was called by, its issuer speaks of itself by the one it is known by.
        request.raw.headers['x-forwarded-proto'] = protocol.replace(':', '');
        request.raw.headers['x-forwarded-host'] = host;
        const url = request.url.slice(MOUNTED_AT.length);
        Object.assign(request.raw, { url, originalUrl: request.url });
        await answer(request.raw, reply.raw);
      },
    });
  });

  return { address: provider.issuer, fetch: fetchFrom(app) };
}

// An interaction that ran out, or belongs to another browser, begins again.
async function isUnderWay(details: Promise<unknown>): Promise<boolean> {
  try {
    await details;
    return true;
  } catch (error) {
    if (error instanceof errors.SessionNotFound) return false;
    throw error;
  }
}

function fetchFrom(app: FastifyInstance): CustomFetch {
  return async (address, { method, headers, body }) => {
    const { pathname, search, host } = new URL(address);
    const answer = await app.inject({
      method: method === 'POST' ? 'POST' : 'GET',
      url: `${pathname}${search}`,
      headers: { ...headers, host },
      ...(body === undefined || body === null ? {} : { payload: String(body) }),
    });
    const said = Object.entries(answer.headers).map(([name, value]): [string, string] => [
      name,
      String(value),
    ]);
    return new Response(new Uint8Array(answer.rawPayload), { status: answer.statusCode, headers: said });
  };
}
