import { z } from 'zod';
import { dayField, optionalText, textField } from '../../platform/http/forms.ts';
import { FORMATS } from '../../platform/notifications/index.ts';
import { parsePostcode, parseUpn, readNhsNumber, readUln } from '../../shared/identifiers.ts';
import type { PlainDate } from '../../shared/plain-date.ts';
import type { Result } from '../../shared/result.ts';
import { TOLD_PARENT } from './attention-questions.ts';
import type { Answers, Field, Question } from './question.ts';
import { BEHALF } from './variant-questions.ts';

/** What one page of the request takes: its fields' checks, and those that need the day or another field. */
export function schemaOf(question: Question, today: PlainDate): z.ZodType<Record<string, string>> {
  const shape = Object.fromEntries(question.fields.map((field) => [field.name, schemaOfField(field, today)]));
  return z.object(shape).check((context) => {
    const value = context.value;
    if (!('prefers' in value)) return;
    if (value['prefers'] === 'email' && value['email'] === '') {
      context.issues.push({
        code: 'custom',
        path: ['email'],
        message: 'Enter an email address',
        input: value,
      });
    }
    if (value['prefers'] === 'text' && value['phone'] === '') {
      context.issues.push({
        code: 'custom',
        path: ['phone'],
        message: 'Enter a mobile telephone number',
        input: value,
      });
    }
  });
}

function schemaOfField(field: Field, today: PlainDate): z.ZodType<string> {
  switch (field.kind) {
    case 'date':
      return dayField(field.missing ?? field.label).refine((day) => day <= today, {
        error: `${field.label} must be today or in the past`,
      });
    case 'choice':
      return field.missing === undefined
        ? z.enum(['', ...values(field)], { error: 'Select one of the answers, or none' }).default('')
        : z.enum(values(field), { error: field.missing });
    case 'email':
      return optional(
        z.email('Enter an email address in the correct format, like name@example.com').max(254),
      );
    case 'phone':
      return optional(
        z
          .string()
          .regex(/^\+?[\d\s()-]{8,20}$/, 'Enter a telephone number, like 01632 960 001 or 07700 900 982'),
      );
    case 'postcode':
      return identifier(parsePostcode, field.missing, 'Enter a full UK postcode, like WX1 4AB');
    case 'upn':
      return identifier(
        parseUpn,
        undefined,
        'Check the unique pupil number: its check letter does not match its digits',
      );
    case 'uln':
      return number(readUln);
    case 'nhs':
      return number(readNhsNumber);
    default: {
      const longest = field.kind === 'long' ? 20_000 : field.kind === 'lines' ? 500 : (field.longest ?? 200);
      return field.missing === undefined ? optionalText(longest) : textField(field.missing, longest);
    }
  }
}

function values(field: Field): [string, ...string[]] {
  const [first = '', ...others] = (field.choices ?? []).map((choice) => choice.value);
  return [first, ...others];
}

function optional(schema: z.ZodType<string>): z.ZodType<string> {
  return z.literal('').or(schema).default('');
}

function identifier(parse: (text: string) => string | null, missing: string | undefined, wrong: string) {
  return z
    .string()
    .default('')
    .transform((text, context) => {
      if (text === '' && missing === undefined) return '';
      const parsed = parse(text);
      if (parsed !== null) return parsed;
      context.addIssue({ code: 'custom', message: text === '' ? (missing ?? wrong) : wrong });
      return z.NEVER;
    });
}

function number(read: (text: string) => Result<string>) {
  return z
    .string()
    .default('')
    .transform((text, context) => {
      if (text === '') return '';
      const number = read(text);
      if (number.ok) return number.value;
      context.addIssue({ code: 'custom', message: number.message });
      return z.NEVER;
    });
}

/** A whole request, once every question has its answer. */
export const sentSchema = z.object({
  givenNames: z.string().min(1),
  familyName: z.string().min(1),
  preferredName: z.string().default(''),
  bornOn: dayField('the date of birth'),
  upn: z.string().default(''),
  uln: z.string().default(''),
  nhsNumber: z.string().default(''),
  address: z.string().default(''),
  postcode: z.string().default(''),
  place: z.string().default(''),
  behalf: z.enum(BEHALF).optional(),
  tellerName: z.string().default(''),
  tellerRole: z.string().default(''),
  tellerOrganisation: z.string().default(''),
  tellerEmail: z.string().default(''),
  toldParent: z.enum(TOLD_PARENT).default('not known'),
  toldWords: z.string().default(''),
  school: z.string().default(''),
  inCharge: z.string().default(''),
  detainedAt: z.string().default(''),
  contactName: z.string().default(''),
  relationship: z.string().default(''),
  prefers: z.enum(['email', 'text', 'post']).default('post'),
  email: z.string().default(''),
  phone: z.string().default(''),
  parentLives: z.string().default(''),
  parentAddress: z.string().default(''),
  parentPostcode: z.string().default(''),
  theirEmail: z.string().default(''),
  theirPhone: z.string().default(''),
  theirAddress: z.string().default(''),
  theirPostcode: z.string().default(''),
  format: z.enum(FORMATS).catch('standard'),
  language: z.string().default(''),
  interpreter: z.string().default(''),
  bsl: z.string().default(''),
  receivedOn: z.string().optional(),
  receivedHow: z.string().optional(),
  requestedBy: z.string().optional(),
});

export type Sent = z.infer<typeof sentSchema>;

/** The numbers given, that belong to one child alone. */
export function numbersIn({ upn, uln, nhsNumber }: Sent) {
  return { upn: upn || null, uln: uln || null, nhsNumber: nhsNumber || null };
}

export const answersSchema: z.ZodType<Answers> = z.record(z.string(), z.string());
