import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type FieldErrors, hasErrors } from '../../design-system/index.ts';
import { idIn } from '../../platform/http/address.ts';
import { found, NotTheirs } from '../../platform/http/errors.ts';
import { readForm, type Typed, typedIn } from '../../platform/http/forms.ts';
import { accountFor } from '../../platform/identity/accounts.ts';
import { addFirstPerson, withoutPeople } from '../../platform/identity/first-person.ts';
import type { Services } from '../../platform/services.ts';
import { FirstPersonPage } from './pages/first-person.tsx';
import { newcomerFields } from './schema.ts';
import { findOrganisation } from './store.ts';

const staff = { config: { access: ['caseworker', 'manager', 'administrator'] } } as const;

/** An organisation nobody can sign in for has nobody to add its people: an authority's staff let the first one in. */
export function firstPersonRoutes(app: FastifyInstance, services: Services): void {
  const { database, now } = services;
  const at = '/organisations/:organisationId/first-person';

  app.get(at, staff, (request, reply) => show(request, reply, {}, {}));

  app.post(at, staff, async (request, reply) => {
    if (request.actor?.kind !== 'staff') throw new NotTheirs();
    const by = request.actor.accountId;
    const { id: organisationId } = await organisationOf(request);
    const read = readForm(newcomerFields, request.body);
    if (!read.ok) return show(request, reply, read.errors, read.typed);
    const person = { kind: 'organisation', organisationId, ...read.value } as const;
    const account = await accountFor(database, person, now());
    const added = account.ok
      ? await addFirstPerson(
          database,
          organisationId,
          { accountId: account.value, ...read.value },
          { by, at: now() },
        )
      : account;
    if (added.ok) return reply.redirect(`/organisations/${organisationId}/first-person`, 303);
    return show(request, reply, { [added.field]: added.message }, typedIn(request.body));
  });

  async function show(request: FastifyRequest, reply: FastifyReply, errors: FieldErrors, typed: Typed) {
    const organisation = await organisationOf(request);
    const hasPeople = !(await withoutPeople(database, [organisation.id])).has(organisation.id);
    const form = { errors, typed, formKey: randomUUID() };
    const page = request.pageContext();
    const shown = <FirstPersonPage page={page} organisation={{ ...organisation, hasPeople }} {...form} />;
    return reply.page(shown, hasErrors(errors) ? 400 : 200);
  }
}

async function organisationOf(request: FastifyRequest) {
  const organisationId = idIn(request, 'organisationId');
  return request.act(async (tx) => found(await findOrganisation(tx, organisationId)));
}
