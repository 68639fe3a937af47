import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type FieldErrors, hasErrors } from '../../design-system/index.ts';
import { recordEvent } from '../../platform/events/index.ts';
import { found, NotTheirs } from '../../platform/http/errors.ts';
import type { Tx } from '../../platform/lens/index.ts';
import type { Services } from '../../platform/services.ts';
import { accepted } from '../../shared/result.ts';
import { findAnyoneAllocates, listColleagues } from '../colleagues/index.ts';
import { findAsked } from './advice-store.ts';
import { allocate, mayAllocate, NOBODY } from './allocation.ts';
import { findAllocation, insertAllocation, lockAllocation } from './allocation-store.ts';
import { adviceRequestId } from './asking-routes.tsx';
import { AllocationPage } from './pages/allocation.tsx';

const at = '/advice/:adviceRequestId/allocation';

/** An organisation says which of its people has a request for advice. */
export function allocationRoutes(app: FastifyInstance, services: Services): void {
  app.get(at, { config: { access: 'organisation', childFile: true } }, (request, reply) =>
    show(request, reply, {}),
  );

  app.post(at, { config: { access: 'organisation' } }, async (request, reply) => {
    const form = formSchema.parse(request.body);
    const outcome = await request.once(async (tx) => {
      const { asked, member, colleagues } = await allocating(tx, request);
      const to = allocate(await lockAllocation(tx, asked), form, colleagues);
      if (!to.ok) return to;
      await insertAllocation(tx, asked, { ...to.value, by: member.accountId, at: services.now() });
      await recordEvent(tx, {
        authorityId: asked.authorityId,
        childId: asked.childId,
        kind:
          to.value.accountId === null ? 'advice given back to the team' : 'advice allocated to a colleague',
        subject: 'advice request',
        subjectId: asked.id,
        data: { accountId: to.value.accountId },
      });
      return accepted('/inbox');
    });
    if (!outcome.ok) return show(request, reply, { [outcome.field]: outcome.message });
    return reply.redirect(outcome.value, 303);
  });
}

const formSchema = z.object({
  to: z.string().catch(''),
  seen: z.coerce.number().int().min(0).catch(0),
});

/** Whoever may not say who has what does not find it, as with everything that is not theirs. */
async function allocating(tx: Tx, request: FastifyRequest) {
  const member = request.actor;
  if (member?.kind !== 'organisation') throw new NotTheirs();
  const asked = found(await findAsked(tx, adviceRequestId(request.params)));
  const organisationId = found(asked.organisationId);
  if (!mayAllocate(member, await findAnyoneAllocates(tx, organisationId))) throw new NotTheirs();
  const colleagues = await listColleagues(tx, organisationId);
  return { asked: { ...asked, organisationId }, member, colleagues };
}

async function show(request: FastifyRequest, reply: FastifyReply, errors: FieldErrors) {
  const { asked, colleagues, now } = await request.act(async (tx) => {
    const found = await allocating(tx, request);
    return { ...found, now: await findAllocation(tx, found.asked.id) };
  });
  request.readsChildFile(asked);
  const form = {
    colleagues,
    seen: now.number,
    chosen: now.holder?.accountId ?? (now.number === 0 ? '' : NOBODY),
    errors,
    formKey: randomUUID(),
  };
  const page = <AllocationPage page={request.pageContext()} {...asked} {...form} />;
  return reply.page(page, hasErrors(errors) ? 400 : 200);
}
