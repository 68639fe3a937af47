import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { FieldErrors } from '../../design-system/index.ts';
import { found } from '../../platform/http/errors.ts';
import { readForm, type Typed } from '../../platform/http/forms.ts';
import { day, noun } from '../../platform/http/json.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay } from '../../shared/plain-date.ts';
import { findRequest } from '../requests/index.ts';
import { checkedOf } from './checking.ts';
import { findingSchema } from './checks-routes.tsx';
import { exceptionSchema, exceptOnce, nextPage } from './exception-sending.ts';
import { daysDue, exceptionsOf, nameOf, stoppedProps } from './findings-shown.ts';
import { ExceptionsPage } from './pages/stopped.tsx';
import { openPlanPage, readsFile, staff } from './plan-routes.tsx';
import { stageOf } from './stage.ts';
import { stoppedBy } from './stopping.ts';

const url = '/plans/:planId/exceptions';

/** What stops a plan from being served or made final, and staff letting it out with a reason that is kept. */
export function exceptionsRoutes(app: FastifyInstance, services: Services): void {
  app.get(url, { config: readsFile }, (request, reply) => show(request, reply, services));

  app.post(url, { config: { access: staff } }, async (request, reply) => {
    const read = readForm(exceptionSchema, request.body);
    if (!read.ok) return show(request, reply, services, read);
    const done = await exceptOnce(request, services, read.value);
    if (done.ok) return reply.redirect(done.value, 303);
    const { findings, ...typed } = read.value;
    return show(request, reply, services, { errors: { [done.field]: done.message }, typed, moved: true });
  });

  const takes = noun(app, `/api${url}`, {
    summary: 'What stops the plan, and each finding staff let out with their reason',
    tag: 'plans',
    may: { access: staff, childFile: true },
    answer,
    show: async (request) => {
      const { facts } = await openPlanPage(request, async () => null);
      const stopped = stoppedBy(checkedOf(facts, englishDay(services.now())), facts);
      return {
        stopped: stopped.map((finding) => ({ name: nameOf(finding), finding })),
        exceptions: [...facts.exceptions],
      };
    },
  });
  takes(`/api${url}`, {
    summary: 'Let findings out, by their names, for a reason',
    may: { access: staff },
    form: exceptionSchema,
    act: (request, form) => exceptOnce(request, services, form),
  });
}

const answer = z.object({
  stopped: z.array(z.object({ name: z.string(), finding: findingSchema })),
  exceptions: z.array(
    z.object({
      rule: z.string(),
      section: z.string(),
      row: z.string().nullable(),
      text: z.string(),
      why: z.string(),
      reason: z.string(),
      by: z.string(),
      on: day,
    }),
  ),
});

type Sent = { errors: FieldErrors; typed: Typed; moved?: boolean };

async function show(request: FastifyRequest, reply: FastifyReply, services: Services, sent?: Sent) {
  const today = englishDay(services.now());
  const { of, facts, shown } = await openPlanPage(request, async (tx, plan) =>
    plan.requestId === null ? null : found(await findRequest(tx, plan.requestId)),
  );
  const stopped = stoppedProps(of.planId, facts, today);
  const writing = ['drafting', 'redrafting'].includes(stageOf(facts));
  const text = writing ? 'Check and serve the draft' : 'Decide the setting and make it final';
  const done = stopped.length > 0 || facts.issued !== null;
  return reply.page(
    <ExceptionsPage
      page={request.pageContext()}
      of={of}
      formKey={randomUUID()}
      stopped={stopped}
      exceptions={exceptionsOf(facts, today)}
      errors={sent?.errors ?? {}}
      typed={sent?.typed ?? {}}
      due={daysDue(facts, shown?.receivedOn ?? null, today)}
      next={done ? null : { href: nextPage(of.planId, facts), text }}
    />,
    sent === undefined ? 200 : sent.moved === true ? 409 : 400,
  );
}
