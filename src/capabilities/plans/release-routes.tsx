import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type FieldErrors, hasErrors } from '../../design-system/index.ts';
import { readForm, type Typed, typedIn } from '../../platform/http/forms.ts';
import { day, noun } from '../../platform/http/json.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay } from '../../shared/plain-date.ts';
import { ReleasePage } from './pages/release.tsx';
import { openPlanPage, staff } from './plan-routes.tsx';
import { contentNow, readHolding, releaseOnce, releaseSchema } from './release-sending.ts';
import { PARTS, sayPart } from './withholding/left-out.ts';
import { CLASSES, rowsOf } from './withholding/rule.ts';

const url = '/plans/:planId/withheld/release';
const reads = { access: staff, childFile: true } as const;

/** Sending, today, the copies of a plan that wait, with whole passages left out. */
export function releaseRoutes(app: FastifyInstance, services: Services): void {
  app.get(url, { config: reads }, (request, reply) => show(request, reply, services, {}, {}));

  app.post(url, { config: { access: staff } }, async (request, reply) => {
    const read = readForm(releaseSchema, request.body);
    if (!read.ok) return show(request, reply, services, read.errors, read.typed);
    const done = await releaseOnce(request, services, read.value);
    if (done.ok) return reply.redirect(done.value, 303);
    return show(request, reply, services, { [done.field]: done.message }, typedIn(request.body));
  });

  const takes = noun(app, `/api${url}`, {
    summary: 'The copies of the plan that wait, and what may be left out of them so that they go today',
    tag: 'plans',
    may: reads,
    answer: z.object({
      waiting: z.array(
        z.object({
          name: z.string(),
          reader: z.enum(CLASSES),
          on: day,
          dueOn: day,
          owner: z.string().nullable(),
        }),
      ),
      mayBeLeftOut: z.array(z.object({ key: z.string(), says: z.string() })),
    }),
    show: async (request) => {
      const { facts, shown } = await open(request);
      return {
        waiting: shown.waiting.map(({ name, reader, on, dueOn, owner }) => ({
          ...{ name, reader, on, dueOn, owner },
        })),
        mayBeLeftOut: [
          ...PARTS.map((key) => ({ key, says: sayPart(key) })),
          ...rowsOf(contentNow(facts)).map(({ id, text }) => ({ key: id, says: text })),
        ],
      };
    },
  });
  takes(`/api${url}`, {
    summary:
      'Send the copies that wait, today, with whole passages left out: parts and statements by their keys',
    may: { access: staff },
    form: releaseSchema,
    act: (request, form) => releaseOnce(request, services, form),
  });
}

function open(request: FastifyRequest) {
  return openPlanPage(request, readHolding);
}

async function show(
  request: FastifyRequest,
  reply: FastifyReply,
  services: Services,
  errors: FieldErrors,
  typed: Typed,
) {
  const { of, facts, shown } = await open(request);
  const chosen = `${typed['parts'] ?? ''},${typed['statements'] ?? ''}`.split(',');
  return reply.page(
    <ReleasePage
      page={request.pageContext()}
      {...{ of, errors, typed }}
      formKey={randomUUID()}
      today={englishDay(services.now())}
      waiting={shown.waiting}
      holding={shown.holding.map(({ id, words, reason }) => ({ id, words: words ?? '', reason }))}
      parts={PARTS.map((key) => ({ key, says: sayPart(key), chosen: chosen.includes(key) }))}
      rows={rowsOf(contentNow(facts)).map(({ id, text }) => ({
        key: id,
        says: text,
        chosen: chosen.includes(id),
      }))}
    />,
    hasErrors(errors) ? 400 : 200,
  );
}
