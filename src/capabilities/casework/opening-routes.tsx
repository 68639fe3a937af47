import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type FieldErrors, hasErrors } from '../../design-system/index.ts';
import { recordEvent } from '../../platform/events/index.ts';
import { idIn } from '../../platform/http/address.ts';
import { found } from '../../platform/http/errors.ts';
import { readForm, textField, typedIn } from '../../platform/http/forms.ts';
import type { Services } from '../../platform/services.ts';
import { accepted } from '../../shared/result.ts';
import { findChild, fullName } from '../children/index.ts';
import { OpeningPage } from './pages/opening.tsx';
import { REASON } from './readers-store.ts';

const reasonSchema = z.object({ reason: textField('Enter why you opened the file', 500) });

/** Whoever opens a file that is not theirs to work on says why, for the family to read. Nothing waits for it. */
export function openingRoutes(app: FastifyInstance, _services: Services): void {
  const url = '/cases/:childId/reason';
  app.get(url, { config: { access: 'staff', childFile: true } }, (request, reply) =>
    show(request, reply, {}),
  );

  app.post(url, { config: { access: 'staff' } }, async (request, reply) => {
    const childId = idIn(request, 'childId');
    const read = readForm(reasonSchema, request.body);
    if (!read.ok) return show(request, reply, read.errors);
    const done = await request.once(async (tx) => {
      const { authorityId } = found(await findChild(tx, childId));
      const about = { authorityId, childId, subject: 'child', subjectId: childId } as const;
      await recordEvent(tx, { ...about, kind: REASON, data: { reason: read.value.reason } });
      return accepted(`/cases/${childId}`);
    });
    return reply.redirect(done.ok ? done.value : `/cases/${childId}`, 303);
  });
}

async function show(request: FastifyRequest, reply: FastifyReply, errors: FieldErrors) {
  const childId = idIn(request, 'childId');
  const child = await request.act(async (tx) => found(await findChild(tx, childId)));
  request.readsChildFile({ authorityId: child.authorityId, childId });
  const of = { childId, childName: fullName(child), bornOn: child.bornOn };
  const typed = typedIn(request.body ?? {});
  return reply.page(
    <OpeningPage page={request.pageContext()} {...{ of, errors, typed }} formKey={randomUUID()} />,
    hasErrors(errors) ? 400 : 200,
  );
}
