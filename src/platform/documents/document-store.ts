import { randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';

/** A file waiting in `incoming` to be kept, already checked and measured. */
export type ReadyFile = { path: string; byteSize: number; sha256: string };

/** Where the bytes of documents are kept. Knows keys and bytes; who may see them is the lens's business. */
export type DocumentStore = {
  /** A folder of this machine, readable by the service alone, where content waits while it is checked. */
  incoming: string;
  /** Keeps the file under the key: wholly or not at all. The waiting file is used up. */
  put(key: string, file: ReadyFile): Promise<void>;
  /** The bytes, or null when there are none under the key. */
  open(key: string): Promise<Readable | null>;
  remove(key: string): Promise<void>;
  /** Every key that begins with the authority's folder, and when it was kept. */
  list(authorityId: number): AsyncIterable<{ key: string; keptAt: Date }>;
};

const KEY = /^\d{1,9}\/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** A new random key in the authority's folder. It says nothing about the child, the sender or the name. */
export function newKey(authorityId: number): string {
  return checkedKey(`${authorityId}/${randomUUID()}`);
}

/** Returns the key, or throws when it is not one this service made: nothing else ever becomes a path or an address. */
export function checkedKey(key: string): string {
  if (!KEY.test(key)) throw new Error('not a key of the document store');
  return key;
}

export function isKey(text: string): boolean {
  return KEY.test(text);
}
