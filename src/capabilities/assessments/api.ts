import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { found } from '../../platform/http/errors.ts';
import type { Outcome } from '../../platform/http/types.ts';
import type { Tx } from '../../platform/lens/index.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay, parsePlainDate } from '../../shared/plain-date.ts';
import type { Refusal } from '../../shared/result.ts';
import { isUuid } from '../../shared/uuid.ts';
import { findAdvice, findAsked, listAskedOfOrganisation } from './advice-store.ts';
import { adviceRequestId } from './asking-routes.tsx';
import { missingAdvice, OUTCOMES, STAGE_WORDS, STAGES, stageOf } from './assessment.ts';
import { assessmentId, staffName } from './assessment-routes.tsx';
import { recordDecision, recordSignature } from './deciding.ts';
import { PARAGRAPHS } from './paragraphs.ts';
import { adviceDue } from './post.ts';
import { contentSchema } from './schema.ts';
import { askFor } from './sending.ts';
import { type Assessment, findAssessment, listAssessments } from './store.ts';

const day = z.string().meta({ format: 'date' });
const uuid = z.string().refine(isUuid, 'Enter an identifier (a UUID)').meta({ format: 'uuid' });
const paragraph = z.enum(PARAGRAPHS);
const stage = z.enum(STAGES.map((one) => STAGE_WORDS[one].api));

const listed = z.object({
  id: uuid,
  requestId: uuid,
  reference: z.string(),
  childId: uuid,
  stage,
  receivedOn: day,
  openedOn: day,
  asked: z.int(),
  returned: z.int(),
});
const pageSchema = z.object({ assessments: z.array(listed), next: uuid.nullable() });
const assessmentSchema = listed.extend({
  advice: z.array(
    z.object({
      id: uuid,
      paragraph,
      adviser: z.string(),
      organisation: z.string().nullable(),
      askedOn: day,
      dueOn: day,
      returnedOn: day.nullable(),
    }),
  ),
  missing: z.array(z.object({ key: z.string(), paragraph })),
  decision: z.object({ outcome: z.enum(OUTCOMES), notifiedOn: day }).nullable(),
});
const askBody = z.object({
  paragraph,
  organisationId: uuid.nullable(),
  contactId: uuid.nullable().default(null),
  byOtherMeans: z.boolean().default(false),
  adviserName: z.string().max(200),
  questions: z.string().max(5000),
  documentIds: z.array(uuid).default([]),
});
const words = z.string().max(20_000);
const decisionBody = z.object({
  necessary: z.boolean(),
  evidence: words,
  reasons: words,
  whatWouldChange: words,
  decidedOn: day,
  withoutAdvice: z.record(z.string(), z.string().max(2000)).default({}),
  tell: z.array(uuid).default([]),
});
const adviceSchema = z.object({
  id: uuid,
  authority: z.string(),
  paragraph,
  adviser: z.string(),
  questions: z.string(),
  askedOn: day,
  dueOn: day,
  version: z.int(),
  signedOn: day.nullable(),
  content: contentSchema.nullable(),
});
const inboxSchema = z.object({
  advice: z.array(
    adviceSchema
      .omit({ content: true, version: true, signedOn: true })
      .extend({ returnedOn: day.nullable() }),
  ),
});
const signatureBody = z.object({
  name: z.string().max(200),
  role: z.string().max(200),
  signedOn: day,
  /** The version that was read, as `GET` gave it. */
  version: z.int(),
  confirmed: z.boolean(),
});

const staff = ['caseworker', 'manager'] as const;
const tag = 'assessments';
const PAGE = 100;

