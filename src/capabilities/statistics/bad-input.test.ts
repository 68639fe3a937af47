import { mkdtemp, open, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { aStatisticsDatabase } from '../../../test/support/statistics.ts';
import { eesFile, PLANS, RELEASE, REQUESTS, type Row, TOTAL, zipOf } from './ees-examples.ts';
import { listReleases, readCurrent } from './index.ts';

const { client, importFile, importGiven, clear } = await aStatisticsDatabase();
beforeAll(clear);
const all = TOTAL['requests'] ?? ['', ''];
const requestsOf = (figures: Row[3], period = '2024', area = '840') =>
  eesFile('requests', [[period, area, all, figures]]);
const renamed = (from: string, to: string) =>
  eesFile('requests', REQUESTS, (header) => header.replace(from, to));

describe('is refused in one line, and nothing of it is there', () => {
  afterEach(async () => {
    expect(await listReleases(client)).toEqual([]);
    const { rows } = await client.query('select count(*)::int as count from statistics_rows');
    expect(rows[0]?.count).toBe(0);
  });

  test.each([
    [
      'a column that was renamed',
      renamed('requests_rya', 'rya_requests'),
      'requests.csv has no column requests_rya, which the release of 2025 has',
    ],
    ['a column that is missing', renamed('old_la_code,', 'code,'), 'requests.csv has no column old_la_code'],
    [
      'the layout of another release',
      'time_period,geographic_level,old_la_code,total_requests\n2018,National,,3\n',
      'requests.csv has no column time_identifier',
    ],
    [
      'a cell that is no figure',
      requestsOf({ requests_received_in_year: '12O4' }),
      'requests.csv, line 2: requests_received_in_year is “12O4”, which is no figure',
    ],
    [
      'an academic year where calendar years are',
      requestsOf({ requests_received_in_year: 4 }, '202425'),
      'requests.csv, line 2: the period “202425” is not a calendar year',
    ],
    [
      'an area that is none',
      requestsOf({ requests_received_in_year: 4 }, '2024', 'ABC'),
      'requests.csv, line 2: there is no area Local authority E12000007 ABC',
    ],
    [
      'percentages given as fractions of one',
      requestsOf({
        requests_received_in_year: 200,
        requests_decided_not_to_assess: 50,
        request_not_assess_pc: 0.25,
      }),
      'requests.csv: request_not_assess_pc is given in fractions of one, not per cent',
    ],
    [
      'one thing said twice',
      eesFile('requests', [...REQUESTS, ...REQUESTS.slice(0, 1)]),
      'requests says the same thing twice: area E92000001, calendar year 2024',
    ],
    ['a header and nothing under it', eesFile('requests', []), 'requests holds no row of England'],
  ])('%s', async (_what, text, why) => {
    await expect(importGiven('requests.csv', text)).rejects.toThrow(why);
  });

  const rows = (line: (nth: number) => string, header: string) =>
    `${header}\n${Array.from({ length: 30 }, (_, nth) => line(nth)).join('\n')}\n`;
  test.each([
    [
      'appeals, by their decisions',
      'send-tribunals-2024-2025.csv',
      rows(
        () => 'Durham,840,400,5000,0.08',
        'la_name,old_la_code,appeals_2025,appealable_decisions_2025,appeal_rate_2025_pct',
      ),
      'rate is given in fractions of one, not per cent',
    ],
    [
      'a share whose counts are printed beside it',
      'eyfsp.csv',
      rows(
        (nth) => `202223,National,,,,Group ${nth},200,50,0.25`,
        'time_period,geographic_level,region_name,new_la_code,la_name,characteristic_type,children_number,gld_number,gld_percentage',
      ),
      'gld_percentage is given in fractions of one, not per cent',
    ],
    [
      'a share that is printed alone',
      'percent_pupils_ehcp.csv',
      rows(
        (nth) => `202223,National,,,,Group ${nth},0.0${(nth % 9) + 1}`,
        'time_period,geographic_level,region_name,new_la_code,la_name,SEN provision,% of pupils',
      ),
      '% of pupils is given in fractions of one, not per cent',
    ],
  ])('percentages as fractions of one outside the release of plans: %s', async (_what, name, text, why) => {
    await expect(importGiven(name, text)).rejects.toThrow(why);
  });

  test('a table that was cut short in the middle of a line', async () => {
    const whole = eesFile('requests', REQUESTS);
    const cut = whole.slice(0, whole.trimEnd().lastIndexOf('\n') + 60);
    await expect(importGiven('requests.csv', cut)).rejects.toThrow(
      /^requests\.csv, line \d+ ends before its last column: the file was cut short$/,
    );
    const header = 'time_period,geographic_level,region_name,new_la_code,la_name,SEN provision,% of pupils';
    await expect(
      importGiven('percent_pupils_ehcp.csv', `${header}\n202223,National,,,,EHC plan,4.3\n202223,Nat`),
    ).rejects.toThrow('percent_pupils_ehcp.csv, line 3 ends before its last column: the file was cut short');
  });

  test('a column that is there twice and says two things', async () => {
    const text = eesFile('requests', REQUESTS, (header) =>
      header.replace('requests_rya', 'requests_withdrawn'),
    ).replace('requests_decision_not_made', 'requests_rya');
    await expect(importGiven('requests.csv', text)).rejects.toThrow();
    const reviews = RELEASE['data/annual_reviews.csv']?.replace(/,70,70,/, ',70,71,') ?? '';
    await expect(importGiven('annual_reviews.csv', reviews)).rejects.toThrow(
      'annual_reviews.csv, line 2: the column review_meeting_prior_24 is there twice and says two things',
    );
  });

  test('a table that nobody here knows, a file that is empty, and one that is not there', async () => {
    await expect(importGiven('bins.csv', 'street,day\nHigh Street,Monday\n')).rejects.toThrow(
      'the columns of bins.csv are those of no statistics known here',
    );
    await expect(importGiven('empty.csv', '')).rejects.toThrow('it is empty');
    await expect(importFile('/nowhere/release.zip')).rejects.toThrow('there is no such file');
  });

  test('a zip file that is cut short, or has a byte of its middle changed, or a Parquet file that is cut short', async () => {
    const bytes = zipOf();
    await expect(importGiven('a.zip', bytes.subarray(0, bytes.length - 30))).rejects.toThrow(
      'it is not a whole zip file: fetch it again',
    );
    await expect(
      importGiven('b.zip', Buffer.concat([bytes.subarray(0, 300), bytes.subarray(500)])),
    ).rejects.toThrow(/fetch it again|no column/);
    await expect(importGiven('c.parquet', 'PAR1PAR1')).rejects.toThrow(
      'c.parquet is not a whole Parquet file that can be read: fetch it again',
    );
  });

  test('a good table in a release beside a bad one', async () => {
    const files = { ...RELEASE, 'data/requests.csv': renamed('requests_rya', 'rya') };
    await expect(importGiven('release.zip', zipOf(files))).rejects.toThrow(
      'requests.csv has no column requests_rya',
    );
  });

  test('a zip bomb, once it has unpacked to 200 times its size', async () => {
    // Empty lines say nothing that a reader could refuse, so that only their number can be.
    const blank = zipSync({
      'data/requests.csv': Buffer.concat([
        Buffer.from(eesFile('requests', REQUESTS)),
        Buffer.alloc(64 * 1024 * 1024, '\n'),
      ]),
    });
    await expect(importGiven('blank.zip', blank)).rejects.toThrow(
      'what is packed in it is more than 200 times its size',
    );
  }, 60_000);

  test('a file of 2 GB, in no more memory than a small one takes', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'opensend-large-'));
    const path = join(folder, 'requests.csv');
    const file = await open(path, 'w');
    const ages = Array.from({ length: 1500 }, (_, age): Row => ['2024', '840', ['Age', `aged ${age}`], {}]);
    await file.write(eesFile('requests', ages));
    await file.truncate(2 * 1024 ** 3);
    await file.close();
    expect((await stat(path)).size).toBe(2 * 1024 ** 3);
    const [before, read] = [process.memoryUsage().rss, await bytesRead()];
    await expect(importFile(path)).rejects.toThrow('requests.csv has a line longer than 1 MB');
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 * 1024);
    // Nor is all of it read to find that out.
    expect((await bytesRead()) - read).toBeLessThan(200 * 1024 * 1024);
    await rm(folder, { recursive: true });
  }, 60_000);
});

