import { z } from 'zod';
import { type PlainDate, parsePlainDate } from '../../shared/plain-date.ts';
import { MEETING_OUTCOMES, SECTION_39_GROUNDS } from './facts.ts';
import { SETTING_TYPES } from './plan.ts';
import { EDITABLE_SECTIONS } from './sections.ts';

/* What the columns of acts and versions hold, read back past the edge. */

const day = z.string().transform((text, context): PlainDate => {
  const parsed = parsePlainDate(text);
  if (parsed !== null) return parsed;
  context.addIssue({ code: 'custom', message: 'not a day' });
  return z.NEVER;
});

export const representationSchema = z.object({
  draftNumber: z.number(),
  about: z.enum([...EDITABLE_SECTIONS, 'setting', 'the whole draft']),
  words: z.string(),
  rowId: z.string().exactOptional(),
});
/** A change that one party proposes to one field of an issued version, for the tribunal's working document. */
export const proposalSchema = z.object({
  versionId: z.string(),
  party: z.enum(['family', 'authority']),
  at: z.string(),
  words: z.string(),
  source: z
    .union([
      z.object({ citationId: z.string() }),
      z.object({ adviceId: z.string(), page: z.number().nullable() }),
    ])
    .nullable(),
});
export const answerSchema = z.object({
  outcome: z.enum(['accepted', 'partly accepted', 'declined']),
  reasons: z.string(),
});
export const meetingSchema = z.object({ words: z.string() });
export const settledSchema = z.object({ outcome: z.enum(MEETING_OUTCOMES), note: z.string() });
const setting = z.object({
  settingId: z.string().nullable(),
  name: z.string(),
  type: z.enum(SETTING_TYPES),
  reasons: z.string(),
});
const stated = { from: z.string(), receivedOn: day, contactId: z.string().nullable().default(null) };
export const preferenceSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('request'), paragraph: z.string(), setting, ...stated }),
  z.object({ kind: z.literal('representation'), why: z.string(), setting, ...stated }),
  z.object({ kind: z.literal('none'), ...stated }),
]);
/** Whose word it is, of those on the file, that there is nothing more to add; null where staff wrote it down. */
export const finishedSchema = z.object({ contactId: z.string().nullable().default(null) });
export const healthSchema = z.object({
  body: z.string(),
  agreed: z.array(z.string()).nullable().default(null),
});
export const changesSchema = z.array(z.object({ at: z.string(), representationIds: z.array(z.string()) }));
export const notFollowedSchema = z.object({
  ground: z.enum(SECTION_39_GROUNDS).nullable(),
  reasons: z.string(),
});
const version = z.number().int();
export const versionsSchema = z.object({
  'personal details': version,
  'main contacts': version,
  'services involved': version,
  A1: version,
  A2: version,
  'communication and interaction': version,
  'cognition and learning': version,
  'social, emotional and mental health': version,
  'sensory and/or physical': version,
  health: version,
  'social care': version,
  J: version,
  K: version,
});
