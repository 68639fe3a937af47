import { beforeEach, describe, expect, test } from 'vitest';
import { sharedData } from '../../../test/support/shared-data.ts';
import { aStatisticsDatabase } from '../../../test/support/statistics.ts';
import { readCurrent } from './index.ts';

const { client, importFile, importGiven, clear } = await aStatisticsDatabase();
beforeEach(clear);

type At = { area: string; year: number; topic?: string; breakdown?: string };

/** What a table says of an area, year and group. */
async function said(dataset: string, { area, year, topic = '', breakdown = '' }: At) {
  const rows = await readCurrent(client, { dataset, topics: [topic] });
  return rows.find((row) => row.area === area && row.year === year && row.breakdown === breakdown);
}

const EARLIER = 'all appealable decisions, earlier method';
const LATER = 'all appealable decisions, later method';

describe('appeals to the tribunal', () => {
  const THREE = 'Appeals registered4,Total Appealable Decisions1,SEND Tribunal Appeal Rate2';
  const TABLE = `\uFEFF"SEND Appeal rate table 1: Appeal rate to the SEND Tribunal, by local authorities in England 2023-20242,3",,,,,,,,,
,,,,,,,,,
Local Authority,LA code,2023,,,2024,,,,
,,${THREE},${THREE.replace('1,', ',')},"In development: Total Appealable Decisions1,8",In development: SEND Tribunal Appeal Rate2
NORTH EAST,,,,,,,,,
Durham,840," 1,211 ","4,833",25.10%,344,"5,827",5.90%,"3,124",11.00%
Darlington,841, - ,450,0.00%, .. , .. ,.., .. , ..
Northamptonshire7,892,85, .. ,.., .. , .. ,..,  ,
Bournemouth5,,10,727,1.40%, .. , .. ,..,  ,
"England Total4,9",,"15,615","617,776",2.50%,"22,276","689,739",3.20%,"364,912",6.10%
England total excluding suppressed,,,,,"22,082",,,"364,912",5.70%
Sources:,Appeals - case management system,,,,,,,,
`;

  test('are read under their titles and two rows of header, each way of counting decisions apart', async () => {
    await importGiven('send-tribunals-2014-2024.csv', TABLE);
    const durham = await said('appeals', { area: '840', year: 2023, topic: EARLIER });
    expect([durham?.value('appeals'), durham?.value('decisions'), durham?.value('rate')]).toEqual([
      1211, 4833, 25.1,
    ]);
    expect((await said('appeals', { area: '840', year: 2024, topic: LATER }))?.value('rate')).toBe(11);
    expect((await said('appeals', { area: 'E92000001', year: 2024, topic: LATER }))?.value('appeals')).toBe(
      22_276,
    );
    expect((await said('appeals', { area: '841', year: 2023, topic: EARLIER }))?.mark('appeals')).toBe('-');
    expect(await said('appeals', { area: '841', year: 2024, topic: EARLIER })).toBeUndefined();
  });

  test('are taken by an authority’s name where its code is another’s, which is said, and where it has none', async () => {
    const [release] = await importGiven('send-tribunals-2014-2024.csv', TABLE);
    expect(release?.notes).toEqual([
      'send-tribunals-2014-2024.csv: Northamptonshire is printed with the code 892, which is Nottingham: it is taken by its name',
    ]);
    expect((await said('appeals', { area: '928', year: 2023, topic: EARLIER }))?.value('appeals')).toBe(85);
    expect((await said('appeals', { area: '837', year: 2023, topic: EARLIER }))?.value('appeals')).toBe(10);
  });

  test('of 2024 and 2025 are counted the later way', async () => {
    await importGiven(
      'send-tribunals-2024-2025.csv',
      'la_name,old_la_code,appeals_registered_2024,appealable_decisions_2024,appeals_2025,appealable_decisions_2025,appeal_rate_2025_pct\nDurham,840,344,3124,445,3861,11.5\nEngland,,22276,364912,26977,405735,6.6\n',
    );
    expect((await said('appeals', { area: 'E92000001', year: 2025, topic: LATER }))?.value('appeals')).toBe(
      26_977,
    );
    expect((await said('appeals', { area: '840', year: 2024, topic: LATER }))?.value('decisions')).toBe(3124);
  });
});

test('statistical neighbours are codes, nearest first, with how close each is said to be', async () => {
  const ten = Array.from({ length: 10 }, (_, nth) => `${301 + nth},Close `).join(',');
  const header = Array.from({ length: 10 }, (_, nth) => `SN_${nth + 1},SN_${nth + 1}P`).join(',');
  await importGiven(
    'statistical-neighbours-2025.csv',
    `\uFEFFold_la_code,la_name,${header}\n840,County Durham,${ten}\n`,
  );
  const row = await said('neighbours', { area: '840', year: 2025 });
  expect([row?.value('sn_1'), row?.value('sn_10'), row?.mark('sn_1')]).toEqual([301, 310, 'close']);
});

