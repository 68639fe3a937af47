import { beforeEach, describe, expect, test } from 'vitest';
import { sharedData } from '../../../test/support/shared-data.ts';
import { aStatisticsDatabase } from '../../../test/support/statistics.ts';
import { listReleases, readDefinitions } from './index.ts';
import { readLait } from './sources/lait.ts';

const { client, importFile, importGiven, clear } = await aStatisticsDatabase();
beforeEach(clear);

const HEAD =
  '"Measure_code","Topic","Measure","Chart_title","Measure_short","Polarity","y_axis_name","state_funded_flag","Table_status","Description","Last Update","Next Update","Data Owner (DO) /Supplier and Contact Details","Methodology","Hyperlink(s)","dps","Year_Type","No_Quartile"';
type Said = { short?: string; subject?: string; polarity?: string; updated?: string; description?: string };
const row = ({
  short = 'SEN_Apples',
  subject = 'Children with SEN',
  polarity = '"High"',
  updated = '45809',
  description = 'Apples eaten.\n\nBy pupils "with" plans.',
}: Said = {}) =>
  `"1","${subject}","Apples, ${subject}","Apples eaten (%)","${short}",${polarity},"% of apples",NA,NA,"${description.replaceAll('"', '""')}","${updated}","46174","DfE",NA,"https://apples.example",NA,"Calendar Year",NA`;
const dictionary = (...rows: string[]) => `${[HEAD, ...rows].join('\r\n')}\r\n`;

describe('the dictionary of the interactive tool', () => {
  test('is a release of its own: each measure in the publisher’s words, NA as nothing', async () => {
    const [release] = await importGiven(
      'lait_data_dictionary.csv',
      dictionary(row(), row({ short: 'B', polarity: 'NA' })),
    );
    expect(release).toMatchObject({
      ...{ source: 'lait-dictionary', reportingYear: 2025, revision: 1 },
      datasets: [{ dataset: 'lait_dictionary', rows: 2 }],
    });
    const [apples, b] = await readDefinitions(client, ['sen_apples', 'b', 'pears']);
    expect(b?.measure).toBe('sen_apples');
    expect(b).toMatchObject({
      ...{ name: 'Apples, Children with SEN', title: 'Apples eaten (%)', polarity: 'High', owner: 'DfE' },
      ...{ description: 'Apples eaten.\n\nBy pupils "with" plans.', method: null, yearKind: 'Calendar Year' },
    });
    expect(apples).toMatchObject({ measure: 'b', polarity: null });
  });

  test('says a measure under two subjects as under special educational needs', async () => {
    await importGiven('d.csv', dictionary(row({ subject: 'Absence', polarity: '"Low"' }), row()));
    expect(await readDefinitions(client, ['sen_apples'])).toMatchObject([
      { subject: 'Children with SEN', polarity: 'High' },
    ]);
  });

  test('that is newer takes the place of an older one, and the same bytes again are nothing', async () => {
    await importGiven('d.csv', dictionary(row()));
    await importGiven('d.csv', dictionary(row({ updated: '46174', description: 'Apples bitten.' })));
    expect((await importGiven('e.csv', dictionary(row())))[0]?.already).toBe(true);
    expect(await listReleases(client)).toHaveLength(2);
    expect((await readDefinitions(client, ['sen_apples']))[0]?.description).toBe('Apples bitten.');
  });

  test.each([
    [
      'a polarity that is none',
      dictionary(row({ polarity: '"Up"' })),
      'd.csv, line 4: the polarity “Up” is neither High, Low nor -',
    ],
    [
      'a column that is missing',
      dictionary(row()).replace('"Description"', '"About"'),
      'd.csv has no column description',
    ],
    [
      'one measure said two ways',
      dictionary(row(), row({ polarity: '"Low"' })),
      'SEN_Apples is there twice under Children with SEN, and said two ways',
    ],
    [
      'a measure without a name',
      dictionary(row({ short: 'NA' })),
      'a measure has no name, short name or topic',
    ],
    [
      'no day at all',
      dictionary(row({ updated: 'New Data' })),
      'd.csv says of no measure when it was last brought up to date',
    ],
    ['a header and nothing under it', dictionary(), 'd.csv says of no measure when'],
  ])('with %s is refused, and nothing of it is there', async (_what, text, why) => {
    await expect(importGiven('d.csv', text)).rejects.toThrow(why);
    expect(await listReleases(client)).toEqual([]);
  });
});

const real = sharedData('lait/lait_data_dictionary.csv');
describe.skipIf(real === null)('the dictionary of 2025', () => {
  test('is read whole, and says the kinds of year that figures are kept under', async () => {
    const [release] = await importFile(real ?? '');
    expect(release?.datasets).toEqual([{ dataset: 'lait_dictionary', rows: 448 }]);
    const { rows } = await client.query<{ measure: string; kind: string | null }>(
      'select distinct measure, year_kind as kind from statistics_definitions order by measure',
    );
    const tool = readLait('bds_long.parquet', ['LA Number', 'Short Desc', 'Years', 'Values']);
    const otherwise = rows.flatMap(({ measure, kind }) => {
      const [line] = tool?.take(['970', measure, '2024', '1'], 1) ?? [];
      const expected = KINDS[kind ?? ''];
      return line?.periodKind === expected ? [] : [`${measure}: ${line?.periodKind}, not ${kind}`];
    });
    expect(otherwise).toEqual([]);
  });
});

const KINDS: Readonly<Record<string, string>> = {
  'Academic Year': 'academic year',
  'Calendar Year': 'calendar year',
  'Financial Year': 'financial year',
  'Annual - January': 'January',
  // By the year they are printed with.
  ...{ Annual: 'financial year', 'Annual (end of Sept)': 'financial year' },
};
