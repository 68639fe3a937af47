import { describe, expect, test } from 'vitest';
import { intervalOf } from '../comparing/interval.ts';
import { getMeasure } from '../measures/catalogue.ts';
import { figureOf, type Row } from './derive.ts';
import { perHeadOf } from './per-head.ts';

const PLANS = getMeasure('plans-per-thousand');
const REQUESTS = getMeasure('requests-per-thousand');
const PEOPLE = new Map([
  ['839 2023', 40_000],
  ['839 2024', 50_000],
]);

function aRow(topic: string, breakdown: string, count: number | null, more: Partial<Row> = {}): Row {
  return {
    ...{ area: '839', periodKind: 'January', year: 2025, topic, breakdown, releaseId: 'r', ...more },
    value: (column) => (['ehcplans', 'requests_received_in_year'].includes(column) ? count : null),
    mark: () => null,
  };
}
const AGE = 'child or young persons age';
const rows = [
  aRow('', '', 700),
  aRow(AGE, 'under 3', 20),
  aRow(AGE, 'age 17', 480),
  aRow(AGE, 'age 18', 200),
];

describe('a measure out of how many live there', () => {
  test('counts those under 18 of a January against the middle of the year before', () => {
    expect(perHeadOf(PLANS, rows, PEOPLE)).toEqual([
      {
        ...{
          measure: 'plans-per-thousand',
          area: '839',
          periodKind: 'January',
          year: 2025,
          topic: '',
          breakdown: '',
        },
        ...{ value: 10, numerator: 500, denominator: 50_000, mark: null, releaseId: 'r' },
      },
    ]);
  });

  test('counts what came about in a year against the middle of that year, and leaves out an unknown age', () => {
    const flow = { periodKind: 'calendar year', year: 2023 };
    const given = [
      aRow('', '', 90, flow),
      aRow(AGE, 'aged 2 and under', 50, flow),
      aRow(AGE, 'aged 20 and over', 30, flow),
      aRow(AGE, 'age unknown', 10, flow),
    ];
    expect(perHeadOf(REQUESTS, given, PEOPLE)).toMatchObject([
      { value: 1.25, numerator: 50, denominator: 40_000 },
    ]);
  });

  test.each([
    ['the ages do not add up to the total', [aRow('', '', 701), ...rows.slice(1)], PEOPLE],
    ['an age has no number', [...rows.slice(0, 3), aRow(AGE, 'age 18', null)], PEOPLE],
    ['nobody says how many live there', rows, new Map()],
    ['nobody lives there', rows, new Map([['839 2024', 0]])],
  ])('has no figure where %s', (_why, given, people) => {
    expect(perHeadOf(PLANS, given, people)).toMatchObject([{ value: null, mark: 'x' }]);
  });

  test('is nothing of a period that has no ages, and no row by itself is a figure of it', () => {
    expect(perHeadOf(PLANS, [aRow('', '', 700)], PEOPLE)).toEqual([]);
    expect(figureOf(PLANS, aRow('', '', 700))).toBeNull();
  });

  test('is as sure as a share of so many people is, said of a thousand', () => {
    const sure = intervalOf(PLANS, { value: 10, numerator: 500, denominator: 50_000 });
    // By hand, Wilson: (0.01 + 0.0000384) / 1.0000768 ± 0.000873.
    expect(sure?.low).toBeCloseTo(9.165, 2);
    expect(sure?.high).toBeCloseTo(10.91, 2);
  });
});
