import { parsePostcode } from '../../shared/identifiers.ts';
import { accepted, type Result, refused } from '../../shared/result.ts';
import { countryOutside } from './outside-england.ts';

const FIRST_HALF = /^[A-Z]{1,2}\d[A-Z\d]?$/;
const SECOND_HALF = /^\d[A-Z]{2}$/;
const SHOWN = 20;

/**
 * A postcode as somebody typed it, in its two parts. Refuses, with what to do, half of one, what is no postcode, and one
 * whose area is wholly outside England; whether there is such a postcode only the directory knows.
 */
export function wholePostcode(typed: string, field: string): Result<string> {
  const compact = typed.replace(/[\s-]/g, '').toUpperCase();
  const said = typed.trim().slice(0, SHOWN);
  if (compact === '') return refused(field, 'Enter a postcode');
  if (FIRST_HALF.test(compact)) return refused(field, `Enter the whole postcode: ${said} is its first half`);
  if (SECOND_HALF.test(compact))
    return refused(field, `Enter the whole postcode: ${said} is its second half`);
  const postcode = parsePostcode(typed);
  if (postcode === null) return refused(field, 'Enter a whole postcode, like SW1A 2AA');
  const country = countryOutside(postcode);
  if (country === null) return accepted(postcode);
  return refused(field, `Enter a postcode in England: ${postcode} is in ${country}`);
}

/** What is said of a postcode that the directory does not have. */
export function notFound(postcode: string, field: string): Result<never> {
  return refused(
    field,
    `Check the postcode: ${postcode} is not among the postcodes of England. If it is new, use one nearby`,
  );
}
