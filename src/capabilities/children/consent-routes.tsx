import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type FieldErrors, hasErrors } from '../../design-system/index.ts';
import { listDocuments, stopSharingDocument } from '../../platform/documents/index.ts';
import { recordEvent } from '../../platform/events/index.ts';
import { mayUse } from '../../platform/http/access.ts';
import { idIn } from '../../platform/http/address.ts';
import { found } from '../../platform/http/errors.ts';
import { readForm, typedIn } from '../../platform/http/forms.ts';
import type { Outcome } from '../../platform/http/types.ts';
import { familyName, invitedTo, type Tx } from '../../platform/lens/index.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay } from '../../shared/plain-date.ts';
import { accepted, refused } from '../../shared/result.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { listOfficerBodies } from '../colleagues/index.ts';
import { fullName } from './child.ts';
import { giving, type NewConsent, type Withdrawal, withdrawing } from './consent.ts';
import {
  findOrganisation,
  findOrganisations,
  insertConsent,
  listConsents,
  listShown,
  lockConsent,
  saveWithdrawal,
} from './consent-store.ts';
import { inTheAuthority, whoTheyAre } from './contact-routes.tsx';
import { AddConsentPage, ConsentsPage, WithdrawalPage } from './pages/consents.tsx';
import { FamilyConsentsPage, FamilyWithdrawalPage } from './pages/family-consents.tsx';
import { nameOf, WRITERS } from './particulars-routes.tsx';
import { consentSchema, fromSchema, withdrawalSchema } from './schema.ts';
import { endSharing, findChild, shareWithOrganisation } from './store.ts';

const asks = { access: WRITERS, childFile: true } as const;
const acts = { access: WRITERS } as const;
const family = { access: 'family', childFile: true } as const;

/** What the family agreed to share with whom: recorded by staff, seen and taken back by either. */
export function consentRoutes(app: FastifyInstance, services: Services): void {
  const ours = '/cases/:childId/consents';
  app.get(ours, { config: { access: 'staff', childFile: true } }, async (request, reply) => {
    const { of, consents } = await openConsents(request);
    const shown = await request.act((tx) => listShown(tx, of.childId));
    const mayChange = mayUse(WRITERS, request.actor);
    return reply.page(<ConsentsPage page={request.pageContext()} {...{ of, consents, shown, mayChange }} />);
  });

  app.get(`${ours}/new`, { config: asks }, (request, reply) => showNew(request, reply, {}));
  app.post(`${ours}/new`, { config: acts }, async (request, reply) => {
    const read = readForm(consentSchema, request.body);
    if (!read.ok) return showNew(request, reply, read.errors);
    const outcome = await giveOnce(request, services, read.value);
    if (outcome.ok) return reply.redirect(outcome.value, 303);
    return showNew(request, reply, { [outcome.field]: outcome.message });
  });

  const taken = `${ours}/:consentId/withdrawal`;
  app.get(taken, { config: asks }, (request, reply) => showWithdrawal(request, reply, {}));
  app.post(taken, { config: acts }, async (request, reply) => {
    const read = readForm(withdrawalSchema, request.body);
    if (!read.ok) return showWithdrawal(request, reply, read.errors);
    const outcome = await takeBackOnce(request, services, read.value);
    if (outcome.ok) return reply.redirect(outcome.value, 303);
    return showWithdrawal(request, reply, { [outcome.field]: outcome.message });
  });

  const theirs = '/family/:childId/consents';
  app.get(theirs, { config: family }, async (request, reply) => {
    const { authorityId, of, consents } = await openConsents(request);
    const invited = invitedTo(request.actor, of.childId) !== null;
    const bodies = await request.act((tx) => listOfficerBodies(tx, authorityId));
    const shown = { of, consents, healthBodies: bodies.map(({ name }) => name), invited };
    return reply.page(<FamilyConsentsPage page={request.pageContext('family')} {...shown} />);
  });
  app.get(
    `${theirs}/:consentId/withdrawal`,
    { config: { ...family, invited: 'nothing' } },
    (request, reply) => showTheirs(request, reply, services, {}),
  );
  app.post(`${theirs}/:consentId/withdrawal`, { config: { access: 'family' } }, async (request, reply) => {
    const read = readForm(fromSchema, request.body);
    if (!read.ok) return showTheirs(request, reply, services, read.errors);
    const outcome = await takeBackOwnOnce(request, services, read.value);
    if (outcome.ok) return reply.redirect(outcome.value, 303);
    return showTheirs(request, reply, services, { from: outcome.message });
  });
}

/** Staff record what the family agreed to. */
export function giveOnce(request: FastifyRequest, services: Services, given: Given): Promise<Outcome> {
  const childId = idIn(request, 'childId');
  return request.once((tx) => give(tx, childId, given, services.now()));
}

/** Staff record that the family took a consent back. */
export function takeBackOnce(
  request: FastifyRequest,
  services: Services,
  withdrawal: z.output<typeof withdrawalSchema>,
): Promise<Outcome> {
  const of = { childId: idIn(request, 'childId'), id: idIn(request, 'consentId') };
  return request.once((tx) => takeBack(tx, of, { ...withdrawal, recordedBy: nameOf(tx) }, services.now()));
}

/** Somebody of the family takes a consent back. */
export async function takeBackOwnOnce(
  request: FastifyRequest,
  services: Services,
  { from }: z.output<typeof fromSchema>,
): Promise<Outcome> {
  const { authorityId, childId, name, contactId } = await whoTakesBack(request, services);
  const by = name ?? from;
  if (by === '') return refused('from', 'Enter your name');
  const id = idIn(request, 'consentId');
  const at = services.now();
  const withdrawal = { by, on: englishDay(at), how: 'online', recordedBy: by } as const;
  const done = await inTheAuthority(request, services, authorityId, (tx) =>
    takeBack(tx, { childId, id, contactId }, withdrawal, at),
  );
  return done.ok ? accepted(`/family/${childId}/consents`) : done;
}

