import { z } from 'zod';
import type { JobPayload } from '../jobs/index.ts';
import { type Tx, withLens } from '../lens/index.ts';
import type { Services } from '../services.ts';
import { askClamd } from './clamd.ts';
import type { Document } from './document.ts';
import { MAX_DOCUMENT_BYTES } from './formats.ts';
import { findKept, openContent } from './open.ts';
import { askForReading } from './reading/page-store.ts';
import { askForScan, listUnscanned, recordScan } from './scan-store.ts';

const payloadSchema = z.object({ authorityId: z.number(), documentId: z.uuid() });
const LIMITS = { maxBytes: MAX_DOCUMENT_BYTES, milliseconds: 5 * 60_000 };
const A_NIGHT = 10_000;

/** Who is told that something was found: looked up before the transaction that keeps it, and written in it. */
export type TellOfHarm = (document: Document, services: Services) => Promise<(tx: Tx) => Promise<void>>;

/**
 * Has one file scanned: a job, run again later and later until the scanner gives a plain answer. Until then nobody can
 * open the file. What has passed, or without a scanner everything, is then read for its words.
 */
export async function scanDocument(
  payload: JobPayload,
  services: Services,
  tell?: TellOfHarm,
): Promise<void> {
  const { authorityId, documentId } = payloadSchema.parse(payload);
  const { clamd } = services.config;
  const system = { kind: 'system', authorityId } as const;
  if (clamd === null) {
    await withLens(services.database, system, (tx) => askForReading(tx, { authorityId, id: documentId }));
    return;
  }
  const kept = await withLens(services.database, system, (tx) => findKept(tx, documentId));
  if (kept === null || kept.document.madeHere || kept.document.scanPassed !== null) return;
  const answer = await askClamd(clamd, await openContent(services.documents, kept), LIMITS);
  if (answer.kind === 'unsure') {
    services.logger.warn({ documentId, why: answer.why }, 'a document could not be scanned');
    throw new Error('the scanner gave no plain answer');
  }
  const finding = answer.kind === 'found' ? answer.finding : null;
  const told = finding === null ? undefined : await tell?.(kept.document, services);
  await withLens(services.database, system, async (tx) => {
    const first = await recordScan(tx, kept.document, { finding }, services.now());
    if (!first) return;
    if (finding === null) await askForReading(tx, kept.document);
    await told?.(tx);
  });
}

/** Asks again for every file that has no answer: those sent before there was a scanner, and those whose tries ran out. */
export async function scanWhatWaits(services: Services): Promise<void> {
  if (services.config.clamd === null) return;
  const system = { kind: 'system', authorityId: services.authority.code } as const;
  await withLens(services.database, system, async (tx) => {
    for (const document of await listUnscanned(tx, A_NIGHT)) await askForScan(tx, document);
  });
}
