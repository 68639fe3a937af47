import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { idIn } from '../../platform/http/address.ts';
import { found } from '../../platform/http/errors.ts';
import { noun } from '../../platform/http/json.ts';
import { fieldOf, problem } from '../../platform/http/problem.ts';
import type { Outcome } from '../../platform/http/types.ts';
import type { Tx } from '../../platform/lens/index.ts';
import type { Services } from '../../platform/services.ts';
import { parsePlainDate } from '../../shared/plain-date.ts';
import { isUuid } from '../../shared/uuid.ts';
import { consult } from './consultation-sending.ts';
import { listConsultations } from './consultation-store.ts';
import { withdrawnOn } from './consulting/acts.ts';
import { readPack } from './consulting/reading.ts';
import { finalApi } from './final-api.ts';
import { listWaiting } from './held-store.ts';
import { beginAgainOnce, readsFile, serveAs, staff, staffName } from './plan-routes.tsx';
import { openForActing } from './post.ts';
import { STAGE_WORDS, STAGES, stageOf } from './stage.ts';
import { planProblem } from './stopped-api.ts';
import { findPlan, loadFacts } from './store.ts';
import { listVersions } from './version-store.ts';
import { agreeHealthOnce, healthSchema } from './views-routes.tsx';
import { answerComment } from './views-sending.ts';

const day = z.string().meta({ format: 'date' });
const uuid = z.string().refine(isUuid, 'Enter an identifier (a UUID)').meta({ format: 'uuid' });
const stages = STAGES.map((stage) => STAGE_WORDS[stage].api);

const planSchema = z.object({
  id: uuid,
  childId: uuid,
  stage: z.enum(stages),
  versions: z.array(
    z.object({ kind: z.enum(['draft', 'final']), number: z.int(), sentOn: day, contentHash: z.string() }),
  ),
  lastDayForViews: day.nullable(),
  representations: z.array(z.object({ id: uuid, about: z.string(), receivedOn: day, answered: z.boolean() })),
  consultations: z.array(
    z.object({
      id: uuid,
      settingId: uuid,
      sentOn: day,
      copySentOn: day.nullable().describe('Null while its copy of the draft waits to be sent'),
      dueOn: day.nullable(),
      openedOn: day.nullable(),
      answeredOn: day.nullable(),
      withdrawnOn: day.nullable(),
    }),
  ),
  heldFrom: z
    .array(
      z.object({
        name: z.string(),
        kind: z.enum(['draft', 'final']),
        number: z.int(),
        on: day,
        dueOn: day,
        owner: z.string().nullable(),
      }),
    )
    .describe(
      'Organisations whose copy of a version is held, until words withheld from them are put right or passages left out',
    ),
  healthAgreement: z.object({ body: z.string(), on: day }).nullable(),
  issuedOn: day.nullable(),
});

const serviceBody = z.object({ servedOn: day });
const answerBody = z.object({
  outcome: z.enum(['accepted', 'partly accepted', 'declined']),
  reasons: z.string().max(20_000),
});
const consultationBody = z.object({ settingId: uuid, contentHash: z.string() });

