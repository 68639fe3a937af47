import { type Join, joiningMode } from '../../platform/identity/index.ts';
import type { Joined } from '../../platform/identity/joining.ts';
import { joinOrganisation } from '../../platform/identity/joining-store.ts';
import type { OrganisationClaim } from '../../platform/identity/organisation-claim.ts';
import { type Tx, withLens } from '../../platform/lens/index.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay } from '../../shared/plain-date.ts';
import { findOrMakeOrganisation, listByNumber, listLinks } from '../settings/index.ts';
import { settingClaimed } from './joining.ts';

type NotJoined = Extract<Joined, { kind: 'not joined' }>;

/** Joining an organisation by one's own sign-in, which names it: no colleague and no authority has to do anything first. */
export function joinBySignIn(services: Services): Join {
  const { database, authority, now } = services;
  return async (identity, accountId) => {
    const mode = joiningMode(services);
    const claim = identity.organisation;
    if (mode === 'off' || claim === null) return not('no organisation', '');
    const named = await withLens(database, { kind: 'system', authorityId: authority.code }, (tx) =>
      organisationNamed(tx, claim, services),
    );
    if ('kind' in named) return named;
    const { organisationId, name } = named;
    const coming = { identity, accountId, organisationId, mode, authorityId: authority.code };
    const came = await joinOrganisation(database, coming, now());
    switch (came.how) {
      case 'address taken':
      case 'not let in':
        return not(came.how, name);
      case 'asks':
      case 'waits':
        return not('waiting', name);
      default:
        return { kind: 'joined', accountId: came.accountId };
    }
  };
}

async function organisationNamed(tx: Tx, claim: OrganisationClaim, { now }: Services) {
  const said = claim.name === '' ? 'your organisation' : claim.name;
  if (claim.urn === null && claim.ukprn === null) return not('unknown organisation', said);
  const found = await listByNumber(tx, claim);
  const setting = settingClaimed(claim, found, englishDay(now()));
  if (!setting.ok) {
    if (setting.field === 'unknown') return not('unknown organisation', said);
    return not('closed organisation', found[0]?.name ?? said, await successorOf(tx, found[0]?.urn ?? null));
  }
  const { id, name } = setting.value;
  return { organisationId: await findOrMakeOrganisation(tx, { id, name }), name };
}

async function successorOf(tx: Tx, urn: number | null): Promise<string | null> {
  if (urn === null) return null;
  const links = await listLinks(tx, urn);
  return links.find(({ kind, name }) => kind.startsWith('Successor') && name !== null)?.name ?? null;
}

function not(why: NotJoined['why'], organisation: string, successor: string | null = null): NotJoined {
  return { kind: 'not joined', why, organisation, successor };
}
