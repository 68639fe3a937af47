import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { plansIn } from '../../../test/support/statistics-tables.ts';
import { at } from './ages.ts';
import { historiesOf, historyOf } from './published.ts';
import { aRelease } from './release-examples.ts';

const file = join(await mkdtemp(join(tmpdir(), 'opensend-release-')), 'release.zip');
await writeFile(file, aRelease());
const rows = await plansIn(file);
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
