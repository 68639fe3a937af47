import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { idIn } from '../../platform/http/address.ts';
import { found } from '../../platform/http/errors.ts';
import { noun } from '../../platform/http/json.ts';
import { fieldOf, problem } from '../../platform/http/problem.ts';
import type { Outcome } from '../../platform/http/types.ts';
import type { Services } from '../../platform/services.ts';
import { parsePlainDate } from '../../shared/plain-date.ts';
import { isUuid } from '../../shared/uuid.ts';
import { findAsked } from './advice-store.ts';
import { NOBODY } from './allocation.ts';
import { AT_ONCE, giveSeveral, giveTo, readSeveral, severalSchema } from './allocation-routes.tsx';
import { findAllocation } from './allocation-store.ts';
import { recordOnce } from './missed-routes.tsx';
import { listMissed } from './missed-store.ts';
import { refuseOnce } from './refusal-routes.tsx';

const day = z.string().meta({ format: 'date' });
const uuid = z.string().refine(isUuid, 'Enter an identifier (a UUID)').meta({ format: 'uuid' });
const tag = 'assessments';
const of = '/api/advice/:adviceRequestId';
const access = 'organisation' as const;

const allocationSchema = z.object({
  /** How often it has been said who has it: sent back with the next choice, so that nobody writes over another's. */
  number: z.int(),
  holder: z.object({ accountId: uuid, name: z.string() }).nullable(),
});
const allocationBody = z.object({ to: uuid.nullable(), seen: z.int().min(0) });
const refusalBody = z.object({ reason: z.string().max(2000) });
const missedBody = z.object({ missedOn: day, what: z.string().max(200), evidence: z.string().max(2000) });
const missedSchema = z.object({
  missed: z.array(
    z.object({
      id: uuid,
      missedOn: day,
      what: z.string(),
      evidence: z.string(),
      recordedBy: z.string(),
      decision: z.object({ excuses: z.boolean(), reason: z.string(), on: day }).nullable(),
    }),
  ),
});

/** What an organisation does with a request for advice besides writing it, as JSON: who has it, a refusal, a missed appointment. */
export function askedApi(app: FastifyInstance, services: Services): void {
  severalApi(app, services);
  const shown = {
    summary: 'Who at your organisation has a request for advice',
    tag,
    answer: allocationSchema,
  };
  app.get(`${of}/allocation`, { config: { access, api: shown } }, (request) => showAllocation(request));

  const allocating = {
    summary: 'Give a request for advice to a colleague',
    tag,
    body: allocationBody,
    answer: allocationSchema,
  };
  app.post(`${of}/allocation`, { config: { access, api: allocating } }, async (request, reply) => {
    const body = allocationBody.safeParse(request.body);
    if (!body.success) return problem(reply, fieldOf(body.error));
    const form = { to: body.data.to ?? NOBODY, seen: body.data.seen };
    const outcome = await giveTo(request, form, services.now());
    return outcome.ok ? showAllocation(request) : problem(reply, outcome);
  });

  const refusing = {
    summary: 'Say that your organisation cannot give this advice',
    tag,
    body: refusalBody,
    answer: z.object({ refused: z.literal(true) }),
  };
  app.post(`${of}/refusal`, { config: { access, api: refusing } }, async (request, reply) => {
    const body = refusalBody.safeParse(request.body);
    if (!body.success) return problem(reply, fieldOf(body.error));
    const key = z.uuid().nullable().catch(null).parse(request.headers['idempotency-key']);
    const outcome = await refuseOnce(request, services, body.data.reason.trim(), key);
    return outcome.ok ? { refused: true } : problem(reply, outcome);
  });

  const listing = {
    summary: 'Appointments missed, as your organisation recorded them',
    tag,
    answer: missedSchema,
  };
  app.get(`${of}/missed-appointments`, { config: { access, api: listing } }, (request) =>
    showMissed(request),
  );

  const recording = { summary: 'Record a missed appointment', tag, body: missedBody, answer: missedSchema };
  app.post(`${of}/missed-appointments`, { config: { access, api: recording } }, async (request, reply) => {
    const body = missedBody.safeParse(request.body);
    if (!body.success) return problem(reply, fieldOf(body.error));
    const form = { ...body.data, missedOn: parsePlainDate(body.data.missedOn) };
    return answered(reply, await recordOnce(request, services, form), () => showMissed(request));
  });
}

function severalApi(app: FastifyInstance, services: Services): void {
  const at = '/api/advice/allocations';
  const takes = noun(app, at, {
    summary: `Requests for advice that nobody at your organisation has, at most ${AT_ONCE}, and who could have them`,
    tag,
    may: { access },
    answer: z.object({
      waiting: z.array(z.object({ id: uuid, dueOn: day })),
      of: z.int(),
      colleagues: z.array(z.object({ accountId: uuid, name: z.string() })),
    }),
    show: readSeveral,
  });
  takes(at, {
    summary: 'Give several requests for advice to one colleague, all or none',
    may: { access },
    form: severalSchema,
    act: (request, form) => giveSeveral(request, form, services.now()),
  });
}

function answered<T>(reply: FastifyReply, outcome: Outcome, show: () => Promise<T>) {
  return outcome.ok ? show() : problem(reply, outcome);
}

async function showAllocation(request: FastifyRequest) {
  found(await request.act((tx) => findAsked(tx, idIn(request, 'adviceRequestId'))));
  return request.act((tx) => findAllocation(tx, idIn(request, 'adviceRequestId')));
}

async function showMissed(request: FastifyRequest) {
  found(await request.act((tx) => findAsked(tx, idIn(request, 'adviceRequestId'))));
  const missed = await request.act((tx) => listMissed(tx, idIn(request, 'adviceRequestId')));
  return { missed };
}
