import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { JobPayload } from '../jobs/index.ts';
import { withLens } from '../lens/index.ts';
import type { Services } from '../services.ts';
import { keysInUse } from './store.ts';
import { forgetUploads } from './uploads/upload-store.ts';

// Long past any form that is still being sent, and any transaction that could yet commit.
const OLD_HOURS = 24;
const BATCH = 500;
const payloadSchema = z.object({ authorityId: z.number() });

/**
 * Removes what no document stands for: bytes kept whose row never came (a form given up, a machine stopped between the
 * two), and files left waiting. Returns how many. Nothing younger than a day is touched.
 */
export async function sweepDocuments(payload: JobPayload, services: Services): Promise<number> {
  const { authorityId } = payloadSchema.parse(payload);
  await withLens(services.database, { kind: 'system', authorityId }, (tx) =>
    forgetUploads(tx, services.now()),
  );
  const before = new Date(services.now().getTime() - OLD_HOURS * 3_600_000);
  let removed = await sweepIncoming(services.documents.incoming, before);
  let batch: string[] = [];
  for await (const { key, keptAt } of services.documents.list(authorityId)) {
    if (keptAt < before) batch.push(key);
    if (batch.length < BATCH) continue;
    removed += await removeUnused(services, authorityId, batch);
    batch = [];
  }
  return removed + (await removeUnused(services, authorityId, batch));
}

async function removeUnused(
  services: Services,
  authorityId: number,
  keys: readonly string[],
): Promise<number> {
  if (keys.length === 0) return 0;
  const used = await withLens(services.database, { kind: 'system', authorityId }, (tx) =>
    keysInUse(tx, keys),
  );
  const unused = keys.filter((key) => !used.has(key));
  for (const key of unused) await services.documents.remove(key);
  return unused.length;
}

async function sweepIncoming(folder: string, before: Date): Promise<number> {
  let removed = 0;
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    const { mtime } = await stat(path).catch(() => ({ mtime: before }));
    if (mtime >= before) continue;
    await rm(path, { force: true });
    removed += 1;
  }
  return removed;
}
