import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { idIn } from '../../platform/http/address.ts';
import { found, NotTheirs } from '../../platform/http/errors.ts';
import { choiceField } from '../../platform/http/forms.ts';
import type { Outcome } from '../../platform/http/types.ts';
import { accountFor, recordAccess } from '../../platform/identity/accounts.ts';
import { withoutAdministrator } from '../../platform/identity/administration.ts';
import { enqueue } from '../../platform/jobs/index.ts';
import type { Actor, Tx } from '../../platform/lens/index.ts';
import type { Services } from '../../platform/services.ts';
import { accepted } from '../../shared/result.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { type Colleague, remove } from './colleague.ts';
import { answerJoining, hasCome, listJoinings, lockJoining } from './joining-store.ts';
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

/* An organisation's own people, for the pages and the API alike: everyone there sees who they are, its administrators say. */

export const colleagueSchema = newcomerFields.extend({
  administrator: z
    .literal('yes', { error: 'Say yes, or leave it out' })
    .optional()
    .transform((ticked) => ticked === 'yes'),
});
export const officerSchema = z.object({
  holds: choiceField(['yes', 'no'], 'Say whether they are the designated clinical officer'),
});
export const allocatingSchema = z.object({
  who: choiceField(['administrators', 'anybody'], 'Select who says who has each piece of work'),
});
export const joiningSchema = z.object({
  answer: choiceField(['let in', 'no'], 'Say whether to let them in'),
});

export async function readColleagues(request: FastifyRequest, { database, now }: Services) {
  const viewer = memberOf(request.actor);
  const nobodyAdministers =
    !viewer.administrator && (await withoutAdministrator(database, viewer.organisationId, now()));
  const shown = await request.act(async (tx) => ({
    organisation: found(await findOrganisation(tx, viewer.organisationId)),
    officers: await listClinicalOfficers(tx, viewer.organisationId),
    colleagues: await listColleagues(tx, viewer.organisationId),
    anyoneAllocates: await findAnyoneAllocates(tx, viewer.organisationId),
    joinings: viewer.administrator ? await listJoinings(tx, viewer.organisationId) : [],
  }));
  return { viewer, nobodyAdministers, ...shown };
}

/** Adds somebody to the organisation's people, with an account to sign in with where they have none. */
export async function addOnce(
  request: FastifyRequest,
  { database, now }: Services,
  form: z.output<typeof colleagueSchema>,
): Promise<Outcome> {
  const { accountId: by, organisationId } = administratorOf(request.actor);
  const { name, email } = form;
  const account = await accountFor(database, { kind: 'organisation', organisationId, name, email }, now());
  if (!account.ok) return account;
  const accountId = account.value;
  const done = await request.once(async (tx) => {
    await insertColleague(tx, organisationId, { accountId, ...form }, { by, at: now() });
    return accepted('/colleagues');
  });
  await recordAccess(database, 'colleague added', by, accountId);
  return done;
}

/** Takes somebody away, who from then on sees nothing of the organisation's. */
export async function removeOnce(request: FastifyRequest, { database, now }: Services): Promise<Outcome> {
  const { accountId: by, organisationId } = administratorOf(request.actor);
  const accountId = idIn(request, 'accountId');
  const outcome = await request.once(async (tx) => {
    const colleague = await lockForAdministrator(tx, organisationId, { accountId, by });
    const removed = remove(colleague, by);
    if (!removed.ok) return removed;
    await removeColleague(tx, organisationId, accountId, now());
    // Whoever comes back is not again what they were before they left.
    if ((await listClinicalOfficers(tx, organisationId)).includes(accountId))
      await insertOfficer(tx, { organisationId, accountId, holds: false, by });
    return accepted('/colleagues');
  });
  if (outcome.ok) await recordAccess(database, 'colleague removed', by, accountId);
  return outcome;
}

/**
 * A colleague, for an administrator to change or remove. Both are held, in one order: of two who end or remove each other at
 * once, the first to save stays, and to the other there is no such page any more.
 */
export async function lockForAdministrator(
  tx: Tx,
  organisationId: Uuid,
  { accountId, by }: { accountId: Uuid; by: Uuid },
): Promise<Colleague> {
  const held = [];
  for (const one of [...new Set([accountId, by])].toSorted())
    held.push(await lockColleague(tx, organisationId, one));
  if (!held.some((one) => one?.accountId === by && one.administrator)) throw new NotTheirs();
  return found(held.find((one) => one?.accountId === accountId));
}

/** Says who of a health body's people is its designated clinical officer. */
export function sayOfficerOnce(
  request: FastifyRequest,
  { holds }: z.output<typeof officerSchema>,
): Promise<Outcome> {
  const { organisationId, accountId: by } = administratorOf(request.actor);
  const accountId = idIn(request, 'accountId');
  return request.once(async (tx) => {
    // Only a health body has one, and only of its own people.
    if (found(await findOrganisation(tx, organisationId)).kind !== 'health') throw new NotTheirs();
    found(await lockColleague(tx, organisationId, accountId));
    await insertOfficer(tx, { organisationId, accountId, holds: holds === 'yes', by });
    return accepted('/colleagues');
  });
}

/** Chooses who of the organisation's people says who has each piece of work. */
export function chooseAllocatingOnce(
  request: FastifyRequest,
  { who }: z.output<typeof allocatingSchema>,
): Promise<Outcome> {
  const { organisationId, accountId: by } = administratorOf(request.actor);
  return request.once(async (tx) => {
    await insertChoice(tx, { organisationId, anyoneAllocates: who === 'anybody', by });
    return accepted('/colleagues');
  });
}

/** An administrator lets in somebody who came by their own sign-in, or does not. Of two answers the first stands. */
export async function answerJoiningOnce(
  request: FastifyRequest,
  services: Services,
  { answer }: z.output<typeof joiningSchema>,
): Promise<Outcome> {
  const { accountId: by, organisationId } = administratorOf(request.actor);
  const id = idIn(request, 'joiningId');
  const letIn = answer === 'let in';
  let added: string | null = null;
  const done = await request.once(async (tx) => {
    const came = await lockJoining(tx, organisationId, id);
    if (came === undefined) {
      if (!(await hasCome(tx, organisationId, id))) throw new NotTheirs();
      return accepted('/colleagues');
    }
    const at = services.now();
    if (letIn) await insertColleague(tx, organisationId, { ...came, administrator: false }, { by, at });
    await answerJoining(tx, { organisationId, id }, { letIn, by, at });
    const authorityId = services.authority.code;
    await enqueue(tx, 'tell of joining', { authorityId, organisationId, joiningId: id });
    added = letIn ? came.accountId : null;
    return accepted('/colleagues');
  });
  if (added !== null) await recordAccess(services.database, 'colleague added', by, added);
  return done;
}

/** Whoever acts for an organisation. */
export function memberOf(actor: Actor | null) {
  if (actor?.kind !== 'organisation') throw new NotTheirs();
  return actor;
}

/** Whoever may change who acts for an organisation; to anybody else there is no such page. */
export function administratorOf(actor: Actor | null) {
  const member = memberOf(actor);
  if (!member.administrator) throw new NotTheirs();
  return member;
}
