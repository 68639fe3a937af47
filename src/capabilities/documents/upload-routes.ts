import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import {
  appendAt,
  findUpload,
  insertPart,
  listParts,
  lockUpload,
  receivedOf,
  receivePart,
} from '../../platform/documents/uploads/index.ts';
import { idIn } from '../../platform/http/address.ts';
import { found } from '../../platform/http/errors.ts';
import { problem } from '../../platform/http/problem.ts';
import type { Tx } from '../../platform/lens/index.ts';
import type { Services } from '../../platform/services.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { findChild } from '../children/index.ts';
import { uploadSchema } from './schema.ts';
import { begin, finish } from './upload-sending.ts';

const anyone = { access: 'anyone signed in' } as const;
const PART = 'application/offset+octet-stream';
const offsetSchema = z.object({
  'upload-offset': z
    .string()
    .regex(/^\d{1,10}$/)
    .transform(Number),
});

/**
 * A file sent in parts, so that a lost connection costs one part: begin it, ask how much has come, add at that place, and
 * say that it is whole. As tus has it, over the service's own addresses. Every step may be done again.
 */
export function uploadRoutes(app: FastifyInstance, services: Services): void {
  app.addContentTypeParser(PART, (_request, payload, done) => done(null, payload));

  app.post('/children/:childId/uploads', { config: anyone }, async (request, reply) => {
    const childId = idIn(request, 'childId');
    found(await request.act((tx) => findChild(tx, childId)));
    const asked = uploadSchema.safeParse(request.body);
    if (!asked.success) return problem(reply, { field: 'files', message: 'Choose the file again' });
    const outcome = await begin(request, services, childId, asked.data);
    return outcome.ok ? reply.code(201).header('location', outcome.value).send() : problem(reply, outcome);
  });

  app.get('/uploads/:uploadId', { config: anyone }, async (request, reply) => {
    const id = idIn(request, 'uploadId');
    const { upload, received } = await request.act((tx) => progress(tx, id));
    return told(reply, received).header('upload-length', upload.byteSize).send();
  });

  app.patch('/uploads/:uploadId', { config: anyone }, async (request, reply) => {
    const id = idIn(request, 'uploadId');
    const { 'upload-offset': offset } = offsetSchema.parse(request.headers);
    const { upload, received } = await request.act((tx) => progress(tx, id));
    // Turned away before its bytes are read, where it is already known to begin elsewhere.
    if (offset !== received) return told(reply, received, 409).send();
    const part = await receivePart(services.documents, upload.authorityId, bytesOf(request));
    if (!part.ok) return problem(reply.code(413), part);
    if (part.value === null) return told(reply, received).send();
    const { storageKey, byteSize } = part.value;
    const became = await request.act(async (tx) => {
      const now = await progress(tx, id, 'locked');
      const what = appendAt(now.upload, now.received, { offset, length: byteSize });
      if (what === 'append') await insertPart(tx, now.upload, { firstByte: offset, byteSize, storageKey });
      return { what, received: now.received + (what === 'append' ? byteSize : 0) };
    });
    if (became.what === 'append') return told(reply, became.received).send();
    await services.documents.remove(storageKey);
    return told(reply, became.received, became.what === 'too long' ? 413 : 409).send();
  });

  app.post('/uploads/:uploadId/completion', { config: anyone }, async (request, reply) => {
    const outcome = await finish(request, services, idIn(request, 'uploadId'));
    return outcome.ok ? reply.code(204).send() : problem(reply, outcome);
  });

  async function progress(tx: Tx, id: Uuid, locked?: 'locked') {
    const upload = found(await (locked === undefined ? findUpload : lockUpload)(tx, id, services.now()));
    return { upload, received: receivedOf(upload, await listParts(tx, id)) };
  }
}

function told(reply: FastifyReply, received: number, status = 204): FastifyReply {
  return reply.code(status).header('upload-offset', received);
}

function bytesOf({ body }: FastifyRequest): Readable {
  return body instanceof Readable ? body : Readable.from([]);
}
