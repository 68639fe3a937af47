import { execFile } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Refused } from './refused.ts';

const run = promisify(execFile);

/**
 * Keeps the data folder to one process: refuses while another that is still alive holds it, and takes over from one that
 * was killed. Returns what gives it up.
 */
export async function lockFolder(directory: string): Promise<() => Promise<void>> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const holder = await findHolder(directory);
  if (holder !== null && holder !== process.pid) {
    throw new Refused(`it is already running from ${directory} (process ${holder}): stop that one first`);
  }
  const file = lockFile(directory);
  await writeFile(file, `${process.pid}\n${await birthOf(process.pid)}\n`);
  return () => rm(file, { force: true });
}

/** The live process that holds the folder, or null. */
export async function findHolder(directory: string): Promise<number | null> {
  const [pid = '', birth = ''] = (await readFile(lockFile(directory), 'utf8').catch(() => '')).split('\n');
  const holder = Number(pid);
  return holder > 0 && (await birthOf(holder)) === birth ? holder : null;
}

function lockFile(directory: string): string {
  return join(directory, 'running.pid');
}

// A number alone is used again, after a restart or in a container; with the moment the process began it is not.
async function birthOf(pid: number): Promise<string | null> {
  try {
    const text = await readFile(`/proc/${pid}/stat`, 'utf8');
    const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8');
    return `${boot.trim()} ${text.slice(text.lastIndexOf(')') + 2).split(' ')[19]}`;
  } catch {
    // Elsewhere than on Linux.
    return run('ps', ['-o', 'lstart=', '-p', String(pid)]).then(
      ({ stdout }) => stdout.trim(),
      () => null,
    );
  }
}
