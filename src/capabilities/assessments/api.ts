import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { idIn } from '../../platform/http/address.ts';
import { found } from '../../platform/http/errors.ts';
import { noun } from '../../platform/http/json.ts';
import { fieldOf, problem } from '../../platform/http/problem.ts';
import type { Outcome } from '../../platform/http/types.ts';
import type { Tx } from '../../platform/lens/index.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay, parsePlainDate } from '../../shared/plain-date.ts';
import { isUuid } from '../../shared/uuid.ts';
import { adviceApi } from './advice-api.ts';
import { askedApi } from './asked-api.ts';
import { recordOnce, recordSchema, takeBackOnce, withdrawalSchema } from './asking-routes.tsx';
import { missingAdvice, OUTCOMES, STAGE_WORDS, STAGES, stageOf } from './assessment.ts';
import { staffName } from './assessment-routes.tsx';
import { recordDecision } from './deciding.ts';
import { familyApi } from './family-api.ts';
import { knownApi } from './known-api.ts';
import { PARAGRAPHS } from './paragraphs.ts';
import { adviceDue } from './post.ts';
import { refusedOtherwiseOnce, refusedOtherwiseSchema } from './refused-otherwise-routes.tsx';
import { askFor } from './sending.ts';
import { staffApi } from './staff-api.ts';
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

  const ofOne = '/api/assessments/:assessmentId';
  const takes = noun(app, ofOne, {
    summary: 'One assessment, with the advice asked for',
    tag,
    may: { access: 'staff', childFile: true },
    answer: assessmentSchema,
    show,
  });
  const may = { access: staff, childFile: true } as const;
  takes(`${ofOne}/advice-requests/:adviceRequestId/advice`, {
    summary: 'Write down advice that came by other means',
    may,
    form: recordSchema,
    act: (request, form) => recordOnce(request, services, form),
  });
  takes(`${ofOne}/advice-requests/:adviceRequestId/withdrawal`, {
    summary: 'Take back a request for advice, with why',
    may,
    form: withdrawalSchema,
    act: (request, form) => takeBackOnce(request, services, form),
  });

  takes(`${ofOne}/advice-requests/:adviceRequestId/refusal`, {
    summary: 'Write down that whoever was asked told you by other means that they cannot give advice',
    may,
    form: refusedOtherwiseSchema,
    act: (request, form) => refusedOtherwiseOnce(request, services, form),
  });

  const asking = { summary: 'Ask for advice (reg. 6(1))', tag, body: askBody, answer: assessmentSchema };
  app.post(`${ofOne}/advice-requests`, { config: { access: staff, api: asking } }, (request, reply) => {
    const body = askBody.safeParse(request.body);
    if (!body.success) return problem(reply, fieldOf(body.error));
    const { documentIds, ...form } = body.data;
    const asked = { id: idIn(request, 'assessmentId'), form, documentIds, copies: null };
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
    const decision = { id: idIn(request, 'assessmentId'), form, tell };
    const by = { name: staffName(request), today: today() };
    return act(request, reply, (tx) => recordDecision(tx, services, decision, by));
  });

  adviceApi(app, services);
  askedApi(app, services);
  staffApi(app, services);
  knownApi(app, services);
  familyApi(app, services);
}

async function act(request: FastifyRequest, reply: FastifyReply, work: (tx: Tx) => Promise<Outcome>) {
  const outcome = await request.once(work);
  return outcome.ok ? show(request) : problem(reply, outcome);
}

async function show(request: FastifyRequest) {
  const id = idIn(request, 'assessmentId');
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
