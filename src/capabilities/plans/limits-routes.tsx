import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { FieldErrors } from '../../design-system/index.ts';
import { recordEvent } from '../../platform/events/index.ts';
import { NotTheirs } from '../../platform/http/errors.ts';
import { readForm, type Typed } from '../../platform/http/forms.ts';
import { noun } from '../../platform/http/json.ts';
import type { Outcome } from '../../platform/http/types.ts';
import type { Services } from '../../platform/services.ts';
import { findLimits, saveLimits } from './limits-store.ts';
import { LimitsPage } from './pages/limits.tsx';
import { staffName } from './plan-routes.tsx';

const url = '/plan-checks/limits';
const managers = { access: ['manager'] } as const;

/** Empty, or a whole number between two. */
function whole(least: number, most: number) {
  const wrong = `Enter a whole number from ${least} to ${most}, or leave it empty`;
  return z
    .string()
    .trim()
    .default('')
    .refine((text) => text === '' || /^\d{1,3}$/.test(text), wrong)
    .transform((text) => (text === '' ? null : Number(text)))
    .refine((number) => number === null || (number >= least && number <= most), wrong);
}

const limitsSchema = z.object({ adviceMonths: whole(1, 60), readingAge: whole(7, 18) });
type Form = z.output<typeof limitsSchema>;

/** What an authority configures of the checks of a plan. */
export function limitsRoutes(app: FastifyInstance, services: Services): void {
  app.get(url, { config: managers }, async (request, reply) => {
    const { adviceMonths, readingAge } = await request.act(findLimits);
    const typed = { adviceMonths: String(adviceMonths ?? ''), readingAge: String(readingAge ?? '') };
    return show(request, reply, typed, {});
  });

  app.post(url, { config: managers }, async (request, reply) => {
    const read = readForm(limitsSchema, request.body);
    if (!read.ok) return show(request, reply, read.typed, read.errors);
    await saveOnce(request, services, read.value);
    return reply.redirect(url, 303);
  });

  const takes = noun(app, `/api${url}`, {
    summary: 'How old advice may be and the reading age of plans, as the authority says',
    tag: 'plans',
    may: managers,
    answer: z.object({ adviceMonths: z.int().nullable(), readingAge: z.int().nullable() }),
    show: (request) => request.act(findLimits),
  });
  takes(`/api${url}`, {
    summary: 'Say how old advice may be and the reading age of plans; empty where neither is checked',
    may: managers,
    form: limitsSchema,
    act: (request, form) => saveOnce(request, services, form),
  });
}

function saveOnce(request: FastifyRequest, services: Services, form: Form): Promise<Outcome> {
  return request.once(async (tx) => {
    const { actor } = request;
    if (actor?.kind !== 'staff') throw new NotTheirs();
    const { authorityId, accountId } = actor;
    await saveLimits(tx, authorityId, form, { by: staffName(request), at: services.now() });
    const about = { childId: null, subject: 'plan check limits', subjectId: accountId };
    await recordEvent(tx, { authorityId, ...about, kind: 'plan check limits set', data: form });
    return { ok: true, value: url };
  });
}

function show(request: FastifyRequest, reply: FastifyReply, typed: Typed, errors: FieldErrors) {
  const refused = Object.keys(errors).length > 0;
  const page = <LimitsPage page={request.pageContext()} formKey={randomUUID()} {...{ typed, errors }} />;
  return reply.page(page, refused ? 400 : 200);
}
