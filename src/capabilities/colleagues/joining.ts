import type { OrganisationClaim } from '../../platform/identity/organisation-claim.ts';
import type { PlainDate } from '../../shared/plain-date.ts';
import { accepted, type Result, refused } from '../../shared/result.ts';
import type { Uuid } from '../../shared/uuid.ts';
import type { Registered } from '../settings/index.ts';

/** Somebody who came to an organisation by their own sign-in, and waits for its administrators. */
export type Joining = { id: Uuid; accountId: Uuid; name: string; email: string; askedAt: Date };

/**
 * The setting on the register that a sign-in names. Never one that is closed by the register or by the issuer itself, nor
 * one of several that share a number: then which is meant is not known.
 */
export function settingClaimed(
  claim: OrganisationClaim,
  found: readonly Registered[],
  today: PlainDate,
): Result<Registered> {
  const open = found.filter(
    ({ status, closedOn }) => status !== 'Closed' && (closedOn === null || closedOn > today),
  );
  const [one, ...more] = open;
  if (found.length > 0 && (one === undefined || claim.closed)) return refused('closed', 'It has closed');
  if (one === undefined || more.length > 0) return refused('unknown', 'It is not on the register');
  return accepted(one);
}