/** How many bytes this process has read, where the system counts them; 0 where it does not. */
async function bytesRead(): Promise<number> {
  const counted = await readFile('/proc/self/io', 'utf8').catch(() => '');
  return Number(/^rchar: (\d+)/.exec(counted)?.[1] ?? 0);
}

describe('is read, and what it is written in is noted:', () => {
  test.each([
    [
      'Windows-1252',
      (text: string) => Buffer.from(text.replace('\uFEFF', '').replace('Area 840', 'Área 840'), 'latin1'),
    ],
    ['UTF-16', (text: string) => Buffer.from(text, 'utf16le')],
  ])('a table in %s', async (written, encode) => {
    await clear();
    const [release] = await importGiven('caseload.csv', encode(eesFile('caseload', PLANS)));
    expect(release?.notes).toEqual([`caseload.csv is written in ${written}`]);
    const rows = await readCurrent(client, { dataset: 'caseload', topics: [''] });
    expect(rows.find(({ area, year }) => area === '840' && year === 2025)?.value('ehcplans')).toBe(350);
  });
});

test('a large table in a release that nobody knows is passed over, and those after it are read', async () => {
  await clear();
  const streets = `street,day\n${Array.from({ length: 60_000 }, (_, nth) => `${nth * 7919} High Street,day ${(nth * 104_729) % 365}`).join('\n')}\n`;
  const [release] = await importGiven('release.zip', zipOf({ 'data/bins.csv': streets, ...RELEASE }));
  expect(release?.datasets).toHaveLength(5);
});
