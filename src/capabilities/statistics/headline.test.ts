import { expect, test } from 'vitest';
import { sharedData } from '../../../test/support/shared-data.ts';
import { aStatisticsDatabase } from '../../../test/support/statistics.ts';
import { eesFile, PLANS } from './ees-examples.ts';
import { readCurrent, readReconciliation } from './index.ts';

const { client, importFile, importGiven } = await aStatisticsDatabase();

async function figure(dataset: string, area: string, year: number, indicator: string, topic = '') {
  const rows = await readCurrent(client, { dataset, topics: [topic] });
  return rows.find((row) => row.area === area && row.year === year)?.value(indicator) ?? null;
}

test('a first start already shows England and its regions', async () => {
  const headline = [
    ['caseload', 'E92000001', 2025, 'ehcplans', 638_745],
    ['caseload', 'E92000001', 2019, 'mainstream_total_pc', 39.2],
    ['caseload', 'E12000007', 2025, 'ehcplans', 99_116],
    ['caseload', 'E92000001', 2025, 'neet', 18_056],
    ['requests', 'E92000001', 2024, 'request_not_assess_pc', 25.2],
    ['requests', 'E12000001', 2024, 'requests_received_in_year', 6200],
    ['requests', 'E92000001', 2023, 'mediation_related_request', 7612],
    ['assessments', 'E92000001', 2022, 'number_assess_tribunal', 864],
    ['timeliness_20_week', 'E12000009', 2024, 'pc_plans_issued_20_weeks_ex', 28.5],
    ['newplans', 'E92000001', 2022, 'new_ehc_plans', 66_706],
    ['annual_reviews', 'E92000001', 2024, 'review_expected', 524_654],
    ['sen_needs_all_plans', 'E92000001', 2025, 'number_slcn', 135_836],
    ['sen_need_newplans', 'E92000001', 2024, 'semh_pc', 26.3],
    ['personal_budgets', 'E92000001', 2021, 'personal_budget', 22_233],
    ['residential_settings', 'E92000001', 2020, 'res_3851', 2209],
    ['work_based_placements', 'E92000001', 2025, 'open_apprentice', 1017],
    ['ceased_plans', 'E92000001', 2024, 'deceased', 475],
  ] as const;
  for (const [dataset, area, year, indicator, expected] of headline)
    expect([dataset, area, year, await figure(dataset, area, year, indicator)]).toEqual([
      dataset,
      area,
      year,
      expected,
    ]);
  const later = 'all appealable decisions, later method';
  expect(await figure('appeals', 'E92000001', 2024, 'rate', later)).toBe(6.1);
  const [row] = await readCurrent(client, { dataset: 'caseload' });
  expect(row?.release).toMatchObject({ source: 'headline', licence: 'Open Government Licence v3.0' });
  expect(await readReconciliation(client, { dataset: 'caseload' })).toEqual([]);
});

const release = sharedData('ees/education-health-and-care-plans_2025.zip');
test.skipIf(release === null)(
  'each of those figures is the release’s own',
  async () => {
    const before = new Map<string, (indicator: string) => number | null>();
    const { rows } = await client.query<{ dataset: string }>(
      `select dataset from statistics_datasets where dataset <> 'appeals'`,
    );
    for (const { dataset } of rows)
      for (const row of await readCurrent(client, { dataset }))
        before.set(`${dataset} ${row.area} ${row.year}`, row.value);
    await importFile(release ?? '');
    for (const { dataset } of rows) {
      for (const row of await readCurrent(client, { dataset, topics: [''] })) {
        const had = before.get(`${dataset} ${row.area} ${row.year}`);
        if (had === undefined) continue;
        expect([row.area, row.year, row.indicators.map(had)]).toEqual([
          row.area,
          row.year,
          row.indicators.map(row.value),
        ]);
        before.delete(`${dataset} ${row.area} ${row.year}`);
      }
    }
    expect([...before.keys()]).toEqual([]);
  },
  240_000,
);

test('what is imported takes its place, row by row', async () => {
  await client.query(
    `delete from statistics_rows where release_id in (select id from statistics_releases where source <> 'headline')`,
  );
  await importGiven('caseload.csv', eesFile('caseload', PLANS));
  expect(await figure('caseload', 'E92000001', 2025, 'ehcplans')).toBe(1000);
  expect(await figure('caseload', 'E12000009', 2025, 'ehcplans')).toBe(62_875);
});
