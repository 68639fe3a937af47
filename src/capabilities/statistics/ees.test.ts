import { beforeEach, describe, expect, test } from 'vitest';
import { sharedData } from '../../../test/support/shared-data.ts';
import { aStatisticsDatabase } from '../../../test/support/statistics.ts';
import { eesFile, PLANS, RELEASE, REQUESTS, type Row, TOTAL, zipOf } from './ees-examples.ts';
import { listReleases, readCurrent, readDifferences, readReconciliation } from './index.ts';

const { client, importFile, importGiven, clear } = await aStatisticsDatabase();

/** What is published of an area in a year, by the newest release. */
async function published(dataset: string, area: string, year: number, topic = '') {
  const rows = await readCurrent(client, { dataset, topics: [topic] });
  return rows.find((row) => row.area === area && row.year === year);
}

describe('a release as it is packed', () => {
  beforeEach(clear);

  test('is read table by table: stock as of its January, flow of its calendar year, an x as no number', async () => {
    const [release] = await importGiven('ehcp_2025.zip', zipOf());
    expect(release).toMatchObject({
      source: 'ees-ehc-plans',
      reportingYear: 2025,
      revision: 1,
      already: false,
    });
    expect(release?.title).toBe('Education, health and care plans, reporting year 2025');
    const plans = await published('caseload', '840', 2025);
    expect(plans?.periodKind).toBe('January');
    expect(plans?.value('ehcplans')).toBe(350);
    expect((await published('caseload', '841', 2025))?.mark('mainstream_total')).toBe('z');
    expect(plans?.value('special_total')).toBeNull();
    expect(plans?.mark('special_total')).toBe('x');
    expect((await published('requests', 'E92000001', 2024))?.periodKind).toBe('calendar year');
    expect((await published('caseload', '840', 2025, 'sex'))?.breakdown).toBe('female');
  });

  test('says words where a table has words', async () => {
    await importGiven('ehcp_2025.zip', zipOf());
    const officers = await published('sen2_dmo_dco', '840', 2025);
    expect(officers?.mark('des_clin_off')).toBe('recruiting');
    expect(officers?.value('des_clin_off')).toBeNull();
  });

  test('has London where it gives Inner and Outer London alone: counts added, percentages worked out again', async () => {
    await importGiven('ehcp_2025.zip', zipOf());
    const london = await published('sen_need_newplans', 'E12000007', 2024);
    expect(london?.value('ehc_plans')).toBe(80);
    expect(london?.value('asd_pc')).toBe(50);
    expect(london?.mark('number_hi')).toBe('x');
  });

  test('has a column twice with the same figures once, and says so', async () => {
    const [release] = await importGiven('ehcp_2025.zip', zipOf());
    expect(release?.notes).toContain(
      'annual_reviews.csv has the column review_meeting_prior_24 twice, with the same figures: it is kept once',
    );
    expect(release?.notes).toContain('the zip file has no timeliness_20_week.csv');
  });

  test('the same bytes again change nothing', async () => {
    await importGiven('ehcp_2025.zip', zipOf());
    const [again] = await importGiven('renamed.zip', zipOf());
    expect(again).toMatchObject({ already: true, revision: 1 });
    expect(await listReleases(client)).toHaveLength(1);
  });

  test('a corrected release is a further revision: both are kept, the newest is read, and each difference is listed', async () => {
    await importGiven('ehcp_2025.zip', zipOf());
    const corrected = PLANS.map(([period, area, group, figures]) => {
      const moved = period === '202425' && area === '841' && group[0] === 'All EHC plans';
      return [
        period,
        area,
        group,
        moved ? { ...figures, ehcplans: 251, mainstream_total: 12 } : figures,
      ] as const;
    });
    const [release] = await importGiven(
      'ehcp.zip',
      zipOf({ ...RELEASE, 'data/caseload.csv': eesFile('caseload', corrected) }),
    );
    expect(release?.revision).toBe(2);
    const about = {
      dataset: 'caseload',
      area: '841',
      periodKind: 'January',
      year: 2025,
      topic: '',
      breakdown: '',
    };
    const listed = [
      { ...about, indicator: 'ehcplans', was: 250, is: 251 },
      { ...about, indicator: 'mainstream_total', was: 'z', is: 12 },
    ];
    expect(release?.differences).toEqual(listed);
    expect(await readDifferences(client, release?.id.slice(0, 8) ?? '')).toEqual(listed);
    expect((await published('caseload', '841', 2025))?.value('ehcplans')).toBe(251);
    const { rows } = await client.query(
      `select count(*)::int from statistics_rows where area = '841' and dataset = 'caseload'`,
    );
    expect(rows[0]?.count).toBe(2);
  });

  test('one table of it by itself is read too, by its columns where its name says nothing', async () => {
    const [release] = await importGiven('download (3).csv', eesFile('requests', REQUESTS));
    expect(release).toMatchObject({ reportingYear: 2025, datasets: [{ dataset: 'requests', rows: 4 }] });
  });

  test('an abolished authority is kept under its code; one that is not known here too, and that is said', async () => {
    const [release] = await importGiven(
      'caseload.csv',
      eesFile('caseload', [
        ['201920', '928', TOTAL['caseload'] ?? ['', ''], { ehcplans: 10 }],
        ['202425', '777', TOTAL['caseload'] ?? ['', ''], { ehcplans: 10 }],
      ]),
    );
    expect(release?.notes).toEqual([
      'caseload.csv has an area 777, Area 777, which is not known here: it is kept, and compared with none',
    ]);
    expect((await published('caseload', '928', 2020))?.value('ehcplans')).toBe(10);
  });

  test('where counts do not add up to what is published, that is told: how many areas had no number too', async () => {
    const all = TOTAL['requests'] ?? ['', ''];
    const counts = { E92000001: 200, E12000001: 120, E12000007: 80, '840': 90, '841': 40, '202': 'x' };
    const rows = Object.entries(counts).map(([area, count]): Row => {
      return ['2024', area, all, { requests_received_in_year: count, request_assess_pc: 60 }];
    });
    await importGiven('requests.csv', eesFile('requests', rows));
    const found = await readReconciliation(client, { dataset: 'requests' });
    expect(found.map(({ area, of, published, sum, without }) => [area, of, published, sum, without])).toEqual(
      [
        ['E12000001', 'authorities', 120, 130, 0],
        ['E12000007', 'authorities', 80, 0, 1],
        ['E92000001', 'authorities', 200, 130, 1],
      ],
    );
  });
});

