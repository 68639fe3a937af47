import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type FieldErrors, hasErrors } from '../../design-system/index.ts';
import { idIn } from '../../platform/http/address.ts';
import { found, NotTheirs } from '../../platform/http/errors.ts';
import { optionalDayField, optionalText, readForm, type Typed, typedIn } from '../../platform/http/forms.ts';
import type { Outcome } from '../../platform/http/types.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay } from '../../shared/plain-date.ts';
import { SAID_HOW } from '../../shared/said-how.ts';
import { findAsked } from './advice-store.ts';
import { staffName } from './assessment-routes.tsx';
import { RefusedOtherwisePage } from './pages/refused-otherwise.tsx';
import { refuseByOtherMeans } from './sending.ts';

const at = '/assessments/:assessmentId/advice-requests/:adviceRequestId/refusal';
const staff = ['caseworker', 'manager'] as const;

/** Staff write down that whoever was asked told them by other means that they cannot give advice, and why. */
export function refusedOtherwiseRoutes(app: FastifyInstance, services: Services): void {
  app.get(at, { config: { access: staff, childFile: true } }, (request, reply) =>
    show(request, reply, {}, {}),
  );

  app.post(at, { config: { access: staff } }, async (request, reply) => {
    const read = readForm(refusedOtherwiseSchema, request.body);
    if (!read.ok) return show(request, reply, read.errors, read.typed);
    const outcome = await refusedOtherwiseOnce(request, services, read.value);
    if (outcome.ok) return reply.redirect(outcome.value, 303);
    return show(request, reply, { [outcome.field]: outcome.message }, typedIn(request.body));
  });
}

export const refusedOtherwiseSchema = z.object({
  reason: optionalText(2000),
  cameBy: z.enum(SAID_HOW).nullable().catch(null),
  refusedOn: optionalDayField('the date they told you'),
});

/** Records the refusal of one request for advice. */
export function refusedOtherwiseOnce(
  request: FastifyRequest,
  services: Services,
  form: z.output<typeof refusedOtherwiseSchema>,
): Promise<Outcome> {
  const ids = { assessmentId: idIn(request, 'assessmentId'), id: idIn(request, 'adviceRequestId') };
  const by = { name: staffName(request), today: englishDay(services.now()) };
  return request.once((tx) => refuseByOtherMeans(tx, { ...ids, form }, by));
}

async function show(request: FastifyRequest, reply: FastifyReply, errors: FieldErrors, typed: Typed) {
  const asked = found(await request.act((tx) => findAsked(tx, idIn(request, 'adviceRequestId'))));
  if (asked.assessmentId !== idIn(request, 'assessmentId')) throw new NotTheirs();
  request.readsChildFile(asked);
  const form = { typed, errors, formKey: randomUUID() };
  const page = <RefusedOtherwisePage page={request.pageContext()} {...asked} {...form} />;
  return reply.page(page, hasErrors(errors) ? 400 : 200);
}
