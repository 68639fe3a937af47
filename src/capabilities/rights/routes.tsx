import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { VNode } from 'preact';
import type { z } from 'zod';
import { type FieldErrors, hasErrors, type PageContext } from '../../design-system/index.ts';
import { mayUse } from '../../platform/http/access.ts';
import { idIn } from '../../platform/http/address.ts';
import { found } from '../../platform/http/errors.ts';
import { readForm, typedIn } from '../../platform/http/forms.ts';
import type { Outcome } from '../../platform/http/types.ts';
import { endTrackers } from '../../platform/identity/trackers.ts';
import { actorOf, type Tx } from '../../platform/lens/index.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { type Filled, fullName, listContacts, lockChild, type Of } from '../children/index.ts';
import { CapacityPage, EndPage, RepresentativePage, WishPage } from './pages/forms.tsx';
import { RightsPage } from './pages/rights.tsx';
import { findRecord, showRights } from './post.ts';
import { capacitySchema, endSchema, representativeSchema, wishSchema } from './schema.ts';
import { type Acting, recordAssessment, recordEnd, recordRepresentative, recordWish } from './sending.ts';

const WRITERS = ['caseworker', 'manager'] as const;
const asks = { access: WRITERS, childFile: true } as const;
const acts = { access: WRITERS } as const;

type FormPage = (props: {
  page: PageContext;
  of: Of;
  form: Filled;
  contacts: { id: string; name: string; relationship: string }[];
}) => VNode;

/** Who holds the rights in a child's case, and what staff record that bears on it. */
export function rightsRoutes(app: FastifyInstance, services: Services): void {
  const at = '/cases/:childId/rights';

  app.get(at, { config: { access: 'staff', childFile: true } }, async (request, reply) => {
    const childId = idIn(request, 'childId');
    const shown = await request.act((tx) => showRights(tx, services, childId));
    request.readsChildFile({ authorityId: shown.authorityId, childId });
    const mayChange = mayUse(WRITERS, request.actor);
    return reply.page(<RightsPage page={request.pageContext()} mayChange={mayChange} {...shown} />);
  });

  form(`${at}/capacity`, CapacityPage, capacitySchema, capacityOnce);
  form(`${at}/representatives/new`, RepresentativePage, representativeSchema, representativeOnce);
  form(`${at}/wish`, WishPage, wishSchema, wishOnce);

  app.get(`${at}/representatives/:representativeId/end`, { config: asks }, (request, reply) =>
    showEnd(request, reply, {}),
  );
  app.post(`${at}/representatives/:representativeId/end`, { config: acts }, async (request, reply) => {
    const read = readForm(endSchema, request.body);
    if (!read.ok) return showEnd(request, reply, read.errors);
    const outcome = await endOnce(request, services, read.value);
    return outcome.ok
      ? reply.redirect(outcome.value, 303)
      : showEnd(request, reply, { [outcome.field]: outcome.message });
  });

  /** A form of its own: asked for, and recorded. */
  function form<T>(
    url: string,
    Page: FormPage,
    schema: z.ZodType<T>,
    act: (request: FastifyRequest, services: Services, value: T) => Promise<Outcome>,
  ): void {
    app.get(url, { config: asks }, (request, reply) => show(request, reply, Page, {}));
    app.post(url, { config: acts }, async (request, reply) => {
      const read = readForm(schema, request.body);
      if (!read.ok) return show(request, reply, Page, read.errors);
      const outcome = await act(request, services, read.value);
      if (outcome.ok) return reply.redirect(outcome.value, 303);
      return show(request, reply, Page, { [outcome.field]: outcome.message });
    });
  }

  async function show(request: FastifyRequest, reply: FastifyReply, Page: FormPage, errors: FieldErrors) {
    const { of, contacts } = await open(request);
    const page = request.pageContext();
    return reply.page(
      <Page {...{ page, of, contacts }} form={filled(request, errors)} />,
      hasErrors(errors) ? 400 : 200,
    );
  }

  async function showEnd(request: FastifyRequest, reply: FastifyReply, errors: FieldErrors) {
    const id = idIn(request, 'representativeId');
    const { of, representatives } = await open(request);
    const { name } = found(representatives.find((one) => one.id === id));
    const page = request.pageContext();
    return reply.page(
      <EndPage {...{ page, of, name }} form={filled(request, errors)} />,
      hasErrors(errors) ? 400 : 200,
    );
  }

  async function open(request: FastifyRequest) {
    const childId = idIn(request, 'childId');
    const { child, contacts, facts } = await request.act(async (tx) => ({
      ...(await findRecord(tx, services, childId)),
      contacts: await listContacts(tx, childId),
    }));
    request.readsChildFile({ authorityId: child.authorityId, childId });
    const nameOf = (id: Uuid) => contacts.find((contact) => contact.id === id)?.name ?? 'the representative';
    return {
      of: { childId, childName: fullName(child), bornOn: child.bornOn },
      contacts: contacts.filter(({ restricted }) => !restricted),
      representatives: facts.representatives.map(({ id, contactId }) => ({ id, name: nameOf(contactId) })),
    };
  }
}

/* What staff record, for the pages and the API alike. */

export function capacityOnce(
  request: FastifyRequest,
  services: Services,
  form: z.infer<typeof capacitySchema>,
): Promise<Outcome> {
  return once(request, services, (tx, acting) =>
    recordAssessment(tx, acting, { ...form, hasCapacity: form.hasCapacity === 'yes' }),
  );
}

export function representativeOnce(
  request: FastifyRequest,
  services: Services,
  form: z.infer<typeof representativeSchema>,
): Promise<Outcome> {
  return once(request, services, (tx, acting) => recordRepresentative(tx, acting, form));
}

export async function wishOnce(
  request: FastifyRequest,
  services: Services,
  form: z.infer<typeof wishSchema>,
): Promise<Outcome> {
  const outcome = await once(request, services, (tx, acting) =>
    recordWish(tx, services, acting, { ...form, involved: form.involved === 'yes' }),
  );
  // Whoever may no longer follow is not told apart by a session that a code opened: each asks for another.
  if (outcome.ok) await endTrackers(services.database, [idIn(request, 'childId')], services.now());
  return outcome;
}

export function endOnce(
  request: FastifyRequest,
  services: Services,
  { untilOn }: z.infer<typeof endSchema>,
): Promise<Outcome> {
  const id = idIn(request, 'representativeId');
  return once(request, services, (tx, acting) => recordEnd(tx, acting, id, untilOn));
}

function once(
  request: FastifyRequest,
  { now: clock }: Services,
  save: (tx: Tx, acting: Acting) => Promise<Outcome>,
): Promise<Outcome> {
  const childId = idIn(request, 'childId');
  const now = clock();
  return request.once(async (tx) => {
    const child = found(await lockChild(tx, childId));
    return save(tx, { child, by: nameOf(tx), now, today: englishDay(now) });
  });
}

function filled(request: FastifyRequest, errors: FieldErrors): Filled {
  return { formKey: randomUUID(), typed: typedIn(request.body ?? {}), errors };
}

function nameOf(tx: Tx): string {
  const actor = actorOf(tx);
  return 'name' in actor ? actor.name : 'The service';
}
