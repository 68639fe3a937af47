import { expect, test } from 'vitest';
import { plainDate } from '../../../shared/plain-date.ts';
import type { LiveCount } from '../live/count.ts';
import { peopleSay } from './said.ts';

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

test('what people say is a share, of enough of them alone, with how many answered beside it', () => {
  const heard = { measure: 'family-listened-to', numerator: 6, denominator: 10 } as const;
  const answered = { measure: 'families-who-answered', numerator: 10, denominator: 40 } as const;
  const of = (counts: readonly Partial<LiveCount>[]) =>
    peopleSay(counts.map(aCount), 10).map(({ is, answered }) => [is, answered]);
  expect(of([heard, answered])).toEqual([
    ['60.0%', '25%'],
    ['25%', '25%'],
  ]);
  expect(of([{ ...heard, numerator: 6, denominator: 9 }])).toEqual([
    ['too few: under 10', 'too few: under 10'],
  ]);
});
