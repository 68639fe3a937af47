import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type FieldErrors, hasErrors } from '../../design-system/index.ts';
import { recordEvent } from '../../platform/events/index.ts';
import { idIn } from '../../platform/http/address.ts';
import { found, NotTheirs } from '../../platform/http/errors.ts';
import { optionalText, readForm } from '../../platform/http/forms.ts';
import type { Outcome } from '../../platform/http/types.ts';
import type { Services } from '../../platform/services.ts';
import { accepted, refused } from '../../shared/result.ts';
import { findAsked, lockDraft } from './advice-store.ts';
import { ALREADY_SIGNED } from './deciding.ts';
import { attachFile, listAdviceFiles, listOwnDocuments } from './files-store.ts';
import { AdviceFilesPage } from './pages/advice-files.tsx';
import { wasRefused } from './refusal-store.ts';

const at = '/advice/:adviceRequestId/documents';

/** Whoever advises makes files they have sent part of their advice, before it is signed. */
export function fileRoutes(app: FastifyInstance, services: Services): void {
  app.get(at, { config: { access: 'organisation', childFile: true } }, (request, reply) =>
    show(request, reply, {}),
  );

  app.post(at, { config: { access: 'organisation' } }, async (request, reply) => {
    const read = readForm(filesSchema, request.body);
    if (!read.ok) return show(request, reply, read.errors);
    const outcome = await attachOnce(request, services, read.value);
    if (outcome.ok) return reply.redirect(outcome.value, 303);
    return show(request, reply, { [outcome.field]: outcome.message });
  });
}

/** Which files, by their identifiers, joined with commas. */
export const filesSchema = z.object({ documents: optionalText() });

export async function attachOnce(
  request: FastifyRequest,
  services: Services,
  { documents }: z.output<typeof filesSchema>,
): Promise<Outcome> {
  const { actor } = request;
  if (actor?.kind !== 'organisation') throw new NotTheirs();
  const chosen = documents.split(',');
  return request.once(async (tx) => {
    const asked = found(await findAsked(tx, idIn(request, 'adviceRequestId')));
    if (await wasRefused(tx, asked.id)) throw new NotTheirs();
    if ((await lockDraft(tx, asked)) === undefined) return refused('documents', ALREADY_SIGNED);
    const own = await listOwnDocuments(tx, asked.childId, actor.organisationId);
    const files = own.filter(({ id }) => chosen.includes(id));
    if (files.length === 0) return refused('documents', 'Select a file to attach');
    for (const { id } of files) await attachFile(tx, asked, id, { by: actor.name, at: services.now() });
    await recordEvent(tx, {
      authorityId: asked.authorityId,
      childId: asked.childId,
      kind: 'file attached to advice',
      subject: 'advice request',
      subjectId: asked.id,
      data: { documentIds: files.map(({ id }) => id) },
    });
    return accepted(`/advice/${asked.id}`);
  });
}

/** The files of the advice, and those of the organisation's own that are not part of it. */
export async function readFiles(request: FastifyRequest) {
  const { actor } = request;
  if (actor?.kind !== 'organisation') throw new NotTheirs();
  const { asked, attached, own } = await request.act(async (tx) => {
    const asked = found(await findAsked(tx, idIn(request, 'adviceRequestId')));
    return {
      asked,
      attached: await listAdviceFiles(tx, asked.id),
      own: await listOwnDocuments(tx, asked.childId, actor.organisationId),
    };
  });
  request.readsChildFile(asked);
  const has = new Set(attached.map(({ documentId }) => documentId));
  return { asked, attached, left: own.filter((one) => !has.has(one.id)) };
}

async function show(request: FastifyRequest, reply: FastifyReply, errors: FieldErrors) {
  const { asked, ...files } = await readFiles(request);
  const { id, childId, childName } = asked;
  const shown = { id, childId, childName, ...files };
  return reply.page(
    <AdviceFilesPage page={request.pageContext()} {...shown} errors={errors} formKey={randomUUID()} />,
    hasErrors(errors) ? 400 : 200,
  );
}
