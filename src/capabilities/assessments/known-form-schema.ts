import { z } from 'zod';
import { optionalText } from '../../platform/http/forms.ts';
import { PARAGRAPHS } from './paragraphs.ts';

/** What is typed of somebody who knows the child; what is said under no box is left empty. */
export const knownSchema = z.object({
  name: optionalText(200),
  role: optionalText(200),
  workplace: optionalText(200),
  howKnown: optionalText(2000),
  since: optionalText(100),
  paragraph: z.enum(PARAGRAPHS).exclude(['a']).nullable().catch(null),
  mayContact: z
    .enum(['yes', 'no'])
    .nullable()
    .catch(null)
    .transform((said) => (said === null ? null : said === 'yes')),
  consentNote: optionalText(2000),
  saidByName: optionalText(200),
});

/** Taking somebody off the list. */
export const removalSchema = z.object({
  reason: optionalText(2000),
  by: optionalText(200),
});

/** Saying that the list is whole. */
export const confirmationSchema = z.object({ by: optionalText(200) });
