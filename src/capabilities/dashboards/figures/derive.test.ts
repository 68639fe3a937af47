import { describe, expect, test } from 'vitest';
import { getMeasure } from '../measures/catalogue.ts';
import { brokenOf } from './broken.ts';
import { figureOf, type Row } from './derive.ts';
import { newestYear, pointAt, sayPeriod } from './series.ts';
import { seriesOf } from './series-of.ts';

function aRow(columns: Record<string, number | string>, more: Partial<Row> = {}): Row {
  return {
    ...{ area: '839', periodKind: 'calendar year', year: 2024, topic: '', breakdown: '', releaseId: 'r' },
    ...more,
    value: (column) => (typeof columns[column] === 'number' ? columns[column] : null),
    mark: (column) => (typeof columns[column] === 'string' ? columns[column] : null),
  };
}

const WITHIN_20 = getMeasure('plans-within-20-weeks');

describe('a figure from a published row', () => {
  test('is as the publisher prints it, with the counts beside it', () => {
    const row = aRow({
      ...{ pc_plans_issued_20_weeks_ex: 46.4, plans_issued_20_weeks_ex: 464, plans_issued_den_ex: 1001 },
    });
    expect(figureOf(WITHIN_20, row)).toMatchObject({
      value: 46.4,
      numerator: 464,
      denominator: 1001,
      mark: null,
    });
  });

  test('is worked out where the publisher prints none', () => {
    const row = aRow({ total_review_meeting: 30, review_expected: 40 });
    expect(figureOf(getMeasure('review-meetings'), row)?.value).toBe(75);
  });

  test('is worked out where the publisher prints a mark beside the counts', () => {
    const row = aRow({
      ...{
        request_not_assess_pc: 'x',
        requests_decided_not_to_assess: 18_755,
        requests_received_in_year: 82_329,
      },
    });
    const figure = figureOf(getMeasure('requests-not-assessed'), row);
    expect(figure?.value).toBeCloseTo(22.8, 1);
    expect(figure?.mark).toBeNull();
  });

  test('adds up what it is out of', () => {
    const row = aRow({
      ...{ request_outcome_six_weeks_pc: 80, request_outcome_six_weeks: 8, request_outcome_over_6_weeks: 2 },
    });
    expect(figureOf(getMeasure('decided-within-6-weeks'), row)?.denominator).toBe(10);
  });

  test('a figure that is not there keeps what was printed in its place', () => {
    expect(figureOf(WITHIN_20, aRow({ pc_plans_issued_20_weeks_ex: 'x' }))).toMatchObject({
      value: null,
      mark: 'x',
    });
  });

  test('of a breakdown the measure is shown by is kept apart from the whole', () => {
    const row = aRow({ pc_plans_issued_20_weeks_ex: 40 }, { topic: 'sex', breakdown: 'female' });
    expect(figureOf(WITHIN_20, row)).toMatchObject({ topic: 'sex', breakdown: 'female', value: 40 });
  });

  test('of a kind of place is one where that kind is shown; of the rest of the forty kinds it is none', () => {
    const met = getMeasure('review-meetings');
    const of = (breakdown: string) =>
      figureOf(
        met,
        aRow({ total_review_meeting: 3, review_expected: 4 }, { topic: 'type of placement', breakdown }),
      );
    expect(of('special - total')).toMatchObject({ topic: 'type of placement', value: 75 });
    expect(of('special - non-maintained')).toBeNull();
    expect(of('constructor')).toBeNull();
  });

  test('of a place without registration is shown by its kind, though its topic is who arranged it', () => {
    const measure = getMeasure('ap-unregistered-school-arranged');
    const topic = 'school arranged unregistered ap pupils';
    expect(figureOf(measure, aRow({ total: 9 }, { topic, breakdown: 'one on one tuition' }))).toMatchObject({
      ...{ topic: 'setting type', breakdown: 'one on one tuition', value: 9 },
    });
    expect(figureOf(measure, aRow({ total: 20 }, { topic }))).toMatchObject({
      topic: '',
      breakdown: '',
      value: 20,
    });
    expect(
      figureOf(
        measure,
        aRow({ total: 5 }, { topic: 'la funded unregistered ap placements', breakdown: 'x' }),
      ),
    ).toBeNull();
  });

  test('a row of something else is no figure of it', () => {
    expect(figureOf(WITHIN_20, aRow({}, { topic: 'type of placement', breakdown: 'neet' }))).toBeNull();
    const spend = getMeasure('specialist-spend-state');
    expect(figureOf(spend, aRow({}, { topic: 'independent or non-maintained' }))).toBeNull();
    expect(figureOf(spend, aRow({ 'spend per head': 9 }, { topic: 'state' }))).toMatchObject({
      topic: '',
      breakdown: '',
      value: 9,
    });
  });
});

describe('a series', () => {
  const row = (area: string, year: number, value: number | null, periodKind = 'January') => ({
    ...{ measure: 'plans', area, year, value, periodKind, releaseId: 'r' },
    ...{ numerator: null, denominator: null, mark: null },
  });

  test('never has two kinds of period: those of the newest stand', () => {
    const series = seriesOf([row('839', 2023, 1, 'calendar year'), row('839', 2024, 2), row('839', 2025, 3)]);
    expect(series.kind).toBe('January');
    expect(series.years).toEqual([2024, 2025]);
  });

  test('the newest year is one that some area has a figure for', () => {
    const series = seriesOf([row('839', 2024, 2), row('839', 2025, null)]);
    expect(newestYear(series)).toBe(2024);
    expect(pointAt(series, '839', 2025)?.value).toBeNull();
    expect(pointAt(series, '840', 2025)).toBeUndefined();
  });

  test('is one that authorities have, though England has a newer', () => {
    const both = [row('E92000001', 2024, 2), row('E92000001', 2025, 3), row('839', 2024, 1)];
    expect(newestYear(seriesOf(both))).toBe(2024);
    expect(newestYear(seriesOf(both.slice(0, 2)))).toBe(2025);
  });

  test.each([
    ['January', 2025, 'January 2025'],
    ['calendar year', 2024, '2024'],
    ['academic year', 2024, '2023/24'],
    ['financial year', 2022, '2021-22'],
  ] as const)('%s %i is said %s', (kind, year, said) => {
    expect(sayPeriod(kind, year)).toBe(said);
  });
});

test('groups stand in the newest year they have: ages in order, the rest by name', () => {
  const row = (topic: string, breakdown: string, year: number) => ({
    ...{ topic, breakdown, year, value: 1, numerator: null, denominator: null, mark: null },
  });
  const [ages, sex, ethnicity] = brokenOf([
    row('child or young persons age', 'age 11', 2025),
    row('child or young persons age', 'under 3', 2025),
    row('child or young persons age', 'age 5', 2025),
    row('sex', 'male', 2024),
    row('sex', 'male', 2025),
    row('sex', 'female', 2025),
    row('ethnicity', 'black - any other black background', 2025),
  ]);
  expect(ages?.groups.map(({ name }) => name)).toEqual(['Under 3', '5', '11']);
  expect([sex?.year, sex?.groups.map(({ name }) => name)]).toEqual([2025, ['Female', 'Male']]);
  expect(ethnicity?.groups.map(({ name }) => name)).toEqual(['Black - any other Black background']);
});
