import { execFile, spawn } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { expect, inject, test } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import type { Io } from '../../platform/command.ts';
import { PROJECT, parseConfig } from '../../platform/config/index.ts';
import { settings } from './cli.ts';
import { aFile, anEstablishment, anExtract } from './register-examples.ts';

const COMMAND = join(PROJECT, 'bin', 'opensend');

/** The command as it is run, on a terminal that keeps what it is shown. */
async function run(args: readonly string[], ownerUrl: string | null = inject('ownerUrl')) {
  const [out, progress]: [string[], string[]] = [[], []];
  const io: Io = {
    out: (line) => out.push(line),
    error: () => undefined,
    progress: (line) => progress.push(line),
    read: () => Promise.reject(new Error('not read as text')),
    config: parseConfig({}),
    database: () => Promise.resolve({ database: testDatabase(), ownerUrl, close: () => Promise.resolve() }),
    now: () => new Date(),
  };
  return { code: await settings(args, io), out, progress };
}

test('what came of a file is said, with each line that was not used', async () => {
  const file = await anExtract(anEstablishment(970_001), anEstablishment('none'), anEstablishment(970_002));
  const { code, out, progress } = await run(['import', file]);
  expect(code).toBe(0);
  expect(out).toEqual([
    'GIAS extract: 2 read, 2 added, 0 changed, 0 unchanged',
    'line 3 was not used: its URN is not a number of up to six digits',
  ]);
  expect(progress).toEqual(['2 rows read, 0 s']);
});

test('for a program it is JSON', async () => {
  const { out } = await run(['import', await anExtract(anEstablishment(970_003)), '--json']);
  expect(JSON.parse(out.join('\n'))).toMatchObject({ layout: 'GIAS extract', added: 1, unusable: [] });
});

test('hundreds of lines that were not used do not bury the rest', async () => {
  const rows = Array.from({ length: 120 }, () => anEstablishment('none'));
  const { out } = await run(['import', await anExtract(...rows, anEstablishment(970_004))]);
  expect(out).toHaveLength(52);
  expect(out.at(-1)).toBe('and 70 more lines were not used: --json lists them all');
});

test('rows of settings that are not there are counted', async () => {
  const { out } = await run([
    'import',
    await aFile('URN,NOR,TSENELSE,TSENELK\n970001,1,1,1\n979999,1,1,1\n'),
  ]);
  expect(out.at(-1)).toBe('1 row is of a setting not on the register');
});

test.each([
  [[], 'use: opensend settings import FILE [--published DATE], or opensend settings list --postcode P'],
  [['export', 'x.csv'], 'use: opensend settings import FILE'],
  [['import', 'a.csv', 'b.csv'], 'use: opensend settings import FILE'],
  [['import', 'a.csv', '--force'], '--force'],
  [['import', '/nowhere/a.csv'], '/nowhere/a.csv was not imported: there is no such file'],
])('%j is refused', async (args, why) => {
  await expect(run(args)).rejects.toThrow(why);
});

test('without the owner’s address it is said which setting to set', async () => {
  await expect(run(['import', 'a.csv'], null)).rejects.toThrow('set DATABASE_OWNER_URL');
});

test('a file is taken from standard input, and one that is unusable is exit code 2 and one line', async () => {
  // The first start since the code changed builds the service, and says so where errors are said.
  await promisify(execFile)(COMMAND, ['help']);
  expect(await opensend(await anExtract(anEstablishment(970_005)))).toEqual({
    code: 0,
    out: 'GIAS extract: 1 read, 1 added, 0 changed, 0 unchanged\n',
    error: '',
  });
  const { code, out, error } = await opensend(await aFile('a,b\n1,2\n'));
  expect([code, out]).toEqual([2, '']);
  expect(error).toMatch(
    /^opensend settings: the file was not imported: its first line is not the header[^\n]*\n$/,
  );
}, 60_000);

async function opensend(file: string): Promise<{ code: number | null; out: string; error: string }> {
  const env = {
    PATH: process.env['PATH'],
    HOME: process.env['HOME'],
    DATABASE_URL: inject('appUrl'),
    DATABASE_OWNER_URL: inject('ownerUrl'),
  };
  const child = spawn(COMMAND, ['settings', 'import', '-'], { env });
  createReadStream(file).pipe(child.stdin);
  const [out, error, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number | null>((resolve) => child.once('exit', resolve)),
  ]);
  return { code, out, error };
}
