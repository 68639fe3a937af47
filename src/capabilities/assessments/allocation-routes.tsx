import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type FieldErrors, hasErrors } from '../../design-system/index.ts';
import { recordEvent } from '../../platform/events/index.ts';
import { idIn } from '../../platform/http/address.ts';
import { found, NotTheirs } from '../../platform/http/errors.ts';
import { type Typed, typedIn } from '../../platform/http/forms.ts';
import type { Outcome } from '../../platform/http/types.ts';
import type { Tx } from '../../platform/lens/index.ts';
import type { Services } from '../../platform/services.ts';
import { accepted } from '../../shared/result.ts';
import { isUuid, type Uuid } from '../../shared/uuid.ts';
import { findAnyoneAllocates, listColleagues, mayAllocate } from '../colleagues/index.ts';
import { type AdviceAsked, findAsked, listUnallocated } from './advice-store.ts';
import { type Allocation, allocate, allocateSeveral, NOBODY } from './allocation.ts';
import { findAllocation, insertAllocation, lockAllocation } from './allocation-store.ts';
import { AllocationPage } from './pages/allocation.tsx';
import { SeveralAllocationsPage } from './pages/several-allocations.tsx';
import { adviceDue } from './post.ts';

const at = '/advice/:adviceRequestId/allocation';

/** An organisation says which of its people has a request for advice. */
export function allocationRoutes(app: FastifyInstance, services: Services): void {
  app.get(at, { config: { access: 'organisation', childFile: true } }, (request, reply) =>
    show(request, reply, {}),
  );

  app.post(at, { config: { access: 'organisation' } }, async (request, reply) => {
    const form = formSchema.parse(request.body);
    const outcome = await giveTo(request, form, services.now());
    if (!outcome.ok) return show(request, reply, { [outcome.field]: outcome.message });
    return reply.redirect(outcome.value, 303);
  });
}

/** Gives one request for advice to a colleague, or back to the team. */
export function giveTo(request: FastifyRequest, form: { to: string; seen: number }, at: Date) {
  return request.once(async (tx) => {
    const { asked, member, colleagues } = await allocating(tx, request);
    const to = allocate(await lockAllocation(tx, asked), form, colleagues);
    if (!to.ok) return to;
    await keep(tx, asked, { ...to.value, by: member.accountId, at });
    return accepted('/inbox');
  });
}

/** Several requests that nobody has are given to one colleague at once. */
export function severalAllocationsRoutes(app: FastifyInstance, services: Services): void {
  app.get(several, { config: { access: 'organisation' } }, (request, reply) =>
    showSeveral(request, reply, {}, {}),
  );

  app.post(several, { config: { access: 'organisation' } }, async (request, reply) => {
    const typed = typedIn(request.body);
    const outcome = await giveSeveral(request, severalSchema.parse(typed), services.now());
    if (!outcome.ok) return showSeveral(request, reply, { [outcome.field]: outcome.message }, typed);
    return reply.redirect(outcome.value, 303);
  });
}

/** Gives several at once, all or none. */
export function giveSeveral(
  request: FastifyRequest,
  { chosen: named, to: whom }: z.infer<typeof severalSchema>,
  at: Date,
): Promise<Outcome> {
  const ids = [...new Set(named.split(',').filter(isUuid))].sort();
  return request.once(async (tx) => {
    const { member, colleagues } = await allocators(tx, request);
    const chosen: { asked: AdviceAsked; childName: string; now: Allocation }[] = [];
    // Always locked in the same order, so that two people never wait for each other.
    for (const id of ids) {
      const asked = found(await findAsked(tx, id));
      const now = await lockAllocation(tx, withOrganisation(asked));
      chosen.push({ asked, childName: asked.childName, now });
    }
    const to = allocateSeveral(chosen, whom, colleagues);
    if (!to.ok) return to;
    for (const { asked, now } of chosen) {
      const said = { number: now.number + 1, accountId: to.value, by: member.accountId, at };
      await keep(tx, withOrganisation(asked), said);
    }
    return accepted('/inbox?who=nobody');
  });
}

/** What nobody has, and everybody who could have it. */
export async function readSeveral(request: FastifyRequest) {
  const { colleagues, waiting } = await request.act(async (tx) => ({
    ...(await allocators(tx, request)),
    waiting: await listUnallocated(tx, AT_ONCE),
  }));
  const shown = waiting.shown.map((one) => ({ ...one, dueOn: adviceDue(one.receivedOn) }));
  return { colleagues, waiting: shown, of: waiting.of };
}

async function showSeveral(request: FastifyRequest, reply: FastifyReply, errors: FieldErrors, typed: Typed) {
  const { colleagues, waiting, of } = await readSeveral(request);
  const form = { colleagues, waiting, of, typed, errors, formKey: randomUUID() };
  const page = <SeveralAllocationsPage page={request.pageContext()} {...form} />;
  return reply.page(page, hasErrors(errors) ? 400 : 200);
}

/** The requests chosen, and whose they are to be. */
export const severalSchema = z.object({
  chosen: z.string().default(''),
  to: z.string().max(100).default(''),
});

/** As many as one page of the inbox. */
export const AT_ONCE = 50;
const several = '/advice/allocations';

const formSchema = z.object({
  to: z.string().catch(''),
  seen: z.coerce.number().int().min(0).catch(0),
});

/** Whoever may not say who has what does not find it, as with everything that is not theirs. */
async function allocators(tx: Tx, request: FastifyRequest) {
  const member = request.actor;
  if (member?.kind !== 'organisation') throw new NotTheirs();
  const { organisationId } = member;
  if (!mayAllocate(member, await findAnyoneAllocates(tx, organisationId))) throw new NotTheirs();
  return { member, colleagues: await listColleagues(tx, organisationId) };
}

async function allocating(tx: Tx, request: FastifyRequest) {
  const who = await allocators(tx, request);
  return { ...who, asked: withOrganisation(found(await findAsked(tx, idIn(request, 'adviceRequestId')))) };
}

function withOrganisation(asked: AdviceAsked): Ours {
  return { ...asked, organisationId: found(asked.organisationId) };
}
type Ours = AdviceAsked & { organisationId: Uuid };

async function keep(
  tx: Tx,
  asked: Ours,
  said: { number: number; accountId: Uuid | null; by: Uuid; at: Date },
): Promise<void> {
  await insertAllocation(tx, asked, said);
  await recordEvent(tx, {
    authorityId: asked.authorityId,
    childId: asked.childId,
    kind: said.accountId === null ? 'advice given back to the team' : 'advice allocated to a colleague',
    subject: 'advice request',
    subjectId: asked.id,
    data: { accountId: said.accountId },
  });
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
