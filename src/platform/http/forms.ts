import { z } from 'zod';
import type { FieldErrors } from '../../design-system/index.ts';
import { type PlainDate, parsePlainDate } from '../../shared/plain-date.ts';
import { type Refusal, refused } from '../../shared/result.ts';
import { capital, sayNumber } from '../../shared/words.ts';

/** What was typed, by field, so that nothing is lost when a form is shown again. */
export type Typed = Readonly<Record<string, string>>;

export type FormResult<T> = { ok: true; value: T } | { ok: false; errors: FieldErrors; typed: Typed };

const LONGEST = 20_000;
const LONGEST_SAID = sayNumber(LONGEST);

const bodySchema = z.record(z.string(), z.union([z.string(), z.array(z.string())])).catch({});

/**
 * Reads a form: each date's three boxes become one `YYYY-MM-DD`, spaces around answers go, and the schema says the rest.
 * Returns the values, or every field's first error with all that was typed.
 */
export function readForm<T>(schema: z.ZodType<T>, body: unknown): FormResult<T> {
  const typed = typedIn(body);
  const parsed = schema.safeParse(withDates(typed));
  if (parsed.success) return { ok: true, value: parsed.data };
  const errors: Record<string, string> = {};
  for (const issue of parsed.error.issues) errors[issue.path.join('.')] ??= issue.message;
  return { ok: false, errors, typed };
}

/** A form's fields as they were sent. */
export function sentIn(body: unknown): z.infer<typeof bodySchema> {
  return bodySchema.parse(body);
}

/** Everything typed, as text; a box ticked several times joins with commas. Control characters never come from a keyboard. */
export function typedIn(body: unknown): Typed {
  const fields = Object.entries(bodySchema.parse(body));
  return Object.fromEntries(
    fields.map(([name, value]) => [name, tidy(Array.isArray(value) ? value.join(',') : value)]),
  );
}

/** Text as it is kept: composed, with plain line ends, and without characters that no keyboard types. */
function tidy(text: string): string {
  // PostgreSQL cannot keep a NUL; an embedding or override of direction would turn round the words after a name.
  return text
    .normalize('NFC')
    .replace(/\r\n/g, '\n')
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/\p{Cc}/gu, (character) => (character === '\n' || character === '\t' ? character : ''))
    .trim();
}

/** The same of every text in a JSON body. */
export function tidied(body: unknown): unknown {
  if (typeof body === 'string') return tidy(body);
  if (Array.isArray(body)) return body.map(tidied);
  if (typeof body !== 'object' || body === null) return body;
  return Object.fromEntries(Object.entries(body).map(([name, value]) => [name, tidied(value)]));
}

/** The first answer longer than any is kept, refused at its field; null where there is none. For forms read without a schema. */
export function tooLong(typed: Typed): Refusal | null {
  const long = Object.entries(typed).find(([, text]) => text.length > LONGEST);
  return long === undefined ? null : refused(long[0], `Shorten this to ${LONGEST_SAID} characters or fewer`);
}

function withDates(typed: Typed): Record<string, string> {
  const joined: Record<string, string> = { ...typed };
  for (const name of Object.keys(typed)) {
    if (!name.endsWith('-year')) continue;
    const field = name.slice(0, -'-year'.length);
    const [day, month, year] = [
      typed[`${field}-day`] ?? '',
      typed[`${field}-month`] ?? '',
      typed[name] ?? '',
    ];
    joined[field] =
      day + month + year === ''
        ? ''
        : // A year is all four figures: 18 is nobody's year of birth.
          `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  }
  return joined;
}

/** A day that must be given: `what` finishes "Enter …", `the date of the decision`. */
export function dayField(what: string) {
  return z.string({ error: `Enter ${what}` }).transform((text, context): PlainDate => {
    const day = realDay(text);
    if (day !== null) return day;
    context.addIssue({ code: 'custom', message: text === '' ? `Enter ${what}` : notReal(what) });
    return z.NEVER;
  });
}

/** A day that may be left out: null then. */
export function optionalDayField(what: string) {
  return z
    .string()
    .default('')
    .transform((text, context): PlainDate | null => {
      const day = realDay(text);
      if (text !== '' && day === null) context.addIssue({ code: 'custom', message: notReal(what) });
      return day;
    });
}

// Nobody here was born, and nothing here was done, before 1900: it is a slip of a finger.
function realDay(text: string): PlainDate | null {
  const day = parsePlainDate(text);
  return day !== null && day >= '1900' ? day : null;
}

function notReal(what: string): string {
  return `${capital(what)} must be a real date, like 27 3 2019`;
}

/** Text that must be given, up to a length people are told of. */
export function textField(missing: string, longest = LONGEST) {
  return z
    .string({ error: missing })
    .min(1, missing)
    .max(longest, `This must be ${sayNumber(longest)} characters or fewer`);
}

/** Text that may be left empty. */
export function optionalText(longest = LONGEST) {
  return z
    .string()
    .max(longest, `This must be ${sayNumber(longest)} characters or fewer`)
    .default('');
}

/** One of a list. */
export function choiceField<const T extends readonly [string, ...string[]]>(choices: T, missing: string) {
  return z.enum(choices, { error: missing });
}
