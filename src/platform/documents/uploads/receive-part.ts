import { createHash, randomUUID } from 'node:crypto';
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { accepted, type Result, refused } from '../../../shared/result.ts';
import { type DocumentStore, newKey } from '../document-store.ts';

/** The most that comes in one part: what a lost connection costs, at the most. */
export const MOST_IN_PART = 8 * 1024 * 1024;

export type ReceivedPart = { storageKey: string; byteSize: number };

/**
 * Keeps one part of a file, wholly or not at all: one whose connection breaks off leaves nothing. Null for a part with
 * nothing in it. Slow, so it belongs before the transaction that says it has come.
 */
export async function receivePart(
  store: DocumentStore,
  authorityId: number,
  input: AsyncIterable<Uint8Array>,
): Promise<Result<ReceivedPart | null>> {
  const path = join(store.incoming, randomUUID());
  const hash = createHash('sha256');
  let byteSize = 0;
  try {
    const file = await open(path, 'wx', 0o600);
    try {
      for await (const chunk of input) {
        byteSize += chunk.length;
        if (byteSize > MOST_IN_PART) return refused('files', 'This part of the file is too large');
        hash.update(chunk);
        await file.writeFile(chunk);
      }
    } finally {
      await file.close();
    }
    if (byteSize === 0) return accepted(null);
    const storageKey = newKey(authorityId);
    await store.put(storageKey, { path, byteSize, sha256: hash.digest('hex') });
    return accepted({ storageKey, byteSize });
  } finally {
    await rm(path, { force: true });
  }
}
