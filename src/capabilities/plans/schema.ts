import { z } from 'zod';
import { parsePlainDate } from '../../shared/plain-date.ts';
import { isUuid } from '../../shared/uuid.ts';
import {
  ADULTHOOD,
  ADVICE_KINDS,
  ATTENDANCES,
  type DraftContent,
  type FinalContent,
  type ProvisionSection,
  SETTING_TYPES,
} from './plan.ts';

/** The edge where a plan comes in as JSON: a column, a file, the API. Past it, a plan is its type. */

const text = z.string();
export const uuid = z
  .string()
  .refine(isUuid, 'Enter an identifier (a UUID)')
  .meta({ format: 'uuid', description: 'A UUID' });
export const day = z
  .string()
  .meta({ format: 'date', description: 'YYYY-MM-DD' })
  .transform((written, context) => {
    const parsed = parsePlainDate(written);
    if (parsed !== null) return parsed;
    context.addIssue({ code: 'custom', message: 'Enter a real date written YYYY-MM-DD' });
    return z.NEVER;
  });

const sources = z.array(
  z.union([
    z.strictObject({ adviceId: uuid, page: z.int().nullable() }),
    z.strictObject({ citationId: uuid }),
  ]),
);
const need = z.strictObject({ id: uuid, text, evidence: text, sources });
const outcome = z.strictObject({
  id: uuid,
  provisionIds: z.array(uuid),
  text,
  steps: text,
  byWhen: text,
  monitoring: text.exactOptional(),
  adulthood: z.enum(ADULTHOOD).exactOptional(),
  sources,
});

function provision<const Section extends ProvisionSection>(sections: readonly Section[]) {
  return z.strictObject({
    id: uuid,
    section: z.enum(sections),
    needIds: z.array(uuid),
    what: text,
    who: text,
    ratio: text,
    frequency: text,
    durationEachTime: text,
    review: text,
    text,
    preparesForAdulthood: z.literal(true).exactOptional(),
    sources,
  });
}

function area<const Section extends ProvisionSection>(sections: readonly Section[]) {
  return z.strictObject({
    strengths: text,
    needs: z.array(need),
    provisions: z.array(provision(sections)),
    outcomes: z.array(outcome),
  });
}

/** One row by itself, whichever area it is of. */
export const rowSchemas = { need, outcome, provision: provision(['F', 'G', 'H1', 'H2']) };

const education = area(['F']);

/** The fields of a plan but for Section I, which a draft and a final have each their own way. */
export const content = {
  personalDetails: z.strictObject({
    forename: text,
    middleNames: text,
    surname: text,
    preferredName: text,
    dateOfBirth: day,
    sex: text,
    ethnicity: text,
    firstLanguage: text,
    parentFirstLanguage: text,
  }),
  mainContacts: z.array(
    z.strictObject({
      personId: uuid.nullable(),
      name: text,
      relationship: text,
      email: text,
      telephone: text,
      address: text,
      addressWithheld: z.boolean(),
    }),
  ),
  servicesInvolved: z.strictObject({
    educationSetting: z.strictObject({ name: text, identifier: text }),
    gpAndKeyHealthProfessional: text,
    nhsNumber: text,
    knownToSocialCare: z.boolean(),
    otherProfessionals: z.array(text),
    lookedAfterNow: z.boolean(),
    lookedAfterBefore: z.boolean(),
    onePageProfileReceived: z.boolean(),
    movingFrom: text.nullable(),
  }),
  a1: text,
  a2: z.strictObject({
    views: text,
    interests: text,
    strengths: text,
    aspirations: text,
    howCollected: text,
  }),
  areas: z.strictObject({
    'communication and interaction': education,
    'cognition and learning': education,
    'social, emotional and mental health': education,
    'sensory and/or physical': education,
    health: area(['G']),
    'social care': area(['H1', 'H2']),
  }),
  directPayments: z.strictObject({ details: text, arrangements: text }).nullable(),
  personalBudget: z.strictObject({ amount: text, use: text, agreements: text }).exactOptional(),
  advice: z.array(
    z.strictObject({
      adviceId: uuid,
      kind: z.enum(ADVICE_KINDS),
      requestedOn: day.nullable(),
      receivedOn: day.nullable(),
      from: text,
      appended: z.boolean(),
    }),
  ),
};

const setting = z.strictObject({
  settingId: uuid,
  name: text,
  type: z.enum(SETTING_TYPES),
  attendance: z.enum(ATTENDANCES),
});

export const placement = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('named'), settings: z.tuple([setting], setting) }),
  z.strictObject({
    kind: z.literal('type only'),
    type: z.enum(SETTING_TYPES),
    attendance: z.enum(ATTENDANCES),
  }),
  z.strictObject({ kind: z.literal('otherwise than in a school'), arrangements: text }),
]);

export const draftContentSchema: z.ZodType<DraftContent> = z.strictObject({ ...content, sectionI: z.null() });
export const finalContentSchema: z.ZodType<FinalContent> = z.strictObject({
  ...content,
  sectionI: placement,
});
