import type { FastifyRequest } from 'fastify';
import { type Result, refused } from '../../shared/result.ts';

type Wanted = { field: string; mostBytes: number; tooLarge: string };

/** A form with one file: its other fields, and the file's bytes, read no further than `mostBytes`. */
export async function readOneFile(request: FastifyRequest, { field, mostBytes, tooLarge }: Wanted) {
  const fields: Record<string, string> = {};
  let file: Result<Buffer> = refused(field, 'Choose a file');
  if (!request.isMultipart()) return { fields, file };
  // A file past its limit is read no further, and the page says so: without this the form itself is turned away.
  const toALimit = { throwFileSizeLimit: false, limits: { fileSize: mostBytes } };
  for await (const part of request.parts(toALimit)) {
    if (part.type === 'field') {
      fields[part.fieldname] = String(part.value);
      continue;
    }
    const chunks: Buffer[] = [];
    for await (const chunk of part.file) chunks.push(chunk);
    if (part.filename === '') continue;
    file = part.file.truncated ? refused(field, tooLarge) : { ok: true, value: Buffer.concat(chunks) };
  }
  return { fields, file };
}