/** Plans as JSON: the pages' own nouns and commands, for staff's other systems. */
export function plansApi(app: FastifyInstance, services: Services): void {
  const tag = 'plans';
  const takes = noun(app, '/api/plans/:planId', {
    summary: 'Where a plan stands',
    tag,
    may: { access: 'staff', childFile: true },
    answer: planSchema,
    show,
  });
  takes('/api/plans/:planId/new-draft', {
    summary: 'Begin a new draft, of one that was served (Code 9.125)',
    may: readsFile,
    form: z.object({}),
    act: (request) => beginAgainOnce(request, services),
  });
  takes('/api/plans/:planId/health-agreement', {
    summary: 'Record who agreed Section G for the commissioning body (reg. 12(2))',
    may: readsFile,
    form: healthSchema,
    act: (request, form) => agreeHealthOnce(request, services, form),
  });

  const service = { summary: 'Serve the draft (s38(1))', tag, body: serviceBody, answer: planSchema };
  app.post(
    '/api/plans/:planId/service',
    { config: { access: staff, api: service } },
    async (request, reply) => {
      const body = serviceBody.safeParse(request.body);
      const servedOn = body.success ? parsePlainDate(body.data.servedOn) : null;
      if (servedOn === null)
        return problem(reply, { field: 'servedOn', message: 'Enter the day it is served, as YYYY-MM-DD' });
      const served = await serveAs(request, services, servedOn);
      return served.ok ? show(request) : planProblem(request, reply, services, served);
    },
  );

  const answering = {
    summary: 'Answer a comment of the family’s',
    tag,
    body: answerBody,
    answer: planSchema,
  };
  app.post(
    '/api/plans/:planId/comments/:commentId',
    { config: { access: staff, api: answering } },
    (request, reply) => {
      const body = answerBody.safeParse(request.body);
      if (!body.success) return problem(reply, fieldOf(body.error));
      const representationId = idIn(request, 'commentId');
      const given = { ...body.data, representationId, answeredBy: staffName(request) };
      return act(request, reply, (tx) => answerComment(tx, services, idIn(request, 'planId'), given));
    },
  );

  const consulting = {
    summary: 'Consult a setting about the draft with this hash (s39(2), s40(3))',
    tag,
    body: consultationBody,
    answer: planSchema,
  };
  app.post(
    '/api/plans/:planId/consultations',
    { config: { access: staff, api: consulting } },
    (request, reply) => {
      const body = consultationBody.safeParse(request.body);
      if (!body.success) return problem(reply, fieldOf(body.error));
      const why = 'the authority is considering it' as const;
      const by = { planId: idIn(request, 'planId'), why, reviewedBy: staffName(request) };
      return act(request, reply, async (tx) => {
        const pack = await readPack(tx, services, await openForActing(tx, by.planId));
        return pack.ok ? consult(tx, services, { ...body.data, ...by }) : pack;
      });
    },
  );

  finalApi(app, services, { answer: planSchema, show });
}

async function act(request: FastifyRequest, reply: FastifyReply, work: (tx: Tx) => Promise<Outcome>) {
  return answered(request, reply, await request.once(work));
}

function answered(request: FastifyRequest, reply: FastifyReply, done: Outcome) {
  return done.ok ? show(request) : problem(reply, done);
}

async function show(request: FastifyRequest) {
  const planId = idIn(request, 'planId');
  const { plan, facts, versions, asked, held } = await request.act(async (tx) => {
    const plan = found(await findPlan(tx, planId));
    const asked = await listConsultations(tx, { planId });
    const held = await listWaiting(tx, planId);
    return { plan, facts: await loadFacts(tx, plan), versions: await listVersions(tx, planId), asked, held };
  });
  request.readsChildFile(plan);
  return {
    id: plan.id,
    childId: plan.childId,
    stage: STAGE_WORDS[stageOf(facts)].api,
    versions: versions.map(({ kind, number, sentOn, contentHash }) => ({
      kind,
      number,
      sentOn,
      contentHash,
    })),
    lastDayForViews: facts.served?.lastDayForViews ?? null,
    representations: facts.representations.map(({ id, about, receivedOn, answer: given }) => ({
      id,
      about,
      receivedOn,
      answered: given !== null,
    })),
    consultations: asked.map(({ id, settingId, sentOn, copySentOn, dueOn, openedOn, answeredOn, acts }) => ({
      id,
      settingId,
      sentOn,
      copySentOn,
      dueOn,
      openedOn,
      answeredOn,
      withdrawnOn: withdrawnOn({ acts }),
    })),
    heldFrom: held.map(({ name, kind, number, on, dueOn, owner }) => ({
      name,
      kind,
      number,
      on,
      dueOn,
      owner,
    })),
    healthAgreement: facts.healthAgreement,
    issuedOn: facts.inForce?.issuedOn ?? null,
  };
}
