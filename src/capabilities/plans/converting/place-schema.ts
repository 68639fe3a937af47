import { z } from 'zod';
import { AREAS } from '../plan.ts';
import { ADVICE_PARTS, FIELDS, NEED_PARTS, OUTCOME_PARTS, PROVISION_PARTS } from './place.ts';

const area = z.enum(AREAS);
const row = z.string().regex(/^[NPOK]\d{1,5}$/);

/** A place as it is kept in a column, and as the API tells it. */
export const placeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('field'), field: z.enum(keysOf(FIELDS)) }),
  z.object({ kind: z.literal('strengths'), area }),
  z.object({ kind: z.literal('need'), area, row, part: z.enum(keysOf(NEED_PARTS)) }),
  z.object({
    kind: z.literal('provision'),
    area,
    section: z.enum(['F', 'G', 'H1', 'H2']),
    row,
    part: z.enum(keysOf(PROVISION_PARTS)),
  }),
  z.object({ kind: z.literal('outcome'), area, row, part: z.enum(keysOf(OUTCOME_PARTS)) }),
  z.object({ kind: z.literal('advice'), row, part: z.enum(keysOf(ADVICE_PARTS)) }),
]);

/** What was read of a file, as it is kept. */
export const readingSchema = z.object({
  passages: z.array(
    z.object({
      number: z.int(),
      text: z.string(),
      from: z.string(),
      place: placeSchema.nullable(),
      links: z.array(z.string()),
      why: z.string().nullable(),
    }),
  ),
  ignored: z.array(z.object({ text: z.string(), from: z.string(), why: z.string() })),
  notes: z.array(z.string()),
});

function keysOf<K extends string>(table: Readonly<Record<K, string>>): K[] {
  return Object.keys(table).filter((key): key is K => Object.hasOwn(table, key));
}
