import { randomUUID } from 'node:crypto';
import type { Tx } from '../../platform/lens/index.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { insertContact } from '../children/index.ts';
import type { Sent } from './answers.ts';

/**
 * Puts on the file the young person whose own right it is to ask, where somebody else writes. Null where nothing says how to
 * reach them: a parent is told then, as whenever nobody else could be.
 */
export async function addThemself(
  tx: Tx,
  { authorityId, childId }: { authorityId: number; childId: Uuid },
  sent: Sent,
): Promise<Uuid | null> {
  const elsewhere = sent.theirAddress !== '' || sent.theirPostcode !== '';
  const address = linesOf(elsewhere ? sent.theirAddress : sent.address);
  const postcode = elsewhere ? sent.theirPostcode : sent.postcode;
  const { theirEmail: email, theirPhone: phone } = sent;
  if (email === '' && address.length === 0) return null;
  const id = randomUUID();
  await insertContact(tx, authorityId, {
    id,
    childId,
    name: `${sent.givenNames} ${sent.familyName}`,
    relationship: 'the young person',
    email: email === '' ? null : email,
    phone: phone === '' ? null : phone,
    addressLines: address,
    postcode: postcode === '' ? null : postcode,
    parentalResponsibility: false,
    prefers: email === '' ? 'post' : 'email',
  });
  return id;
}

export function linesOf(address: string): string[] {
  return address
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
