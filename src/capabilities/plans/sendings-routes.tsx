import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type FieldErrors, hasErrors } from '../../design-system/index.ts';
import { readForm, type Typed, typedIn } from '../../platform/http/forms.ts';
import { day, noun } from '../../platform/http/json.ts';
import type { Services } from '../../platform/services.ts';
import { SendingsPage, StoppedPage } from './pages/sendings.tsx';
import { openPlanPage, staff } from './plan-routes.tsx';
import { aboutPlan } from './post.ts';
import { nameOf, overtakenBy } from './sending-check.ts';
import { listSendings } from './sendings-store.ts';
import { concernsOf, sendingSchema, sendVersionOnce } from './version-sending.ts';
import { listVersions, type Version } from './version-store.ts';

const url = '/plans/:planId/sendings';
const reads = { access: 'staff', childFile: true } as const;

/** Sending a version of a plan again, stopped by a card where it is not the newest or not theirs. */
export function sendingsRoutes(app: FastifyInstance, services: Services): void {
  app.get(url, { config: reads }, (request, reply) => show(request, reply, services, {}, {}));

  app.post(url, { config: { access: staff } }, async (request, reply) => {
    const read = readForm(sendingSchema, request.body);
    if (!read.ok) return show(request, reply, services, read.errors, read.typed);
    const done = await sendVersionOnce(request, services, read.value);
    if (done.ok) return reply.redirect(done.value, 303);
    const typed = typedIn(request.body);
    if (done.field === 'reason') return stop(request, reply, services, typed);
    return show(request, reply, services, { [done.field]: done.message }, typed);
  });

  const takes = noun(app, `/api${url}`, {
    summary: 'Each time a version of the plan was sent again',
    tag: 'plans',
    may: reads,
    answer,
    show: async (request) => {
      const { shown } = await openPlanPage(request, (tx, plan) => listSendings(tx, plan.id));
      return { sendings: shown };
    },
  });
  takes(`/api${url}`, {
    summary:
      'Send a version to somebody on the file; with a reason where it is not the newest, or not theirs',
    may: { access: staff },
    form: sendingSchema,
    act: (request, form) => sendVersionOnce(request, services, form),
  });
}

const answer = z.object({
  sendings: z.array(
    z.object({
      id: z.uuid(),
      versionId: z.uuid(),
      name: z.string(),
      concerns: z.array(z.string()),
      reason: z.string(),
      by: z.string(),
      on: day,
    }),
  ),
});

async function show(
  request: FastifyRequest,
  reply: FastifyReply,
  services: Services,
  errors: FieldErrors,
  typed: Typed,
) {
  const { of, shown } = await openPlanPage(request, async (tx, plan) => ({
    versions: await listVersions(tx, plan.id),
    about: await aboutPlan(tx, services, plan),
    sendings: await listSendings(tx, plan.id),
  }));
  const papers = shown.versions.filter(({ documentId }) => documentId !== null).reverse();
  const named = new Map(shown.versions.map((one) => [one.id, nameOf(one)]));
  return reply.page(
    <SendingsPage
      page={request.pageContext()}
      {...{ of, errors, typed }}
      formKey={randomUUID()}
      versions={papers.map((one) => ({
        id: one.id,
        name: nameOf(one),
        sentOn: one.sentOn,
        standing: standingOf(one, shown.versions),
      }))}
      people={shown.about.contacts.map(({ id, name, relationship }) => ({ id, name, relationship }))}
      sendings={shown.sendings.map((one) => ({ ...one, version: named.get(one.versionId) ?? '' }))}
    />,
    hasErrors(errors) ? 400 : 200,
  );
}

async function stop(request: FastifyRequest, reply: FastifyReply, services: Services, typed: Typed) {
  const form = sendingSchema.parse(typed);
  const { of, shown } = await openPlanPage(request, async (tx, plan) => ({
    concerns: await concernsOf(tx, services, plan, form),
    versions: await listVersions(tx, plan.id),
  }));
  const chosen = shown.versions.find(({ id }) => id === form.versionId);
  const newest = chosen === undefined ? null : overtakenBy(chosen, shown.versions);
  const again = typed['going-on'] === 'yes';
  const errors: FieldErrors = again ? { reason: 'Enter why you are sending it all the same' } : {};
  return reply.page(
    <StoppedPage
      page={request.pageContext()}
      {...{ of, errors, typed }}
      formKeys={{ newest: randomUUID(), goOn: randomUUID() }}
      concerns={shown.concerns}
      newest={newest === null ? null : { id: newest.id, name: nameOf(newest) }}
    />,
    again ? 400 : 200,
  );
}

/** What staff are told of a version beside its name: which is in force, and which draft is the newest. */
function standingOf(one: Version, versions: readonly Version[]): string {
  if (overtakenBy(one, versions) !== null) return '';
  return one.kind === 'final' ? 'in force' : 'the newest draft';
}
