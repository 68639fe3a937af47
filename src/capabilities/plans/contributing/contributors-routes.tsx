import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { FieldErrors } from '../../../design-system/index.ts';
import { idIn } from '../../../platform/http/address.ts';
import { optionalText, readForm, type Typed, typedIn } from '../../../platform/http/forms.ts';
import { day, moment, noun } from '../../../platform/http/json.ts';
import type { Outcome } from '../../../platform/http/types.ts';
import type { Services } from '../../../platform/services.ts';
import { references } from '../links.ts';
import { openPlanPage, readsFile, staff, staffName } from '../plan-routes.tsx';
import { commentsIn } from '../remarks/remark.ts';
import { listRemarks } from '../remarks/store.ts';
import { ContributorsPage } from './pages/contributors.tsx';
import { listContributors, showLines, stopShowing } from './showing-sending.ts';
import { listShowings } from './store.ts';

const showingSchema = z.object({
  organisation: z.string().default(''),
  words: optionalText(2000),
});
const nothing = z.object({});

/** Staff show the lines of a draft to those whose advice they rest on, take that back, and read what they said. */
export function contributorsRoutes(app: FastifyInstance, services: Services): void {
  const url = '/plans/:planId/contributors';
  const end = `${url}/:showingId/end`;

  app.get(url, { config: { access: 'staff', childFile: true } }, (request, reply) => show(request, reply));
  app.post(url, { config: { access: staff } }, async (request, reply) => {
    const read = readForm(showingSchema, request.body);
    if (!read.ok) return show(request, reply, { errors: read.errors, typed: read.typed });
    const done = await showOnce(request, services, read.value);
    if (done.ok) return reply.redirect(done.value, 303);
    const typed = typedIn(request.body);
    return show(request, reply, { errors: { [done.field]: done.message }, typed });
  });
  app.post(end, { config: { access: staff } }, async (request, reply) => {
    const done = await endOnce(request, services);
    return reply.redirect(done.ok ? done.value : `/plans/${idIn(request, 'planId')}/contributors`, 303);
  });

  const takes = noun(app, `/api${url}`, {
    summary: 'Whose signed advice the plan rests on, which lines they are shown, and what they said',
    tag: 'plans',
    may: { access: 'staff', childFile: true },
    answer,
    show: readContributors,
  });
  takes(`/api${url}`, {
    summary: 'Show an organisation the lines of the draft that rest on its advice, as they stand now',
    may: readsFile,
    form: showingSchema,
    act: (request, form) => showOnce(request, services, form),
  });
  takes(`/api${end}`, {
    summary: 'Take back what an organisation is shown of the draft',
    may: readsFile,
    form: nothing,
    act: (request) => endOnce(request, services),
  });
}

const answer = z.object({
  contributors: z.array(
    z.object({
      organisationId: z.uuid(),
      name: z.string(),
      authors: z.array(z.string()).readonly(),
      /** The lines that rest on its advice and may be shown to it, by their names. */
      lines: z.array(z.object({ rowId: z.uuid(), name: z.string() })),
    }),
  ),
  showings: z.array(
    z.object({
      id: z.uuid(),
      organisationId: z.uuid(),
      organisation: z.string(),
      words: z.string(),
      shownOn: day,
      shownBy: z.string(),
      looked: z.object({ at: moment, by: z.string() }).nullable(),
      planIssuedOn: day.nullable(),
      ended: z.object({ on: day, by: z.string() }).nullable(),
    }),
  ),
  comments: z.array(
    z.object({
      id: z.uuid(),
      rowId: z.uuid(),
      by: z.string(),
      organisation: z.object({ id: z.uuid(), name: z.string() }).nullable(),
      words: z.string(),
      on: day,
      following: z.object({
        settled: z.boolean(),
        waitsFor: z.enum(['staff', 'the other side']).nullable(),
      }),
    }),
  ),
});

async function readContributors(request: FastifyRequest) {
  const { of, facts, shown } = await openPlanPage(request, async (tx, plan, facts) => ({
    contributors: await listContributors(tx, plan, facts),
    showings: await listShowings(tx, { planId: plan.id }),
    comments: commentsIn(await listRemarks(tx, plan.id)),
  }));
  return { of, facts, ...shown };
}

function showOnce(
  request: FastifyRequest,
  services: Services,
  { organisation, words }: z.output<typeof showingSchema>,
): Promise<Outcome> {
  const chosen = { organisationId: organisation, words, by: staffName(request) };
  return request.once((tx) => showLines(tx, services, idIn(request, 'planId'), chosen));
}

function endOnce(request: FastifyRequest, services: Services): Promise<Outcome> {
  const ending = { showingId: idIn(request, 'showingId'), by: staffName(request) };
  return request.once((tx) => stopShowing(tx, services, idIn(request, 'planId'), ending));
}

async function show(
  request: FastifyRequest,
  reply: FastifyReply,
  sent?: { errors: FieldErrors; typed: Typed },
) {
  const { of, facts, ...shown } = await readContributors(request);
  return reply.page(
    <ContributorsPage
      page={request.pageContext()}
      {...{ of, ...shown }}
      names={references(facts.working.content)}
      open={facts.issued === null}
      newKey={randomUUID}
      typed={sent?.typed ?? {}}
      errors={sent?.errors ?? {}}
    />,
    sent === undefined ? 200 : 400,
  );
}
