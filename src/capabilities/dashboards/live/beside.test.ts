import { expect, test } from 'vitest';
import { plainDate } from '../../../shared/plain-date.ts';
import { besidePublished, peopleSaid } from './beside.ts';
import type { ReleasedCount } from './count.ts';

function released(more: Partial<ReleasedCount>): ReleasedCount {
  return {
    ...{
      measure: 'plans-within-20-weeks',
      periodKind: 'calendar year',
      year: 2025,
      topic: '',
      breakdown: '',
    },
    ...{ authorityId: 838, releasedOn: plainDate('2026-10-01'), asOf: plainDate('2026-10-01') },
    ...{ numerator: 30, denominator: 40, value: 75, mark: null, policy: '', ...more },
  };
}

const said = (counts: readonly ReleasedCount[], kind: string, year: number) =>
  besidePublished(counts, { kind, year }).map((one) => `${one.periodKind} ${one.year}`);

test('beside a year stands the record of that year and of the newest that is over, and never the one that goes on', () => {
  const years = [2023, 2024, 2025, 2026].map((year) => released({ year }));
  expect(said(years, 'calendar year', 2024)).toEqual(['calendar year 2024', 'calendar year 2025']);
  expect(said(years, 'calendar year', 2025)).toEqual(['calendar year 2025']);
  expect(said(years, 'calendar year', 2019)).toEqual(['calendar year 2025']);
});

test('in the first days of a year the one before is the newest', () => {
  const asOf = plainDate('2027-01-04');
  const years = [2025, 2026, 2027].map((year) => released({ year, asOf }));
  expect(said(years, 'calendar year', 2025)).toEqual(['calendar year 2025', 'calendar year 2026']);
});

test('beside a January stand January, the last since, and today; a year does not', () => {
  const plans = { measure: 'plans', denominator: null } as const;
  const counts = [
    released({ ...plans, periodKind: 'January', year: 2025 }),
    released({ ...plans, periodKind: 'today', year: 2026 }),
    released({ ...plans, periodKind: 'January', year: 2026 }),
  ];
  expect(said(counts, 'January', 2025)).toEqual(['January 2025', 'January 2026', 'today 2026']);
  expect(said([released({ year: 2025 })], 'January', 2025)).toEqual([]);
});

test('a breakdown is not the whole, and with nothing published what there is stands alone', () => {
  expect(besidePublished([released({ topic: 'age', breakdown: 'age 7' })], null)).toEqual([]);
  expect(besidePublished([released({})], null)).toHaveLength(1);
});

test('what people say is that of the newest year that is over, beside how many answered in that year', () => {
  const agree = { measure: 'family-listened-to' } as const;
  const answer = { measure: 'families-who-answered' } as const;
  const said = peopleSaid([
    ...[2024, 2025, 2026].map((year) => released({ ...agree, year, value: year - 1950 })),
    ...[2024, 2025, 2026].map((year) => released({ ...answer, year, value: year - 1980 })),
    released({ ...agree, topic: 'age', breakdown: 'age 7', value: 1 }),
    released({}),
  ]);
  expect(said.map(({ said, answered }) => [said.measure, said.year, said.value, answered?.value])).toEqual([
    ['family-listened-to', 2025, 75, 45],
  ]);
  expect(peopleSaid([])).toEqual([]);
});
