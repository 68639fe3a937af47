import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { anEmptyDatabase, poolOf } from '../../../test/support/database.ts';
import { PROJECT } from '../../platform/config/index.ts';
import { migrate } from '../../platform/database/index.ts';

/* `opensend dashboards extract`, as somebody at a terminal runs it. */

let own: Awaited<ReturnType<typeof anEmptyDatabase>>;
let owner: pg.Pool;
let root: string;
let folder = tmpdir();

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'opensend-extract-'));
  own = await anEmptyDatabase();
  await migrate(own.ownerUrl);
  owner = poolOf(own.ownerUrl);
  await owner.query(
    `insert into authorities (code, name, fictional) values (997, 'Wexcombe', true) on conflict do nothing`,
  );
  await owner.query('insert into installation (demo, home_authority) values (false, 997)');
  // Where the code has changed the first of all commands builds it, and says so.
  await opensend([]);
}, 120_000);
afterAll(async () => {
  await owner.end();
  await own.drop();
  await rm(root, { recursive: true, force: true });
});
beforeEach(async () => {
  folder = await mkdtemp(join(root, 'case-'));
});

const WHO = ['--by', 'Asha Verma', '--why', 'How long stages take'];

function opensend(args: readonly string[], databaseUrl = own.appUrl) {
  return new Promise<{ code: number; out: string; error: string }>((resolve) => {
    const env = { PATH: process.env['PATH'], HOME: process.env['HOME'], DATABASE_URL: databaseUrl };
    const given = ['dashboards', 'extract', ...args];
    execFile(join(PROJECT, 'bin', 'opensend'), given, { cwd: folder, env }, (error, out, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, error: stderr });
    });
  });
}

/** Extracts on the record. */
async function recorded(): Promise<{ by: string; why: string; sha256: string }[]> {
  const { rows } = await owner.query(
    `select data from events where authority_id = 997 and kind = 'extract for analysts made' order by recorded_at`,
  );
  return rows.map(({ data }) => data);
}

test('both files are written, what is in them is said, and who asked and why is on the record', async () => {
  const { code, out, error } = await opensend(['--out', 'cases.parquet', ...WHO]);
  expect([code, error]).toEqual([0, '']);
  expect(out).toMatch(
    /^0 rows as they stood before 1 \w+ \d{4}, each alike with 4 others or more\n0 left out/,
  );
  expect((await readdir(folder)).sort()).toEqual(['cases.parquet', 'cases.parquet.dictionary.csv']);
  expect((await readFile(join(folder, 'cases.parquet'))).subarray(0, 4).toString()).toBe('PAR1');
  expect(await readFile(join(folder, 'cases.parquet.dictionary.csv'), 'utf8')).toContain('within_20_weeks');
  expect((await recorded()).at(-1)).toMatchObject({ by: 'Asha Verma', why: 'How long stages take' });
});

test('what is there already is left as it was, either of the two, and no extract is made or recorded', async () => {
  const before = (await recorded()).length;
  for (const there of ['cases.parquet', 'cases.parquet.dictionary.csv']) {
    await writeFile(join(folder, there), 'Mine');
    const { code, out, error } = await opensend(['--out', 'cases.parquet', ...WHO]);
    expect([code, out]).toEqual([2, '']);
    expect(error).toBe(`opensend dashboards: ${there} is there already\n`);
    expect(await readdir(folder)).toEqual([there]);
    expect(await readFile(join(folder, there), 'utf8')).toBe('Mine');
    await rm(join(folder, there));
  }
  expect(await recorded()).toHaveLength(before);
});

test.each([
  ['a folder that is not there', 'nowhere/cases.parquet'],
  ['a file as a folder', 'a-file/cases.parquet'],
])('%s is one line, nothing is made, and nothing is on the record', async (_what, out) => {
  await writeFile(join(folder, 'a-file'), '');
  const before = (await recorded()).length;
  const said = await opensend(['--out', out, ...WHO]);
  expect(said).toEqual({ code: 2, out: '', error: `opensend dashboards: ${out} cannot be written\n` });
  expect(await readdir(folder)).toEqual(['a-file']);
  expect(await recorded()).toHaveLength(before);
});

test.each([
  ['nowhere to put it', WHO, 'use: opensend dashboards extract'],
  [
    'nobody who asks',
    ['--out', 'x.parquet', '--why', 'Stages'],
    'say who asks for it and why: it is recorded',
  ],
  [
    'blanks for a reason',
    ['--out', 'x.parquet', '--by', 'Asha', '--why', '  '],
    'say who asks for it and why',
  ],
  [
    'a name too long to keep',
    ['--out', 'x.parquet', '--by', 'A'.repeat(201), '--why', 'w'],
    'say who in 200 characters',
  ],
  ['an option that is none', ['--out', 'x.parquet', ...WHO, '--all'], "Unknown option '--all'"],
])('with %s it is exit code 2 and one line, and no file', async (_what, args, words) => {
  const { code, out, error } = await opensend(args);
  expect([code, out, error.trimEnd().split('\n').length]).toEqual([2, '', 1]);
  expect(error).toContain(words);
  expect(await readdir(folder)).toEqual([]);
});

test('before an authority is chosen there is nobody whose cases they would be', async () => {
  const empty = await anEmptyDatabase();
  await migrate(empty.ownerUrl);
  const { code, error } = await opensend(['--out', 'cases.parquet', ...WHO], empty.appUrl);
  expect([code, error]).toEqual([
    2,
    'opensend dashboards: choose the authority first: opensend authority choose CODE\n',
  ]);
  expect(await readdir(folder)).toEqual([]);
  await empty.drop();
});

test('where the database fails half-way, no file is left that looks like an extract', async () => {
  await owner.query('alter table events rename to events_away');
  try {
    expect((await opensend(['--out', 'cases.parquet', ...WHO])).code).not.toBe(0);
    expect(await readdir(folder)).toEqual([]);
  } finally {
    await owner.query('alter table events_away rename to events');
  }
});