test('population is of mid-year; Inner and Outer London are in London', async () => {
  const head =
    'time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code,new_la_code,la_name,age_group,population_estimate';
  const row = (level: string, code: string, region: string, la: string, count: string) =>
    `2024,Reporting year,${level},E92000001,England,${code},${region},${la},,,Children aged 0 to 17 years,${count}`;
  await importGiven(
    'population.csv',
    [
      head,
      row('National', '', '', '', '120'),
      row('Regional', 'E13000001', 'Inner London', '', '7'),
      row('Regional', 'E12000007', 'London', '', '20'),
      row('Local authority', 'E12000001', 'North East', '840', '12'),
      row('Local authority', 'E12000009', 'South West', '836', 'x'),
    ].join('\n'),
  );
  expect(await said('population', { area: 'E12000007', year: 2024 })).toMatchObject({
    periodKind: 'mid-year',
  });
  expect((await said('population', { area: '840', year: 2024 }))?.value('population_estimate')).toBe(12);
  expect((await said('population', { area: '836', year: 2024 }))?.mark('population_estimate')).toBe('x');
  expect(await readCurrent(client, { dataset: 'population' })).toHaveLength(4);
});

describe('a table of the dashboard', () => {
  test('is joined by name to areas, however it is written, with its year of 202223.0 and percentages as printed', async () => {
    const [release] = await importGiven(
      'mainstream_with_sen.csv',
      `time_period,region_name,geographic_level,la_name,total_pupils,SEN provision,% of pupils,academic_year
202223.0,London,Local authority,Enfield,55057.0,EHC plan,3.31,2022/23
202223.0,South West,Local authority,"Bristol, City of",100.0,EHC plan,0.31,2022/23
202223.0,North West,Local authority,St Helens,100.0,EHC plan,2,2022/23
202223.0,North West,Local authority,Cumbria,100.0,EHC plan,c,2022/23
202223.0,,National,,8000000.0,EHC plan,2.5,2022/23
202223.0,Yorkshire and the Humber,Regional,,9.0,EHC plan,2.1,2022/23
202223.0,Nowhere,Local authority,Wexcombe,9.0,EHC plan,2.1,2022/23
`,
    );
    const of = (area: string) => said('mainstream_with_sen', { area, year: 2023, topic: 'ehc plan' });
    expect((await of('308'))?.value('% of pupils')).toBe(3.31);
    expect((await of('801'))?.value('% of pupils')).toBe(0.31);
    expect((await of('909'))?.mark('% of pupils')).toBe('c');
    expect(await of('342')).toBeDefined();
    expect(await of('E12000003')).toBeDefined();
    expect((await of('E92000001'))?.periodKind).toBe('academic year');
    expect(release?.notes).toEqual([
      'mainstream_with_sen.csv has an area “Wexcombe”, which is not known here: it is left out',
    ]);
  });

  test('of inspections has the words of each outcome, and the day it was published', async () => {
    await importGiven(
      'ofsted.csv',
      `region,la_name,la_code,Publication date (previous inspection framework),Inspection outcome: written statement of action required? (previous inspection framwork),Revisit outcome: sufficient progress in addressing all significant weaknesses? (previous inspection framework),revisit_publish_date_old_framework,Inspection publication date (new inspection framework),Inspection outcome (new inspection framework),Priority action plan required? (new inspection framework),summary_outcome,box_colour
North East,County Durham,E06000047,17561.0,Yes,Yes,06/03/2020,,Not yet inspected under new framework,,WSoA; progress made,green
`,
    );
    const durham = await said('ofsted', { area: '840', year: 2023 });
    expect(durham?.mark('publication date (previous inspection framework)')).toBe('2018-01-30');
    expect(durham?.mark('summary_outcome')).toBe('wsoa; progress made');
  });

  test('that looks codes up and holds no figure is refused in a line', async () => {
    await expect(importGiven('nhs_lookup.csv', 'nhs_code,nhs_name\n1,2\n')).rejects.toThrow(
      'holds no figure of an area',
    );
  });
});

describe('the interactive tool’s table', () => {
  const HEAD = 'Short Desc,Data item,Years,LA and Regions,Values,LA Number,Region';
  test('has a value for each measure, area and year of its own kind; exponents and hyphens are understood', async () => {
    const [release] = await importGiven(
      'bds_long.csv',
      `${HEAD}
SEN_CASES_JAN,,2025,County Durham,5390,840,North East
SEN_INIT_REQ,,2024,England,154489,970,NA
PrimStatements,,2024/25,London,4.7980000000000002E-2,986,NA
PrimStatements,,2024/25,London (Inner),1,987,NA
SENFinance,,2023-24 (OT),County Durham,-,840,North East
PrimStatements,,0,County Durham,-,840,North East
`,
    );
    expect(await said('lait', { area: '840', year: 2025, topic: 'sen_cases_jan' })).toMatchObject({
      periodKind: 'January',
    });
    expect(await said('lait', { area: 'E92000001', year: 2024, topic: 'sen_init_req' })).toMatchObject({
      periodKind: 'calendar year',
    });
    expect(
      (await said('lait', { area: 'E12000007', year: 2025, topic: 'primstatements' }))?.value('value'),
    ).toBe(0.04798);
    const finance = await said('lait', { area: '840', year: 2024, topic: 'senfinance' });
    expect([finance?.periodKind, finance?.value('value'), finance?.mark('value')]).toEqual([
      'financial year',
      null,
      '-',
    ]);
    expect(release?.notes).toEqual(['1 row says no year: left out']);
  });

  const parquet = sharedData('lait/bds_long_0.parquet');
  test.skipIf(parquet === null)(
    'as it is published, in Parquet, says what the release does of plans in January',
    async () => {
      await importFile(parquet ?? '');
      expect((await said('lait', { area: '886', year: 2025, topic: 'sen_cases_jan' }))?.value('value')).toBe(
        20_635,
      );
    },
    120_000,
  );
});
