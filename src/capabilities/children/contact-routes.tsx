import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type FieldErrors, hasErrors } from '../../design-system/index.ts';
import { idIn } from '../../platform/http/address.ts';
import { found } from '../../platform/http/errors.ts';
import { readForm, typedIn } from '../../platform/http/forms.ts';
import { actOnce, idempotencyKey } from '../../platform/http/transact.ts';
import type { Outcome } from '../../platform/http/types.ts';
import { actorId, type Tx, throughOf, withLens } from '../../platform/lens/index.ts';
import type { Services } from '../../platform/services.ts';
import { accepted } from '../../shared/result.ts';
import { fullName } from './child.ts';
import type { DetailsRefused } from './contact-details.ts';
import { carryOver, change, elsewhereOf, listOtherFiles } from './contact-sending.ts';
import { listContactChanges } from './contact-store.ts';
import { ContactDetailsPage } from './pages/contact-forms.tsx';
import { textsOf } from './pages/contact-texts.ts';
import { OwnDetailsPage } from './pages/own-details.tsx';
import { nameOf, WRITERS } from './particulars-routes.tsx';
import { listPeople } from './people-store.ts';
import type { Person } from './person.ts';
import { detailsSchema, ownDetailsSchema, versionSchema } from './schema.ts';
import { findChild } from './store.ts';

/** Changing how somebody on a file is reached: by staff for anybody on it, and by each of the family for themself. */
export function contactRoutes(app: FastifyInstance, services: Services): void {
  const ours = '/cases/:childId/people/:contactId/details';
  app.get(ours, { config: { access: WRITERS, childFile: true } }, (request, reply) =>
    showTheirs(request, reply, {}),
  );
  app.post(ours, { config: { access: WRITERS } }, async (request, reply) => {
    const read = readForm(detailsSchema.and(versionSchema), request.body);
    if (!read.ok) return showTheirs(request, reply, read.errors);
    const outcome = await changeOnce(request, services, read.value);
    if (outcome.ok) return reply.redirect(outcome.value, 303);
    return showTheirs(request, reply, { [outcome.field]: outcome.message }, outcome.overtakenBy);
  });

  const theirs = '/family/:childId/contact-details';
  app.get(theirs, { config: { access: 'family', childFile: true, invited: 'nothing' } }, (request, reply) =>
    showOwn(request, reply, services, {}),
  );
  app.post(theirs, { config: { access: 'family' } }, async (request, reply) => {
    const read = readForm(ownDetailsSchema.and(versionSchema), request.body);
    if (!read.ok) return showOwn(request, reply, services, read.errors);
    const outcome = await changeOwnOnce(request, services, read.value);
    if (outcome.ok) return reply.redirect(`${outcome.value}?saved=yes`, 303);
    return showOwn(request, reply, services, { [outcome.field]: outcome.message }, outcome.overtakenBy);
  });
}

/** Staff change how somebody on a file is reached, with how they know. */
export function changeOnce(
  request: FastifyRequest,
  services: Services,
  { why, version, ...details }: z.output<typeof detailsSchema> & z.output<typeof versionSchema>,
): Promise<Outcome<DetailsRefused>> {
  const who = { childId: idIn(request, 'childId'), contactId: idIn(request, 'contactId') };
  return request.once(async (tx) => {
    const by = { byKind: 'staff', by: nameOf(tx), why, at: services.now() } as const;
    const made = await change(tx, services.authority, who, { details, version }, by);
    return made.ok ? accepted(`/cases/${who.childId}/people`) : made;
  });
}

/** Whoever of the family this is changes how they themself are reached, on their other children's files too where it was the same. */
export async function changeOwnOnce(
  request: FastifyRequest,
  services: Services,
  { version, ...details }: z.output<typeof ownDetailsSchema> & z.output<typeof versionSchema>,
): Promise<Outcome<DetailsRefused>> {
  const { authorityId, childId, person } = await whoTheyAre(request, services);
  const { id: contactId, name } = found(person);
  return inTheAuthority(request, services, authorityId, async (tx) => {
    const by = { byKind: 'family', by: name, why: null, at: services.now() } as const;
    const here = { childId, contactId };
    const made = await change(tx, services.authority, here, { details, version }, by);
    if (!made.ok) return made;
    if (made.value !== null)
      await carryOver(tx, services.authority, elsewhereOf(request, here), made.value, by);
    return accepted(`/family/${childId}/contact-details`);
  });
}

