import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { day, noun } from '../../platform/http/json.ts';
import type { Services } from '../../platform/services.ts';
import { CRITERIA_NAMES } from './criteria.ts';
import { NOTE_KINDS } from './kept-list.ts';
import {
  addingSchema,
  addOnce,
  declineOnce,
  decliningSchema,
  FAMILY_DOOR,
  makeOnce,
  makingSchema,
  noteOnce,
  noteSchema,
  readMaking,
  readOwn,
  STAFF_DOOR,
  toldAddingSchema,
  toldDecliningSchema,
} from './list-sending.ts';
import { VERDICTS } from './reasons.ts';

const made = z.object({
  lists: z.array(
    z.object({
      id: z.uuid(),
      number: z.int(),
      criteria: z.string(),
      madeOn: day,
      madeBy: z.string(),
      startOn: day,
      considered: z.int(),
    }),
  ),
});

const own = z.object({
  /** The newest; null while none has been made. */
  list: z
    .object({
      id: z.uuid(),
      number: z.int(),
      criteria: z.string(),
      madeOn: day,
      startOn: day,
      km: z.int(),
      placeless: z.int(),
      /** The distances in miles it tells near from far by: `band 1` is up to the first. */
      bands: z.array(z.int()).readonly(),
      entries: z
        .array(
          z.object({
            settingId: z.string(),
            km: z.number().nullable(),
            verdict: z.enum(VERDICTS),
            reasons: z.record(z.enum(CRITERIA_NAMES), z.string()),
          }),
        )
        .readonly(),
    })
    .nullable(),
  sayings: z.array(
    z.object({
      kind: z.enum(['setting added', 'list declined']),
      settingId: z.string().nullable(),
      settingName: z.string().nullable(),
      words: z.string(),
      by: z.string(),
      on: day,
    }),
  ),
  /** Your own: nobody else is shown them. */
  notes: z.array(
    z.object({ settingId: z.string(), kind: z.enum(NOTE_KINDS), words: z.string(), visitOn: day.nullable() }),
  ),
});

/** Tailored lists as JSON: made and read by staff; read, added to, declined and noted on by the family. */
export function listsApi(app: FastifyInstance, services: Services): void {
  const tag = 'tailored-lists';
  const at = '/api/plans/:planId/tailored-lists';
  const may = { access: 'staff', childFile: true } as const;
  const acts = { access: ['caseworker', 'manager'], childFile: true } as const;
  const takes = noun(app, at, {
    summary: 'The tailored lists of a plan',
    tag,
    may,
    answer: made,
    show: readMaking,
  });
  takes(at, {
    summary: 'Make the next tailored list from the draft as it stands',
    may: acts,
    form: makingSchema,
    act: (request, form) => makeOnce(request, services, form),
  });
  takes(`${at}/additions`, {
    summary: 'Write down a setting the family puts on the list',
    may: acts,
    form: toldAddingSchema,
    act: (request, form) => addOnce(request, services, STAFF_DOOR, form),
  });
  takes(`${at}/decline`, {
    summary: 'Write down that the family wants no list',
    may: acts,
    form: toldDecliningSchema,
    act: (request, form) => declineOnce(request, services, STAFF_DOOR, form),
  });

  const theirs = '/api/family/:childId/tailored-list';
  const family = { access: 'family', childFile: true } as const;
  const show = (request: FastifyRequest) => readOwn(request, services);
  const takesOwn = noun(app, theirs, {
    summary: 'The child’s tailored list',
    tag,
    may: family,
    answer: own,
    show,
  });
  takesOwn(`${theirs}/additions`, {
    summary: 'Put a setting on the list',
    may: family,
    form: addingSchema,
    act: (request, form) => addOnce(request, services, FAMILY_DOOR, form),
  });
  takesOwn(`${theirs}/decline`, {
    summary: 'Say that you want no list',
    may: family,
    form: decliningSchema,
    act: (request, form) => declineOnce(request, services, FAMILY_DOOR, form),
  });
  takesOwn(`${theirs}/settings/:settingId`, {
    summary: 'Keep a note of your own about a setting',
    may: family,
    form: noteSchema,
    act: noteOnce,
  });
}
