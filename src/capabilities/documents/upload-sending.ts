import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import {
  beginUpload,
  findUpload,
  finishUpload,
  insertUpload,
  keepUpload,
  listParts,
  listUploads,
  lockUpload,
  receivedOf,
  removeUpload,
} from '../../platform/documents/uploads/index.ts';
import { found } from '../../platform/http/errors.ts';
import type { Outcome } from '../../platform/http/types.ts';
import type { Services } from '../../platform/services.ts';
import { accepted, type Result, refused } from '../../shared/result.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { findChild } from '../children/index.ts';
import type { uploadSchema } from './schema.ts';

/** Begins a file, or goes on with the same one where the sender broke off. */
export function begin(
  request: FastifyRequest,
  services: Services,
  childId: Uuid,
  { name, size, sha256 }: z.infer<typeof uploadSchema>,
): Promise<Outcome> {
  return request.once(async (tx) => {
    const { authorityId } = found(await findChild(tx, childId));
    const waiting = await listUploads(tx, childId, services.now());
    const same = waiting.find(
      (upload) => upload.kept === null && upload.sha256 === sha256 && upload.byteSize === size,
    );
    if (same !== undefined) return accepted(`/uploads/${same.id}`);
    const begun = beginUpload({ name, byteSize: size, sha256 }, waiting.length);
    if (!begun.ok) return begun;
    return accepted(
      `/uploads/${await insertUpload(tx, { authorityId, childId }, begun.value, services.now())}`,
    );
  });
}

/** Says that a file is whole: it is put together, checked as any file is, and waits to be added. One that cannot be taken is let go. */
export async function finish(request: FastifyRequest, services: Services, id: Uuid): Promise<Result<null>> {
  const now = services.now();
  const { upload, parts } = await request.act(async (tx) => ({
    upload: found(await findUpload(tx, id, now)),
    parts: await listParts(tx, id),
  }));
  if (upload.kept !== null) return accepted(null);
  if (receivedOf(upload, parts) !== upload.byteSize)
    return refused('files', 'Not all of the file has come yet');
  const content = await finishUpload(services.documents, upload, parts);
  await request.act(async (tx) => {
    const still = await lockUpload(tx, id, now);
    if (still === undefined || still.kept !== null) return;
    if (content.ok) await keepUpload(tx, id, content.value);
    else await removeUpload(tx, id);
  });
  return content.ok ? accepted(null) : content;
}
