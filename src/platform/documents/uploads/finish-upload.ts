import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { type Result, refused } from '../../../shared/result.ts';
import type { DocumentStore } from '../document-store.ts';
import { type ReceivedContent, receiveContent } from '../receive.ts';
import type { Upload } from './upload.ts';
import type { Part } from './upload-store.ts';

class Altered extends Error {}

const ALTERED = 'The file changed on its way. Send it again';

/** Puts the parts of a file together, checks it against the hash its sender gave, and receives it as any other file. */
export async function finishUpload(
  store: DocumentStore,
  upload: Upload,
  parts: readonly Part[],
): Promise<Result<ReceivedContent>> {
  const { authorityId, name } = upload;
  try {
    const whole = Readable.from(checked(store, parts, upload.sha256), { objectMode: false });
    return await receiveContent(store, whole, { authorityId, name, field: 'files' });
  } catch (error) {
    if (error instanceof Altered) return refused('files', ALTERED);
    throw error;
  }
}

async function* checked(store: DocumentStore, parts: readonly Part[], sha256: string | null) {
  const hash = createHash('sha256');
  for (const { storageKey } of parts) {
    const kept = await store.open(storageKey);
    if (kept === null) throw new Altered();
    for await (const chunk of kept) {
      hash.update(chunk);
      yield chunk;
    }
  }
  if (sha256 !== null && hash.digest('hex') !== sha256) throw new Altered();
}
