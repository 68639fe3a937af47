import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { FieldErrors } from '../../design-system/index.ts';
import { idIn, partIn } from '../../platform/http/address.ts';
import { found } from '../../platform/http/errors.ts';
import { readForm, type Typed, typedIn } from '../../platform/http/forms.ts';
import { noun } from '../../platform/http/json.ts';
import type { Tx } from '../../platform/lens/index.ts';
import type { Services } from '../../platform/services.ts';
import { readIssued } from '../plans/index.ts';
import { GRADES, unfinished } from './grades.ts';
import { giveOnce, saveOnce } from './grading-sending.ts';
import { findGrading } from './grading-store.ts';
import { GradingPage } from './pages/grading.tsx';
import { QuestionPage } from './pages/question.tsx';
import { gradeSchema } from './schema.ts';
import { findDrawn, findRound } from './store.ts';
import { AUDITORS, readingOf, staffOf } from './who-routes.ts';

const reads = { access: AUDITORS, childFile: true } as const;
const acts = { access: AUDITORS } as const;
const one = '/gradings/:gradingId';
const asked = `${one}/questions/:question`;

/** Grading a plan: each question beside the sections it asks about, kept as each is saved. The auditor's alone until given. */
export function gradingRoutes(app: FastifyInstance, services: Services): void {
  app.get(one, { config: reads }, (request, reply) => showGrading(request, reply, {}));

  app.post(`${one}/given`, { config: acts }, async (request, reply) => {
    const outcome = await giveOnce(request, services);
    if (outcome.ok) return reply.redirect(outcome.value, 303);
    return showGrading(request, reply, { [outcome.field]: outcome.message });
  });

  app.get(asked, { config: reads }, (request, reply) => showQuestion(request, reply, {}, {}));

  app.post(asked, { config: acts }, async (request, reply) => {
    const read = readForm(gradeSchema, request.body);
    if (!read.ok) return showQuestion(request, reply, read.errors, read.typed);
    const outcome = await saveOnce(request, services, read.value);
    if (outcome.ok) return reply.redirect(outcome.value, 303);
    return showQuestion(request, reply, { [outcome.field]: outcome.message }, typedIn(request.body));
  });

  const takes = noun(app, `/api${one}`, {
    summary: 'A grading of a plan, for whoever writes it: each question and what was said so far',
    tag: 'audit',
    may: reads,
    answer,
    show: async (request) => {
      const { grading, round } = await openGrading(request);
      return {
        ...grading,
        given: grading.givenAt !== null,
        questions: round.questions.map(({ id, question, good, weight }) => {
          const said = grading.answers.find((answer) => answer.question === id);
          return {
            ...{ id, question, good, weight },
            grade: said?.grade ?? null,
            reason: said?.reason ?? '',
            version: said?.version ?? 0,
          };
        }),
      };
    },
  });
  takes(`/api${asked}`, {
    summary: 'Save a grade; the lowest, and that a question does not apply, with reasons',
    may: acts,
    form: gradeSchema,
    act: (request, form) => saveOnce(request, services, form),
  });
  takes(`/api${one}/given`, {
    summary: 'Give a grading that is whole: it is not altered after',
    may: acts,
    form: z.object({}),
    act: (request) => giveOnce(request, services),
  });
}

const answer = z.object({
  id: z.uuid(),
  turn: z.int(),
  agency: z.string(),
  gradedBy: z.string(),
  given: z.boolean(),
  questions: z.array(
    z.object({
      id: z.string(),
      question: z.string(),
      good: z.string(),
      weight: z.int(),
      grade: z.enum(GRADES).nullable(),
      reason: z.string(),
      version: z.int(),
    }),
  ),
});

async function openGrading(request: FastifyRequest) {
  const opened = await request.act((tx) => gradingFor(tx, request));
  request.readsChildFile(readingOf(opened.drawn));
  return opened;
}

/** The grading an address names, for its auditor; to anybody else there is none. */
export async function gradingFor(tx: Tx, request: FastifyRequest) {
  const grading = found(await findGrading(tx, idIn(request, 'gradingId')));
  found(grading.auditorId === staffOf(request).accountId ? grading : null);
  const drawn = found(await findDrawn(tx, grading.drawnId));
  return { grading, drawn, round: found(await findRound(tx, drawn.roundId)) };
}

async function showGrading(request: FastifyRequest, reply: FastifyReply, errors: FieldErrors) {
  const { grading, drawn, round } = await openGrading(request);
  const left = new Set(unfinished(round.questions, grading.answers).map(({ id }) => id));
  return reply.page(
    <GradingPage
      page={request.pageContext()}
      {...{ grading, drawn, round, errors }}
      questions={round.questions.map((question) => ({
        question,
        answer: grading.answers.find((said) => said.question === question.id) ?? null,
        whole: !left.has(question.id),
      }))}
      formKey={randomUUID()}
    />,
    Object.keys(errors).length > 0 ? 400 : 200,
  );
}

async function showQuestion(request: FastifyRequest, reply: FastifyReply, errors: FieldErrors, typed: Typed) {
  const { grading, drawn, round, plan } = await request.act(async (tx) => {
    const opened = await gradingFor(tx, request);
    return { ...opened, plan: found(await readIssued(tx, opened.drawn.versionId)) };
  });
  request.readsChildFile(readingOf(drawn));
  const at = round.questions.findIndex(({ id }) => id === partIn(request, 'question'));
  const question = found(round.questions[at]);
  const starts = (title: string) =>
    question.sections.some((letter) => title.startsWith(`Section ${letter}:`));
  return reply.page(
    <QuestionPage
      page={request.pageContext()}
      {...{ grading, drawn, question, errors, typed }}
      place={`Question ${at + 1} of ${round.questions.length}`}
      answer={grading.answers.find((said) => said.question === question.id) ?? null}
      sections={plan.sections.filter(({ title }) => starts(title))}
      found={plan.findings.filter(({ rule }) => question.rules.includes(rule))}
      formKey={randomUUID()}
    />,
    Object.keys(errors).length > 0 ? 400 : 200,
  );
}
