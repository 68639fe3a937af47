/* Identifiers with check digits, as their issuers define them. Each takes text as typed and returns it in its canonical
   form, or null when it is not one. */

const UPN_LETTERS = 'ABCDEFGHJKLMNPQRTUVWXYZ';

/** A unique pupil number: a check letter, then 12 digits (the last may be a letter in a temporary one). Source: DfE UPN guide. */
export function parseUpn(text: string): string | null {
  const upn = compact(text);
  if (!/^[A-Z]\d{11}[0-9A-Z]$/.test(upn)) return null;
  let sum = 0;
  for (const [place, character] of [...upn.slice(1)].entries()) {
    const value = /\d/.test(character) ? Number(character) : UPN_LETTERS.indexOf(character);
    if (value < 0) return null;
    sum += value * (place + 2);
  }
  return UPN_LETTERS[sum % 23] === upn[0] ? upn : null;
}

/** A postcode in its two parts, `AB1 2CD`. */
export function parsePostcode(text: string): string | null {
  const postcode = compact(text);
  if (!/^[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2}$/.test(postcode)) return null;
  return `${postcode.slice(0, -3)} ${postcode.slice(-3)}`;
}

function compact(text: string): string {
  return text.replace(/[\s-]/g, '').toUpperCase();
}
