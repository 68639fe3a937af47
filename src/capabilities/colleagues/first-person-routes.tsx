import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { type FieldErrors, hasErrors } from '../../design-system/index.ts';
import { idIn } from '../../platform/http/address.ts';
import { found, NotTheirs } from '../../platform/http/errors.ts';
import { readForm, type Typed, typedIn } from '../../platform/http/forms.ts';
import type { Outcome } from '../../platform/http/types.ts';
import { accountFor } from '../../platform/identity/accounts.ts';
import { addFirstPerson, isAnswered } from '../../platform/identity/first-person.ts';
import type { Services } from '../../platform/services.ts';
import { accepted } from '../../shared/result.ts';
import { FirstPersonPage } from './pages/first-person.tsx';
import { newcomerFields } from './schema.ts';
import { findOrganisation } from './store.ts';

const staff = { config: { access: ['caseworker', 'manager', 'administrator'] } } as const;

/** An organisation for which nobody signs in has nobody to add its people: an authority's staff let the first one in. */
export function firstPersonRoutes(app: FastifyInstance, services: Services): void {
  const at = '/organisations/:organisationId/first-person';

  app.get(at, staff, (request, reply) => show(request, reply, {}, {}));

  app.post(at, staff, async (request, reply) => {
    const read = readForm(newcomerFields, request.body);
    if (!read.ok) return show(request, reply, read.errors, read.typed);
    const added = await addFirst(request, services, read.value);
    if (added.ok) return reply.redirect(added.value, 303);
    return show(request, reply, { [added.field]: added.message }, typedIn(request.body));
  });

  async function show(request: FastifyRequest, reply: FastifyReply, errors: FieldErrors, typed: Typed) {
    const organisation = await readFirstPerson(request, services);
    const form = { errors, typed, formKey: randomUUID() };
    const page = request.pageContext();
    const shown = <FirstPersonPage page={page} organisation={organisation} {...form} />;
    return reply.page(shown, hasErrors(errors) ? 400 : 200);
  }
}

/** An organisation, and whether anybody can sign in for it. */
export async function readFirstPerson(request: FastifyRequest, { database, now }: Services) {
  const organisation = await organisationOf(request);
  const hasPeople = await isAnswered(database, organisation.id, now());
  return { ...organisation, hasPeople };
}

/** Lets the first person in; the same person again is there already. */
export async function addFirst(
  request: FastifyRequest,
  { database, now }: Services,
  newcomer: z.output<typeof newcomerFields>,
): Promise<Outcome> {
  const { actor } = request;
  if (actor?.kind !== 'staff') throw new NotTheirs();
  const { id: organisationId } = await organisationOf(request);
  const account = await accountFor(database, { kind: 'organisation', organisationId, ...newcomer }, now());
  if (!account.ok) return account;
  const person = { accountId: account.value, ...newcomer };
  const added = await addFirstPerson(database, organisationId, person, {
    by: actor.accountId,
    at: now(),
    authorityId: actor.authorityId,
  });
  return added.ok ? accepted(`/organisations/${organisationId}/first-person`) : added;
}

async function organisationOf(request: FastifyRequest) {
  const organisationId = idIn(request, 'organisationId');
  return request.act(async (tx) => found(await findOrganisation(tx, organisationId)));
}
