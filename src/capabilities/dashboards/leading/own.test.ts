import { expect, test } from 'vitest';
import { plainDate } from '../../../shared/plain-date.ts';
import type { LiveCount } from '../live/count.ts';
import { ownOf } from './own.ts';

function aCount(more: Partial<LiveCount>): LiveCount {
  return {
    ...{
      measure: 'plans-within-20-weeks',
      periodKind: 'calendar year',
      year: 2026,
      topic: '',
      breakdown: '',
    },
    ...{ numerator: 3, denominator: 4, asOf: plainDate('2026-11-29'), ...more },
  };
}

test('the newest period stands, and says until when it counts', () => {
  const [own, ...more] = ownOf([aCount({ year: 2025, numerator: 1 }), aCount({})], 10);
  expect(more).toEqual([]);
  expect([own?.is, own?.when]).toEqual(['75.0% (3 of 4)', '2026 up to 29 November 2026']);
});

test('today is newer than this January', () => {
  const plans = { measure: 'plans', denominator: null } as const;
  const counts = [
    aCount({ ...plans, periodKind: 'today', numerator: 12 }),
    aCount({ ...plans, periodKind: 'January', numerator: 9 }),
  ];
  expect(ownOf(counts, 10).map(({ is, when }) => [is, when])).toEqual([['12', '29 November 2026']]);
});

test('a mean is said in days and of how many; a share of none is no share', () => {
  const mean = aCount({ measure: 'stage-days-decide', numerator: 80, denominator: 2 });
  expect(ownOf([mean], 10)[0]?.is).toBe('40 days, of 2');
  expect(ownOf([aCount({ numerator: 0, denominator: 0 })], 10)[0]?.is).toBe('none to count');
});

test('a breakdown is not the whole', () => {
  expect(ownOf([aCount({ measure: 'plan-ages', topic: 'age', breakdown: 'age 7' })], 10)).toEqual([]);
});

test('what people say is a share, of enough of them alone, with how many answered beside it', () => {
  const heard = { measure: 'family-listened-to', numerator: 6, denominator: 10 } as const;
  const answered = { measure: 'families-who-answered', numerator: 10, denominator: 40 } as const;
  const of = (counts: readonly Partial<LiveCount>[]) =>
    ownOf(counts.map(aCount), 10).map(({ is, answered }) => [is, answered]);
  expect(of([heard, answered])).toEqual([
    ['60.0%', '25%'],
    ['25%', '25%'],
  ]);
  expect(of([{ ...heard, numerator: 6, denominator: 9 }])).toEqual([
    ['too few: under 10', 'too few: under 10'],
  ]);
});