const release = sharedData('ees/education-health-and-care-plans_2025.zip');
describe.skipIf(release === null)('the release of 2025', () => {
  test('has in it every headline figure, and adds up to England but where its publisher’s own figures do not', async () => {
    await clear();
    const [{ datasets = [], notes = [] } = {}] = await importFile(release ?? '');
    expect(datasets.reduce((sum, { rows }) => sum + rows, 0)).toBe(196_563);
    expect(notes).toHaveLength(2);
    const figures = [
      ['caseload', 2025, 'ehcplans', 638_745],
      ['caseload', 2025, 'special_independent', 29_647],
      ['requests', 2024, 'requests_received_in_year', 154_489],
      ['requests', 2024, 'request_not_assess_pc', 25.2],
      ['timeliness_20_week', 2024, 'pc_plans_issued_20_weeks_ex', 46.4],
      ['annual_reviews', 2024, 'pc_decsion_4weeks', 44.4],
      ['sen_needs_all_plans', 2025, 'number_asd', 201_183],
      ['ceased_plans', 2023, 'total_ceased', 39_419],
      ['residential_settings', 2024, 'res_52', 774],
    ] as const;
    for (const [dataset, year, indicator, figure] of figures)
      expect([dataset, (await published(dataset, 'E92000001', year))?.value(indicator)]).toEqual([
        dataset,
        figure,
      ]);
    const unexplained: string[] = [];
    for (const { dataset } of datasets) {
      for (const { area, year, indicator, without, of } of await readReconciliation(client, { dataset }))
        if (without === 0 && area === 'E92000001')
          unexplained.push(`${dataset} ${year} ${indicator} by ${of}`);
    }
    expect(unexplained).toEqual([
      // The region's total stands for each authority of Yorkshire and The Humber.
      'newplans 2022 new_ehc_plans by authorities',
      'residential_settings 2023 res_tot by authorities',
      // Surrey sent corrected needs later; England was corrected, and Surrey's row was not.
      'sen_needs_all_plans 2025 number_semh by authorities',
      'sen_needs_all_plans 2025 number_slcn by authorities',
      'sen_needs_all_plans 2025 number_sld by authorities',
      'sen_needs_all_plans 2025 number_spld by authorities',
    ]);
  }, 120_000);
});
