import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sharedData } from '../../../test/support/shared-data.ts';
import { plansIn } from '../../../test/support/statistics-tables.ts';
import { errorOf, METHODS, type Published, strayed, tryAll, tryRanges, tryTrend } from './backtest.ts';
import {
  defaultMethod,
  FROM_FOR_ONE_YEAR,
  FROM_FOR_THREE_YEARS,
  ONE_STEP,
  ONE_STEP_FROM,
  ONE_YEAR,
  STRAYS,
  THREE_YEARS,
  WITHIN,
} from './evidence.ts';
import { TREND_METHODS } from './methods.ts';
import { historiesOf, historyOf } from './published.ts';
import { aRelease } from './release-examples.ts';

async function published(path: string): Promise<Published> {
  const rows = await plansIn(path);
  return { authorities: historiesOf(rows), national: historyOf(rows) };
}

const file = join(await mkdtemp(join(tmpdir(), 'opensend-backtest-')), 'release.zip');
await writeFile(file, aRelease());
const small = await published(file);

test('how far off is the mean, in percent of what was counted', () => {
  expect(
    errorOf([
      { forecast: 90, counted: 100 },
      { forecast: 60, counted: 50 },
      { forecast: 5, counted: 0 },
    ]),
  ).toEqual({ percent: 15, forecasts: 2 });
  expect(errorOf([])).toBeNull();
});

describe('on a small invented release', () => {
  test('a forecast is made from what was known that January and no later', () => {
    const tried = tryTrend('last change', small, 1, [2023]);
    // 991 grew by 10%, and 992 by nothing; 993 was abolished that year, and 994 had not begun.
    expect(tried).toEqual([
      { forecast: expect.closeTo(968), counted: 968 },
      { forecast: 100, counted: 104 },
    ]);
  });

  test('all methods are tried on the same authorities', () => {
    const tried = tryAll(small, 2024);
    const counts = METHODS.map((method) => tried.get(method)?.map(({ counted }) => counted));
    expect(new Set(counts.map(String))).toEqual(new Set(['1060,110']));
  });

  test('what is counted afterwards changes no forecast by age', () => {
    const before = tryAll(small, 2024).get('by age');
    const authorities = new Map(
      [...small.authorities].map(([code, history]) => [
        code,
        {
          ...history,
          plans: history.plans.map((one) => (one.year > 2024 ? { ...one, total: 5, ages: null } : one)),
        },
      ]),
    );
    const after = tryAll({ ...small, authorities }, 2024).get('by age');
    expect(after?.map(({ forecast }) => forecast)).toEqual(before?.map(({ forecast }) => forecast));
  });
});

test('the page opens with whichever method was least far off', () => {
  expect(defaultMethod()).toBe('by age');
  expect(defaultMethod({ ...ONE_STEP.percent, 'weighted change': 1 })).toBe('weighted change');
});

const RELEASE = sharedData('ees/education-health-and-care-plans_2025.zip');
const whole = RELEASE === null ? small : await published(RELEASE);

describe.skipIf(RELEASE === null)('on the published caseload of every authority', () => {
  const rounded = (tried: Parameters<typeof errorOf>[0]) => Number(errorOf(tried)?.percent.toFixed(2));

  test('every figure that the page says is what comes out', () => {
    for (const method of TREND_METHODS) {
      const one = tryTrend(method, whole, 1, FROM_FOR_ONE_YEAR);
      const three = tryTrend(method, whole, 3, FROM_FOR_THREE_YEARS);
      expect([rounded(one), one.length]).toEqual([ONE_YEAR.percent[method], ONE_YEAR.forecasts]);
      expect([rounded(three), three.length]).toEqual([THREE_YEARS.percent[method], THREE_YEARS.forecasts]);
    }
    for (const [method, tried] of tryAll(whole, ONE_STEP_FROM)) {
      expect([method, rounded(tried), tried.length]).toEqual([
        method,
        ONE_STEP.percent[method],
        ONE_STEP.forecasts,
      ]);
    }
  });

  test('and so are the ranges', () => {
    expect(tryRanges(whole, ONE_STEP_FROM, strayed(whole, ONE_STEP_FROM))).toEqual(WITHIN);
    const { walk, once } = strayed(whole, ONE_STEP_FROM + 1);
    expect({ walk: Number(walk.toFixed(3)), once: Number(once.toFixed(3)) }).toEqual(STRAYS);
  });

  test('authorities that were made or abolished in these years are in it for as long as they were', () => {
    const years = (code: number) => whole.authorities.get(code)?.plans.map(({ year }) => year);
    expect(years(909)).toEqual([2019, 2020, 2021, 2022, 2023]);
    expect(years(942)).toEqual([2024, 2025]);
  });
});
