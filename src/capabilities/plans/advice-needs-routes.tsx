import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { FieldErrors } from '../../design-system/index.ts';
import { idIn } from '../../platform/http/address.ts';
import { choiceField, optionalText, readForm, type Typed, typedIn } from '../../platform/http/forms.ts';
import { day, noun } from '../../platform/http/json.ts';
import type { Outcome } from '../../platform/http/types.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay } from '../../shared/plain-date.ts';
import { needRows, PLACES, recordPlace } from './advice-needs.ts';
import { insertPlace, listAdvisedNeeds, listPlacedNeeds } from './advice-needs-store.ts';
import { references } from './links.ts';
import { AdviceNeedsPage } from './pages/advice-needs.tsx';
import { openPlanPage, readsFile, staff, staffName } from './plan-routes.tsx';
import { happened, openForActing } from './post.ts';

const url = '/plans/:planId/advice-needs';

const placeSchema = z.object({
  adviceId: z.string().max(100).catch(''),
  needId: z.string().max(100).catch(''),
  place: choiceField(PLACES, 'Select where this need stands'),
  rowId: z.string().max(100).catch(''),
  reason: optionalText(2000),
});
type Form = z.infer<typeof placeSchema>;

/** Saying of each need that advice states where it stands in the plan. */
export function adviceNeedsRoutes(app: FastifyInstance, services: Services): void {
  app.get(url, { config: readsFile }, (request, reply) => {
    const { need } = z.object({ need: z.string().catch('') }).parse(request.query);
    return show(request, reply, { needId: need, typed: {}, errors: {} });
  });

  app.post(url, { config: { access: staff } }, async (request, reply) => {
    const read = readForm(placeSchema, request.body);
    const typed = typedIn(request.body);
    const shown = { needId: typed['needId'] ?? '', typed };
    if (!read.ok) return show(request, reply, { ...shown, errors: read.errors });
    const done = await placeOnce(request, services, read.value);
    if (done.ok) return reply.redirect(done.value, 303);
    return show(request, reply, { ...shown, errors: { [done.field]: done.message } });
  });

  const takes = noun(app, `/api${url}`, {
    summary: 'Each need that the advice states, and where it stands in the plan',
    tag: 'plans',
    may: readsFile,
    answer,
    show: async (request) => {
      const { shown } = await openPlanPage(request, listPlacedNeeds);
      return { needs: shown };
    },
  });
  takes(`/api${url}`, {
    summary: 'Say where a need that the advice states stands in the plan, or why it is left out',
    may: { access: staff },
    form: placeSchema,
    act: (request, form) => placeOnce(request, services, form),
  });
}

const answer = z.object({
  needs: z.array(
    z.object({
      adviceId: z.string(),
      needId: z.string(),
      from: z.string(),
      text: z.string(),
      at: z
        .object({
          place: z.enum(PLACES),
          rowId: z.string().nullable(),
          reason: z.string(),
          said: z.object({ by: z.string(), on: day }).nullable(),
        })
        .nullable(),
    }),
  ),
});

function placeOnce(request: FastifyRequest, services: Services, form: Form): Promise<Outcome> {
  return request.once(async (tx) => {
    const { plan, facts } = await openForActing(tx, idIn(request, 'planId'));
    const said = recordPlace(await listAdvisedNeeds(tx, plan), facts.working.content, form);
    if (!said.ok) return said;
    const how = { by: staffName(request), on: englishDay(services.now()) };
    const id = await insertPlace(tx, plan, { ...said.value, ...how });
    await happened(tx, plan, 'advised need placed', id, { data: { place: said.value.place } });
    return { ok: true, value: `/plans/${plan.id}/advice-needs` };
  });
}

async function show(
  request: FastifyRequest,
  reply: FastifyReply,
  { needId, typed, errors }: { needId: string; typed: Typed; errors: FieldErrors },
) {
  const { of, facts, shown } = await openPlanPage(request, listPlacedNeeds);
  const { content } = facts.working;
  const names = references(content);
  const refused = Object.keys(errors).length > 0;
  return reply.page(
    <AdviceNeedsPage
      page={request.pageContext()}
      of={of}
      formKey={randomUUID()}
      needs={shown}
      names={names}
      rows={needRows(content).map(({ id, text }) => ({
        id,
        text: `${names.get(id) ?? ''}: ${text.slice(0, 100)}`,
      }))}
      placing={facts.issued === null ? (shown.find((need) => need.needId === needId) ?? null) : null}
      canChange={facts.issued === null}
      errors={errors}
      typed={typed}
    />,
    refused ? 400 : 200,
  );
}
