import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type FieldErrors, hasErrors } from '../../design-system/index.ts';
import { idIn } from '../../platform/http/address.ts';
import { found, NotSignedIn, NotTheirs } from '../../platform/http/errors.ts';
import { optionalDayField, optionalText, readForm, type Typed, typedIn } from '../../platform/http/forms.ts';
import { actOnce, idempotencyKey } from '../../platform/http/transact.ts';
import type { Outcome } from '../../platform/http/types.ts';
import { type Actor, actorId, type Tx, throughOf, withLens } from '../../platform/lens/index.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay, type PlainDate } from '../../shared/plain-date.ts';
import type { Refusal } from '../../shared/result.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { findChild, fullName, listContacts } from '../children/index.ts';
import { decides, findRights } from '../rights/index.ts';
import { recordEnding } from './deciding.ts';
import { type EndingForm, mayWithdraw, type Withdrawer } from './ending.ts';
import { findEnding, isFinished } from './ending-store.ts';
import { EndingPage, WithdrawalPage } from './pages/ending.tsx';
import { findRequest } from './store.ts';

const caseworkers = ['caseworker', 'manager'] as const;
const askers = 'anyone signed in';

const WITHDRAWAL = '/requests/:requestId/withdrawal';
export const withdrawalSchema = z.object({ by: optionalText(200), reason: optionalText(2000) });
const endingSchema = withdrawalSchema.extend({
  kind: z.enum(['withdrawn', 'moved out']).nullable().catch(null),
  on: optionalDayField('the day'),
});

/** Ending a request without finishing it: taken back by whoever asked, or ended by staff on somebody's word. */
export function endingRoutes(app: FastifyInstance, services: Services): void {
  const today = () => englishDay(services.now());
  const at = WITHDRAWAL;

  app.get(at, { config: { access: askers, childFile: true } }, (request, reply) =>
    showWithdrawal(request, reply, {}, {}),
  );

  app.post(at, { config: { access: askers } }, async (request, reply) => {
    const id = idIn(request, 'requestId');
    if (!(await theirRequest(request, services, id)).mine) throw new NotTheirs();
    const read = readForm(withdrawalSchema, request.body);
    if (!read.ok) return showWithdrawal(request, reply, read.errors, read.typed);
    const outcome = await withdrawOnce(request, services, read.value);
    if (!outcome.ok) return again(showWithdrawal, request, reply, outcome);
    return reply.redirect(at.replace(':requestId', id), 303);
  });

  const staff = '/requests/:requestId/ending';
  app.get(staff, { config: { access: caseworkers, childFile: true } }, (request, reply) =>
    showEnding(request, reply, {}, {}),
  );

  app.post(staff, { config: { access: caseworkers } }, async (request, reply) => {
    const id = idIn(request, 'requestId');
    const read = readForm(endingSchema, request.body);
    if (!read.ok) return showEnding(request, reply, read.errors, read.typed);
    const outcome = await request.once((tx) => recordEnding(tx, services, { id, form: read.value }, today()));
    if (!outcome.ok) return again(showEnding, request, reply, outcome);
    return reply.redirect(outcome.value, 303);
  });

  async function showWithdrawal(
    request: FastifyRequest,
    reply: FastifyReply,
    errors: FieldErrors,
    typed: Typed,
  ) {
    const { subject, actor, mine, passed, ...shown } = await readWithdrawal(request, services);
    const askName = !('name' in actor) || isTracker(actor);
    const form = {
      mine,
      passed,
      errors,
      typed,
      formKey: randomUUID(),
      askName,
      backHref: backOf(actor, subject.childId),
    };
    const page = <WithdrawalPage page={request.pageContext()} {...subject} {...shown} {...form} />;
    return reply.page(page, hasErrors(errors) ? 400 : 200);
  }

  async function showEnding(request: FastifyRequest, reply: FastifyReply, errors: FieldErrors, typed: Typed) {
    const id = idIn(request, 'requestId');
    const subject = found(await request.act((tx) => findRequest(tx, id)));
    const shown = await request.act((tx) => shownOf(tx, id, request.actor));
    request.readsChildFile(subject);
    const form = { errors, typed, formKey: randomUUID() };
    const page = <EndingPage page={request.pageContext()} {...subject} {...shown} {...form} />;
    return reply.page(page, hasErrors(errors) ? 400 : 200);
  }
}

type Show = (
  request: FastifyRequest,
  reply: FastifyReply,
  errors: FieldErrors,
  typed: Typed,
) => Promise<FastifyReply>;

function again(show: Show, request: FastifyRequest, reply: FastifyReply, { field, message }: Refusal) {
  return show(request, reply, { [field]: message }, typedIn(request.body));
}

