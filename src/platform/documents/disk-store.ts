import { createReadStream } from 'node:fs';
import { access, constants, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { checkedKey, type DocumentStore, isKey, type ReadyFile } from './document-store.ts';

/**
 * Keeps documents under one folder, which only the service's user may enter: `kept/801/3f/<key>`, and `incoming/`.
 * A file appears under its key complete and on the disk, or not at all.
 */
export async function diskStore(directory: string): Promise<DocumentStore> {
  const incoming = await privateFolder(join(directory, 'incoming'));
  const kept = await privateFolder(join(directory, 'kept'));
  return {
    incoming,
    async put(key, file) {
      const path = pathOf(kept, key);
      await privateFolder(dirname(path));
      await moveSafely(file, path);
    },
    open: (key) => openIfThere(pathOf(kept, key)),
    remove: (key) => rm(pathOf(kept, key), { force: true }),
    list: (authorityId) => listFolder(kept, authorityId),
  };
}

/** Makes the folder and those above it, closed to everybody else; throws when it cannot be written to. */
export async function privateFolder(path: string): Promise<string> {
  await mkdir(path, { recursive: true, mode: 0o700 });
  await access(path, constants.W_OK);
  return path;
}

// Two letters of the key make a folder, so that no folder holds too many files.
function pathOf(kept: string, key: string): string {
  const [authority = '', name = ''] = checkedKey(key).split('/');
  return join(kept, authority, name.slice(0, 2), name);
}

// The bytes reach the disk before the name does, and the name before the caller is told.
async function moveSafely(file: ReadyFile, path: string): Promise<void> {
  await flush(file.path);
  await rename(file.path, path);
  await flush(dirname(path));
}

async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function openIfThere(path: string): Promise<Readable | null> {
  const there = await stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
  return there ? createReadStream(path) : null;
}

async function* listFolder(kept: string, authorityId: number) {
  for (const shard of await namesIn(join(kept, String(authorityId)))) {
    for (const name of await namesIn(join(kept, String(authorityId), shard))) {
      const key = `${authorityId}/${name}`;
      if (!isKey(key)) continue;
      const { mtime } = await stat(join(kept, String(authorityId), shard, name));
      yield { key, keptAt: mtime };
    }
  }
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch {
    return [];
  }
}
