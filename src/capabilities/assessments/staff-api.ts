import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { idIn } from '../../platform/http/address.ts';
import { found } from '../../platform/http/errors.ts';
import { noun } from '../../platform/http/json.ts';
import { fieldOf, problem } from '../../platform/http/problem.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay, parsePlainDate } from '../../shared/plain-date.ts';
import { isUuid } from '../../shared/uuid.ts';
import { staffName } from './assessment-routes.tsx';
import { keyOf } from './copies.ts';
import { copiesSchema, giveCopiesOnce, readCopies } from './copies-routes.tsx';
import { PARTIES } from './existing.ts';
import { proposeOnce } from './existing-routes.tsx';
import { recordAgreement } from './existing-sending.ts';
import { listExisting } from './existing-store.ts';
import { decideOnce } from './missed-decision-routes.tsx';
import { listMissed } from './missed-store.ts';
import { PARAGRAPHS } from './paragraphs.ts';
import { sendBack } from './question-routes.tsx';
import { listQuestions } from './question-store.ts';
import { WHOLE } from './questions.ts';
import { findAssessment } from './store.ts';

const day = z.string().meta({ format: 'date' });
const uuid = z.string().refine(isUuid, 'Enter an identifier (a UUID)').meta({ format: 'uuid' });
const tag = 'assessments';
const ofOne = '/api/assessments/:assessmentId';
const staff = ['caseworker', 'manager'] as const;

const questionBody = z.object({ line: uuid.nullable(), question: z.string().max(2000) });
const questionsSchema = z.object({
  questions: z.array(
    z.object({
      id: uuid,
      line: z.string().nullable(),
      question: z.string(),
      askedOn: day,
      askedBy: z.string(),
      answeredOn: day.nullable(),
    }),
  ),
});
const copyable = {
  kind: z.enum(['request', 'advice']),
  subjectId: uuid,
  title: z.string(),
  saidBy: z.string(),
  saidOn: day,
};
const copiesAnswer = z.object({
  given: z.array(z.object({ ...copyable, givenOn: day, givenBy: z.string() })),
  left: z.array(z.object({ ...copyable, key: z.string() })),
});
const decisionBody = z.object({ excuses: z.boolean(), reason: z.string().max(2000) });
const decidedSchema = z.object({
  decision: z.object({ excuses: z.boolean(), reason: z.string(), on: day, by: z.string() }).nullable(),
});
const existingBody = z.object({
  paragraph: z.enum(PARAGRAPHS),
  authorName: z.string().max(200),
  authorRole: z.string().max(200),
  advisedOn: day,
  statement: z.string().max(20_000),
  /** Where its author works and is asked whether it is enough; null or left out where you ask them yourself. */
  organisationId: uuid.nullable().default(null),
});
const agreementBody = z.object({
  party: z.enum(PARTIES),
  satisfied: z.boolean(),
  name: z.string().max(200),
  agreedOn: day,
});
const agreement = z.object({ party: z.enum(PARTIES), satisfied: z.boolean(), name: z.string(), on: day });
const existingSchema = z.object({
  existing: z.array(
    existingBody.extend({ id: uuid, organisation: z.string().nullable(), agreements: z.array(agreement) }),
  ),
});

