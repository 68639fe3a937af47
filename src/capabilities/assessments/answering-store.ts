import { found } from '../../platform/http/errors.ts';
import type { Tx } from '../../platform/lens/index.ts';
import type { Services } from '../../platform/services.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { findChild, listContacts } from '../children/index.ts';
import { decides, findRights, type Rights } from '../rights/index.ts';

/**
 * Who answers for the family whether advice given before is enough: the child's parent or the young person (reg. 6(4)), whichever
 * has the right that day, or whoever acts for them. Needs the authority's lens: capacity and representatives are in no family's.
 */
export async function findAnswering(
  tx: Tx,
  services: Services,
  childId: Uuid,
): Promise<{ rights: Rights; acts: Rights['acts']; names: readonly string[] }> {
  const child = found(await findChild(tx, childId));
  const rights = await findRights(tx, services, { child, decision: 'taking part in the assessment' });
  const contacts = await listContacts(tx, childId);
  const names = contacts.filter((contact) => decides(rights, contact)).map(({ name }) => name);
  return { rights, acts: rights.acts, names };
}
