import { expect, test } from 'vitest';
import { aStatisticsDatabase } from '../../../test/support/statistics.ts';
import { keepPublished } from './import-store.ts';
import { aRelease } from './release-examples.ts';

const { client, ownerUrl, importGiven } = await aStatisticsDatabase();
const counts = async () =>
  (await client.query('select la_code, measure, year, age, count from published_plans order by 1, 2, 3, 4'))
    .rows;

test('what is imported is kept for forecasts, of authorities alone; again it changes nothing', async () => {
  await importGiven('release.zip', aRelease());
  expect(await keepPublished(ownerUrl, new Set(['caseload', 'requests']))).toBe(
    '37 counts of plans are kept for forecasts',
  );
  const kept = await counts();
  expect(
    kept.filter(({ la_code, year, measure }) => la_code === 991 && year === 2023 && measure === 'joined'),
  ).toEqual([
    { la_code: 991, measure: 'joined', year: 2023, age: 2, count: 8 },
    { la_code: 991, measure: 'joined', year: 2023, age: 4, count: 120 },
    { la_code: 991, measure: 'joined', year: 2023, age: 11, count: 20 },
    { la_code: 991, measure: 'joined', year: 2023, age: null, count: 5000 },
  ]);
  await keepPublished(ownerUrl, new Set(['caseload']));
  expect(await counts()).toEqual(kept);
  expect(await keepPublished(ownerUrl, new Set(['lait']))).toBe(
    'The counts of plans for forecasts are as they were',
  );
  expect(await counts()).toEqual(kept);
});
