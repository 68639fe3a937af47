import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestApp, testApp } from '../../../test/support/app.ts';
import { anEmptyDatabase } from '../../../test/support/database.ts';
import { readEasyRead } from '../../../test/support/read-easy-read.ts';
import { eesFile, type Row, zipOf } from '../../../test/support/statistics-files.ts';
import { lintShown } from '../../design-system/easy-read/lint.ts';
import { type Database, openDatabase } from '../../platform/database/index.ts';
import { migrate } from '../../platform/database/migrate.ts';
import { englishDay, type PlainDate, plainDate } from '../../shared/plain-date.ts';
import { importStatistics } from '../statistics/index.ts';
import { deriveFigures } from './figures/import-store.ts';

let service: TestApp;
let database: Database;
let own: Awaited<ReturnType<typeof anEmptyDatabase>>;

beforeAll(async () => {
  own = await anEmptyDatabase();
  await migrate(own.ownerUrl);
  const owner = new pg.Client({ connectionString: own.ownerUrl });
  await owner.connect();
  await owner.query('truncate statistics_rows, statistics_datasets, statistics_releases cascade');
  await owner.end();
  database = openDatabase(own.appUrl, { max: 4 });
  service = await testApp(840, '2026-11-29', {}, { database, databaseUrl: own.appUrl });
});
afterAll(async () => {
  await service.app.close();
  await database.close();
  await own.drop();
});

const get = (url: string) => service.app.inject({ method: 'GET', url });
async function words(url: string): Promise<string> {
  const { body } = await get(url);
  return body.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
}

const ALL = ['All EHC plans', 'All EHC plans'] as const;
const plans = (durham: Row[3], girls: number): readonly Row[] => [
  ['202425', 'E92000001', ALL, { ehcplans: 1000, special_total: 400, special_total_pc: 40 }],
  ['202425', '840', ALL, durham],
  ['202425', '841', ALL, { ehcplans: 90 }],
  ['202425', '840', ['Sex', 'Female'], { ehcplans: girls }],
  ['202324', '840', ALL, { ehcplans: 320 }],
];
async function publish(rows: readonly Row[], publishedOn: PlainDate | null) {
  const path = join(await mkdtemp(join(tmpdir(), 'opensend-revisions-')), 'release.zip');
  await writeFile(path, zipOf({ 'data/caseload.csv': eesFile('caseload', rows) }));
  await importStatistics({ ownerUrl: own.ownerUrl, path, publishedOn, onProgress: () => undefined });
  await deriveFigures(own.ownerUrl);
}

/** What is not easy of a page that should be. */
function lintOf(html: string) {
  const page = readEasyRead(html);
  return page === null ? ['not in Easy Read'] : lintShown(page);
}

test('before anything was corrected the page says so, in Easy Read too', async () => {
  await publish(
    plans({ ehcplans: 350, special_total: 100, special_total_pc: 28.6 }, 100),
    plainDate('2025-06-26'),
  );
  expect(await words('/measures/revisions')).toContain('No figure here was corrected');
  expect(await words('/easy-read/measures/revisions')).toContain(
    'It did not have to put a number here right.',
  );
  expect(lintOf((await get('/easy-read/measures/revisions')).body)).toEqual([]);
  expect((await get('/api/measures/revisions')).json()).toMatchObject({ corrected: [], next: null });
  expect(await words('/areas/840/measures/placed-special')).not.toContain('Corrected figures');
});

test('a corrected figure stands there as it was and as it is, and on its own page; others do not', async () => {
  await publish(
    plans({ ehcplans: 351, special_total: 120, special_total_pc: 34.2 }, 101),
    plainDate('2025-07-03'),
  );
  const said = await words('/measures/revisions');
  expect(said).toContain('revision 2 (published on 3 July 2025): 4 figures are otherwise than in revision 1');
  expect(said).toMatch(
    /Special schools\s+caseload, special_total_pc\s+County Durham, January 2025 28\.6%\s+34\.2%/,
  );
  expect(said).toMatch(/sex: female\.\s+caseload, ehcplans\s+County Durham, January 2025 100\s+101/);
  expect(await words('/areas/840/measures/placed-special')).toContain(
    'January 2025: corrected on 3 July 2025. It was 28.6%, and is 34.2%.',
  );
  expect(await words('/areas/840/measures/plans')).toContain('It was 350, and is 351.');
  expect(await words('/areas/841/measures/plans')).not.toContain('Corrected figures');
  expect(await words('/easy-read/measures/revisions')).toContain('The government put 4 numbers right.');
  expect(lintOf((await get('/easy-read/measures/revisions')).body)).toEqual([]);
});

test('the newest revision comes first, each with what it has otherwise than the one before it', async () => {
  await publish(plans({ ehcplans: 'x', special_total: 120, special_total_pc: 34.2 }, 101), null);
  const said = await words('/measures/revisions');
  expect(said.indexOf('revision 3')).toBeLessThan(said.indexOf('revision 2'));
  expect(said).toMatch(/County Durham, January 2025 351\s+not available/);
  const own = await words('/areas/840/measures/plans');
  expect(own).toContain('January 2025: corrected on 3 July 2025. It was 350, and is 351.');
  expect(own).toMatch(/January 2025: corrected by .*\. It was 351, and is not available\./);
});

test('the list is there as CSV and as JSON, page by page without one lost or told twice', async () => {
  const { headers, body } = await get('/measures/revisions.csv');
  expect(headers['content-type']).toContain('text/csv');
  expect(body).toContain(
    '2025-07-03,,placed-special,caseload,special_total_pc,,,840,County Durham,January,2025,28.6,,34.2,'.replace(
      ',,placed',
      `,${englishDay(new Date())},placed`,
    ),
  );
  expect(body.trim().split('\r\n')).toHaveLength(6);
  const { corrected, version } = (await get('/api/measures/revisions')).json();
  expect(corrected).toHaveLength(5);
  expect(corrected[0]).toMatchObject({ column: 'ehcplans', was: 351, is: null, is_mark: 'x', revision: 3 });
  expect(version).not.toBe('');
  expect((await get('/api/measures/revisions?cursor=none')).statusCode).toBe(422);
});

test('a revision of many figures is read a page at a time, each page small enough for a phone', async () => {
  const many = Array.from(
    { length: 60 },
    (_, nth): Row => ['202425', String(301 + nth), ALL, { ehcplans: nth }],
  );
  await publish([...plans({ ehcplans: 351 }, 101), ...many], plainDate('2025-08-01'));
  const first = await get('/measures/revisions');
  expect(first.body.length).toBeLessThan(60 * 1024);
  const seen: string[] = [];
  for (let url: string | undefined = '/measures/revisions'; url !== undefined; ) {
    const { body }: { body: string } = await get(url);
    seen.push(
      ...[...body.matchAll(/<tr[^>]*>.*?<\/tr>/gs)].map(([row]) => row).filter((row) => !row.includes('<th')),
    );
    url = /href="(\/measures\/revisions\?after=\d+)"/.exec(body)?.[1];
  }
  expect(seen.length).toBeGreaterThan(60);
  const { corrected } = (await get('/api/measures/revisions')).json();
  expect(seen).toHaveLength(corrected.length);
  expect((await get('/measures/revisions?after=abc')).statusCode).toBe(200);
});
