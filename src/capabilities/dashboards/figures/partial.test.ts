import { beforeEach, describe, expect, test } from 'vitest';
import { aStatisticsDatabase } from '../../../../test/support/statistics.ts';
import { eesFile, type Row, zipOf } from '../../../../test/support/statistics-files.ts';
import { deriveFigures } from './import-store.ts';

const { ownerUrl, client, importGiven, clear } = await aStatisticsDatabase();
beforeEach(async () => {
  await clear();
  await client.query('truncate dashboard_parts, dashboard_builds');
});

const ENGLAND = 'E92000001';
const ALL = ['All requests for EHC needs assessments', 'All requests for EHC needs assessments'] as const;
const requests = (turnedDown: number): readonly Row[] => [
  ['2024', ENGLAND, ALL, { requests_received_in_year: 200, requests_decided_not_to_assess: turnedDown }],
  ['2024', 'E12000001', ALL, { requests_received_in_year: 120 }],
  ['2024', '840', ALL, { requests_received_in_year: 150 }],
];
const plans = (of: number): string =>
  eesFile('caseload', [
    ['202425', ENGLAND, ['All EHC plans', 'All EHC plans'], { ehcplans: of }],
    ['202425', 'E12000001', ['All EHC plans', 'All EHC plans'], { ehcplans: 40 }],
    ['202425', '840', ['All EHC plans', 'All EHC plans'], { ehcplans: 50 }],
  ]);

/** Every figure, and what is noted of them. */
async function made() {
  const figures = await client.query(
    'select * from dashboard_figures order by measure, topic, area, year, breakdown',
  );
  const { rows } = await client.query('select version, notes from dashboard_builds');
  return { figures: figures.rows, build: rows[0] };
}

/** The same as if nothing had been made before. */
async function madeWhole() {
  await client.query('truncate dashboard_figures, dashboard_parts, dashboard_builds');
  await deriveFigures(ownerUrl);
  return made();
}

/** Where the rows of a measure stand: others, once they were written again. */
async function rowsOf(measure: string): Promise<string[]> {
  const { rows } = await client.query<{ at: string }>(
    'select xmin::text || ctid::text as at from dashboard_figures where measure = $1 order by 1',
    [measure],
  );
  return rows.map(({ at }) => at);
}

describe('after an import, what rests on the tables it brought is made anew and nothing else', () => {
  test.each([
    ['another table', () => importGiven('requests.csv', eesFile('requests', requests(60)))],
    ['a revision of the first', () => importGiven('caseload.csv', plans(101))],
    ['a release of several tables, the first among them', () => importGiven('release.zip', zipOf())],
  ])('%s: to the row what making all of it gives, with the same notes', async (_what, importMore) => {
    await importGiven('caseload.csv', plans(100));
    await deriveFigures(ownerUrl);
    await importMore();
    await deriveFigures(ownerUrl);
    const partly = await made();
    expect(partly.figures.length).toBeGreaterThan(0);
    expect(partly).toEqual(await madeWhole());
  });

  test('figures of other tables are not written again, and the line says how many were', async () => {
    await importGiven('caseload.csv', plans(100));
    await importGiven('requests.csv', eesFile('requests', requests(60)));
    await deriveFigures(ownerUrl);
    const [plansBefore, requestsBefore] = [await rowsOf('plans'), await rowsOf('requests')];
    await importGiven('requests.csv', eesFile('requests', requests(61)));
    expect(await deriveFigures(ownerUrl)).toMatch(/^\d+ figures of \d{1,2} measures made for the pages$/);
    expect(await rowsOf('plans')).toEqual(plansBefore);
    expect(await rowsOf('requests')).not.toEqual(requestsBefore);
  });

  test('nothing is made where the same is imported again, and all of a table whose figures were made of something else', async () => {
    await importGiven('caseload.csv', plans(100));
    await deriveFigures(ownerUrl);
    await importGiven('again.csv', plans(100));
    expect(await deriveFigures(ownerUrl)).toBe('The figures of the pages are as they were');
    const whole = await made();
    // As a version of OpenSEND whose catalogue differs would have left it.
    await client.query(
      `update dashboard_parts set version = 'another'; update dashboard_builds set version = 'another'`,
    );
    await client.query(`insert into dashboard_figures (measure, area, period_kind, year, topic, breakdown, release_id)
      select 'a-measure-that-is-gone', area, period_kind, year, topic, breakdown, release_id from dashboard_figures limit 1`);
    await deriveFigures(ownerUrl);
    expect(await made()).toEqual(whole);
  });

  test('a total its parts do not make is noted, and no longer once a revision mends it', async () => {
    await importGiven('requests.csv', eesFile('requests', requests(60)));
    await importGiven('caseload.csv', plans(100));
    await deriveFigures(ownerUrl);
    const noted = ({ build }: Awaited<ReturnType<typeof made>>) => build.notes.join('\n');
    expect(noted(await made())).toContain('North East, January 2025 (caseload, ehcplans): published as 40');
    expect(noted(await made())).toContain('North East, 2024 (requests, requests_received_in_year)');
    await importGiven('caseload.csv', plans(50).replaceAll(',40,', ',50,'));
    await deriveFigures(ownerUrl);
    expect(noted(await made())).not.toContain('caseload');
    expect(noted(await made())).toContain('North East, 2024 (requests, requests_received_in_year)');
  });
});
