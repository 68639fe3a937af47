import type { FastifyInstance } from 'fastify';

const POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "img-src 'self'",
  "media-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');

export function secureHeaders(app: FastifyInstance): void {
  app.addHook('onRequest', async (_request, reply) => {
    reply.headers({
      'content-security-policy': POLICY,
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': 'camera=(), microphone=(), geolocation=()',
      'strict-transport-security': 'max-age=31536000; includeSubDomains',
      'cache-control': 'no-store',
    });
  });
}

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Cross-site request forgery: the cookie is SameSite=Lax, and a form from elsewhere is turned away whatever it carries. */
export function guardOrigin(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    if (SAFE.has(request.method)) return;
    const site = request.headers['sec-fetch-site'];
    const origin = request.headers.origin;
    const fromElsewhere =
      site !== undefined
        ? site !== 'same-origin' && site !== 'none'
        : origin !== undefined && URL.parse(origin)?.host !== request.host;
    if (fromElsewhere)
      return reply.code(403).type('text/plain; charset=utf-8').send('This form came from another site.');
  });
}
