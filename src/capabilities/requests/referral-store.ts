import type { Tx } from '../../platform/lens/index.ts';
import type { HomeAuthority } from '../../platform/services.ts';
import type { PlainDate } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';
import type { Request } from './request.ts';

export type Referral = {
  toAuthority: number;
  referredOn: PlainDate;
  referredBy: string;
  /** The request it becomes where that authority runs here; null where it does not. */
  arrivesAs: Uuid | null;
};

export async function insertReferral(tx: Tx, request: Request, referral: Referral): Promise<void> {
  await tx
    .insertInto('request_referrals')
    .values({
      authority_id: request.authorityId,
      request_id: request.id,
      child_id: request.childId,
      to_authority: referral.toAuthority,
      referred_on: referral.referredOn,
      referred_by: referral.referredBy,
      arrives_as: referral.arrivesAs,
    })
    .execute();
}

export async function findReferral(tx: Tx, requestId: Uuid): Promise<Referral | undefined> {
  return tx
    .selectFrom('request_referrals')
    .select([
      'to_authority as toAuthority',
      'referred_on as referredOn',
      'referred_by as referredBy',
      'arrives_as as arrivesAs',
    ])
    .where('request_id', '=', requestId)
    .executeTakeFirst();
}

/** Every authority known here but one, by name. */
export function listOtherAuthorities(tx: Tx, except: number): Promise<{ code: number; name: string }[]> {
  return tx
    .selectFrom('authorities')
    .select(['code', 'name'])
    .where('code', '<>', except)
    .orderBy('name')
    .execute();
}

/** An authority as families are told of it. */
export function findAuthority(tx: Tx, code: number): Promise<Omit<HomeAuthority, 'demo'> | undefined> {
  return tx
    .selectFrom('authorities')
    .select([
      'code',
      'name',
      'service_email as email',
      'service_phone as phone',
      'postal_address as address',
      'sendiass',
      'mediation_adviser as mediationAdviser',
      'translation_notice as translationNotice',
      'safeguarding',
      'brand_colour as brandColour',
    ])
    .where('code', '=', code)
    .executeTakeFirst();
}

/** Whether anybody works for the authority whose lens this is: if not, nobody here would see what reached it. */
export async function hasStaff(tx: Tx): Promise<boolean> {
  const one = await tx
    .selectFrom('staff_roles')
    .select('role')
    .where('ended_at', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return one !== undefined;
}
