import type { Readable } from 'node:stream';
import { accepted, type Result } from '../../shared/result.ts';
import type { Uuid } from '../../shared/uuid.ts';
import type { Tx } from '../lens/index.ts';
import type { NewDocument } from './document.ts';
import type { DocumentStore } from './document-store.ts';
import { receiveContent, type Sent } from './receive.ts';
import { recordDocument } from './store.ts';

type Keeper = { documents: DocumentStore };

/**
 * Receives a file and records it, in one call, for content that is small or made by the service itself. A form with files
 * calls `receiveContent` for each before its transaction, and `recordDocument` inside.
 */
export async function storeDocument(
  services: Keeper,
  tx: Tx,
  input: Readable,
  meta: Sent & NewDocument,
): Promise<Result<Uuid>> {
  const received = await receiveContent(services.documents, input, meta);
  return received.ok ? accepted(await recordDocument(tx, received.value, meta)) : received;
}
