import { sayNumber } from '../../../shared/words.ts';
/* What was typed, field by field. */

export type Typed = Readonly<Record<string, string>>;
export type Errors = Readonly<Record<string, string>>;
/** What was typed, read; or each field that is wrong, with what to do. */
export type Read<T> = { ok: true; value: T } | { ok: false; errors: Errors };

export function wrong(field: string, message: string): { ok: false; errors: Errors } {
  return { ok: false, errors: { [field]: message } };
}

/** A whole number up to a most; otherwise null, with what to enter kept at its field. */
export function wholeNumber(
  typed: Typed,
  field: string,
  { most, what }: { most: number; what: string },
  errors: Record<string, string>,
): number | null {
  const text = (typed[field] ?? '').trim();
  const number = /^\d{1,6}$/.test(text) ? Number(text) : null;
  if (number !== null && number <= most) return number;
  errors[field] =
    text === '' ? `Enter ${what}, or 0` : `Enter ${what} as a whole number from 0 to ${sayNumber(most)}`;
  return null;
}