/** Assessments and advice as JSON: the pages' own nouns and commands, for staff's and advisers' other systems. */
export function assessmentsApi(app: FastifyInstance, services: Services): void {
  const today = () => englishDay(services.now());

  const list = { summary: 'Assessments, by identifier', tag, answer: pageSchema };
  app.get('/api/assessments', { config: { access: 'staff', api: list } }, async (request) => {
    const { after } = z.object({ after: uuid.optional() }).parse(request.query);
    const rows = await request.act((tx) => listAssessments(tx, after ?? null, PAGE));
    const assessments = rows.map((row) => ({ ...row, stage: STAGE_WORDS[row.stage].api }));
    return { assessments, next: rows.length === PAGE ? (rows.at(-1)?.id ?? null) : null };
  });

  const one = { summary: 'One assessment, with the advice asked for', tag, answer: assessmentSchema };
  const ofOne = '/api/assessments/:assessmentId';
  app.get(ofOne, { config: { access: 'staff', childFile: true, api: one } }, (request) => show(request));

  const asking = { summary: 'Ask for advice (reg. 6(1))', tag, body: askBody, answer: assessmentSchema };
  app.post(`${ofOne}/advice-requests`, { config: { access: staff, api: asking } }, (request, reply) => {
    const body = askBody.safeParse(request.body);
    if (!body.success) return problem(reply, fieldOf(body.error));
    const { documentIds, ...form } = body.data;
    const asked = { id: assessmentId(request.params), form, documentIds };
    const by = { name: staffName(request), today: today() };
    return act(request, reply, (tx) => askFor(tx, services, asked, by));
  });

  const deciding = {
    summary: 'Decide whether to issue a plan (s37(1))',
    tag,
    body: decisionBody,
    answer: assessmentSchema,
  };
  app.post(`${ofOne}/decision`, { config: { access: staff, api: deciding } }, (request, reply) => {
    const body = decisionBody.safeParse(request.body);
    if (!body.success) return problem(reply, fieldOf(body.error));
    const { tell, ...given } = body.data;
    const form = { ...given, decidedOn: parsePlainDate(given.decidedOn) };
    const decision = { id: assessmentId(request.params), form, tell };
    const by = { name: staffName(request), today: today() };
    return act(request, reply, (tx) => recordDecision(tx, services, decision, by));
  });

  const inbox = {
    summary: 'Advice asked of your organisation, by every authority',
    tag,
    answer: inboxSchema,
  };
  app.get('/api/advice', { config: { access: 'organisation', api: inbox } }, async (request) => {
    const asked = await request.act(listAskedOfOrganisation);
    return { advice: asked.map((row) => ({ ...asJson(row), returnedOn: row.returnedOn })) };
  });

  const oneAdvice = { summary: 'What is asked, and the advice as it stands', tag, answer: adviceSchema };
  const ofAdvice = '/api/advice/:adviceRequestId';
  app.get(ofAdvice, { config: { access: 'organisation', childFile: true, api: oneAdvice } }, (request) =>
    showAdvice(request),
  );

  const signing = {
    summary: 'Sign advice: nobody can alter it afterwards',
    tag,
    body: signatureBody,
    answer: adviceSchema,
  };
  app.post(
    `${ofAdvice}/signature`,
    { config: { access: 'organisation', api: signing } },
    async (request, reply) => {
      const body = signatureBody.safeParse(request.body);
      if (!body.success) return problem(reply, fieldOf(body.error));
      const form = { ...body.data, signedOn: parsePlainDate(body.data.signedOn) };
      const id = adviceRequestId(request.params);
      const outcome = await request.once((tx) => recordSignature(tx, id, form, today()));
      return outcome.ok ? showAdvice(request) : problem(reply, outcome);
    },
  );
}

async function act(request: FastifyRequest, reply: FastifyReply, work: (tx: Tx) => Promise<Outcome>) {
  const outcome = await request.once(work);
  return outcome.ok ? show(request) : problem(reply, outcome);
}

async function show(request: FastifyRequest) {
  const id = assessmentId(request.params);
  const assessment = await request.act(async (tx) => found(await findAssessment(tx, id)));
  request.readsChildFile(assessment);
  return toJson(assessment);
}

function toJson(assessment: Assessment) {
  const { id, requestId, reference, childId, receivedOn, openedOn, asked, decision } = assessment;
  return {
    ...{ id, requestId, reference, childId, receivedOn, openedOn, decision },
    stage: STAGE_WORDS[stageOf(assessment)].api,
    asked: asked.length,
    returned: asked.filter(({ returnedOn }) => returnedOn !== null).length,
    advice: asked.map((one) => ({
      id: one.id,
      paragraph: one.paragraph,
      adviser: one.adviser,
      organisation: one.organisation,
      askedOn: one.askedOn,
      dueOn: adviceDue(one.receivedOn),
      returnedOn: one.returnedOn,
    })),
    missing: missingAdvice(assessment).map(({ key, paragraph }) => ({ key, paragraph })),
  };
}

async function showAdvice(request: FastifyRequest) {
  const id = adviceRequestId(request.params);
  const { asked, advice } = await request.act(async (tx) => ({
    asked: found(await findAsked(tx, id)),
    advice: await findAdvice(tx, id),
  }));
  request.readsChildFile(asked);
  const { version = 1, content = null, signed = null } = advice ?? {};
  return { ...asJson(asked), version, content, signedOn: signed?.signedOn ?? null };
}

function asJson(asked: NonNullable<Awaited<ReturnType<typeof findAsked>>>) {
  const { id, paragraph, questions, askedOn } = asked;
  const dueOn = adviceDue(asked.receivedOn);
  return {
    id,
    authority: asked.authorityName,
    paragraph,
    adviser: asked.adviserName,
    questions,
    askedOn,
    dueOn,
  };
}

function problem(reply: FastifyReply, refusal: Pick<Refusal, 'field' | 'message'>) {
  const body = { type: 'about:blank', status: 422, title: refusal.message, field: refusal.field };
  return reply.code(422).type('application/problem+json').send(body);
}

function fieldOf(error: z.ZodError): { field: string; message: string } {
  const issue = error.issues[0];
  return { field: issue?.path.join('.') ?? '', message: issue?.message ?? 'The body could not be read' };
}
