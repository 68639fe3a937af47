import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { accepted, type Result, refused } from '../../shared/result.ts';
import { type DocumentStore, newKey } from './document-store.ts';
import { type Format, MAX_DOCUMENT_BYTES } from './formats.ts';
import { redrawImage } from './image.ts';
import { safeName } from './name.ts';
import { forgetWhereRecorded } from './recording.ts';
import { sniff } from './sniff.ts';

/** Content that is kept, and not yet a document: nobody can see it until a row says whose it is. */
export type ReceivedContent = {
  authorityId: number;
  storageKey: string;
  title: string;
  mediaType: string;
  byteSize: number;
  sha256: string;
};

export type Sent = {
  authorityId: number;
  /** The name it came with: shown to people once made safe, believed by nothing. */
  name: string;
  /** The form field a refusal belongs to. */
  field?: string;
};

const TOO_LARGE = 'The file must be smaller than 50 MB';

/**
 * Takes a file as it arrives, checks it by its content, removes where photographs and films were made, and keeps it.
 * Refuses an empty file, one over 50 MB, and what this service does not take. Slow, so it belongs before a transaction;
 * `recordDocument` inside one makes a document of what it returns. Should that never come, the sweep removes the bytes.
 */
export async function receiveContent(
  store: DocumentStore,
  input: Readable,
  sent: Sent,
): Promise<Result<ReceivedContent>> {
  const waiting = join(store.incoming, randomUUID());
  const redrawn = `${waiting}-redrawn`;
  const field = sent.field ?? 'file';
  try {
    const size = await spool(input, waiting);
    if (size === 'too large') return refused(field, TOO_LARGE);
    if (size === 0) return refused(field, 'The file you chose is empty');
    const format = await sniff(waiting, field);
    if (!format.ok) return format;
    const path = await clean(waiting, redrawn, format.value);
    if (path === null) return refused(field, cannotRead(format.value));
    const file = { path, ...(await measure(path)) };
    if (file.byteSize > MAX_DOCUMENT_BYTES) return refused(field, TOO_LARGE);
    const storageKey = newKey(sent.authorityId);
    await store.put(storageKey, file);
    const { byteSize, sha256 } = file;
    const { mediaType } = format.value;
    const title = safeName(sent.name, format.value);
    return accepted({ authorityId: sent.authorityId, storageKey, title, mediaType, byteSize, sha256 });
  } finally {
    await Promise.all([rm(waiting, { force: true }), rm(redrawn, { force: true })]);
  }
}

// Whatever is past the limit is let run out unread, so that the rest of the form it came in can still be read.
async function spool(input: Readable, path: string): Promise<number | 'too large'> {
  const file = await open(path, 'wx', 0o600);
  let size = 0;
  try {
    for await (const chunk of input) {
      const bytes = Buffer.from(chunk);
      size += bytes.length;
      if (size <= MAX_DOCUMENT_BYTES) await file.writeFile(bytes);
    }
  } finally {
    await file.close();
  }
  // A form's reader stops at its own limit and says so on the stream.
  const cutShort = 'truncated' in input && input.truncated === true;
  return cutShort || size > MAX_DOCUMENT_BYTES ? 'too large' : size;
}

async function clean(waiting: string, redrawn: string, format: Format): Promise<string | null> {
  switch (format.cleaning) {
    case 'image':
      return (await redrawImage(waiting, redrawn, format.mediaType)) ? redrawn : null;
    case 'recording':
      return (await forgetWhereRecorded(waiting)) ? waiting : null;
    default:
      return waiting;
  }
}

function cannotRead({ cleaning, words }: Format): string {
  return cleaning === 'image'
    ? `This ${words} picture is damaged or too large to open. Choose another, or a smaller copy of it`
    : `This ${words} recording is damaged. Choose another copy of it`;
}

async function measure(path: string): Promise<{ byteSize: number; sha256: string }> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return { byteSize: (await stat(path)).size, sha256: hash.digest('hex') };
}
