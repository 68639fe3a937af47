import { z } from 'zod';
import {
  choiceField,
  dayField,
  optionalDayField,
  optionalText,
  textField,
} from '../../platform/http/forms.ts';
import { readNhsNumber, readUln, readUpn } from '../../shared/identifiers.ts';
import type { Result } from '../../shared/result.ts';
import { CARE, ELSEWHERE, type NewFact } from './circumstances.ts';
import { AGENCIES, GIVEN_HOW } from './consent.ts';
import { NEEDS } from './needs.ts';
import type { Answers, Part } from './particulars.ts';
import { ETHNICITIES, SEXES, UPN_UNKNOWN } from './particulars-words.ts';

const orNull = (longest: number) => optionalText(longest).transform((text) => (text === '' ? null : text));

function codeOf(codes: Readonly<Record<string, string>>, missing: string) {
  return optionalText(20)
    .refine((text) => text === '' || Object.hasOwn(codes, text), missing)
    .transform((text) => (text === '' ? null : text));
}

/** A number with a check digit, or nothing: what is wrong with it is said. */
function numbered(read: (text: string) => Result<string>) {
  return optionalText(40).transform((text, context): string | null => {
    if (text === '') return null;
    const number = read(text);
    if (number.ok) return number.value;
    context.addIssue({ code: 'custom', message: number.message });
    return z.NEVER;
  });
}

/** Why something is changed, as staff may say. */
export const whySchema = z.object({ why: orNull(2000) });

/** The answers to each question of a child's particulars. */
export const partSchemas: Readonly<Record<Part, z.ZodType<Answers>>> = {
  names: z.object({
    givenNames: textField('Enter the child’s given names', 200),
    familyName: textField('Enter the child’s family name', 200),
    preferredName: orNull(200),
  }),
  birth: z.object({
    bornOn: dayField('the child’s date of birth'),
    sex: codeOf(SEXES, 'Select the child’s sex'),
  }),
  ethnicity: z.object({ ethnicity: codeOf(ETHNICITIES, 'Select the child’s ethnicity from the list') }),
  languages: z.object({
    firstLanguage: orNull(100),
    homeLanguages: orNull(200),
    interpreter: orNull(100),
    bsl: z
      .enum(['yes', 'no'], { error: 'Select yes if the child uses British Sign Language' })
      .transform((yes) => yes === 'yes'),
  }),
  numbers: z.object({
    upn: numbered(readUpn),
    uln: numbered(readUln),
    upnUnknown: codeOf(UPN_UNKNOWN, 'Select the reason from the list'),
    nhsNumber: numbered(readNhsNumber),
    nhsUnknown: orNull(500),
  }),
};

/** The version of the particulars that a form was opened with. */
export const versionSchema = z.object({ version: z.coerce.number().int().min(1).catch(1) });

const days = { from: optionalDayField('the first day'), until: optionalDayField('the last day') };
const addressLines = textField('Enter the address', 500).transform((text) =>
  text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()])),
);
const postcode = orNull(10);

const ended = z.string().default('');

