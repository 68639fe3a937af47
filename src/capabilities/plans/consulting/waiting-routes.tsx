import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { FieldErrors } from '../../../design-system/index.ts';
import { readForm, type Typed, typedIn } from '../../../platform/http/forms.ts';
import { day, noun } from '../../../platform/http/json.ts';
import type { Services } from '../../../platform/services.ts';
import { addressOf, WaitingConsultationsPage } from '../pages/waiting-consultations.tsx';
import { staff } from '../plan-routes.tsx';
import { actTogether, lookSchema, readNotAnswered, togetherSchema } from './waiting-sending.ts';

const url = '/consultations-waiting';
const may = { access: staff } as const;

/** Every setting that has not answered, for a team to chase, give more time or ask no longer. */
export function waitingConsultations(app: FastifyInstance, services: Services): void {
  app.get(url, { config: may }, (request, reply) => show(request, reply, services));

  app.post(url, { config: may }, async (request, reply) => {
    const read = readForm(togetherSchema, request.body);
    const again = (errors: FieldErrors) =>
      show(request, reply, services, { errors, typed: typedIn(request.body) });
    if (!read.ok) return again(read.errors);
    const done = await actTogether(request, services, read.value);
    if (!done.ok) return again({ [done.field]: done.message });
    return reply.redirect(addressOf(lookSchema.parse(request.body), { page: 1 }), 303);
  });

  const takes = noun(app, `/api${url}`, {
    summary:
      'Settings that have not answered, a page at a time: overdue, to come, or with their copy not sent',
    tag: 'plans',
    may,
    answer: z.object({
      waiting: z.array(
        z.object({
          id: z.uuid(),
          planId: z.uuid(),
          childId: z.uuid(),
          settingName: z.string(),
          sentOn: day,
          dueOn: day.nullable(),
          chasedOn: day.nullable(),
          caseworker: z.string().nullable(),
        }),
      ),
      count: z.int(),
      pages: z.int(),
    }),
    show: async (request) => {
      const { listed, count, pages } = await readNotAnswered(
        request,
        services,
        lookSchema.parse(request.query),
      );
      return { waiting: listed, count, pages };
    },
  });
  takes(`/api${url}`, {
    summary:
      'Chase several settings at once, give them more time or ask them no longer: their ids, joined with commas',
    may,
    form: togetherSchema,
    act: (request, form) => actTogether(request, services, form),
  });
}

async function show(
  request: FastifyRequest,
  reply: FastifyReply,
  services: Services,
  sent: { errors: FieldErrors; typed: Typed } | null = null,
) {
  const look = lookSchema.parse(sent === null ? request.query : request.body);
  const shown = await readNotAnswered(request, services, look);
  return reply.page(
    <WaitingConsultationsPage
      page={request.pageContext()}
      formKey={randomUUID()}
      look={look}
      {...shown}
      errors={sent?.errors ?? {}}
      typed={sent?.typed ?? {}}
    />,
    sent === null ? 200 : 400,
  );
}
