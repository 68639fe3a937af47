import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { at } from './ages.ts';
import { historiesOf, historyOf } from './published.ts';
import { readRelease } from './read-release.ts';
import { aRelease, CASELOAD, csv } from './release-examples.ts';

const rows = readRelease(aRelease());
const of = (code: number) => historiesOf(rows).get(code);

describe('a release in the publisher’s layout', () => {
  test('is read by authority: plans in January of the academic year, and what began and ended in a calendar year', () => {
    expect(of(991)?.plans.map(({ year, total }) => [year, total])).toEqual([
      [2022, 800],
      [2023, 880],
      [2024, 968],
      [2025, 1060],
    ]);
    expect(of(991)?.left).toMatchObject([{ year: 2023 }]);
    expect(of(992)?.joined.map(({ year, total }) => [year, total])).toEqual([
      [2022, 12],
      [2023, 14],
    ]);
  });

  test('has ages where it gives them: under 3 as 2, 20 and over as 20, and an age that is not known as none', () => {
    expect(at(of(991)?.plans.find(({ year }) => year === 2024)?.ages ?? [], 2)).toBe(8);
    expect(of(991)?.plans.find(({ year }) => year === 2023)?.ages).toBeNull();
    expect(at(of(991)?.left[0]?.ages ?? [], 20)).toBe(48);
    expect(of(991)?.left[0]?.total).toBe(3 + 18 + 48);
  });

  test('whoever moves to another authority has not left', () => {
    expect(at(of(991)?.left[0]?.ages ?? [], 11)).toBe(3);
  });

  test('a total of new plans that its ages do not come to is taken from the ages', () => {
    expect(of(991)?.joined.find(({ year }) => year === 2023)?.total).toBe(148);
  });

  test('a figure that is not available or does not apply is no count, and never nought', () => {
    expect(of(994)?.plans.find(({ year }) => year === 2024)).toEqual({ year: 2024, total: 200, ages: null });
  });

  test('an authority that was abolished ends, and one that was made begins', () => {
    expect(of(993)?.plans.at(-1)?.year).toBe(2023);
    expect(of(994)?.plans.at(0)?.year).toBe(2024);
  });

  test('all authorities together leave out the region and England, which are in the file too', () => {
    expect(historyOf(rows).plans.at(-1)?.total).toBe(1060 + 110 + 220);
  });
});

describe('what cannot be read is refused in one line', () => {
  test.each([
    ['no zip file', strToU8('time_period,ehcplans'), 'it is not a zip file that can be opened'],
    ['a zip file cut short', aRelease().slice(0, 200), 'it is not a zip file that can be opened'],
    ['a file left out', aRelease({ 'data/newplans.csv': null }), 'it holds no newplans.csv'],
    [
      'a column renamed',
      aRelease({ 'data/caseload.csv': csv(CASELOAD, 'plans', String) }),
      'caseload.csv has no column ehcplans',
    ],
    [
      'quotation marks that do not match',
      aRelease({ 'data/caseload.csv': 'time_period,"ehcplans\n1' }),
      'caseload.csv cannot be read as CSV',
    ],
    [
      'nothing of any authority',
      aRelease({
        'data/caseload.csv': csv([], 'ehcplans', String),
        'data/newplans.csv': csv([], 'new_ehc_plans', String),
        'data/ceased_plans.csv': csv([], 'transfer,total_ceased', String),
      }),
      'it says nothing of any authority',
    ],
    ['a zip file of something else', zipSync({ 'a.txt': strToU8('x') }), 'it holds no caseload.csv'],
  ])('%s', (_what, bytes, words) => {
    expect(() => readRelease(bytes)).toThrow(words);
  });
});
