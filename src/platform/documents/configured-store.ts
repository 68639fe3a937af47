import { diskStore } from './disk-store.ts';
import type { DocumentStore } from './document-store.ts';
import { type S3Settings, s3Store } from './s3-store.ts';

/** Where documents are kept: a folder, or a bucket of any store that speaks S3, with a folder for what is on its way. */
export type DocumentSettings = { directory: string; s3?: S3Settings | undefined };

/** Opens the store the configuration names; makes its folders, and throws when they cannot be written to. */
export function openDocumentStore(settings: DocumentSettings): Promise<DocumentStore> {
  return settings.s3 === undefined ? diskStore(settings.directory) : s3Store(settings.s3, settings.directory);
}
