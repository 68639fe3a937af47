import { execFile } from 'node:child_process';
import { appendFile, cp, mkdir, mkdtemp, readdir, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { PROJECT } from '../src/platform/config/index.ts';
import { copyProject } from './support/service.ts';

/* The service is built where its code changed, before it starts. */

const run = promisify(execFile);
let folder: string;

beforeAll(async () => {
  folder = await copyProject(await mkdtemp(join(tmpdir(), 'opensend-start-')));
  for (const name of ['bootstrap.mjs', 'package-lock.json'])
    await cp(join(PROJECT, name), join(folder, name));
  await mkdir(join(folder, '.runtime'));
  for (const name of ['node_modules', 'node.installed', 'packages.installed'])
    await symlink(join(PROJECT, '.runtime', name), join(folder, '.runtime', name));
}, 60_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

const start = (...args: string[]) => run('node', [join(folder, 'bootstrap.mjs'), ...args]);
const built = () => readdir(join(folder, '.runtime', 'built'));

it('keeps one build, however many start at once, and builds no more until the code changes', async () => {
  const answers = await Promise.all([start('cli', 'help'), start('cli', 'help'), start('cli', 'help')]);
  for (const { stdout } of answers) expect(stdout).toContain('opensend');
  expect(await built()).toHaveLength(1);
  expect((await start('cli', 'help')).stderr).toBe('');
});

it('builds again when its code changed, and runs what was written', async () => {
  await appendFile(join(folder, 'src', 'cli.ts'), "\nprocess.stderr.write('written since\\n');\n");
  expect((await start('cli', 'help')).stderr).toContain('written since');
  expect(await built()).toHaveLength(2);
});

it('says which line of the code was wrong, as it was written', async () => {
  await appendFile(join(folder, 'src', 'cli.ts'), "\n\nthrow new Error('wrong here');\n");
  await expect(start('cli', 'help')).rejects.toThrow(/src[\\/]cli\.ts:\d+/);
});

it('does not start what cannot be built, and leaves nothing half made', async () => {
  await appendFile(join(folder, 'src', 'cli.ts'), '\nconst const = 1;\n');
  await expect(start('cli', 'help')).rejects.toThrow('The service could not be built');
  expect(await built()).toHaveLength(3);
});
