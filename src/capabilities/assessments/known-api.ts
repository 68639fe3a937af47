import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { readForm } from '../../platform/http/forms.ts';
import { day, firstOf, noun, texts } from '../../platform/http/json.ts';
import { problem } from '../../platform/http/problem.ts';
import type { Services } from '../../platform/services.ts';
import { confirm, confirmAsSetting, LISTS, readList, say, takeOff } from './known-answer-routes.tsx';
import { confirmationSchema, knownSchema, removalSchema } from './known-form-schema.ts';
import {
  addOnce,
  addSchema,
  answerForThem,
  askOnce,
  askSchema,
  readKnown,
  takeOffOnce,
} from './known-routes.tsx';
import { PARAGRAPHS } from './paragraphs.ts';

const paragraph = z.enum(PARAGRAPHS);
const parties = z.enum(['family', 'setting']);
const one = z.object({
  id: z.uuid(),
  name: z.string(),
  role: z.string(),
  workplace: z.string(),
  howKnown: z.string(),
  since: z.string(),
  /** What they would advise under; null where whoever said so was not sure. */
  paragraph: paragraph.nullable(),
  mayContact: z.boolean().nullable(),
  consentNote: z.string(),
  saidBy: z.enum(['family', 'setting', 'authority']),
  saidByName: z.string(),
  organisation: z.string().nullable(),
  saidOn: day,
});
const answered = z.object({ on: day, by: z.string() }).nullable();
const question = z.object({
  id: z.uuid(),
  party: parties,
  organisation: z.string().nullable(),
  answerBy: day,
  askedOn: day,
  answered,
});
const tag = 'assessments';

/** Who knows a child, as JSON: staff ask and write down, the family and the setting say. */
export function knownApi(app: FastifyInstance, services: Services): void {
  const at = '/api/assessments/:assessmentId/professionals';
  const may = { access: ['caseworker', 'manager'], childFile: true } as const;
  const takes = noun(app, at, {
    summary: 'Who knows a child, who was asked, and what nobody on the list would advise under',
    tag,
    may: { access: 'staff', childFile: true },
    answer: z.object({
      known: z.array(one.extend({ recordedBy: z.string().nullable() })),
      questions: z.array(question),
      gaps: z.array(paragraph),
      unconfirmed: z.array(parties),
    }),
    show: readKnown,
  });
  takes(`${at}/questions`, {
    summary:
      'Ask the family, a setting or both who knows the child: advice is asked for on that day regardless',
    may,
    form: askSchema,
    act: (request, form) => askOnce(request, services, form),
  });
  takes(at, {
    summary: 'Put somebody on the list, as you know or were told',
    may,
    form: addSchema,
    act: (request, form) => addOnce(request, services, form),
  });
  takes(`${at}/:professionalId/removal`, {
    summary: 'Take somebody off the list, with why',
    may,
    form: removalSchema,
    act: (request, form) => takeOffOnce(request, services, form),
  });
  takes(`${at}/questions/:questionId/answer`, {
    summary: 'Write down that whoever was asked says the list is whole',
    may,
    form: confirmationSchema,
    act: (request, form) => answerForThem(request, services, form),
  });
  for (const list of [LISTS.family, LISTS.setting]) theirs(app, services, list);
}

/** What the family, or a setting, says itself. */
function theirs(
  app: FastifyInstance,
  services: Services,
  { at: page, access, find }: (typeof LISTS)['family' | 'setting'],
): void {
  const at = `/api${page}`;
  const may = { access, childFile: true } as const;
  const takes = noun(app, at, {
    summary: 'Who knows the child, and what you were asked',
    tag,
    may,
    answer: z.object({
      known: z.array(one),
      question: z.object({ askedOn: day, answerBy: day, answered }).nullable(),
    }),
    show: async (request) => {
      const { list, known } = await readList(request, services, find);
      return { known, question: list.question };
    },
  });
  const once = (act: ReturnType<typeof say>) => (request: Parameters<typeof readList>[0]) =>
    request.once(async (tx) => act(tx, await find(tx, request, services)));
  takes(at, {
    summary: 'Say who else knows the child',
    may,
    form: knownSchema,
    act: (request, form) => once(say(request, form))(request),
  });
  if (access === 'organisation') confirmsAsSetting(app, services, at);
  else
    takes(`${at}/confirmation`, {
      summary: 'Say that the list is whole',
      may,
      form: confirmationSchema,
      act: (request, form) => once(confirm(request, form))(request),
    });
  takes(`${at}/:professionalId/removal`, {
    summary: 'Take somebody off the list, with why',
    may,
    form: removalSchema,
    act: (request, form) => once(takeOff(request, form))(request),
  });
}

/** With its answer a setting that was asked nothing else no longer sees the list: that it answered is all there is to say. */
function confirmsAsSetting(app: FastifyInstance, services: Services, at: string): void {
  const api = {
    summary: 'Say that the list is whole: a setting asked nothing else no longer sees the child',
    tag,
    body: confirmationSchema,
    answer: z.object({ answered: z.literal(true) }),
  };
  app.post(`${at}/confirmation`, { config: { access: 'organisation', api } }, async (request, reply) => {
    const read = readForm(confirmationSchema, texts(request.body));
    if (!read.ok) return problem(reply, firstOf(read.errors));
    const outcome = await confirmAsSetting(request, services, read.value);
    return outcome.ok ? { answered: true } : problem(reply, outcome);
  });
}
