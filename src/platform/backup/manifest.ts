import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { Refused } from '../refused.ts';

const manifestSchema = z.object({
  format: z.literal(1),
  madeAt: z.iso.datetime(),
  migrations: z.array(z.object({ name: z.string(), hash: z.string() })),
  tables: z.array(z.object({ name: z.string(), file: z.string(), rows: z.number(), sha256: z.string() })),
  documents: z.array(z.object({ key: z.string(), byteSize: z.number(), sha256: z.string() })),
});

/** What a back-up holds, with the hash of every part. Written last: a folder without it is not a back-up. */
export type Manifest = z.infer<typeof manifestSchema>;

export async function writeManifest(folder: string, manifest: Manifest): Promise<void> {
  await writeFile(join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 });
}

/** Refuses a folder that is not a whole back-up. */
export async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, 'manifest.json'), 'utf8').catch(() => '');
  try {
    return manifestSchema.parse(JSON.parse(text));
  } catch {
    throw new Refused(`${folder} is not a whole back-up: its manifest.json is missing or damaged`);
  }
}
