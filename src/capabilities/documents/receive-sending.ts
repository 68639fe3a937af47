import type { FastifyRequest } from 'fastify';
import { type ReceivedContent, receiveContent } from '../../platform/documents/index.ts';
import { insertUpload, listUploads, MOST_WAITING, tooMany } from '../../platform/documents/uploads/index.ts';
import type { Outcome } from '../../platform/http/types.ts';
import type { Services } from '../../platform/services.ts';
import { refused } from '../../shared/result.ts';
import type { Uuid } from '../../shared/uuid.ts';

type Of = { authorityId: number; childId: Uuid };

/**
 * Receives every file of a plain form. Those that can be taken wait to be added, whatever is wrong with the others; the
 * answer says which could not be, and what to do.
 */
export async function receiveFiles(request: FastifyRequest, services: Services, of: Of): Promise<Outcome> {
  const { received, refusals, key } = await readFiles(request, services, of.authorityId);
  const problem = refusals.length === 0 ? null : refused('files', refusals.join('. '));
  if (received.length === 0) return problem ?? refused('files', 'Choose a file');
  // The key is in the form that was read here, where `once` looks for it in an ordinary one.
  request.body = { idempotencyKey: key };
  const outcome = await request.once(async (tx) => {
    const waiting = await listUploads(tx, of.childId, services.now());
    if (waiting.length + received.length > MOST_WAITING) return tooMany();
    for (const kept of received) await insertUpload(tx, of, { kept }, services.now());
    return { ok: true, value: `/children/${of.childId}/documents/new` };
  });
  return outcome.ok && problem !== null ? problem : outcome;
}

async function readFiles(request: FastifyRequest, services: Services, authorityId: number) {
  const received: ReceivedContent[] = [];
  const refusals: string[] = [];
  let key = '';
  for await (const part of request.parts()) {
    if (part.type === 'field') {
      if (part.fieldname === 'idempotencyKey' && typeof part.value === 'string') key = part.value;
      continue;
    }
    // A form without a file chosen sends one without a name.
    if (part.filename === '') {
      part.file.resume();
      continue;
    }
    const sent = { authorityId, name: part.filename, field: 'files' };
    const result = await receiveContent(services.documents, part.file, sent);
    if (result.ok) received.push(result.value);
    else refusals.push(`‘${part.filename.slice(0, 60)}’: ${result.message}`);
  }
  return { received, refusals, key };
}
