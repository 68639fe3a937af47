import { accepted, type Result, refused } from '../../shared/result.ts';

export type ReferralForm = { toAuthority: number | null; reason: string };

/**
 * Refers a request to the authority responsible: where the child or young person lives (Children and Families Act 2014,
 * s24). Refuses one without an authority or without how it is known. Whether it has ended is for `endRequest` to say.
 */
export function refer(
  known: readonly { code: number }[],
  { toAuthority, reason }: ReferralForm,
): Result<{ toAuthority: number; reason: string }> {
  if (toAuthority === null || !known.some(({ code }) => code === toAuthority))
    return refused('toAuthority', 'Select the authority responsible');
  if (reason === '') return refused('reason', 'Enter how you know that they live there');
  return accepted({ toAuthority, reason });
}

/** What is known of where somebody lives, by their postcode. */
export type Residence =
  | { kind: 'here' }
  | { kind: 'elsewhere'; authority: { code: number; name: string } }
  | { kind: 'unknown' };

export function residenceOf(home: number, found: { code: number; name: string } | undefined): Residence {
  if (found === undefined) return { kind: 'unknown' };
  return found.code === home ? { kind: 'here' } : { kind: 'elsewhere', authority: found };
}
