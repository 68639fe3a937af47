import { readFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { sharedData } from '../../../test/support/shared-data.ts';
import { FLOWS, NEED_COUNTS } from './figures.ts';
import { KINDS, NEEDS } from './kinds.ts';
import { type DATASETS, readPublished } from './published.ts';
import { sum } from './rounding.ts';
import { KIND_COUNTS } from './shapes.ts';
import { shapesOfRelease } from './shapes-published.ts';
import { sizesFor } from './sizes.ts';

/* A release in the publisher's layout, made up: one authority, one that was abolished, and a region printed in its authorities' rows. */

type Line = Readonly<Record<string, string | number>>;
const about = (year: string, level: string, code: string, topic: string, breakdown = topic): Line => ({
  time_period: year,
  geographic_level: level,
  region_name: level === 'Regional' ? code : '',
  old_la_code: level === 'Local authority' ? code : '',
  breakdown_topic: topic,
  breakdown,
});
const la = 'Local authority';
const AGE = 'Child or young persons age';

const LINES: Readonly<Record<(typeof DATASETS)[number], readonly Line[]>> = {
  caseload: [
    { ...about('202425', la, '303', 'All EHC plans'), EHCplans: 100, special_la_maintained: 60, neet: 40 },
    { ...about('202324', la, '303', 'All EHC plans'), EHCplans: 90, special_la_maintained: 50, neet: 40 },
    { ...about('202425', la, '303', AGE, 'age 9'), EHCplans: 60, special_la_maintained: 60, neet: 0 },
    { ...about('202425', la, '303', AGE, 'age 20'), EHCplans: 40, special_la_maintained: 0, neet: 40 },
    { ...about('202425', la, '303', 'Sex', 'Male'), EHCplans: 75, special_la_maintained: 50, neet: 25 },
    { ...about('202425', la, '303', 'Sex', 'Female'), EHCplans: 25, special_la_maintained: 10, neet: 15 },
  ],
  sen_needs_all_plans: [
    { ...about('202425', la, '303', 'All EHC plans'), number_asd: 70, number_need_unknown: 30 },
    {
      ...about('202425', la, '303', 'Type of placement', 'Special - LA maintained'),
      number_asd: 'x',
      number_need_unknown: 'x',
    },
  ],
  newplans: [
    { ...about('2024', la, '303', 'New EHC plans'), new_ehc_plans: 20 },
    { ...about('2021', la, '909', 'New EHC plans'), new_ehc_plans: 584 },
    ...['810', '811'].map((code) => ({ ...about('2022', la, code, 'New EHC plans'), new_ehc_plans: 600 })),
    { ...about('2022', 'Regional', 'Yorkshire and The Humber', 'New EHC plans'), new_ehc_plans: 600 },
  ],
  requests: [
    {
      ...about('2024', la, '303', 'All requests for EHC needs assessments'),
      requests_received_in_year: 50,
      requests_decided_not_to_assess: 10,
    },
  ],
  assessments: [
    { ...about('2024', la, '303', 'All EHC needs assessments'), assess_issued: 21, assess_not_issued: 'z' },
  ],
  timeliness_20_week: [
    {
      ...about('2024', la, '303', 'All EHC plans issued'),
      plans_issued_den: 18,
      PC_plans_issued_20_weeks_ex: 50,
    },
    ...[
      ['810', 30],
      ['811', 10],
    ].map(([code, count]) => ({
      ...about('2022', la, String(code), 'All EHC plans issued'),
      plans_issued_den: count ?? 0,
    })),
  ],
};

const COLUMNS: Readonly<Record<string, readonly string[]>> = {
  caseload: ['EHCplans', ...KINDS.map(({ column }) => column)],
  sen_needs_all_plans: [
    ...[
      'asd',
      'slcn',
      'semh',
      'mld',
      'sld',
      'pd',
      'spld',
      'pmld',
      'hi',
      'vi',
      'msi',
      'oth',
      'need_unknown',
    ].map((need) => `number_${need}`),
  ],
  newplans: ['new_ehc_plans'],
  requests: [
    ...['requests_received_in_year', 'requests_decided_to_assess', 'requests_decided_not_to_assess'],
    ...['requests_decision_not_made', 'requests_withdrawn'],
    ...['request_outcome_six_weeks', 'request_outcome_over_6_weeks'],
  ],
  assessments: [
    'assess_issued',
    'assess_not_issued',
    'outcome_decision_within_time',
    'outcome_decision_over_time',
  ],
  timeliness_20_week: [
    ...[
      'plans_issued_den',
      'plans_issued_den_ex',
      'plans_issued_within_20_weeks',
      'plans_issued_20_weeks_ex',
    ],
    ...['plans_issued_gt_1_year', 'plans_issued_gt_1_year_ex'],
  ],
};

function release(without: readonly string[] = []): Uint8Array {
  const files = Object.entries(LINES).filter(([dataset]) => !without.includes(dataset));
  return zipSync(
    Object.fromEntries(
      files.map(([dataset, lines]) => {
        const columns = [...Object.keys(about('', '', '', '')), ...(COLUMNS[dataset] ?? [])];
        const rows = lines.map((line) => columns.map((column) => line[column] ?? 'x').join(','));
        return [`data/${dataset}.csv`, strToU8(`\uFEFF${[columns.join(','), ...rows].join('\r\n')}\r\n`)];
      }),
    ),
  );
}

const shapes = shapesOfRelease(readPublished(release()));
const shapeOf = (code: number) => shapes.find(({ authority }) => authority.code === code);

test('an authority is as the release has it, in January 2025 and in no other', () => {
  const one = shapeOf(303);
  expect([one?.authority.plans, one?.sexes]).toEqual([100, [75, 25]]);
  expect(one?.ages[9 - 2]).toBe(60);
  expect(one?.kinds.filter((count) => count > 0).toSorted()).toEqual([40, 60]);
  expect(one?.needs.filter((count) => count > 0)).toEqual([70, 30]);
  expect(one?.flows.at(-1)).toMatchObject({
    requests: 50,
    refused: 10,
    newPlans: 20,
    issued: 18,
    decidedToIssue: 21,
    notIssued: 0,
  });
});

test('nobody of an age is at a kind of placement where the release has nobody of it', () => {
  const [sizes] = sizesFor(
    shapes.filter(({ authority }) => authority.code === 303),
    100,
  );
  const neet = KINDS.findIndex(({ column }) => column === 'neet');
  expect(sizes?.kindsByAge[9 - 2]?.[neet]).toBe(0);
  expect(sizes?.kindsByAge[20 - 2]?.[neet]).toBe(40);
});

test('where it says nothing of an authority’s needs by kind, England’s are taken', () => {
  expect(sum((shapeOf(303)?.needsByKind ?? []).flat())).toBeGreaterThan(600_000);
});

test('an authority that returned no placements has none recorded', () => {
  const one = shapeOf(302);
  expect(one?.kinds.at(-1)).toBe(one?.authority.plans);
});

test('an authority that took another’s place has its part of what was published of that one', () => {
  const [cumberland, westmorland] = [shapeOf(942), shapeOf(943)];
  const [one, other] = [cumberland, westmorland].map((shape) => shape?.flows[1]?.newPlans ?? 0);
  expect((one ?? 0) + (other ?? 0)).toBeCloseTo(584);
  expect(one).toBeGreaterThan(other ?? 0);
});

test('a region’s number printed for each of its authorities is shared out among them', () => {
  expect([shapeOf(810)?.flows[2]?.newPlans, shapeOf(811)?.flows[2]?.newPlans]).toEqual([450, 150]);
});

test('what is no release, or not whole, is refused in one line', () => {
  expect(() => readPublished(strToU8('no zip'))).toThrow('not a zip file that can be opened');
  expect(() => readPublished(release(['requests']))).toThrow('the release holds no requests.csv');
});

test('the Department’s release comes to its own England', () => {
  const file = sharedData('ees/education-health-and-care-plans_2025.zip');
  if (file === null) return;
  const sizes = sizesFor(shapesOfRelease(readPublished(readFileSync(file))), 640_000);
  const share = 640_000 / 638_745;
  const within = (what: string, is: number, published: number, most = 0.01) =>
    expect([what, Math.abs(is / published - 1) <= most], `${what}: ${is} for ${published}`).toEqual([
      what,
      true,
    ]);
  // Of two authorities England's figures have some placements that their own rows do not.
  KINDS.forEach(({ column }, at) => {
    within(column, sum(sizes.map(({ kinds }) => kinds[at] ?? 0)), (KIND_COUNTS[at] ?? 0) * share, 0.02);
  });
  // Severe and specific learning difficulty were corrected between copies of the release: its authorities come to the later numbers.
  NEED_COUNTS.forEach((count, at) => {
    const most = NEEDS[at] === 'SLD' || NEEDS[at] === 'SPLD' ? 0.05 : 0.01;
    within(`need ${at}`, sum(sizes.map(({ needs }) => needs[at] ?? 0)), count * share, most);
  });
  FLOWS.forEach((flow, at) => {
    const years = sizes.flatMap((one) => one.years[at] ?? []);
    const asked = years.flatMap(({ requests: one }) => [
      ...one.assess,
      ...one.refuse,
      one.pending,
      one.withdrawn,
    ]);
    within('requests', sum(asked), flow.requests * share);
    within('refused', sum(years.flatMap(({ requests: one }) => one.refuse)), flow.refused * share);
    within('new plans', sum(years.flatMap(({ issued }) => issued)), flow.newPlans * share);
    const plain = years.map(({ issued }) => issued.slice(0, 3));
    const prompt = sum(plain.map(([first = 0]) => first)) / sum(plain.flat());
    within('within 20 weeks', prompt, flow.within20Plain / flow.issuedPlain);
  });
});
