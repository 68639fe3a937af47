import { execFile } from 'node:child_process';
import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PROJECT } from '../src/platform/config/index.ts';
import { aStatisticsDatabase } from './support/statistics.ts';
import { eesFile, type Row, zipOf } from './support/statistics-files.ts';

/* `bin/opensend statistics`, as somebody who runs an installation would use it: what it prints where, and its exit codes. */

const { ownerUrl, appUrl, client } = await aStatisticsDatabase();
const folder = await mkdtemp(join(tmpdir(), 'opensend-command-'));
afterAll(() => rm(folder, { recursive: true }));

type Ran = { code: number; out: string; error: string };
function statistics(args: readonly string[], more: Readonly<Record<string, string>> = {}): Promise<Ran> {
  return new Promise((resolve) => {
    const env = {
      ...{ PATH: process.env['PATH'], HOME: process.env['HOME'] },
      ...{ DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl, ...more },
    };
    const command = join(PROJECT, 'bin', 'opensend');
    execFile(command, ['statistics', ...args], { cwd: folder, env }, (error, out, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, error: stderr });
    });
  });
}
/** A file of that name and content, for the command to read. */
async function aFile(name: string, content: string | Uint8Array): Promise<string> {
  await writeFile(join(folder, name), content);
  return name;
}

const ALL = ['All EHC plans', 'All EHC plans'] as const;
const PLANS: readonly Row[] = [
  ['202425', 'E92000001', ALL, { ehcplans: 1000 }],
  ['202425', '840', ALL, { ehcplans: 350, mainstream_total: 150, mainstream_total_pc: 42.9 }],
];
const plans = (rename?: (header: string) => string) => eesFile('caseload', PLANS, rename);

describe('what it cannot use is exit code 2, one line on standard error, and nothing changed:', () => {
  beforeAll(async () => {
    // The first command after a change of the code builds it, and says so.
    await statistics(['list']);
    await client.query('truncate statistics_rows, statistics_datasets, statistics_releases cascade');
    await aFile('caseload.csv', plans());
  });

  test.each([
    ['no file', ['import'], 'use: opensend statistics import FILE'],
    ['no verb', [], 'use: opensend statistics import FILE'],
    ['two files', ['import', 'a.csv', 'b.csv'], 'use: opensend statistics import FILE'],
    ['an option there is not', ['import', 'a.csv', '--fast'], "Unknown option '--fast'"],
    [
      'a day that is none',
      ['import', 'caseload.csv', '--published', '2025-02-30'],
      '--published must be a day like 2025-06-26',
    ],
    [
      'a file that is not there',
      ['import', 'nowhere.zip'],
      'nowhere.zip was not imported: there is no such file',
    ],
    ['a folder', ['import', '.'], '. was not imported: it is a folder: give one of the files in it'],
    ['standard input', ['import', '-'], 'give a file: a release is read more than once'],
    ['a device', ['import', '/dev/null'], '/dev/null was not imported: it is no file that can be read twice'],
    [
      'a release that there is not',
      ['differences', 'abcdef01'],
      'there is no release abcdef01: opensend statistics list',
    ],
    [
      'what is no name of a release',
      ['differences', '%'],
      'opensend statistics list says what the releases are called',
    ],
  ])('%s', async (_what, args, why) => {
    await refused(await statistics(args), why);
  });

  test.each([
    [
      'what is no release',
      'notes.csv',
      'street,day\nHigh Street,Monday\n',
      'the columns of notes.csv are those of no statistics known here',
    ],
    [
      'words',
      'words.txt',
      'These are the figures you asked for.',
      'the columns of words.txt are those of no statistics',
    ],
    [
      'another release’s layout',
      'caseload.csv',
      'time_period,geographic_level,old_la_code,ehcplans\n2018,National,,3\n',
      'caseload.csv has no column time_identifier, which the release of 2025 has',
    ],
    [
      'a column that was renamed',
      'caseload.csv',
      plans((head) => head.replace('mainstream_total,', 'mainstream_all,')),
      'caseload.csv has no column mainstream_total',
    ],
    [
      'a column that is missing',
      'caseload.csv',
      plans().replace('old_la_code', 'x'),
      'caseload.csv has no column old_la_code',
    ],
    [
      'a column twice that says two things',
      'caseload.csv',
      plans((head) => head.replace('await_prov_2022', 'ehcplans')),
      'caseload.csv has no column await_prov_2022',
    ],
    [
      'a zip file that is cut short',
      'short.zip',
      zipOf().subarray(0, 2000),
      'short.zip was not imported: it is not a whole zip file: fetch it again',
    ],
    ['an empty file', 'empty.csv', '', 'empty.csv was not imported: it is empty'],
    [
      'what is neither text nor zip',
      'image.png',
      Uint8Array.from([137, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0]),
      'image.png is neither CSV in UTF-8, UTF-16 or Windows-1252, nor zip nor Parquet',
    ],
  ])('%s', async (_what, name, content, why) => {
    const ran = await statistics(['import', await aFile(`${name}`, content)]);
    await refused(ran, why);
    // And what to do about it.
    expect(ran.error).toMatch(/fetch it again|Fetch (it again|the release)|Give the release/);
  });

  test('a zip bomb', async () => {
    const blank = Buffer.concat([Buffer.from(plans()), Buffer.alloc(64 * 1024 * 1024, '\n')]);
    await aFile('bomb.zip', zipSync({ 'data/caseload.csv': blank }));
    await refused(
      await statistics(['import', 'bomb.zip']),
      'what is packed in it is more than 200 times its size',
    );
  }, 60_000);

  test('2 GB of nothing, at once', async () => {
    const file = await open(join(folder, 'large.csv'), 'w');
    await file.truncate(2 * 1024 ** 3);
    await file.close();
    await refused(await statistics(['import', 'large.csv']), 'large.csv is neither CSV in UTF-8');
  });

  test('an installation where nobody may import', async () => {
    const ran = await statistics(['import', 'caseload.csv'], { DATABASE_OWNER_URL: '' });
    await refused(ran, 'set DATABASE_OWNER_URL: statistics are imported as the owner of the schema');
  });

  async function refused({ code, out, error }: Ran, why: string) {
    expect([code, out]).toEqual([2, '']);
    expect(error.trimEnd().split('\n')).toHaveLength(1);
    expect(error.startsWith('opensend statistics: ') && error.includes(why) ? why : error).toBe(why);
    const { rows } = await client.query('select count(*)::int as count from statistics_releases');
    expect(rows[0]?.count).toBe(0);
  }
});