/** What is recorded as being so, of each kind, and the circumstance it takes the place of, if any. */
export const factSchemas: Readonly<Record<Recorded, z.ZodType<{ fact: NewFact; ended: string }>>> = {
  address: z
    .object({ ...days, address: addressLines, postcode, ended })
    .transform(({ from, until, address, ended, ...rest }) => ({
      fact: { kind: 'address', fromOn: from, untilOn: until, addressLines: address, ...rest },
      ended,
    })),
  setting: z
    .object({ ...days, settingId: z.uuid({ error: 'Search for the setting, then select it' }), ended })
    .transform(({ from, until, settingId, ended }) => ({
      fact: { kind: 'setting', fromOn: from, untilOn: until, settingId },
      ended,
    })),
  elsewhere: z
    .object({
      ...days,
      place: choiceField(ELSEWHERE, 'Select where they are or were'),
      placeName: orNull(200),
      ended,
    })
    .transform(({ from, until, place, placeName, ended }) => ({
      // Nobody is at a place of their own name when they are educated at home.
      fact: {
        ...{ kind: 'setting', fromOn: from, untilOn: until, settingId: null, place },
        placeName: place === 'educated at home' ? null : placeName,
      },
      ended,
    })),
  need: z
    .object({
      ...days,
      need: choiceField(NEEDS, 'Select the primary need'),
      ended,
    })
    .transform(({ from, until, need, ended }) => ({
      fact: { kind: 'primary need', fromOn: from, untilOn: until, need },
      ended,
    })),
  care: z
    .object({
      ...days,
      kind: choiceField(CARE, 'Select what is so'),
      byAuthority: optionalText(3).transform((text) => (/^\d{1,3}$/.test(text) ? Number(text) : null)),
      byOther: orNull(200),
    })
    .transform(({ from, until, ...rest }) => ({
      fact: { ...rest, fromOn: from, untilOn: until },
      ended: '',
    })),
};
export const RECORDED = ['address', 'setting', 'elsewhere', 'need', 'care'] as const;
export type Recorded = (typeof RECORDED)[number];

export const correctionSchema = z.object({ ...days, why: textField('Enter why it is changed', 2000) });
export const strikeSchema = z.object({ never: textField('Enter how you know that it was never so', 2000) });

const ownDetails = z.object({
  prefers: choiceField(['email', 'text', 'post'], 'Select how we should write'),
  email: optionalText(254)
    .pipe(
      z.union([
        z.literal(''),
        z.email('Enter an email address in the correct format, like name@example.com'),
      ]),
    )
    .transform((text) => (text === '' ? null : text)),
  phone: orNull(40),
  address: optionalText(500),
  postcode: orNull(10),
  format: choiceField(
    ['standard', 'large print', 'Easy Read', 'braille', 'audio'],
    'Select how letters should look',
  ),
  language: orNull(100),
  interpreter: orNull(100),
  bsl: choiceField(['yes', 'no'], 'Select yes or no for British Sign Language'),
});

/** How somebody is reached and spoken to, as they say themself. */
export const ownDetailsSchema = ownDetails.transform(({ address, bsl, ...rest }) => ({
  ...rest,
  addressLines: linesOf(address),
  bsl: bsl === 'yes',
}));

/** The same as staff record it, with who they are and how staff know. */
export const detailsSchema = ownDetails
  .extend({
    name: textField('Enter their full name', 200),
    relationship: textField('Enter their relationship to the child', 200),
    parentalResponsibility: choiceField(['yes', 'no'], 'Select yes if they have parental responsibility'),
    why: textField('Enter how you know', 2000),
  })
  .transform(({ address, bsl, parentalResponsibility, ...rest }) => ({
    ...rest,
    addressLines: linesOf(address),
    bsl: bsl === 'yes',
    parentalResponsibility: parentalResponsibility === 'yes',
  }));

function linesOf(text: string): string[] {
  return text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()]));
}

/** What the family agreed to share, as staff record it. */
export const consentSchema = z.object({
  agency: choiceField(AGENCIES, 'Select the kind of agency'),
  organisationId: z
    .union([z.literal(''), z.uuid()], { error: 'Find the organisation, then select it' })
    .default('')
    .transform((id) => (id === '' ? null : id)),
  what: textField('Enter what may be shared', 500),
  givenBy: textField('Enter the name of whoever agreed', 200),
  givenOn: dayField('the day they agreed'),
  givenHow: choiceField(GIVEN_HOW, 'Select how they said so'),
});

/** That they took it back, as staff record it. */
export const withdrawalSchema = z.object({
  by: textField('Enter the name of whoever took it back', 200),
  on: dayField('the day they took it back'),
  how: choiceField(GIVEN_HOW, 'Select how they said so'),
});

/** Who takes it back, where their session does not say. */
export const fromSchema = z.object({ from: optionalText(200) });
