import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { FieldErrors } from '../../design-system/index.ts';
import {
  ACCEPT_ATTRIBUTE,
  ACCEPTED_IN_WORDS,
  isPhotograph,
  notScanned,
} from '../../platform/documents/index.ts';
import { listUploads, moved, orderUploads, removeUpload } from '../../platform/documents/uploads/index.ts';
import { mayUse } from '../../platform/http/access.ts';
import { idIn } from '../../platform/http/address.ts';
import { found } from '../../platform/http/errors.ts';
import { readForm, type Typed, typedIn } from '../../platform/http/forms.ts';
import type { Services } from '../../platform/services.ts';
import { findChild, fullName } from '../children/index.ts';
import { addFiles } from './add-sending.ts';
import { SendPage } from './pages/send.tsx';
import { receiveFiles } from './receive-sending.ts';
import { listReviewers } from './reviewer-store.ts';
import { backFrom, detailsSchema, whichSchema } from './schema.ts';

const anyone = { access: 'anyone signed in' } as const;

/** Files are sent first, by a plain form; looked at, put in order or removed; and then added to the child's file. */
export function sendingRoutes(app: FastifyInstance, services: Services): void {
  const url = '/children/:childId/documents/new';
  app.get(url, { config: { ...anyone, childFile: true, invited: 'nothing' } }, (request, reply) =>
    show(request, reply, {}, {}),
  );

  app.post(url, { config: anyone }, async (request, reply) => {
    const childId = idIn(request, 'childId');
    const child = found(await request.act((tx) => findChild(tx, childId)));
    const outcome = await receiveFiles(request, services, { authorityId: child.authorityId, childId });
    if (!outcome.ok) return show(request, reply, { [outcome.field]: outcome.message }, {});
    return reply.redirect(outcome.value, 303);
  });

  app.post(`${url}/order`, { config: anyone }, async (request, reply) => {
    const childId = idIn(request, 'childId');
    const { uploadId, move } = whichSchema.parse(typedIn(request.body));
    await request.act(async (tx) => {
      found(await findChild(tx, childId));
      const order = (await listUploads(tx, childId, services.now())).map(({ id }) => id);
      await orderUploads(tx, moved(order, uploadId, move === 'up' ? -1 : 1));
    });
    return reply.redirect(`/children/${childId}/documents/new`, 303);
  });

  app.post(`${url}/removal`, { config: anyone }, async (request, reply) => {
    const childId = idIn(request, 'childId');
    const { uploadId } = whichSchema.parse(typedIn(request.body));
    await request.act(async (tx) => {
      found(await findChild(tx, childId));
      const one = (await listUploads(tx, childId, services.now())).find(({ id }) => id === uploadId);
      if (one !== undefined) await removeUpload(tx, one.id);
    });
    return reply.redirect(`/children/${childId}/documents/new`, 303);
  });

  app.post('/children/:childId/documents', { config: anyone }, async (request, reply) => {
    const childId = idIn(request, 'childId');
    const typed = typedIn(request.body);
    const read = readForm(detailsSchema, request.body);
    if (!read.ok) return show(request, reply, read.errors, typed);
    const outcome = await addFiles(request, services, childId, read.value);
    if (!outcome.ok) return show(request, reply, { [outcome.field]: outcome.message }, typed);
    return reply.redirect(outcome.value, 303);
  });

  async function show(request: FastifyRequest, reply: FastifyReply, errors: FieldErrors, typed: Typed) {
    const childId = idIn(request, 'childId');
    const decides = mayUse(['caseworker', 'manager'], request.actor);
    const { child, waiting, reviewers } = await request.act(async (tx) => ({
      child: found(await findChild(tx, childId)),
      waiting: await listUploads(tx, childId, services.now()),
      reviewers: decides ? await listReviewers(tx) : [],
    }));
    request.readsChildFile({ authorityId: child.authorityId, childId });
    const files = waiting.map(({ id, name, byteSize, kept }) => ({
      id,
      name: kept?.title ?? name,
      byteSize,
      whole: kept !== null,
      photograph: kept !== null && isPhotograph(kept.mediaType),
    }));
    const form = {
      childId,
      childName: fullName(child),
      back: backFrom(request.actor, childId),
      files,
      accept: ACCEPT_ATTRIBUTE,
      taken: ACCEPTED_IN_WORDS,
      notScanned: notScanned(services.config.clamd !== null),
      typed,
      errors,
      formKeys: { files: randomUUID(), details: randomUUID() },
      withholding: decides ? { grounds: services.config.withholdingGrounds, reviewers } : null,
    };
    const status = Object.keys(errors).length === 0 ? 200 : 400;
    return reply.page(<SendPage page={request.pageContext()} {...form} />, status);
  }
}
