import type { FastifyRequest } from 'fastify';
import { NotTheirs } from '../../platform/http/errors.ts';
import type { Tx } from '../../platform/lens/index.ts';
import type { Services } from '../../platform/services.ts';
import { listStaff } from '../colleagues/index.ts';
import type { Reviewer } from './withholding.ts';
import type { By } from './withholding-store.ts';

/** The staff who may look again at what is withheld: those who may withhold. */
export async function listReviewers(tx: Tx): Promise<Reviewer[]> {
  const staff = await listStaff(tx);
  return staff
    .filter(({ roles }) => roles.includes('caseworker') || roles.includes('manager'))
    .map(({ accountId, name }) => ({ accountId, name }));
}

export function byWhom({ actor }: FastifyRequest, services: Services): By {
  if (actor?.kind !== 'staff') throw new NotTheirs();
  return { accountId: actor.accountId, name: actor.name, at: services.now() };
}