/** Takes a request back, once: whoever asked may, for the page and the API alike. */
export async function withdrawOnce(
  request: FastifyRequest,
  services: Services,
  given: z.infer<typeof withdrawalSchema>,
): Promise<Outcome> {
  const id = idIn(request, 'requestId');
  const { subject, actor, mine } = await theirRequest(request, services, id);
  if (!mine) throw new NotTheirs();
  const today = englishDay(services.now());
  const by = 'name' in actor && actor.name !== '' && !isTracker(actor) ? actor.name : given.by;
  const form: EndingForm = { kind: 'withdrawn', on: today, by, reason: given.reason };
  // Whoever asked may not write the authority's record nor its letters: the service does both in its lens, on their word.
  const { authorityId } = subject;
  const system = { kind: 'system', authorityId, onBehalfOf: onBehalfOf(actor) } as const;
  const call = { key: idempotencyKey(request), route: `POST ${WITHDRAWAL} ${id}` };
  return actOnce(services, system, call, (tx) => recordEnding(tx, services, { id, form }, today));
}

/** A request, whether whoever is signed in may take it back, and whether somebody has. */
export async function readWithdrawal(request: FastifyRequest, services: Services) {
  const theirs = await theirRequest(request, services, idIn(request, 'requestId'));
  const shown = await request.act((tx) => shownOf(tx, theirs.subject.id, theirs.actor));
  request.readsChildFile(theirs.subject);
  return { ...theirs, ...shown };
}

/** The request as far as the lens shows it, and whether whoever is signed in may take it back. */
async function theirRequest(request: FastifyRequest, services: Services, id: Uuid) {
  const { actor } = request;
  if (actor === null) throw new NotSignedIn();
  const subject = found(await request.act((tx) => findRequest(tx, id)));
  const by = await withdrawerOf(actor, services, subject);
  const passed = by?.kind === 'family' && by.right === 'passed on';
  return { subject, actor, mine: by !== null && mayWithdraw(subject, by), passed };
}

async function shownOf(tx: Tx, id: Uuid, actor: Actor | null) {
  const subject = found(await findRequest(tx, id));
  const child = await findChild(tx, subject.childId);
  return {
    childName: child === undefined ? 'the child' : fullName(child),
    // An organisation reads that it ended, and not who said why: to it there is nothing more to take back.
    ending: actor?.kind === 'organisation' ? null : await findEnding(tx, id),
    finished: await isFinished(tx, id),
  };
}

async function withdrawerOf(actor: Actor, services: Services, of: Asked): Promise<Withdrawer | null> {
  switch (actor.kind) {
    case 'staff':
      return { kind: 'staff' };
    case 'family': {
      const through = throughOf(actor, of.childId);
      // Whoever they invited follows as their guest, and takes nothing back for them.
      if (through !== null && through.invited !== null) return null;
      const contactId = through?.contactId ?? null;
      return { kind: 'family', contactId, right: await rightOf(services, of, contactId) };
    }
    case 'organisation':
      return { kind: 'organisation', organisationId: actor.organisationId };
    default:
      return null;
  }
}

type Asked = { authorityId: number; childId: Uuid; receivedOn: PlainDate };

// Read in the authority's lens: a family's shows nobody on the file.
function rightOf(services: Services, { authorityId, childId, receivedOn }: Asked, contactId: Uuid | null) {
  return withLens(services.database, { kind: 'system', authorityId }, async (tx) => {
    const child = found(await findChild(tx, childId));
    const about = { child, decision: 'asking for an assessment' } as const;
    const rights = await findRights(tx, services, about);
    if (rights.holder === 'parent') return 'as it was';
    const contact = (await listContacts(tx, childId)).find(({ id }) => id === contactId);
    if (contact !== undefined && decides(rights, contact)) return 'their own';
    // Whoever asked for somebody who held the right already, and could not decide, may take that back.
    const before = await findRights(tx, services, { ...about, on: receivedOn });
    return before.holder === 'parent' ? 'passed on' : 'as it was';
  });
}

// A tracker opened by a code knows which child, and not who is holding the phone.
function isTracker(actor: Actor): boolean {
  return actor.kind === 'family' && actor.accountId === null;
}

function onBehalfOf(actor: Actor): Uuid {
  const id = actorId(actor);
  if (id === null) throw new NotSignedIn();
  return id;
}

function backOf(actor: Actor, childId: Uuid): string {
  switch (actor.kind) {
    case 'family':
      return `/family/${childId}`;
    case 'staff':
      return `/cases/${childId}`;
    default:
      return '/inbox';
  }
}
