import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { idIn } from '../../platform/http/address.ts';
import { found } from '../../platform/http/errors.ts';
import { type Typed, typedIn } from '../../platform/http/forms.ts';
import { fieldOf, problem } from '../../platform/http/problem.ts';
import type { Services } from '../../platform/services.ts';
import { isUuid } from '../../shared/uuid.ts';
import { SECTION_39_GROUNDS } from './facts.ts';
import { issueAs, prepareFrom } from './final-routes.tsx';
import { recipientKey } from './final-sending.ts';
import { FIELD } from './naming/answering.ts';
import { SECTION_33_GROUNDS } from './naming/decision.ts';
import { MOST_ASKED } from './naming/form.ts';
import { ATTENDANCES, SETTING_TYPES } from './plan.ts';
import { staff, staffName } from './plan-routes.tsx';
import { planProblem } from './stopped-api.ts';
import { findPlan } from './store.ts';

const uuid = z.string().refine(isUuid, 'Enter an identifier (a UUID)').meta({ format: 'uuid' });
const words = z.string().max(20_000);

const yesNo = z.boolean().nullable().default(null);
/** The steps of the decision on Section I (ss38, 39, 40 and 33), by the places `/api/plans/:planId/naming` gives. */
const namingBody = z.object({
  /** The hash of what the family wanted when it was read: what they say since is not answered by this. */
  over: z.string().default(''),
  asked: z
    .array(
      z.object({
        n: z.int().min(1).max(MOST_ASKED),
        grounds: z.array(z.object({ ground: z.enum(SECTION_39_GROUNDS), reasons: words })).default([]),
        considered: words.default(''),
        reasons: words.default(''),
        consulted: words.default(''),
        mainstream: yesNo,
      }),
    )
    .default([]),
  mainstream: yesNo,
  notMainstream: z
    .discriminatedUnion('ground', [
      z.object({ ground: z.literal(SECTION_33_GROUNDS[0]), said: words }),
      z.object({
        ground: z.literal(SECTION_33_GROUNDS[1]),
        reasons: words,
        steps: words,
        stepsThere: words.default(''),
      }),
    ])
    .nullable()
    .default(null),
  otherwise: words.default(''),
  agreed: words.default(''),
});

const finalBody = z.object({
  /** What Section I says. */
  placement: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('named'), settingIds: z.array(uuid).min(1), attendance: z.enum(ATTENDANCES) }),
    z.object({
      kind: z.literal('type only'),
      type: z.enum(SETTING_TYPES),
      attendance: z.enum(ATTENDANCES),
    }),
    z.object({ kind: z.literal('otherwise than in a school'), arrangements: words }),
  ]),
  /** Who signs it; whoever calls, where nobody is named. */
  officer: z.string().max(200).optional(),
  /** What is answered at each step of the law's order; nothing where the plan names what was asked for. */
  naming: namingBody.prefault({}),
  commissioningBodyId: uuid.nullable().default(null),
});
const issueBody = finalBody.extend({
  /** Everyone it is sent to, by the keys that checking gave: each has to be chosen. */
  recipients: z.array(z.string()),
});
const checkedSchema = z.object({
  recipients: z.array(z.object({ key: z.string(), name: z.string(), reason: z.string() })),
  leftOut: z.array(z.object({ name: z.string(), why: z.string() })),
  waits: z
    .array(z.string())
    .describe('Who it is held from until words withheld from them are put right, by key'),
  contentHash: z.string(),
});

/** Making a plan final as JSON: who it would go to is asked first, and each is then chosen, as on the pages. */
export function finalApi(
  app: FastifyInstance,
  services: Services,
  { answer, show }: { answer: z.ZodType; show: (request: FastifyRequest) => Promise<unknown> },
): void {
  const tag = 'plans';
  const checking = {
    summary: 'What making the plan final would come to, and who it would be sent to (reg. 13(2))',
    tag,
    body: finalBody,
    answer: checkedSchema,
  };
  const check = { access: staff, childFile: true, api: checking } as const;
  app.post('/api/plans/:planId/final/check', { config: check }, async (request, reply) => {
    const body = finalBody.safeParse(request.body);
    if (!body.success) return problem(reply, fieldOf(body.error));
    const { plan, prepared } = await request.act(async (tx) => ({
      plan: found(await findPlan(tx, idIn(request, 'planId'))),
      prepared: await prepareFrom(tx, services, request, typedOf(request, body.data)),
    }));
    if (!prepared.ok) return planProblem(request, reply, services, prepared);
    request.readsChildFile(plan);
    const { issued, recipients, leftOut, waits } = prepared.value;
    return {
      recipients: recipients.map((one) => ({ key: recipientKey(one), name: one.name, reason: one.reason })),
      leftOut: leftOut.map(({ name, why }) => ({ name, why })),
      waits: waits.map(recipientKey),
      contentHash: issued.contentHash,
    };
  });

  const issuing = {
    summary: 'Make the plan final and send it (s39, reg. 13(2))',
    tag,
    body: issueBody,
    answer,
  };
  app.post(
    '/api/plans/:planId/final',
    { config: { access: staff, api: issuing } },
    async (request, reply) => {
      const body = issueBody.safeParse(request.body);
      if (!body.success) return problem(reply, fieldOf(body.error));
      const recipients = body.data.recipients.join(',');
      const done = await issueAs(request, services, { ...typedOf(request, body.data), recipients });
      return done.ok ? show(request) : planProblem(request, reply, services, done);
    },
  );
}

/** A call as the page's form would have it, so that both are read by one function. */
function typedOf(request: FastifyRequest, { placement, naming, ...call }: z.output<typeof finalBody>): Typed {
  return typedIn({
    ...placement,
    officer: call.officer ?? staffName(request),
    ...typedNaming(naming),
    commissioningBodyId: call.commissioningBodyId ?? '',
  });
}

function typedNaming({ asked, notMainstream, ...naming }: z.output<typeof namingBody>) {
  return {
    over: naming.over,
    ...Object.assign({}, ...asked.map(typedAsked)),
    mainstream: sayYesNo(naming.mainstream),
    ...typedNotMainstream(notMainstream),
    otherwise: naming.otherwise,
    agreed: naming.agreed,
  };
}

function typedAsked({ n, grounds, ...one }: z.output<typeof namingBody>['asked'][number]) {
  const placed = grounds.map(({ ground, reasons }) => ({
    place: SECTION_39_GROUNDS.indexOf(ground),
    reasons,
  }));
  return {
    [FIELD.grounds(n)]: placed.map(({ place }) => String(place + 1)).join(','),
    ...Object.fromEntries(placed.map(({ place, reasons }) => [FIELD.ground(n, place), reasons])),
    [FIELD.considered(n)]: one.considered,
    [FIELD.reasons(n)]: one.reasons,
    [FIELD.consulted(n)]: one.consulted,
    [FIELD.mainstream(n)]: sayYesNo(one.mainstream),
  };
}

function typedNotMainstream(why: z.output<typeof namingBody>['notMainstream']): Record<string, string> {
  if (why === null) return { notMainstream: '0' };
  if ('said' in why) return { notMainstream: '1', wishesSaid: why.said };
  const { reasons, steps, stepsThere } = why;
  return { notMainstream: '2', othersReasons: reasons, othersSteps: steps, othersStepsThere: stepsThere };
}

function sayYesNo(said: boolean | null): string {
  if (said === null) return '';
  return said ? 'yes' : 'no';
}
