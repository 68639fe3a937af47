import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { idIn } from '../../platform/http/address.ts';
import { choiceField, optionalText, readForm } from '../../platform/http/forms.ts';
import { day, noun } from '../../platform/http/json.ts';
import type { Outcome } from '../../platform/http/types.ts';
import type { Services } from '../../platform/services.ts';
import { isUuid } from '../../shared/uuid.ts';
import { ROW_KINDS } from './area-rows.ts';
import { formAbout } from './kept-copy.ts';
import { dropCopy } from './kept-copy-store.ts';
import { AREAS } from './plan.ts';
import { staff, staffName } from './plan-routes.tsx';
import { SAYING_DOORS, type SayingDoor, sayer } from './saying-sending.ts';
import { becauseOf } from './section-routes.tsx';
import { PROPOSERS } from './suggesting.ts';
import { readSuggestions } from './suggestion-reading.ts';
import { decideSuggestion, suggestWords } from './suggestion-sending.ts';

/** What became of a suggestion; null while nobody has answered it. */
export const suggestionAnswer = z
  .object({
    outcome: z.enum(['taken', 'taken in part', 'declined']),
    reasons: z.string(),
    by: z.string(),
    on: day,
  })
  .nullable();

const words = z.string().max(20_000, 'Shorten this to 20,000 characters or fewer').optional();
/** The boxes of every kind of row, by the names of `SUGGESTED_FIELDS`; and the words of a new one. */
const boxes = {
  ...{ text: words, evidence: words, what: words, who: words, ratio: words, frequency: words },
  ...{ durationEachTime: words, review: words, steps: words, byWhen: words, new: words },
};

export const suggestingSchema = z
  .object({
    how: choiceField(['other words', 'take out', 'new'], 'Select what you suggest'),
    row: z.string().default(''),
    area: z.enum(AREAS).optional().catch(undefined),
    kind: z.enum(ROW_KINDS).default('provision').catch('provision'),
    why: optionalText(2000),
    proposer: z.enum(PROPOSERS).optional().catch(undefined),
    from: z.string().max(200, 'The name must be 200 characters or fewer').default(''),
  })
  .extend(boxes);
type Said = z.output<typeof suggestingSchema>;

export const decidingSchema = z.object({
  outcome: choiceField(['taken', 'taken in part', 'declined'], 'Select what becomes of it'),
  reasons: optionalText(),
  because: z.string().default(''),
});

/** Suggests words, once: through a family's own door always as the family. */
export async function suggestOnce(
  request: FastifyRequest,
  services: Services,
  door: SayingDoor,
  said: Said,
): Promise<Outcome> {
  const plan = await door.plan(request);
  const from = sayer(request, said.from);
  if (!from.ok) return from;
  const proposer = door.access === 'family' ? 'family' : said.proposer;
  if (proposer === undefined)
    return { ok: false, field: 'proposer', message: 'Select whose suggestion it is' };
  const { how, row, area, kind, why } = said;
  const rowId = isUuid(row) ? row : null;
  const given = { how, rowId, area, kind, why, words: wordsIn(said), proposer, from: from.value };
  const done = await request.once(async (tx) => {
    const done = await suggestWords(tx, services, plan.id, given);
    // What was kept of it is sent now.
    if (done.ok && door.access === 'family') await dropCopy(tx, plan.id, formAbout('suggestions/new', row));
    return done;
  });
  return done.ok ? { ok: true, value: `${door.base(plan)}/suggestions` } : done;
}

export function wordsIn(said: Omit<Said, 'proposer' | 'from'>): Record<string, string> {
  const names = z.enum(Object.keys(boxes));
  return Object.fromEntries(
    Object.entries(said).flatMap(([name, text]) =>
      names.safeParse(name).success && typeof text === 'string' ? [[name, text]] : [],
    ),
  );
}

/** Takes a suggestion, takes part of it or declines it, once. */
export function decideOnce(
  request: FastifyRequest,
  services: Services,
  { outcome, reasons, because }: z.output<typeof decidingSchema>,
): Promise<Outcome> {
  const suggestionId = idIn(request, 'suggestionId');
  const given = { suggestionId, outcome, reasons, because: becauseOf({ because }), by: staffName(request) };
  return request.once((tx) => decideSuggestion(tx, services, idIn(request, 'planId'), given));
}

export const readSuggesting = (request: FastifyRequest) => readForm(suggestingSchema, request.body);
export const readDeciding = (request: FastifyRequest) => readForm(decidingSchema, request.body);

/** From what a line said to what is suggested, by word. */
export const compared = z
  .array(
    z.object({
      label: z.string(),
      words: z.array(z.object({ how: z.enum(['kept', 'out', 'in']), text: z.string() })).readonly(),
    }),
  )
  .readonly();
const answer = z.object({
  suggestions: z.array(
    z.object({
      id: z.uuid(),
      at: z.string(),
      name: z.string(),
      proposer: z.enum(PROPOSERS),
      by: z.string(),
      /** Where whoever suggested it by their own sign-in works. */
      organisation: z.object({ id: z.uuid(), name: z.string() }).nullable(),
      on: day,
      why: z.string(),
      /** From what the draft said to what is suggested. */
      fields: compared,
      /** The draft says something else by now. */
      stale: z.boolean(),
      answer: suggestionAnswer,
    }),
  ),
});

/** Suggestions as JSON: made by the family or written down by staff, and decided by whoever writes the draft. */
export function suggestionApi(app: FastifyInstance, services: Services): void {
  for (const door of SAYING_DOORS) {
    const url = `/api${door.route}/suggestions`;
    const family = door.access === 'family';
    const may = { access: door.access, childFile: true } as const;
    const takes = noun(app, url, {
      summary: family
        ? 'What the family suggested for the draft, and what became of it'
        : 'What has been suggested for the draft, and what became of it',
      tag: 'plans',
      may: family ? may : { access: 'staff', childFile: true },
      answer,
      show: async (request) => {
        const { shown } = await readSuggestions(request, door);
        return { suggestions: shown };
      },
    });
    takes(url, {
      summary: 'Suggest other words for a statement of the draft, a new one, or one taken out',
      may,
      form: suggestingSchema,
      act: (request, form) => suggestOnce(request, services, door, form),
    });
    if (family) continue;
    takes(`${url}/:suggestionId`, {
      summary: 'Take a suggestion into the draft, take part of it, or decline it, with the reason',
      may: { access: staff, childFile: true },
      form: decidingSchema,
      act: (request, form) => decideOnce(request, services, form),
    });
  }
}
