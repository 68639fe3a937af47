import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { Uuid } from '../../shared/uuid.ts';
import type { Tx } from '../lens/index.ts';
import type { Document } from './document.ts';
import type { DocumentStore } from './document-store.ts';
import type { ByteRange } from './range.ts';
import { findDocument, storageKeyOf } from './store.ts';

/** A document, and where its bytes are. */
export type KeptDocument = { document: Document; key: string };

/** A document to be opened, where the lens shows it; null where it does not. */
export async function findKept(tx: Tx, id: Uuid): Promise<KeptDocument | null> {
  const document = await findDocument(tx, id);
  const key = await storageKeyOf(tx, id);
  return document === undefined || key === undefined ? null : { document, key };
}

/**
 * The bytes of a document, or a part of them. They are hashed as they pass: the last of them are held back until the hash
 * is the one recorded, so an altered document never arrives whole. Before a part is sent the whole is read and hashed.
 * Slow, so it belongs after the transaction that found it.
 */
export async function openContent(
  store: DocumentStore,
  { document, key }: KeptDocument,
  range: ByteRange | null = null,
): Promise<Readable> {
  const kept = await openKept(store, document.id, key);
  if (range === null) return passed(kept, verified(document, kept));
  for await (const _ of verified(document, kept));
  const again = await openKept(store, document.id, key);
  return passed(again, partOf(again, range));
}

async function openKept(store: DocumentStore, id: Uuid, key: string): Promise<Readable> {
  const kept = await store.open(key);
  if (kept === null) throw new Error(`the bytes of document ${id} are not in the document store`);
  // An error waits for whoever reads; until then nobody is listening, and nothing is read.
  kept.on('error', () => {});
  return kept;
}

function passed(kept: Readable, bytes: AsyncIterable<Buffer>): Readable {
  const content = Readable.from(bytes, { objectMode: false });
  content.on('close', () => kept.destroy());
  return content;
}

async function* verified({ id, sha256 }: Document, kept: Readable): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  let held: Buffer | null = null;
  for await (const chunk of kept) {
    if (held !== null) yield held;
    held = Buffer.from(chunk);
    hash.update(held);
  }
  if (hash.digest('hex') !== sha256) throw new Error(`document ${id} is not as it was stored`);
  if (held !== null) yield held;
}

async function* partOf(kept: Readable, { first, last }: ByteRange): AsyncGenerator<Buffer> {
  let at = 0;
  for await (const chunk of kept) {
    const bytes = Buffer.from(chunk);
    const part = bytes.subarray(Math.max(0, first - at), Math.max(0, last + 1 - at));
    if (part.length > 0) yield part;
    at += bytes.length;
    if (at > last) return;
  }
}
