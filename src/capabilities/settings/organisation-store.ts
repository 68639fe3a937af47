import { randomUUID } from 'node:crypto';
import type { Tx } from '../../platform/lens/index.ts';
import type { PlainDate } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';

/** The organisation that acts for a setting on the register, made the first time anything is put before it. */
export async function findOrMakeOrganisation(tx: Tx, setting: { id: Uuid; name: string }): Promise<Uuid> {
  const values = { id: randomUUID(), kind: 'school or college', name: setting.name, setting_id: setting.id };
  await tx
    .insertInto('organisations')
    .values(values)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const { id } = await tx
    .selectFrom('organisations')
    .select('id')
    .where('setting_id', '=', setting.id)
    .executeTakeFirstOrThrow();
  return id;
}

export type Registered = {
  id: Uuid;
  urn: number | null;
  name: string;
  status: string | null;
  closedOn: PlainDate | null;
};

/** What the register has under a number: the URN where there is one, since several settings may share a UKPRN. */
export function listByNumber(
  tx: Tx,
  { urn, ukprn }: { urn: string | null; ukprn: string | null },
): Promise<Registered[]> {
  const register = tx
    .selectFrom('settings')
    .select(['id', 'urn', 'name', 'status', 'closed_on as closedOn'])
    .orderBy('id')
    .limit(20);
  // A number no register could hold names nothing.
  if (urn !== null)
    return register.where('urn', '=', Number(urn) > 2_147_483_647 ? -1 : Number(urn)).execute();
  return register.where('ukprn', '=', ukprn).execute();
}
