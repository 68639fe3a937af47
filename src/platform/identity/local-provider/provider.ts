import { generateKeyPairSync, randomBytes } from 'node:crypto';
import Provider from 'oidc-provider';
import { rememberInMemory } from './memory.ts';
import type { OfferedPerson } from './person.ts';

export const MOUNTED_AT = '/demo-identity';

/**
 * An OpenID Connect issuer that asks for no password, for the demonstration alone. It stands where an authority's own
 * issuer would and is spoken to in the same way, so that signing in is one path and not two. Its keys last as long as
 * the process.
 */
export function localProvider(baseUrl: string, clientId: string, people: readonly OfferedPerson[]): Provider {
  return new Provider(`${baseUrl}${MOUNTED_AT}`, {
    adapter: rememberInMemory(),
    clients: [
      {
        client_id: clientId,
        redirect_uris: [`${baseUrl}/sign-in/return`],
        response_types: ['code'],
        grant_types: ['authorization_code'],
        token_endpoint_auth_method: 'none',
        id_token_signed_response_alg: 'ES256',
      },
    ],
    jwks: { keys: [signingKey()] },
    cookies: {
      keys: [randomBytes(32).toString('base64url')],
      names: {
        session: 'demo_identity_session',
        interaction: 'demo_identity_interaction',
        resume: 'demo_identity_resume',
      },
    },
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: false } },
    interactions: { url: (_context, interaction) => `${MOUNTED_AT}/interaction/${interaction.uid}` },
    claims: {
      openid: ['sub', 'acr', 'amr'],
      profile: ['name'],
      email: ['email', 'email_verified'],
      organisation: ['organisation'],
    },
    pkce: { required: () => true },
    ttl: {
      AccessToken: 600,
      AuthorizationCode: 60,
      Grant: 3600,
      IdToken: 600,
      Interaction: 3600,
      Session: 3600,
    },
    findAccount: (_context, subject) => {
      const person = people.find((one) => one.subject === subject);
      if (person === undefined) return undefined;
      const { name, email, organisation } = person;
      const claims = { sub: subject, name, email, email_verified: true, organisation };
      return { accountId: subject, claims: () => claims };
    },
    // Nobody is asked to consent to this service's own sign-in.
    loadExistingGrant: async ({ oidc }) => {
      if (oidc.client === undefined || oidc.session?.accountId === undefined) return undefined;
      const grant = new oidc.provider.Grant({
        clientId: oidc.client.clientId,
        accountId: oidc.session.accountId,
      });
      grant.addOIDCScope('openid profile email organisation');
      await grant.save();
      return grant;
    },
    renderError: (context) => {
      context.type = 'text/plain';
      context.body = 'The sign-in could not go on. Go back to the service and sign in again.';
    },
  });
}

function signingKey() {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return { ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'ES256', kid: 'demonstration' };
}