describe('what it can use is exit code 0, with its answer on standard output and nothing on standard error:', () => {
  const clear = () =>
    client.query('truncate statistics_rows, statistics_datasets, statistics_releases cascade');
  beforeAll(clear);

  test('a release, what was noticed, and what was made of it; the same bytes again, under any name, are nothing new', async () => {
    await aFile('release.zip', zipOf());
    const first = await statistics(['import', 'release.zip', '--published', '2025-06-26']);
    expect([first.code, first.error]).toEqual([0, '']);
    expect(first.out).toMatch(
      /^Education, health and care plans, reporting year 2025: \d+ rows\n {2}annual_reviews: 1\n/,
    );
    expect(first.out).toMatch(/\d+ figures of \d+ measures made for the pages\n$/);
    await aFile('again.zip', zipOf());
    const again = await statistics(['import', 'again.zip']);
    expect(again).toMatchObject({ code: 0, error: '' });
    expect(again.out).toContain('imported before, nothing is changed\n');
    expect(again.out).toContain('The figures of the pages are as they were\n');
    const listed = await statistics(['list']);
    expect(listed.out.trimEnd().split('\n')).toHaveLength(1);
    expect(listed.out).toMatch(
      /^[0-9a-f]{8} {2}Education, health and care plans, reporting year 2025, published 2025-06-26 \(/,
    );
  });

  test('a correction: how many figures are otherwise, each listed, and by `differences` as lines and as JSON', async () => {
    const corrected = zipOf({ 'data/caseload.csv': eesFile('caseload', PLANS) });
    await aFile('corrected.zip', corrected);
    const ran = await statistics(['import', 'corrected.zip', '--json']);
    expect([ran.code, ran.error]).toEqual([0, '']);
    const { imported, made } = JSON.parse(ran.out);
    expect(imported[0]).toMatchObject({ revision: 2, already: false });
    expect(made).toHaveLength(2);
    const short = imported[0].id.slice(0, 8);
    const lines = await statistics(['differences', short]);
    expect([lines.code, lines.error]).toEqual([0, '']);
    expect(lines.out).toContain('caseload, 840, January 2025, mainstream_total: was 250, is 150\n');
    const json = await statistics(['differences', short, '--json']);
    expect(JSON.parse(json.out)).toEqual(imported[0].differences);
    expect(JSON.parse((await statistics(['list', '--json'])).out)).toHaveLength(2);
  });

  test.each([
    ['UTF-16', Buffer.from(plans(), 'utf16le')],
    ['Windows-1252', Buffer.from(plans().replace('\uFEFF', '').replace('Area 840', 'Área 840'), 'latin1')],
  ])('a table in %s, which is said', async (written, bytes) => {
    await clear();
    const { code, out, error } = await statistics(['import', await aFile('caseload.csv', bytes)]);
    expect([code, error]).toEqual([0, '']);
    expect(out).toContain(`caseload.csv is written in ${written}\n`);
  });

  test('a list of nothing is empty, and `[]` as JSON', async () => {
    await clear();
    expect(await statistics(['list'])).toEqual({ code: 0, out: '', error: '' });
    expect((await statistics(['list', '--json'])).out).toBe('[]\n');
  });
});
