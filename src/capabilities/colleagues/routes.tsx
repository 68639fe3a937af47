import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { FieldErrors } from '../../design-system/index.ts';
import { idIn } from '../../platform/http/address.ts';
import { found, NotTheirs } from '../../platform/http/errors.ts';
import { readForm, type Typed, typedIn } from '../../platform/http/forms.ts';
import { accountFor, recordAccess } from '../../platform/identity/accounts.ts';
import type { Actor } from '../../platform/lens/index.ts';
import type { Services } from '../../platform/services.ts';
import { remove } from './colleague.ts';
import { listJoinings } from './joining-store.ts';
import { ColleaguesPage } from './pages/colleagues.tsx';
import { newcomerFields } from './schema.ts';
import {
  findAnyoneAllocates,
  findOrganisation,
  insertChoice,
  insertColleague,
  insertOfficer,
  listClinicalOfficers,
  listColleagues,
  lockColleague,
  removeColleague,
} from './store.ts';

const organisation = { config: { access: 'organisation' } } as const;

const colleagueSchema = newcomerFields.extend({
  administrator: z
    .literal('yes')
    .optional()
    .transform((ticked) => ticked === 'yes'),
});
/** An organisation's own people: everyone there sees who they are, and its administrators say who they are. */
export function organisationRoutes(app: FastifyInstance, services: Services): void {
  app.get('/colleagues', organisation, async (request, reply) => show(request, reply, {}, {}));

  app.post('/colleagues', organisation, async (request, reply) => {
    const administrator = administratorOf(request.actor);
    const read = readForm(colleagueSchema, request.body);
    if (!read.ok) return show(request, reply, read.errors, read.typed);
    const { database, now } = services;
    const { organisationId } = administrator;
    const account = await accountFor(
      database,
      { kind: 'organisation', organisationId, name: read.value.name, email: read.value.email },
      now(),
    );
    if (!account.ok) return show(request, reply, { [account.field]: account.message }, typedIn(request.body));
    const accountId = account.value;
    await request.once(async (tx) => {
      const added = { by: administrator.accountId, at: now() };
      await insertColleague(tx, organisationId, { accountId, ...read.value }, added);
      return { ok: true, value: '/colleagues' };
    });
    await recordAccess(database, 'colleague added', administrator.accountId, accountId);
    return reply.redirect('/colleagues', 303);
  });

  app.post('/colleagues/:accountId/removal', organisation, async (request, reply) => {
    const administrator = administratorOf(request.actor);
    const accountId = idIn(request, 'accountId');
    const { organisationId } = administrator;
    const outcome = await request.once(async (tx) => {
      const colleague = found(await lockColleague(tx, organisationId, accountId));
      const removed = remove(colleague, administrator.accountId);
      if (!removed.ok) return removed;
      await removeColleague(tx, organisationId, accountId, services.now());
      // Whoever comes back is not again what they were before they left.
      if ((await listClinicalOfficers(tx, organisationId)).includes(accountId)) {
        await insertOfficer(tx, { organisationId, accountId, holds: false, by: administrator.accountId });
      }
      return { ok: true, value: '/colleagues' };
    });
    if (!outcome.ok) return show(request, reply, { [outcome.field]: outcome.message }, {});
    await recordAccess(services.database, 'colleague removed', administrator.accountId, accountId);
    return reply.redirect(outcome.value, 303);
  });

  app.post('/colleagues/:accountId/clinical-officer', organisation, async (request, reply) => {
    const { organisationId, accountId: by } = administratorOf(request.actor);
    const accountId = idIn(request, 'accountId');
    const { holds } = officerSchema.parse(request.body);
    await request.once(async (tx) => {
      // Only a health body has one, and only of its own people.
      if (found(await findOrganisation(tx, organisationId)).kind !== 'health') throw new NotTheirs();
      found(await lockColleague(tx, organisationId, accountId));
      await insertOfficer(tx, { organisationId, accountId, holds: holds === 'yes', by });
      return { ok: true, value: '/colleagues' };
    });
    return reply.redirect('/colleagues', 303);
  });

  app.post('/colleagues/allocating', organisation, async (request, reply) => {
    const { organisationId, accountId: by } = administratorOf(request.actor);
    const { who } = allocatingSchema.parse(request.body);
    await request.once(async (tx) => {
      await insertChoice(tx, { organisationId, anyoneAllocates: who === 'anybody', by });
      return { ok: true, value: '/colleagues' };
    });
    return reply.redirect('/colleagues', 303);
  });
}

const officerSchema = z.object({ holds: z.enum(['yes', 'no']).catch('no') });
const allocatingSchema = z.object({ who: z.enum(['administrators', 'anybody']).catch('administrators') });

async function show(request: FastifyRequest, reply: FastifyReply, errors: FieldErrors, typed: Typed) {
  const viewer = memberOf(request.actor);
  const shown = await request.act(async (tx) => ({
    organisation: found(await findOrganisation(tx, viewer.organisationId)),
    officers: await listClinicalOfficers(tx, viewer.organisationId),
    colleagues: await listColleagues(tx, viewer.organisationId),
    anyoneAllocates: await findAnyoneAllocates(tx, viewer.organisationId),
    joinings: viewer.administrator ? await listJoinings(tx, viewer.organisationId) : [],
  }));
  const form = { errors, typed, formKey: randomUUID(), choiceKey: randomUUID() };
  const { organisation, ...people } = shown;
  const names = { organisation: organisation.name, ofHealth: organisation.kind === 'health' };
  const page = (
    <ColleaguesPage page={request.pageContext()} viewer={viewer} {...people} {...names} {...form} />
  );
  return reply.page(page, Object.keys(errors).length === 0 ? 200 : 400);
}

function memberOf(actor: Actor | null) {
  if (actor?.kind !== 'organisation') throw new NotTheirs();
  return actor;
}

/** Whoever may change who acts for an organisation; to anybody else there is no such page. */
export function administratorOf(actor: Actor | null) {
  const member = memberOf(actor);
  if (!member.administrator) throw new NotTheirs();
  return member;
}
