import { randomUUID } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import {
  checkOf,
  type Document,
  findKept,
  isHeld,
  listDocuments,
  openContent,
} from '../../../platform/documents/index.ts';
import { readDocxRuns, type WordRuns } from '../../../platform/documents/reading/index.ts';
import { found } from '../../../platform/http/errors.ts';
import type { Outcome } from '../../../platform/http/types.ts';
import type { Tx } from '../../../platform/lens/index.ts';
import type { Services } from '../../../platform/services.ts';
import { accepted, type Result, refused } from '../../../shared/result.ts';
import type { Uuid } from '../../../shared/uuid.ts';
import { openForActing } from '../post.ts';
import { openWorking, writeDown } from '../proposal-sending.ts';
import { referenceOf } from '../reference-store.ts';
import type { Plan } from '../store.ts';
import { listVersions } from '../version-store.ts';
import { WORD } from '../word-file.ts';
import { newRowAt, type Party } from './document.ts';
import { isOfVersion, type Returned, readReturned } from './returned.ts';

/** The Word files on a child's file: what came back is among them, added as any file is. */
export async function listWordFiles(tx: Tx, { childId }: Plan): Promise<Document[]> {
  return (await listDocuments(tx, childId)).filter(({ mediaType }) => mediaType === WORD);
}

/** A Word file of the child's, read. Slow, so it is outside any transaction; 404 where it is not on this child's file. */
export async function readFile(
  request: FastifyRequest,
  services: Services,
  plan: Plan,
  documentId: Uuid,
): Promise<Result<WordRuns>> {
  const kept = await request.act(async (tx) => {
    found((await listDocuments(tx, plan.childId)).find(({ id }) => id === documentId));
    return found(await findKept(tx, documentId));
  });
  if (kept.document.mediaType !== WORD)
    return refused('file', 'This is not a Word file. Choose the Word file that came back');
  if (isHeld(checkOf(kept.document, services.config.clamd !== null)))
    return refused('file', 'The file has not passed the check for viruses');
  const file = await readDocxRuns(await openContent(services.documents, kept));
  const unreadable =
    'This Word file cannot be read: it is damaged, or locked with a password. Open it in Word, save it again, and add that';
  return file === null ? refused('file', unreadable) : accepted(file);
}

/** What a file read would have a party propose, as the working document now stands. */
export async function openReturned(
  tx: Tx,
  plan: Plan,
  file: WordRuns,
  party: Party,
): Promise<Result<Returned>> {
  const open = found((await openWorking(tx, plan, await referenceOf(tx, plan))) ?? undefined);
  const earlier = (await listVersions(tx, plan.id)).map(({ id }) => id);
  const ours = isOfVersion(file, open.versionId, earlier);
  return ours.ok ? accepted(readReturned(file, open, party)) : ours;
}

export type Accepting = { party: Party; keys: readonly string[]; by: string };

/** Writes down what a person chose of a file as that party's proposals. Refuses what the file no longer comes to. */
export async function acceptReturned(
  tx: Tx,
  services: Services,
  planId: Uuid,
  file: WordRuns,
  { party, keys, by }: Accepting,
): Promise<Outcome> {
  const { plan } = await openForActing(tx, planId);
  const read = await openReturned(tx, plan, file, party);
  if (!read.ok) return read;
  const { changes, rows } = read.value;
  const proposals = [
    ...changes.map(({ key, at, words }) => ({ key, at, words })),
    ...rows.map(({ key, section, words }) => ({ key, at: newRowAt(section, randomUUID()), words })),
  ].filter(({ key }) => keys.includes(key));
  if (keys.length === 0) return refused('accept', 'Select what to write down');
  if (proposals.length < new Set(keys).size)
    return refused('accept', 'Something was proposed here meanwhile. Look at the list again');
  const open = found((await openWorking(tx, plan, '')) ?? undefined);
  for (const { at, words } of proposals)
    await writeDown(tx, services, plan, {
      by,
      body: { versionId: open.versionId, at, party, words, source: null },
    });
  return { ok: true, value: `/plans/${planId}/working-document` };
}
