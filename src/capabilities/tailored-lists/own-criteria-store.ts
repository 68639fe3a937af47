import type { Tx } from '../../platform/lens/index.ts';
import type { Bands, OwnCriteria } from './own-criteria.ts';

/** Every version the authority saved, newest first. */
export async function listOwn(tx: Tx): Promise<OwnCriteria[]> {
  const rows = await tx
    .selectFrom('list_criteria')
    .select(['number', 'base', 'bands', 'usual_miles as usualMiles', 'why', 'from_on as from'])
    .select('saved_by_name as by')
    .orderBy('number', 'desc')
    .execute();
  return rows.map(({ bands, ...row }) => ({ ...row, bands: toBands(bands) }));
}

/** The version that holds now; null where the authority has set none. */
export async function findOwn(tx: Tx): Promise<OwnCriteria | null> {
  return (await listOwn(tx))[0] ?? null;
}

/** Keeps the next version; false where somebody saved that number first. */
export async function insertOwn(tx: Tx, authorityId: number, own: OwnCriteria): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('list_criteria')
    .values({
      authority_id: authorityId,
      number: own.number,
      base: own.base,
      bands: [...own.bands],
      usual_miles: own.usualMiles,
      why: own.why,
      from_on: own.from,
      saved_by_name: own.by,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

function toBands([a, b, c, d]: readonly number[]): Bands {
  if (a === undefined || b === undefined || c === undefined || d === undefined)
    throw new RangeError('four distances are kept');
  return [a, b, c, d];
}
