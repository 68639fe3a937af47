import { expect, test } from 'vitest';
import { plainDate } from '../../../shared/plain-date.ts';
import { areaAt } from '../areas/areas.ts';
import type { Point, Series } from '../figures/series.ts';
import type { View } from '../figures/view.ts';
import type { LiveCount } from '../live/count.ts';
import { getMeasure } from '../measures/catalogue.ts';
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

/** A measure as it is published of an area, of one year. */
function aView(measure: string, slug: string, value: number | null, year = 2024): View {
  const area = areaAt(slug);
  if (area === undefined) throw new Error(slug);
  const found = getMeasure(measure);
  const point: Point = { year, value, numerator: null, denominator: null, mark: value === null ? 'c' : null };
  const kind = measure === 'plans' ? 'January' : 'calendar year';
  const series: Series = { kind, years: [year], releaseId: '', of: new Map([[area.code, [point]]]) };
  const across = { series, year, england: undefined, funnel: null, ranks: null };
  const none = { before: undefined, standing: null, rank: null };
  return { measure: found, area, across, point, points: [point], ...none };
}

test('the last year that is over stands beside the one that goes on, which says until when it counts', () => {
  const years = [2024, 2025, 2026].map((year) => aCount({ year, numerator: year - 2023 }));
  const [own, ...more] = ownOf(years, []);
  expect(more).toEqual([]);
  expect(own?.whole).toEqual({ is: '50.0% (2 of 4)', when: '2025' });
  expect(own?.running).toEqual({ is: '75.0% (3 of 4)', when: '2026 up to 29 November 2026' });
});

test('on the first days of a year the year before is there, and the new one is not taken for it', () => {
  const asOf = plainDate('2026-01-02');
  const [own] = ownOf(
    [aCount({ year: 2025, asOf }), aCount({ year: 2026, numerator: 0, denominator: 0, asOf })],
    [],
  );
  expect(own?.whole?.when).toBe('2025');
  expect(own?.running).toEqual({ is: 'none to count', when: '2026 up to 2 January 2026' });
});

test('plans are of the last January and of today', () => {
  const plans = { measure: 'plans', denominator: null } as const;
  const counts = [
    aCount({ ...plans, periodKind: 'today', numerator: 12 }),
    aCount({ ...plans, periodKind: 'January', year: 2025, numerator: 7 }),
    aCount({ ...plans, periodKind: 'January', numerator: 9 }),
  ];
  const [own] = ownOf(counts, []);
  expect([own?.whole, own?.running]).toEqual([
    { is: '9', when: 'January 2026' },
    { is: '12', when: '29 November 2026' },
  ]);
});

test('what is published stands with its own year, and with the record of that very year', () => {
  const years = [2024, 2025].map((year) => aCount({ year, numerator: year - 2023 }));
  const [own] = ownOf(years, [aView('plans-within-20-weeks', '838', 26.4)]);
  expect(own?.published).toEqual({
    ...{ is: '26.4%', when: '2024', area: 'Dorset', own: { is: '25.0% (1 of 4)', when: '2024' } },
    href: '/areas/838/measures/plans-within-20-weeks',
  });
});

test('January is never beside a year, nor a withheld figure beside anything', () => {
  const [own] = ownOf(
    [aCount({ measure: 'plans', denominator: null, year: 2025 })],
    [aView('plans', '838', 900, 2025)],
  );
  expect(own?.published?.own).toBeNull();
  expect(ownOf([aCount({})], [aView('plans-within-20-weeks', '838', null)])[0]?.published).toBeNull();
});

test('where nothing is published under its code England’s shares stand beside its own, and England’s counts do not', () => {
  const views = [aView('plans-within-20-weeks', 'england', 46.4), aView('plans', 'england', 638_745)];
  const [count, share] = ownOf(
    [aCount({}), aCount({ measure: 'plans', denominator: null, periodKind: 'today' })],
    views,
  );
  // In the catalogue's order, whatever order they were counted in.
  expect(share?.published?.area).toBe('England');
  expect(count?.published).toBeNull();
});

test('a mean is said in days and of how many; a share of none is no share', () => {
  const mean = aCount({ measure: 'stage-days-decide', numerator: 80, denominator: 2 });
  expect(ownOf([mean], [])[0]?.running?.is).toBe('40 days, of 2');
  expect(ownOf([aCount({ numerator: 0, denominator: 0 })], [])[0]?.running?.is).toBe('none to count');
});

test('a breakdown is not the whole', () => {
  expect(ownOf([aCount({ measure: 'plan-ages', topic: 'age', breakdown: 'age 7' })], [])).toEqual([]);
});
