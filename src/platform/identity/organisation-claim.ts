import { z } from 'zod';

/** The organisation an issuer says that somebody acts for, in the shape DfE Sign-in gives it. */
export type OrganisationClaim = {
  name: string;
  /** Its unique reference number on the national register of schools. */
  urn: string | null;
  /** Its UK provider reference number. */
  ukprn: string | null;
  /** The issuer itself says that it has closed. */
  closed: boolean;
};

const LONGEST_NAME = 300;
const number = z
  .union([z.string(), z.number()])
  .transform((said) => String(said).trim())
  .transform((said) => (/^\d{1,12}$/.test(said) ? said : null))
  .nullable()
  .catch(null);

/** Reads the claim; null for anything that is not one. What an issuer sends beside it is not looked at. */
export const organisationClaim = z
  .object({
    name: z.string().catch(''),
    urn: number,
    ukprn: number,
    status: z.object({ name: z.string() }).nullable().catch(null),
  })
  .transform(
    ({ name, urn, ukprn, status }): OrganisationClaim => ({
      name: name.trim().slice(0, LONGEST_NAME),
      urn,
      ukprn,
      closed: status?.name === 'Closed',
    }),
  )
  .nullable()
  .catch(null);