/** What staff do about advice besides asking for it, as JSON: copies, questions back, missed appointments, advice given before. */
export function staffApi(app: FastifyInstance, services: Services): void {
  const by = (request: FastifyRequest) => ({ name: staffName(request), today: englishDay(services.now()) });
  const asked = `${ofOne}/advice-requests/:adviceRequestId`;

  const copies = noun(app, `${asked}/copies`, {
    summary: 'What whoever was asked for advice was given copies of, and what they could be given',
    tag,
    may: { access: staff, childFile: true },
    answer: copiesAnswer,
    show: async (request) => {
      const { given, left } = await readCopies(request);
      return { given, left: left.map((one) => ({ ...one, key: keyOf(one) })) };
    },
  });
  copies(`${asked}/copies`, {
    summary: 'Give copies, each by its key, joined with commas',
    may: { access: staff, childFile: true },
    form: copiesSchema,
    act: (request, form) => giveCopiesOnce(request, services, form),
  });

  const asking = {
    summary: 'Send signed advice back with a question',
    tag,
    body: questionBody,
    answer: questionsSchema,
  };
  app.post(`${asked}/questions`, { config: { access: staff, api: asking } }, async (request, reply) => {
    const body = questionBody.safeParse(request.body);
    if (!body.success) return problem(reply, fieldOf(body.error));
    const form = { line: body.data.line ?? WHOLE, question: body.data.question.trim() };
    const outcome = await sendBack(request, services, form);
    if (!outcome.ok) return problem(reply, outcome);
    return { questions: await request.act((tx) => listQuestions(tx, idIn(request, 'adviceRequestId'))) };
  });

  const deciding = {
    summary: 'Decide whether a missed appointment is a lawful exception (reg. 8(2)(c))',
    tag,
    body: decisionBody,
    answer: decidedSchema,
  };
  const missedAt = `${asked}/missed-appointments/:missedAppointmentId/decision`;
  app.post(missedAt, { config: { access: staff, api: deciding } }, async (request, reply) => {
    const body = decisionBody.safeParse(request.body);
    if (!body.success) return problem(reply, fieldOf(body.error));
    const outcome = await decideOnce(request, services, { ...body.data, reason: body.data.reason.trim() });
    if (!outcome.ok) return problem(reply, outcome);
    const id = idIn(request, 'missedAppointmentId');
    const missed = await request.act((tx) => listMissed(tx, idIn(request, 'adviceRequestId')));
    return { decision: found(missed.find((one) => one.id === id)).decision };
  });

  const listing = {
    summary: 'Advice given before, and who is satisfied with it (reg. 6(4))',
    tag,
    answer: existingSchema,
  };
  app.get(
    `${ofOne}/existing-advice`,
    { config: { access: 'staff', childFile: true, api: listing } },
    (request) => showExisting(request),
  );

  const proposing = {
    summary: 'Put advice given before forward as enough',
    tag,
    body: existingBody,
    answer: existingSchema,
  };
  app.post(
    `${ofOne}/existing-advice`,
    { config: { access: staff, api: proposing } },
    async (request, reply) => {
      const body = existingBody.safeParse(request.body);
      if (!body.success) return problem(reply, fieldOf(body.error));
      const form = { ...body.data, advisedOn: parsePlainDate(body.data.advisedOn) };
      const outcome = await proposeOnce(request, services, form);
      return outcome.ok ? showExisting(request) : problem(reply, outcome);
    },
  );

  const agreeing = {
    summary: 'Record what one of the three says of it',
    tag,
    body: agreementBody,
    answer: existingSchema,
  };
  const agreementsAt = `${ofOne}/existing-advice/:existingAdviceId/agreements`;
  app.post(agreementsAt, { config: { access: staff, api: agreeing } }, async (request, reply) => {
    const body = agreementBody.safeParse(request.body);
    if (!body.success) return problem(reply, fieldOf(body.error));
    const form = { ...body.data, agreedOn: parsePlainDate(body.data.agreedOn) };
    const ids = { assessmentId: idIn(request, 'assessmentId'), id: idIn(request, 'existingAdviceId') };
    const next = `/api/assessments/${ids.assessmentId}/existing-advice`;
    const outcome = await request.once((tx) => recordAgreement(tx, { ...ids, next }, form, by(request)));
    return outcome.ok ? showExisting(request) : problem(reply, outcome);
  });
}

async function showExisting(request: FastifyRequest) {
  const { assessment, existing } = await request.act(async (tx) => {
    const assessment = found(await findAssessment(tx, idIn(request, 'assessmentId')));
    return { assessment, existing: await listExisting(tx, assessment.id) };
  });
  request.readsChildFile(assessment);
  return { existing };
}
