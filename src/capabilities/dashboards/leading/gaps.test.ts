import { describe, expect, test } from 'vitest';
import { type Area, AUTHORITIES, areaOf } from '../areas/areas.ts';
import type { Held } from '../figures/held-store.ts';
import type { Point, Series } from '../figures/series.ts';
import { type View, viewOf } from '../figures/view.ts';
import { getMeasure } from '../measures/catalogue.ts';
import { changesOf, gapSaid, gapsOf, noGapSaid } from './gaps.ts';

const DORSET = getArea('838');
const NEIGHBOURS = AUTHORITIES.filter(({ code }) => code !== '838').slice(0, 10);

function getArea(code: string): Area {
  const area = areaOf(code);
  if (area === undefined) throw new Error(`no area ${code}`);
  return area;
}

function aPoint(year: number, numerator: number, denominator: number): Point {
  return { year, value: (100 * numerator) / denominator, numerator, denominator, mark: null };
}

/** A measure where Dorset has these points and everybody else about six in ten, some a little more and some a little less. */
function aView(id: string, points: readonly Point[]): View {
  const others = AUTHORITIES.filter(({ code }) => code !== '838').map(
    ({ code }, place) => [code, [aPoint(2024, 580 + 10 * (place % 5), 1000)]] as const,
  );
  const series: Series = {
    kind: 'calendar year',
    years: [2023, 2024],
    releaseId: 'r',
    of: new Map<string, readonly Point[]>([
      ...others,
      ['838', points],
      ['E92000001', [aPoint(2024, 6000, 10_000)]],
    ]),
  };
  const held: Held = {
    version: '1',
    series: new Map([[id, series]]),
    releases: new Map(),
    definitions: new Map(),
    neighbours: new Map(),
    notes: [],
  };
  const view = viewOf(held, getMeasure(id), DORSET);
  if (view === null) throw new Error('no view');
  return view;
}

describe('what to look at first', () => {
  test('a figure for the worse, further off than chance, with what it rests on', () => {
    const [gap, ...more] = gapsOf([aView('plans-within-20-weeks', [aPoint(2024, 200, 1000)])], NEIGHBOURS);
    expect(more).toEqual([]);
    expect(gap === undefined ? '' : gapSaid(gap)).toBe(
      '20.0% in 2024, where the middle of 10 neighbours is 60.0% (from 58.0% to 62.0%). As sure as 95 in 100, it is between 17.6% and 22.6%.',
    );
  });

  test('what is for the better, what chance explains, and what is neither is not among it', () => {
    expect(gapsOf([aView('plans-within-20-weeks', [aPoint(2024, 900, 1000)])], NEIGHBOURS)).toEqual([]);
    expect(gapsOf([aView('plans-within-20-weeks', [aPoint(2024, 5, 10)])], NEIGHBOURS)).toEqual([]);
    expect(gapsOf([aView('requests-not-assessed', [aPoint(2024, 900, 1000)])], NEIGHBOURS)).toEqual([]);
  });

  test('fewer than five neighbours with a figure are too few to compare with', () => {
    const view = aView('plans-within-20-weeks', [aPoint(2024, 200, 1000)]);
    expect(gapsOf([view], NEIGHBOURS.slice(0, 4))).toEqual([]);
  });

  test('the furthest comes first', () => {
    const near = aView('decided-within-6-weeks', [aPoint(2024, 500, 1000)]);
    const far = aView('plans-within-20-weeks', [aPoint(2024, 100, 1000)]);
    expect(gapsOf([near, far], NEIGHBOURS).map(({ view }) => view.measure.id)).toEqual([
      'plans-within-20-weeks',
      'decided-within-6-weeks',
    ]);
  });
});

describe('what changed', () => {
  test('by more than chance, and for which way', () => {
    const fell = aView('decided-within-6-weeks', [aPoint(2023, 800, 1000), aPoint(2024, 500, 1000)]);
    expect(changesOf([fell]).map(({ better }) => better)).toEqual([false]);
  });

  test('a small swing of few is no change; nor is anything across a break', () => {
    expect(changesOf([aView('decided-within-6-weeks', [aPoint(2023, 6, 10), aPoint(2024, 5, 10)])])).toEqual(
      [],
    );
    const acrossBreak = aView('level-2-at-19-plan', [aPoint(2023, 800, 1000), aPoint(2024, 500, 1000)]);
    expect(changesOf([{ ...acrossBreak, before: undefined }])).toEqual([]);
  });
});

test('where nobody is known to be alike that is said, and not that there is no gap', () => {
  expect(noGapSaid(0)).toContain('who its statistical neighbours are is not imported');
  expect(noGapSaid(10)).toContain('Nowhere is the area further');
});
