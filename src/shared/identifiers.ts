import { accepted, type Result, refused } from './result.ts';

/* Identifiers with check digits, as their issuers define them. Each is read from text as typed, spaces and hyphens and
   all; what is accepted is its canonical form, and a refusal says what is wrong with it. */

const UPN_LETTERS = 'ABCDEFGHJKLMNPQRTUVWXYZ';

/**
 * A unique pupil number: a check letter, then 12 digits; in a temporary one the last is a letter, worth its place in the
 * same 23 letters. Each is multiplied by its place (2 to 13) and the sum's remainder by 23 names the check letter.
 * Source: Department for Education, Unique Pupil Numbers: guidance for schools and local authorities.
 */
export function readUpn(text: string): Result<string> {
  const upn = compact(text);
  if (upn.length !== 13)
    return refused('upn', `A unique pupil number has 13 characters; this has ${upn.length}`);
  if (!/^[A-Z]\d{11}[0-9A-Z]$/.test(upn)) {
    return refused(
      'upn',
      'A unique pupil number is a letter and 12 numbers; in a temporary one the last is a letter',
    );
  }
  if (/[IOS]/.test(upn))
    return refused('upn', 'No unique pupil number has the letters I, O or S: check for 1, 0 or 5');
  const worth = (character: string) =>
    /\d/.test(character) ? Number(character) : UPN_LETTERS.indexOf(character);
  const sum = [...upn.slice(1)].reduce((total, character, at) => total + worth(character) * (at + 2), 0);
  if (UPN_LETTERS[sum % 23] === upn[0]) return accepted(upn);
  return refused('upn', 'Check the unique pupil number: its check letter does not match its digits');
}

/**
 * A unique learner number: ten digits. The first nine are multiplied by 10 down to 2; the last is ten less the sum's
 * remainder by 11, and no number is issued whose remainder is 0. Source: Learning Records Service, ULN validation.
 */
export function readUln(text: string): Result<string> {
  const uln = compact(text);
  if (!/^\d{10}$/.test(uln)) return refused('uln', 'A unique learner number has 10 numbers and no letters');
  const remainder = weighed(uln) % 11;
  if (remainder !== 0 && Number(uln[9]) === 10 - remainder) return accepted(uln);
  return refused('uln', 'Check the unique learner number: its last number does not match the others');
}

/**
 * An NHS number: ten digits. The first nine are multiplied by 10 down to 2; the last is 11 less the sum's remainder by
 * 11, where 11 is written 0 and no number is issued that would need 10. Source: NHS Data Dictionary, NHS NUMBER.
 */
export function readNhsNumber(text: string): Result<string> {
  const number = compact(text);
  if (!/^\d{10}$/.test(number)) return refused('nhsNumber', 'An NHS number has 10 numbers and no letters');
  const check = (11 - (weighed(number) % 11)) % 11;
  if (check !== 10 && Number(number[9]) === check) return accepted(number);
  return refused('nhsNumber', 'Check the NHS number: its last number does not match the others');
}

/** A unique pupil number, or null when it is not one. */
export function parseUpn(text: string): string | null {
  const read = readUpn(text);
  return read.ok ? read.value : null;
}

/** A postcode in its two parts, `AB1 2CD`. */
export function parsePostcode(text: string): string | null {
  const postcode = compact(text);
  if (!/^[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2}$/.test(postcode)) return null;
  return `${postcode.slice(0, -3)} ${postcode.slice(-3)}`;
}

/** The sum of the first nine of ten digits, each multiplied by 10 down to 2. */
function weighed(tenDigits: string): number {
  return [...tenDigits.slice(0, 9)].reduce((sum, digit, at) => sum + Number(digit) * (10 - at), 0);
}

function compact(text: string): string {
  return text.replace(/[\s-]/g, '').toUpperCase();
}