async function showTheirs(
  request: FastifyRequest,
  reply: FastifyReply,
  errors: FieldErrors,
  overtakenBy: string | null = null,
) {
  const [childId, contactId] = [idIn(request, 'childId'), idIn(request, 'contactId')];
  const { child, person, changes } = await request.act(async (tx) => ({
    child: found(await findChild(tx, childId)),
    person: found((await listPeople(tx, childId)).find(({ id }) => id === contactId)),
    changes: await listContactChanges(tx, contactId),
  }));
  request.readsChildFile({ authorityId: child.authorityId, childId });
  const of = { childId, childName: fullName(child), bornOn: child.bornOn };
  const shown = { of, person, overtakenBy, changes, ...filled(request, person, errors, overtakenBy) };
  return reply.page(
    <ContactDetailsPage page={request.pageContext()} {...shown} />,
    status(errors, overtakenBy),
  );
}

async function showOwn(
  request: FastifyRequest,
  reply: FastifyReply,
  services: Services,
  errors: FieldErrors,
  overtakenBy: string | null = null,
) {
  const { authorityId, childId, childName, person } = await whoTheyAre(request, services);
  request.readsChildFile({ authorityId, childId });
  const { saved } = z
    .object({ saved: z.literal('yes').nullable().catch(null).default(null) })
    .parse(request.query);
  const { phone, email } = services.authority;
  const ways = [phone === null ? '' : `telephone ${phone}`, email === null ? '' : `write to ${email}`];
  const reach = ways.filter((way) => way !== '').join(' or ') || 'ask the SEND team';
  const form = person === null ? BLANK : filled(request, person, errors, overtakenBy);
  const others =
    person === null ? [] : await listOtherFiles(request, services, person, { childId, contactId: person.id });
  const shown = {
    childId,
    childName,
    own: person,
    overtakenBy,
    others,
    reach,
    saved: saved === 'yes' && !hasErrors(errors),
  };
  return reply.page(
    <OwnDetailsPage page={request.pageContext('family')} {...shown} {...form} />,
    status(errors, overtakenBy),
  );
}

const BLANK = { form: { formKey: '', typed: {}, errors: {} }, version: 1 };

/** Which person on the file this session is. Their details are read in the authority's lens: a family's shows nobody's. */
export async function whoTheyAre(request: FastifyRequest, services: Services) {
  const childId = idIn(request, 'childId');
  const child = found(await request.act((tx) => findChild(tx, childId)));
  const through = throughOf(request.actor, childId);
  // Somebody let in by one of the family follows as that person's guest, and is nobody on the file.
  const contactId = through === null || through.invited !== null ? null : through.contactId;
  const { authorityId } = child;
  const people =
    contactId === null
      ? []
      : await withLens(services.database, { kind: 'system', authorityId }, (tx) => listPeople(tx, childId));
  const person = people.find((one) => one.id === contactId && !one.restricted) ?? null;
  return { authorityId, childId, childName: fullName(child), person };
}

/** An act in the authority's own lens for somebody of the family who may do it, once for one form. */
export function inTheAuthority<R extends DetailsRefused>(
  request: FastifyRequest,
  services: Services,
  authorityId: number,
  work: (tx: Tx) => Promise<Outcome<R>>,
): Promise<Outcome<R>> {
  const onBehalfOf = request.actor === null ? null : actorId(request.actor);
  const system = { kind: 'system', authorityId, ...(onBehalfOf === null ? {} : { onBehalfOf }) } as const;
  const route = `${request.method} ${request.routeOptions.url ?? ''}`;
  return actOnce(services, system, { key: idempotencyKey(request), route }, work);
}

function filled(request: FastifyRequest, person: Person, errors: FieldErrors, overtakenBy: string | null) {
  const sent = typedIn(request.body ?? {});
  const form = { formKey: randomUUID(), typed: hasErrors(errors) ? sent : textsOf(person), errors };
  // Only once they have been shown what somebody else saved does saving again put theirs in its place.
  const version =
    hasErrors(errors) && overtakenBy === null ? versionSchema.parse(sent).version : person.version;
  return { form, version };
}

function status(errors: FieldErrors, overtakenBy: string | null): number {
  if (overtakenBy !== null) return 409;
  return hasErrors(errors) ? 400 : 200;
}
