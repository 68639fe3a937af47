import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { VARIANTS } from '../../law/index.ts';
import { idIn } from '../../platform/http/address.ts';
import { found } from '../../platform/http/errors.ts';
import { fieldOf, problem } from '../../platform/http/problem.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay, type PlainDate, parsePlainDate } from '../../shared/plain-date.ts';
import { clocksOf } from './clocks.ts';
import { recordDecision, recordEnding } from './deciding.ts';
import { REQUEST_SOURCES, REQUEST_STAGES, STAGE_WORDS, stageOf } from './request.ts';
import { findRequest, listRequests, type StatedRequest } from './store.ts';

const day = z.string().meta({ format: 'date' });
const stages = REQUEST_STAGES.map((stage) => STAGE_WORDS[stage].api);

const requestSchema = z.object({
  id: z.uuid(),
  reference: z.string(),
  childId: z.uuid(),
  receivedOn: day,
  source: z.enum(REQUEST_SOURCES),
  kind: z.enum(VARIANTS),
  stage: z.enum(stages),
  decideBy: day,
  finalPlanBy: day,
  decision: z.object({ outcome: z.enum(['assess', 'do not assess']), notifiedOn: day }).nullable(),
});
const pageSchema = z.object({ requests: z.array(requestSchema), next: z.uuid().nullable() });
const decisionBody = z.object({
  hasOrMayHaveSen: z.boolean(),
  provisionMayBeNecessary: z.boolean(),
  evidence: z.string().max(20_000),
  reasons: z.string().max(20_000),
  whatWouldChange: z.string().max(20_000),
  decidedOn: day,
  // Asked only of a family that has not been told that their child was brought to attention.
  tellFamily: z.boolean().nullable().default(null),
  whyNotTold: z.string().trim().max(2000).default(''),
});

const endingBody = z.object({
  kind: z.enum(['withdrawn', 'moved out']),
  on: day,
  by: z.string().max(200),
  reason: z.string().max(2000),
});

const staff = ['caseworker', 'manager'] as const;
const PAGE = 100;

/** Requests as JSON: the pages' own nouns and commands, for staff's other systems. */
export function requestsApi(app: FastifyInstance, services: Services): void {
  const list = { summary: 'Requests, newest first', tag: 'requests', answer: pageSchema };
  app.get('/api/requests', { config: { access: 'staff', api: list } }, async (request) => {
    const { after } = z.object({ after: z.uuid().optional() }).parse(request.query);
    const rows = await request.act((tx) => listRequests(tx, after ?? null, PAGE));
    return { requests: rows.map(asJson), next: rows.length === PAGE ? (rows.at(-1)?.id ?? null) : null };
  });

  const one = { summary: 'One request', tag: 'requests', answer: requestSchema };
  app.get(
    '/api/requests/:requestId',
    { config: { access: 'staff', childFile: true, api: one } },
    async (request) => {
      const subject = found(await request.act((tx) => findRequest(tx, idIn(request, 'requestId'))));
      request.readsChildFile(subject);
      return asJson(subject);
    },
  );

  const decide = {
    summary: 'Decide whether to assess (s36(8))',
    tag: 'requests',
    body: decisionBody,
    answer: requestSchema,
  };
  app.post(
    '/api/requests/:requestId/decision',
    { config: { access: staff, api: decide } },
    async (request, reply) => {
      const id = idIn(request, 'requestId');
      const body = decisionBody.safeParse(request.body);
      if (!body.success) return problem(reply, fieldOf(body.error));
      const { tellFamily, whyNotTold, ...decision } = body.data;
      const form = { ...decision, decidedOn: parsePlainDate(decision.decidedOn) };
      const said = { tellFamily, whyNotTold };
      const by = {
        name: request.actor !== null && 'name' in request.actor ? request.actor.name : '',
        today: today(services),
      };
      const outcome = await request.once((tx) => recordDecision(tx, services, { id, form, said }, by));
      if (!outcome.ok) return problem(reply, outcome);
      return asJson(found(await request.act((tx) => findRequest(tx, id))));
    },
  );

  const end = {
    summary: 'End a request without finishing it: taken back, or moved out of the area',
    tag: 'requests',
    body: endingBody,
    answer: requestSchema,
  };
  app.post(
    '/api/requests/:requestId/ending',
    { config: { access: staff, api: end } },
    async (request, reply) => {
      const id = idIn(request, 'requestId');
      const body = endingBody.safeParse(request.body);
      if (!body.success) return problem(reply, fieldOf(body.error));
      const form = { ...body.data, on: parsePlainDate(body.data.on) };
      const outcome = await request.once((tx) => recordEnding(tx, services, { id, form }, today(services)));
      if (!outcome.ok) return problem(reply, outcome);
      return asJson(found(await request.act((tx) => findRequest(tx, id))));
    },
  );
}

function asJson(request: StatedRequest) {
  const clocks = clocksOf(request.receivedOn, [], request.variant);
  return {
    id: request.id,
    reference: request.reference,
    childId: request.childId,
    receivedOn: request.receivedOn,
    source: request.source,
    kind: request.variant,
    stage: STAGE_WORDS[stageOf(request)].api,
    decideBy: clocks.decide.due,
    finalPlanBy: clocks.finalPlan.due,
    decision: request.decision,
  };
}

function today(services: Services): PlainDate {
  return englishDay(services.now());
}
