import type { Tx } from '../../platform/lens/index.ts';

export type AuthorityOfPostcode = { code: number; name: string; reach: string | null };

/** Which authority a postcode is in, as far as the directory that was imported says; undefined where it does not. */
export async function findAuthorityOf(tx: Tx, postcode: string): Promise<AuthorityOfPostcode | undefined> {
  const row = await tx
    .selectFrom('postcodes')
    .innerJoin('authorities', 'authorities.code', 'postcodes.authority_code')
    .select(['code', 'name', 'service_phone', 'service_email', 'postal_address'])
    .where('postcode', '=', postcode)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const ways = [row.service_phone, row.service_email, row.postal_address].filter((way) => way !== null);
  return { code: row.code, name: row.name, reach: ways.length === 0 ? null : ways.join('; ') };
}
