import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type FieldErrors, hasErrors } from '../../design-system/index.ts';
import { idIn } from '../../platform/http/address.ts';
import { found, NotTheirs } from '../../platform/http/errors.ts';
import { optionalText, readForm, type Typed } from '../../platform/http/forms.ts';
import { actOnce } from '../../platform/http/transact.ts';
import type { Outcome } from '../../platform/http/types.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay } from '../../shared/plain-date.ts';
import { accepted } from '../../shared/result.ts';
import { theirAdvice } from './advice-routes.tsx';
import { findAsked } from './advice-store.ts';
import { RefusalPage } from './pages/refusal.tsx';
import { wasRefused } from './refusal-store.ts';
import { refuse } from './sending.ts';

const at = '/advice/:adviceRequestId/refusal';

/** An organisation says that it will not give advice, and why. */
export function refusalRoutes(app: FastifyInstance, services: Services): void {
  app.get(at, { config: { access: 'organisation', childFile: true } }, (request, reply) =>
    show(request, reply, {}, {}),
  );

  app.post(at, { config: { access: 'organisation' } }, async (request, reply) => {
    const { idempotencyKey: key } = keySchema.parse(request.body);
    const read = readForm(refusalSchema, request.body);
    if (!read.ok) return show(request, reply, read.errors, read.typed);
    const outcome = await refuseOnce(request, services, read.value.reason, key);
    if (!outcome.ok) return show(request, reply, { [outcome.field]: outcome.message }, read.value);
    return reply.redirect(outcome.value, 303);
  });
}

/** Refuses what the organisation that is looking was asked; what it refused before stays refused. */
export async function refuseOnce(
  request: FastifyRequest,
  services: Services,
  reason: string,
  key: string | null,
): Promise<Outcome> {
  const { actor } = request;
  if (actor?.kind !== 'organisation') throw new NotTheirs();
  const id = idIn(request, 'adviceRequestId');
  // Through the organisation's own lens first: only what it was asked.
  const { asked, refusedBefore } = await request.act(async (tx) => ({
    asked: await findAsked(tx, id),
    refusedBefore: await wasRefused(tx, id),
  }));
  if (refusedBefore) return accepted('/inbox');
  const { authorityId } = found(asked);
  // Taking the child out of its lens is the authority's to do, on its behalf.
  const system = { kind: 'system', authorityId, onBehalfOf: actor.accountId } as const;
  const by = { name: actor.name, today: englishDay(services.now()) };
  return actOnce(services, system, { key, route: 'refuse advice' }, (tx) =>
    refuse(tx, found(asked), reason, by),
  );
}

const keySchema = z.object({ idempotencyKey: z.uuid().nullable().catch(null) });
const refusalSchema = z.object({ reason: optionalText(2000) });

async function show(request: FastifyRequest, reply: FastifyReply, errors: FieldErrors, typed: Typed) {
  const asked = found(await theirAdvice(request));
  const form = { typed, errors, formKey: randomUUID() };
  const page = <RefusalPage page={request.pageContext()} {...asked} {...form} />;
  return reply.page(page, hasErrors(errors) ? 400 : 200);
}
