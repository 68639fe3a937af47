import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import type { JobPayload } from '../../jobs/index.ts';
import { withLens } from '../../lens/index.ts';
import type { Services } from '../../services.ts';
import { checkOf, isHeld } from '../check.ts';
import { findKept, openContent } from '../open.ts';
import { findReading, recordReading } from './page-store.ts';
import { type Reading, readDocxWords, readPdfWords } from './read-words.ts';

const payloadSchema = z.object({ authorityId: z.number(), documentId: z.uuid() });

/** Reads a file for its words, by page: a job. One that is held by the scanner waits for it; one read already stays as it is. */
export async function readDocument(payload: JobPayload, services: Services): Promise<void> {
  const { authorityId, documentId } = payloadSchema.parse(payload);
  const system = { kind: 'system', authorityId } as const;
  const { kept, before } = await withLens(services.database, system, async (tx) => ({
    kept: await findKept(tx, documentId),
    before: await findReading(tx, documentId),
  }));
  if (kept === null || before !== undefined) return;
  const { document } = kept;
  if (isHeld(checkOf(document, services.config.clamd !== null))) return;
  const read = READERS.get(document.mediaType);
  if (read === undefined) return;
  const reading = await read(await openContent(services.documents, kept));
  await withLens(services.database, system, (tx) => recordReading(tx, document, reading, services.now()));
}

const READERS = new Map<string, (content: Readable) => Promise<Reading>>([
  ['application/pdf', (content) => readPdfWords(content)],
  [
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    (content) => readDocxWords(content),
  ],
  ['text/plain', readPlain],
]);

/** Whether the words of a file of this type are read at all. */
export function isRead(mediaType: string): boolean {
  return READERS.has(mediaType);
}

// Plain text has no pages of its own: it is one, as much of it as a page may hold.
async function readPlain(content: Readable): Promise<Reading> {
  const all = await text(content);
  const most = 50_000;
  const words = all.toWellFormed().normalize('NFC').replaceAll('\0', '');
  const problem = words.length > most ? 'too long' : null;
  const pages = [{ number: 1, text: words.slice(0, most), place: null }];
  return { pageCount: 1, laidOut: 'pages', problem, pages };
}
