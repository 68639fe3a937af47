import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type FieldErrors, hasErrors } from '../../design-system/index.ts';
import { recordEvent } from '../../platform/events/index.ts';
import { mayUse } from '../../platform/http/access.ts';
import { found, NotTheirs } from '../../platform/http/errors.ts';
import { optionalText, readForm, type Typed, typedIn } from '../../platform/http/forms.ts';
import type { Tx } from '../../platform/lens/index.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay } from '../../shared/plain-date.ts';
import { isUuid, type Uuid } from '../../shared/uuid.ts';
import { findChild, fullName } from '../children/index.ts';
import { tellFamilyOfAttention } from './deciding.ts';
import { endFlag, FLAG_KINDS, raiseFlag } from './flag.ts';
import { insertFlag, listFlags, listOpenFlags, lockFlag, takeDown } from './flag-store.ts';
import { FlagsPage, OpenFlagsPage } from './pages/flags.tsx';
import type { Request } from './request.ts';
import { findRequest } from './store.ts';

const caseworkers = ['caseworker', 'manager'] as const;
const kindField = z.enum(FLAG_KINDS).nullable().catch(null);
const flagSchema = z.object({ kind: kindField, words: optionalText(20_000) });
const endSchema = z.object({ reason: optionalText(2000) });

/** What is urgent or unsafe, for staff: raised on a request, seen first, taken down with what was done. */
export function flagRoutes(app: FastifyInstance, services: Services): void {
  app.get('/flags', { config: { access: 'staff' } }, async (request, reply) => {
    const { kind } = z.object({ kind: kindField.default(null) }).parse(request.query);
    const flags = await request.act((tx) => listOpenFlags(tx, kind));
    return reply.page(<OpenFlagsPage page={request.pageContext()} {...{ flags, kind }} />);
  });

  const at = '/requests/:requestId/flags';
  app.get(at, { config: { access: 'staff', childFile: true } }, (request, reply) =>
    show(request, reply, {}, {}),
  );

  app.post(at, { config: { access: caseworkers } }, async (request, reply) => {
    const id = idIn(request, 'requestId');
    const read = readForm(flagSchema, request.body);
    if (!read.ok) return show(request, reply, read.errors, read.typed);
    const outcome = await request.once(async (tx) => {
      const subject = found(await findRequest(tx, id));
      const raised = raiseFlag(read.value);
      if (!raised.ok) return raised;
      const of = { authorityId: subject.authorityId, requestId: id, childId: subject.childId };
      const by = { name: nameOf(request), now: services.now() };
      const flagId = await insertFlag(tx, of, raised.value, by);
      await unseen(tx, subject, 'flag raised', flagId);
      return { ok: true, value: `/requests/${id}/flags` };
    });
    if (outcome.ok) return reply.redirect(outcome.value, 303);
    return show(request, reply, { [outcome.field]: outcome.message }, typedIn(request.body));
  });

  app.post(`${at}/:flagId/ending`, { config: { access: caseworkers } }, async (request, reply) => {
    const id = idIn(request, 'requestId');
    const flagId = idIn(request, 'flagId');
    const typed = { ...typedIn(request.body), flagId };
    const read = readForm(endSchema, request.body);
    if (!read.ok) return show(request, reply, read.errors, typed);
    const outcome = await request.once(async (tx) => {
      const subject = found(await findRequest(tx, id));
      const ended = endFlag(found(await lockFlag(tx, id, flagId)), read.value.reason);
      if (!ended.ok) return ended;
      await takeDown(tx, flagId, { at: services.now(), by: nameOf(request), reason: ended.value });
      await unseen(tx, subject, 'flag taken down', flagId);
      return { ok: true, value: `/requests/${id}/flags` };
    });
    if (outcome.ok) return reply.redirect(outcome.value, 303);
    return show(request, reply, { [outcome.field]: outcome.message }, typed);
  });

  app.post(
    '/requests/:requestId/family-told',
    { config: { access: caseworkers } },
    async (request, reply) => {
      const id = idIn(request, 'requestId');
      const by = { name: nameOf(request), today: englishDay(services.now()) };
      await request.once((tx) => tellFamilyOfAttention(tx, services, id, by));
      return reply.redirect(`/requests/${id}`, 303);
    },
  );

  async function show(request: FastifyRequest, reply: FastifyReply, errors: FieldErrors, typed: Typed) {
    const requestId = idIn(request, 'requestId');
    const { subject, ...shown } = await request.act(async (tx) => {
      const subject = found(await findRequest(tx, requestId));
      const child = found(await findChild(tx, subject.childId));
      return { subject, childName: fullName(child), flags: await listFlags(tx, requestId) };
    });
    request.readsChildFile(subject);
    const { safeguarding } = services.authority;
    const mayAct = mayUse(caseworkers, request.actor);
    const form = { requestId, safeguarding, mayAct, errors, typed, formKey: randomUUID() };
    return reply.page(
      <FlagsPage page={request.pageContext()} {...shown} {...form} />,
      hasErrors(errors) ? 400 : 200,
    );
  }
}

// Without the child, because a family sees every event that is about theirs, and a flag may be about the home.
function unseen(tx: Tx, { authorityId, childId }: Request, kind: string, flagId: Uuid): Promise<void> {
  const data = { childId };
  return recordEvent(tx, { authorityId, childId: null, kind, subject: 'flag', subjectId: flagId, data });
}

function nameOf(request: FastifyRequest): string {
  const { actor } = request;
  return actor !== null && 'name' in actor ? actor.name : '';
}

function idIn(request: FastifyRequest, name: string): Uuid {
  const id = z.record(z.string(), z.string()).parse(request.params)[name] ?? '';
  if (!isUuid(id)) throw new NotTheirs();
  return id;
}
