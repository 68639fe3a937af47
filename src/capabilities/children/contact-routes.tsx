import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type FieldErrors, hasErrors } from '../../design-system/index.ts';
import { recordEvent } from '../../platform/events/index.ts';
import { idIn } from '../../platform/http/address.ts';
import { found } from '../../platform/http/errors.ts';
import { readForm, typedIn } from '../../platform/http/forms.ts';
import { actOnce, idempotencyKey } from '../../platform/http/transact.ts';
import type { Outcome } from '../../platform/http/types.ts';
import { actorId, type Tx, throughOf, withLens } from '../../platform/lens/index.ts';
import type { HomeAuthority, Services } from '../../platform/services.ts';
import { accepted } from '../../shared/result.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { fullName } from './child.ts';
import { type ContactChange, changeDetails, type Details, type DetailsRefused } from './contact-details.ts';
import { listContactChanges, saveDetails } from './contact-store.ts';
import { ContactDetailsPage } from './pages/contact-forms.tsx';
import { textsOf } from './pages/contact-texts.ts';
import { OwnDetailsPage } from './pages/own-details.tsx';
import { nameOf, WRITERS } from './particulars-routes.tsx';
import { listPeople, lockPerson } from './people-store.ts';
import type { Person } from './person.ts';
import { confirmChange } from './post.ts';
import { detailsSchema, ownDetailsSchema, versionSchema } from './schema.ts';
import { findChild } from './store.ts';

type By = Pick<ContactChange, 'byKind' | 'by' | 'why' | 'at'>;
type Asked = { details: Partial<Details>; version: number };

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
  return request.once((tx) => {
    const by = { byKind: 'staff', by: nameOf(tx), why, at: services.now() } as const;
    return change(tx, services.authority, who, { details, version }, by);
  });
}

/** Whoever of the family this is changes how they themself are reached. */
export async function changeOwnOnce(
  request: FastifyRequest,
  services: Services,
  { version, ...details }: z.output<typeof ownDetailsSchema> & z.output<typeof versionSchema>,
): Promise<Outcome<DetailsRefused>> {
  const { authorityId, childId, person } = await whoTheyAre(request, services);
  const { id: contactId, name } = found(person);
  const done = await inTheAuthority(request, services, authorityId, async (tx) => {
    const by = { byKind: 'family', by: name, why: null, at: services.now() } as const;
    return change(tx, services.authority, { childId, contactId }, { details, version }, by);
  });
  return done.ok ? accepted(`/family/${childId}/contact-details`) : done;
}

/** Changes how one person on a child's file is reached, and writes to them, the new way, to say so. */
async function change(
  tx: Tx,
  authority: HomeAuthority,
  { childId, contactId }: { childId: Uuid; contactId: Uuid },
  asked: Asked,
  by: By,
): Promise<{ ok: true; value: string } | DetailsRefused> {
  const child = found(await findChild(tx, childId));
  const person = found(await lockPerson(tx, childId, contactId));
  const changed = changeDetails(person, asked, await listContactChanges(tx, contactId));
  if (!changed.ok) return changed;
  const value = `/cases/${childId}/people`;
  if (changed.value === null) return { ok: true, value };
  const { authorityId } = child;
  await saveDetails(tx, authorityId, person, { ...changed.value, ...by });
  const kind = by.byKind === 'family' ? 'contact details changed by the family' : 'contact details changed';
  await recordEvent(tx, { authorityId, childId, kind, subject: 'contact', subjectId: contactId });
  if (!person.waiting)
    await confirmChange(tx, authority, child, { ...person, ...changed.value.became }, changed.value);
  return { ok: true, value };
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
  const shown = {
    childId,
    childName,
    own: person,
    overtakenBy,
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
