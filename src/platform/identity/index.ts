import type { FastifyInstance } from 'fastify';
import type { Actor } from '../lens/index.ts';
import { Refused } from '../refused.ts';
import type { Services } from '../services.ts';
import type { JoiningMode } from './joining.ts';
import type { OfferedPerson } from './local-provider/person.ts';
import { type Issuer, relyingParty } from './relying-party.ts';
import { type Join, signInRoutes } from './routes.tsx';

export type { Join } from './routes.tsx';

type IdentityOptions = {
  /** Whom the demonstration offers to sign in as; never looked at outside it. */
  people: readonly OfferedPerson[];
  /** Where somebody goes who signed in without asking for a page. */
  home: (actor: Actor) => string;
  /** What comes of a sign-in that names an organisation, by somebody who acts for none here. */
  join: Join;
};

/** Signing in: at the authority's issuer; in the demonstration, and only beside its own embedded database, at a local one. */
export async function identity(
  app: FastifyInstance,
  services: Services,
  options: IdentityOptions,
): Promise<void> {
  const issuer = await chooseIssuer(app, services, options.people);
  if (issuer === null) {
    throw new Refused(
      'there is nowhere to sign in: set OIDC_ISSUER to the OpenID Connect issuer your staff use',
    );
  }
  const { home, join } = options;
  signInRoutes(app, services, relyingParty(issuer), { home, join: issuer.asksOrganisation ? join : null });
}

/** How people join their organisation by themselves here: as configured; in the demonstration, as its colleagues agree. */
export function joiningMode({ config, authority }: Services): JoiningMode {
  return config.organisationJoining ?? (authority.demo && config.database.url === null ? 'approved' : 'off');
}

/** The same issuer whichever port the demonstration is served on: its people stay bound to it. */
const DEMONSTRATION = 'the demonstration';

async function chooseIssuer(
  app: FastifyInstance,
  services: Services,
  people: readonly OfferedPerson[],
): Promise<Issuer | null> {
  const { config, authority } = services;
  const common = {
    returnAddress: `${config.baseUrl}/sign-in/return`,
    secondFactor: config.secondFactor,
    asksOrganisation: joiningMode(services) !== 'off',
  };
  if (authority.demo && config.database.url === null) {
    // Loaded here and nowhere else: outside the demonstration it is not even in the process.
    const { standUpLocalProvider } = await import('./local-provider/index.tsx');
    const clientId = 'opensend-demonstration';
    const local = standUpLocalProvider(app, services, clientId, people);
    return { ...common, ...local, clientId, clientSecret: null, alwaysAsk: true, knownAs: DEMONSTRATION };
  }
  if (config.oidc === null) return null;
  const { issuer: address, clientId, clientSecret } = config.oidc;
  return { ...common, address, clientId, clientSecret, alwaysAsk: false, knownAs: null, fetch: null };
}
