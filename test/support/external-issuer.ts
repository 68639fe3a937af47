import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import Provider from 'oidc-provider';

/** An issuer such as an authority has, on an origin of its own: a secret shared with the service, and one person. */
export async function externalIssuer(person: { email: string; name: string }, returnTo: string) {
  const clientSecret = randomBytes(32).toString('base64url');
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const at = server.address();
  const address = `http://127.0.0.1:${typeof at === 'object' && at !== null ? at.port : 0}`;
  const provider = new Provider(address, {
    clients: [
      {
        client_id: 'opensend',
        client_secret: clientSecret,
        redirect_uris: [returnTo],
        token_endpoint_auth_method: 'client_secret_post',
        id_token_signed_response_alg: 'ES256',
      },
    ],
    jwks: { keys: [signingKey()] },
    cookies: { keys: [clientSecret] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    claims: { openid: ['sub', 'acr', 'amr'], profile: ['name'], email: ['email', 'email_verified'] },
    findAccount: (_context, subject) => ({
      accountId: subject,
      claims: () => ({ sub: subject, ...person, email_verified: true }),
    }),
    loadExistingGrant: async ({ oidc }) => {
      const accountId = oidc.session?.accountId;
      if (oidc.client === undefined || accountId === undefined) return undefined;
      const grant = new oidc.provider.Grant({ clientId: oidc.client.clientId, accountId });
      grant.addOIDCScope('openid profile email');
      await grant.save();
      return grant;
    },
  });
  const answer = provider.callback();
  server.on('request', async (request, reply) => {
    if (request.url?.startsWith('/interaction/') !== true) return answer(request, reply);
    if (request.method === 'GET') {
      reply.setHeader('content-type', 'text/html');
      reply.end(
        `<form method="post" action="${request.url}?factor=two"><button>Sign in with two steps</button></form>
         <form method="post" action="${request.url}?factor=one"><button>Sign in with a password</button></form>`,
      );
      return;
    }
    const amr = request.url.endsWith('two') ? ['pwd', 'mfa'] : ['pwd'];
    await provider.interactionFinished(request, reply, {
      login: { accountId: 'someone', amr, remember: false },
    });
  });
  return { address, clientSecret, stop: () => new Promise((resolve) => server.close(resolve)) };
}

function signingKey() {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return { ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'ES256', kid: 'authority' };
}
