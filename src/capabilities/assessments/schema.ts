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
    section: z.enum(['H1', 'H2', '']),
  }),
]);

export const contentSchema: z.ZodType<AdviceContent> = z.strictObject({
  statement: z.strictObject({ version, text, notKnown: z.boolean() }),
  rows: z.array(row),
});
