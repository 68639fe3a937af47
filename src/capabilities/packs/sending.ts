import type { FastifyRequest } from 'fastify';
import { idIn } from '../../platform/http/address.ts';
import { found } from '../../platform/http/errors.ts';
import type { Tx } from '../../platform/lens/index.ts';
import type { Services } from '../../platform/services.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { findChild, listPeople } from '../children/index.ts';
import { findRights, mayFollow } from '../rights/index.ts';

/* Whose packs they are, for the pages and the API alike. */

export const SIZES = [
  { name: 'pack.pdf', large: false },
  { name: 'large-print-pack.pdf', large: true },
] as const;

/** The child of the family that asks. */
export async function readTheirChild(request: FastifyRequest) {
  const childId = idIn(request, 'childId');
  const child = await request.act(async (tx) => found(await findChild(tx, childId)));
  request.readsChildFile({ authorityId: child.authorityId, childId });
  return child;
}

/** A child, and everybody to whom staff may post a pack about them. */
export async function readReaders(request: FastifyRequest, services: Services) {
  const childId = idIn(request, 'childId');
  const shown = await request.act(async (tx) => ({
    child: found(await findChild(tx, childId)),
    people: await listReaders(tx, services, childId),
  }));
  request.readsChildFile({ authorityId: shown.child.authorityId, childId });
  return shown;
}

/** Those on the file who may read of the case: nobody contact with whom is restricted, and nobody the young person left out. */
export async function listReaders(tx: Tx, services: Services, childId: Uuid) {
  const child = found(await findChild(tx, childId));
  const rights = await findRights(tx, services, { child, decision: 'taking part in the assessment' });
  const people = await listPeople(tx, childId);
  return people.filter((one) => !one.waiting && !one.restricted && mayFollow(rights, one));
}
