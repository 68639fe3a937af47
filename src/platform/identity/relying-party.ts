import * as client from 'openid-client';
import { z } from 'zod';
import type { Identity } from './accounts.ts';
import type { Attempt } from './attempts.ts';
import { organisationClaim } from './organisation-claim.ts';

/** The issuer people are sent to, and how it says that a second factor was used. */
export type Issuer = {
  address: string;
  clientId: string;
  clientSecret: string | null;
  /** Where the issuer sends people back to: this service's own address. */
  returnAddress: string;
  secondFactor: readonly string[];
  /** Always asks who is there, even of a browser the issuer remembers. */
  alwaysAsk: boolean;
  /** What accounts are bound to instead of the name it gives itself, where that changes from start to start. */
  knownAs: string | null;
  /** What it says of the organisation somebody acts for is asked for: a scope that not every issuer has. */
  asksOrganisation: boolean;
  /** Instead of the network: the demonstration's issuer is in this very process. */
  fetch: client.CustomFetch | null;
};

/** The service's side of OpenID Connect: authorization code with PKCE, state and nonce, every token's signature checked. */
export type RelyingParty = {
  /** Where to send somebody; `askAnew` asks who is there even of a browser that the issuer remembers. */
  begin(state: string, attempt: Attempt, askAnew: boolean): Promise<URL>;
  /** Who came back. Throws when what came back does not match what was begun. */
  finish(address: URL, state: string, attempt: Attempt): Promise<Identity>;
};

/** Asks the issuer how it works at the first sign-in, not at start: the service starts whether or not the issuer is up. */
export function relyingParty(issuer: Issuer): RelyingParty {
  let found: Promise<client.Configuration> | null = null;
  const configuration = () => {
    found ??= discover(issuer).catch((error: unknown) => {
      found = null;
      throw error;
    });
    return found;
  };
  return {
    async begin(state, attempt, askAnew) {
      return client.buildAuthorizationUrl(await configuration(), {
        redirect_uri: issuer.returnAddress,
        scope: issuer.asksOrganisation ? 'openid profile email organisation' : 'openid profile email',
        state,
        nonce: attempt.nonce,
        code_challenge: await client.calculatePKCECodeChallenge(attempt.codeVerifier),
        code_challenge_method: 'S256',
        ...(issuer.alwaysAsk || askAnew ? { prompt: 'login' } : {}),
      });
    },
    async finish(address, state, attempt) {
      const settings = await configuration();
      const tokens = await client.authorizationCodeGrant(settings, address, {
        pkceCodeVerifier: attempt.codeVerifier,
        expectedState: state,
        expectedNonce: attempt.nonce,
        idTokenExpected: true,
      });
      const claims = idTokenSchema.parse(tokens.claims());
      const whole = verified(claims) !== null && (claims.organisation !== null || !issuer.asksOrganisation);
      const more = whole ? null : await askForMore(settings, tokens.access_token, claims.sub);
      return {
        issuer: issuer.knownAs ?? claims.iss,
        subject: claims.sub,
        verifiedEmail: verified(claims) ?? (more === null ? null : verified(more)),
        secondFactor: [claims.acr, ...claims.amr].some((way) => issuer.secondFactor.includes(way)),
        name: nameOf(claims) ?? (more === null ? null : nameOf(more)),
        organisation: issuer.asksOrganisation ? (claims.organisation ?? more?.organisation ?? null) : null,
      };
    },
  };
}

const personSchema = z.object({
  email: z.string().catch(''),
  email_verified: z.boolean().catch(false),
  name: z.string().catch(''),
  given_name: z.string().catch(''),
  family_name: z.string().catch(''),
  organisation: organisationClaim.default(null),
});
type Person = z.infer<typeof personSchema>;
const idTokenSchema = personSchema.extend({
  iss: z.string(),
  sub: z.string(),
  acr: z.string().catch(''),
  amr: z.array(z.string()).catch([]),
});

function verified(claims: Person): string | null {
  return claims.email_verified && claims.email !== '' ? claims.email : null;
}

function nameOf({ name, given_name, family_name }: Person): string | null {
  const said = name.trim() === '' ? `${given_name} ${family_name}`.trim() : name.trim();
  return said === '' ? null : said.slice(0, 200);
}

// Many issuers say the address, and what somebody acts for, only when asked for it separately.
async function askForMore(
  settings: client.Configuration,
  accessToken: string,
  subject: string,
): Promise<Person | null> {
  if (settings.serverMetadata().userinfo_endpoint === undefined) return null;
  return personSchema.parse(await client.fetchUserInfo(settings, accessToken, subject));
}

function discover(issuer: Issuer): Promise<client.Configuration> {
  const { address, clientId, clientSecret } = issuer;
  const execute = [client.enableNonRepudiationChecks];
  if (issuer.fetch !== null || isLoopback(address)) execute.push(client.allowInsecureRequests);
  return client.discovery(
    new URL(address),
    clientId,
    undefined,
    clientSecret === null ? client.None() : client.ClientSecretPost(clientSecret),
    { execute, timeout: 10, ...(issuer.fetch === null ? {} : { [client.customFetch]: issuer.fetch }) },
  );
}

// Over plain http only to this machine itself; any other issuer must have TLS.
function isLoopback(address: string): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(new URL(address).hostname);
}

/** What a sign-in begins with: fresh, and never used twice. */
export function newAttempt(returnTo: string): { state: string; attempt: Attempt } {
  return {
    state: client.randomState(),
    attempt: { nonce: client.randomNonce(), codeVerifier: client.randomPKCECodeVerifier(), returnTo },
  };
}
