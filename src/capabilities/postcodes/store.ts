import type { Tx } from '../../platform/lens/index.ts';
import type { PlainDate } from '../../shared/plain-date.ts';
import { type Result, refused } from '../../shared/result.ts';
import { notFound, wholePostcode } from './whole-postcode.ts';

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

/** Where a postcode is, in degrees as GPS gives them. */
export type PostcodePlace = {
  postcode: string;
  /** The Department's three-digit code. */
  authority: number;
  latitude: number;
  longitude: number;
  /** The first day of the month in which it ended: it is still where it was. Null where nothing says that it did. */
  terminatedIn: PlainDate | null;
};

/**
 * Where the postcode is that somebody typed, spaces or not. Refuses, on `field` and with what to do, half of one, what is no
 * postcode, one outside England and one the directory does not have; a terminated one is found, and says when it ended.
 */
export async function findPlace(tx: Tx, typed: string, field: string): Promise<Result<PostcodePlace>> {
  const postcode = wholePostcode(typed, field);
  if (!postcode.ok) return postcode;
  const place = await tx
    .selectFrom('postcodes')
    .select([
      'postcode',
      'authority_code as authority',
      'latitude',
      'longitude',
      'terminated_in as terminatedIn',
    ])
    .where('postcode', '=', postcode.value)
    .executeTakeFirst();
  if (place !== undefined) return { ok: true, value: place };
  const any = await tx.selectFrom('postcodes').select('postcode').limit(1).executeTakeFirst();
  if (any !== undefined) return notFound(postcode.value, field);
  return refused(field, 'This service has no directory of postcodes yet: choose an area instead');
}
