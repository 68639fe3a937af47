import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type FieldErrors, hasErrors } from '../../design-system/index.ts';
import { mayUse } from '../../platform/http/access.ts';
import { idIn } from '../../platform/http/address.ts';
import { readForm, type Typed, typedIn } from '../../platform/http/forms.ts';
import type { Services } from '../../platform/services.ts';
import {
  endSchema,
  flagSchema,
  kindField,
  raiseOnce,
  readFlags,
  takeDownOnce,
  tellFamilyOnce,
} from './flag-sending.ts';
import { listOpenFlags } from './flag-store.ts';
import { FlagsPage, OpenFlagsPage } from './pages/flags.tsx';

const caseworkers = ['caseworker', 'manager'] as const;

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
    const read = readForm(flagSchema, request.body);
    if (!read.ok) return show(request, reply, read.errors, read.typed);
    const outcome = await raiseOnce(request, services, read.value);
    if (outcome.ok) return reply.redirect(outcome.value, 303);
    return show(request, reply, { [outcome.field]: outcome.message }, typedIn(request.body));
  });

  app.post(`${at}/:flagId/ending`, { config: { access: caseworkers } }, async (request, reply) => {
    const typed = { ...typedIn(request.body), flagId: idIn(request, 'flagId') };
    const read = readForm(endSchema, request.body);
    if (!read.ok) return show(request, reply, read.errors, typed);
    const outcome = await takeDownOnce(request, services, read.value);
    if (outcome.ok) return reply.redirect(outcome.value, 303);
    return show(request, reply, { [outcome.field]: outcome.message }, typed);
  });

  app.post(
    '/requests/:requestId/family-told',
    { config: { access: caseworkers } },
    async (request, reply) => {
      await tellFamilyOnce(request, services);
      return reply.redirect(`/requests/${idIn(request, 'requestId')}`, 303);
    },
  );

  async function show(request: FastifyRequest, reply: FastifyReply, errors: FieldErrors, typed: Typed) {
    const requestId = idIn(request, 'requestId');
    const shown = await readFlags(request);
    const { safeguarding } = services.authority;
    const mayAct = mayUse(caseworkers, request.actor);
    const form = { requestId, safeguarding, mayAct, errors, typed, formKey: randomUUID() };
    return reply.page(
      <FlagsPage page={request.pageContext()} {...shown} {...form} />,
      hasErrors(errors) ? 400 : 200,
    );
  }
}
