import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { Uuid } from '../../shared/uuid.ts';
import type { Tx } from '../lens/index.ts';
import type { DocumentStore } from './document-store.ts';
import { type Document, findDocument, storageKeyOf } from './store.ts';

export type OpenDocument = { document: Document; content: Readable };

/**
 * A document and its bytes, where the lens shows it; null where it does not. The bytes are hashed as they pass: the last
 * of them are held back until the hash is the one recorded, so an altered document never arrives whole.
 */
export async function openDocument(
  services: { documents: DocumentStore },
  tx: Tx,
  id: Uuid,
): Promise<OpenDocument | null> {
  const document = await findDocument(tx, id);
  const key = await storageKeyOf(tx, id);
  if (document === undefined || key === undefined) return null;
  const kept = await services.documents.open(key);
  if (kept === null) throw new Error(`the bytes of document ${id} are not in the document store`);
  // An error waits for whoever reads; until then nobody is listening, and nothing is read.
  kept.on('error', () => {});
  const content = Readable.from(verified(document, kept), { objectMode: false });
  content.on('close', () => kept.destroy());
  return { document, content };
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