export type Given = Omit<NewConsent, 'id' | 'recordedBy'>;

/** Records what the family agreed to, and puts the child before the organisation they named, if any. */
export async function give(tx: Tx, childId: Uuid, given: Given, at: Date): Promise<Outcome> {
  const { authorityId } = found(await findChild(tx, childId));
  const today = englishDay(at);
  const allowed = giving(given, today);
  if (!allowed.ok) return allowed;
  const { organisationId } = given;
  if (organisationId !== null && (await findOrganisation(tx, organisationId)) === undefined)
    return refused('organisationId', 'Find the organisation, then select it');
  const id = randomUUID();
  const online = given.givenHow === 'online';
  const recordedBy = online ? given.givenBy : nameOf(tx);
  await insertConsent(tx, { authorityId, childId }, { ...given, id, recordedBy });
  if (organisationId !== null) {
    const sharing = { authorityId, childId, organisationId, reason: reasonOf(id), fromOn: today };
    await shareWithOrganisation(tx, { ...sharing, consentId: id });
  }
  const kind = online ? 'consent given by the family' : 'consent given';
  await recordEvent(tx, { authorityId, childId, kind, subject: 'consent', subjectId: id });
  return { ok: true, value: `/cases/${childId}/consents` };
}

/**
 * Takes a consent back, and ends at once what rested on it. With its last reason gone the organisation sees neither the
 * child nor the documents put before it; what it is shown for another reason goes on. One parent may take back what another
 * gave: no provision this project has read says otherwise, and what was shared is not shared again by refusing. The others are
 * told (app.ts).
 */
async function takeBack(
  tx: Tx,
  { childId, id, contactId = null }: { childId: Uuid; id: Uuid; contactId?: Uuid | null },
  withdrawal: Withdrawal,
  at: Date,
): Promise<Outcome> {
  const { authorityId } = found(await findChild(tx, childId));
  const consent = found(await lockConsent(tx, childId, id));
  const today = englishDay(at);
  const allowed = withdrawing(consent, withdrawal, today);
  if (!allowed.ok) return allowed;
  await saveWithdrawal(tx, id, allowed.value, at);
  const { organisationId } = consent;
  if (organisationId !== null) {
    const ended = await endSharing(tx, { authorityId, childId, organisationId, reason: reasonOf(id) }, today);
    if (ended)
      for (const document of await listDocuments(tx, childId))
        await stopSharingDocument(tx, document, organisationId);
  }
  const kind = withdrawal.how === 'online' ? 'consent taken back by the family' : 'consent taken back';
  await recordEvent(tx, {
    authorityId,
    childId,
    kind,
    subject: 'consent',
    subjectId: id,
    data: { contactId },
  });
  return { ok: true, value: `/cases/${childId}/consents` };
}

// One reason for each consent, so that taking one back ends that one and no other.
function reasonOf(id: Uuid): string {
  return `The family agreed, consent ${id}`;
}

export async function openConsents(request: FastifyRequest) {
  const childId = idIn(request, 'childId');
  const { child, consents } = await request.act(async (tx) => ({
    child: found(await findChild(tx, childId)),
    consents: await listConsents(tx, childId),
  }));
  request.readsChildFile({ authorityId: child.authorityId, childId });
  const of = { childId, childName: fullName(child), bornOn: child.bornOn };
  return { authorityId: child.authorityId, of, consents };
}

async function showNew(request: FastifyRequest, reply: FastifyReply, errors: FieldErrors) {
  const { of } = await openConsents(request);
  const form = filled(request, errors);
  const asked = z.object({ q: z.string().max(100).default('').catch('') }).parse(request.query);
  const search = asked.q === '' ? (form.typed['search'] ?? '').slice(0, 100) : asked.q;
  const results = await request.act(async (tx) =>
    search.trim() === '' ? [] : await findOrganisations(tx, search),
  );
  const shown = { of, form, search, results };
  return reply.page(<AddConsentPage page={request.pageContext()} {...shown} />, status(errors));
}

async function showWithdrawal(request: FastifyRequest, reply: FastifyReply, errors: FieldErrors) {
  const { of, consents } = await openConsents(request);
  const consent = found(consents.find(({ id }) => id === idIn(request, 'consentId')));
  const shown = { of, consent, form: filled(request, errors) };
  return reply.page(<WithdrawalPage page={request.pageContext()} {...shown} />, status(errors));
}

async function showTheirs(
  request: FastifyRequest,
  reply: FastifyReply,
  services: Services,
  errors: FieldErrors,
) {
  const { of, consents } = await openConsents(request);
  const consent = found(consents.find(({ id }) => id === idIn(request, 'consentId')));
  const { name } = await whoTakesBack(request, services);
  const shown = { of, consent, named: name !== null, form: filled(request, errors) };
  return reply.page(<FamilyWithdrawalPage page={request.pageContext('family')} {...shown} />, status(errors));
}

/** Whoever of the family this is, by their account or the contact their code was sent to; no name where nobody knows. */
async function whoTakesBack(request: FastifyRequest, services: Services) {
  const { authorityId, childId, person } = await whoTheyAre(request, services);
  return {
    authorityId,
    childId,
    name: familyName(request.actor) ?? person?.name ?? null,
    contactId: person?.id ?? null,
  };
}

function filled(request: FastifyRequest, errors: FieldErrors) {
  return { formKey: randomUUID(), typed: typedIn(request.body ?? {}), errors };
}

function status(errors: FieldErrors): number {
  return hasErrors(errors) ? 400 : 200;
}
