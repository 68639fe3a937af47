import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Refused } from './refused.ts';

/**
 * Keeps the data folder to one process: refuses while another that is still alive holds it, and takes over from one that
 * was killed. Returns what gives it up.
 */
export async function lockFolder(directory: string): Promise<() => Promise<void>> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const file = join(directory, 'running.pid');
  const holder = Number(await readFile(file, 'utf8').catch(() => '0'));
  if (holder > 0 && holder !== process.pid && isAlive(holder)) {
    throw new Refused(`it is already running from ${directory} (process ${holder}): stop that one first`);
  }
  await writeFile(file, String(process.pid));
  return () => rm(file, { force: true });
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Another user's process: there, and not ours to signal.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
