import { z } from 'zod';
import { isUuid, type Uuid } from '../../shared/uuid.ts';
import { type AdviceContent, AREAS } from './advice.ts';

/** The edge where advice comes in as JSON: its column, and the API. Past it, advice is its type. */

const text = z.string().max(20_000);
const id = z.string().refine((written): written is Uuid => isUuid(written), 'Enter an identifier (a UUID)');
const version = z.int().min(1);

const row = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('need'),
    id,
    version,
    area: z.enum(AREAS),
    text,
    evidence: text,
    noProvision: text,
  }),
  z.strictObject({ kind: z.literal('outcome'), id, version, under: id, text, steps: text, byWhen: text }),
  z.strictObject({
    kind: z.literal('provision'),
    id,
    version,
    under: id,
    what: text,
    who: text,
    ratio: text,
    frequency: text,
    durationEachTime: text,
    review: text,
    text,
    // Advice begun before it was asked has none.
    whyNotSpecified: text.default(''),
    section: z.enum(['H1', 'H2', '']),
  }),
]);

export const contentSchema: z.ZodType<AdviceContent> = z.strictObject({
  statement: z.strictObject({ version, text, notKnown: z.boolean() }),
  rows: z.array(row),
});

const line = (what: string) => z.string().max(500, `${what} must be 500 characters or fewer`).default('');
const written = z.string().max(20_000, 'This must be 20,000 characters or fewer').default('');
const wanted = (missing: string) =>
  z.string({ error: missing }).min(1, missing).max(20_000, 'This must be 20,000 characters or fewer');
const under = z.string().refine((text): text is Uuid => isUuid(text));

/** What a row's form sends: what a row cannot do without is asked for at once, the rest before signing. */
export const rowFormSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('need'),
    area: z.enum(AREAS, { error: 'Select the area of need' }),
    text: wanted('Enter the need'),
    evidence: written,
    noProvision: written,
  }),
  z.object({
    kind: z.literal('outcome'),
    under,
    text: wanted('Enter the outcome'),
    steps: written,
    byWhen: line('When'),
  }),
  z.object({
    kind: z.literal('provision'),
    under,
    what: wanted('Enter what should be provided'),
    who: line('Who'),
    ratio: line('The ratio'),
    frequency: line('How often'),
    durationEachTime: line('How long'),
    review: line('The review'),
    text: written,
    whyNotSpecified: z.string().max(2000, 'The reason must be 2,000 characters or fewer').default(''),
    section: z.enum(['H1', 'H2', '']).default(''),
  }),
]);

/** The version a form was shown with; one that is missing matches nothing. */
export const versionField = z.coerce.number().int().min(1).catch(0);
