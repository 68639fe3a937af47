import { AUTHORITIES } from './authorities.ts';

/** An area statistics are published of. `code` is a GSS code for England and regions, and three digits for an authority. */
export type Area = {
  code: string;
  name: string;
  kind: 'country' | 'region' | 'authority';
  /** The region's code; of an authority alone. */
  region: string | null;
  /** The ONS's code, as the Department's release has it. */
  onsCode: string;
  /** Authorities whose area was theirs before, by code: most recent first. */
  before: readonly string[];
  /** When it was abolished, and which authorities its area went to; null for one that is there. */
  abolished: { on: string; into: readonly string[] } | null;
};

export const ENGLAND = 'E92000001';

const REGIONS: Readonly<Record<string, string>> = {
  'North East': 'E12000001',
  'North West': 'E12000002',
  'Yorkshire and The Humber': 'E12000003',
  'East Midlands': 'E12000004',
  'West Midlands': 'E12000005',
  'East of England': 'E12000006',
  London: 'E12000007',
  'South East': 'E12000008',
  'South West': 'E12000009',
};

/*
 * Authorities that are no more, with the codes they are published under. Codes and names: Department for Education, Education,
 * health and care plans, 2025 release. What followed them: footnotes 5 to 8 of HM Courts and Tribunals Service's table of appeal
 * rates 2014 to 2024 (Bournemouth and Poole merged in 2019, Dorset's boundaries changed with it; Northamptonshire was split in
 * 2021, Cumbria in April 2023); each on 1 April of its year by its structural changes order. Christchurch went from Dorset to
 * Bournemouth, Christchurch and Poole, so Dorset before 2019 is another area than Dorset since. Both: OGL v3.0.
 */
const ABOLISHED: readonly (readonly [
  code: string,
  name: string,
  region: string,
  ons: string,
  on: string,
  into: readonly string[],
])[] = [
  ['835', 'Dorset (before 2019)', 'South West', 'E10000009', '2019-04-01', ['838', '839']],
  ['836', 'Poole', 'South West', 'E06000029', '2019-04-01', ['839']],
  ['837', 'Bournemouth', 'South West', 'E06000028', '2019-04-01', ['839']],
  ['928', 'Northamptonshire', 'East Midlands', 'E10000021', '2021-04-01', ['940', '941']],
  ['909', 'Cumbria', 'North West', 'E10000006', '2023-04-01', ['942', '943']],
];

const before = (code: string) =>
  ABOLISHED.filter(([, , , , , into]) => into.includes(code)).map(([abolished]) => abolished);

/** England, its nine regions, the 153 authorities, then those abolished since 2019. */
export const AREAS: readonly Area[] = [
  {
    code: ENGLAND,
    name: 'England',
    kind: 'country',
    region: null,
    onsCode: ENGLAND,
    before: [],
    abolished: null,
  },
  ...Object.entries(REGIONS).map(
    ([name, code]): Area => ({
      code,
      name,
      kind: 'region',
      region: null,
      onsCode: code,
      before: [],
      abolished: null,
    }),
  ),
  ...AUTHORITIES.map(({ code, name, region, onsCode }): Area => {
    const text = String(code);
    const of = { code: text, name, region: REGIONS[region] ?? null, onsCode };
    return { ...of, kind: 'authority', before: before(text), abolished: null };
  }),
  ...ABOLISHED.map(
    ([code, name, region, onsCode, on, into]): Area => ({
      code,
      name,
      kind: 'authority',
      region: REGIONS[region] ?? null,
      onsCode,
      before: [],
      abolished: { on, into },
    }),
  ),
];

const BY_CODE: ReadonlyMap<string, Area> = new Map(AREAS.map((area) => [area.code, area]));

/** The area with a code, abolished ones too; undefined for none known here. */
export function areaAt(code: string): Area | undefined {
  return BY_CODE.get(code);
}
