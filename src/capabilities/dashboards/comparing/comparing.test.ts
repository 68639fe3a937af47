import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { funnelOf } from './funnel.ts';
import { type Counted, intervalOf, Z_998 } from './interval.ts';
import { ranksOf } from './rank.ts';
import { judged, standingOf } from './standing.ts';

const PERCENT = { unit: 'percent', polarity: 'higher' } as const;

function counted(numerator: number, denominator: number): Counted {
  return { value: denominator === 0 ? null : (100 * numerator) / denominator, numerator, denominator };
}

describe('how sure a share is', () => {
  // Worked by hand from Wilson's formula: 10 of 20, z = 1.959964.
  test('ten of twenty is surely between 29.9 and 70.1 in a hundred', () => {
    const interval = intervalOf(PERCENT, counted(10, 20));
    expect(interval?.low).toBeCloseTo(29.93, 1);
    expect(interval?.high).toBeCloseTo(70.07, 1);
  });

  test('none of few is not surely none', () => {
    const interval = intervalOf(PERCENT, counted(0, 5));
    expect(interval?.low).toBe(0);
    expect(interval?.high).toBeGreaterThan(40);
  });

  test('a score, a share without counts, and counts that cannot be have no interval', () => {
    expect(intervalOf({ unit: 'score' }, counted(1, 2))).toBeNull();
    expect(intervalOf(PERCENT, { value: 5, numerator: null, denominator: 20 })).toBeNull();
    expect(intervalOf(PERCENT, counted(3, 2))).toBeNull();
    expect(intervalOf(PERCENT, counted(0, 0))).toBeNull();
  });

  test('holds the share, stays within a hundred, and is wider the surer it is to be', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.integer({ min: 1, max: 500 }), (some, of) => {
        const one = counted(Math.min(some, of), of);
        const near = intervalOf(PERCENT, one);
        const wide = intervalOf(PERCENT, one, Z_998);
        if (near === null || wide === null || one.value === null) throw new Error('no interval');
        expect(near.low).toBeGreaterThanOrEqual(0);
        expect(near.high).toBeLessThanOrEqual(100);
        expect(near.low).toBeLessThanOrEqual(one.value + 1e-9);
        expect(near.high).toBeGreaterThanOrEqual(one.value - 1e-9);
        expect(wide.high - wide.low).toBeGreaterThanOrEqual(near.high - near.low - 1e-9);
      }),
    );
  });
});

/** Areas that differ by chance alone around one in two: every other a little over and a little under. */
function alike(count: number, of: number): Counted[] {
  return Array.from({ length: count }, (_, place) => counted(of / 2 + (place % 2 === 0 ? 1 : -1), of));
}

describe('the funnel', () => {
  test('where areas differ by no more than chance the limits are those of chance alone', () => {
    const funnel = funnelOf(alike(40, 100), counted(2000, 4000));
    expect(funnel?.spread).toBe(1);
    // One in two of a hundred: 50 ± 1.96 × 5.
    expect(funnel?.limits(100, '95').low).toBeCloseTo(40.2, 1);
  });

  test('where areas differ widely anyway the limits are wider', () => {
    const wide = Array.from({ length: 40 }, (_, place) => counted(place % 2 === 0 ? 300 : 700, 1000));
    const funnel = funnelOf(wide, counted(20_000, 40_000));
    expect(funnel?.spread).toBeGreaterThan(100);
    expect(funnel?.limits(1000, '95').low).toBeLessThan(30);
  });

  test('a small area far off is not called unusual; a large one as far off is', () => {
    const england = counted(200_000, 400_000);
    const funnel = funnelOf(alike(40, 1000), england);
    expect(standingOf(PERCENT, counted(7, 20), england, funnel)).toEqual({
      ...{ side: 'about the same', apart: 'usual' },
    });
    expect(standingOf(PERCENT, counted(700, 2000), england, funnel)).toEqual({
      side: 'lower',
      apart: 'furthest',
    });
  });

  test('an area surely higher, by no more than areas usually differ, is higher and no more', () => {
    const wide = Array.from({ length: 40 }, (_, place) => counted(place % 2 === 0 ? 400 : 600, 1000));
    const england = counted(20_000, 40_000);
    const standing = standingOf(PERCENT, counted(560, 1000), england, funnelOf(wide, england));
    expect(standing).toEqual({ side: 'higher', apart: 'usual' });
  });

  test('too few areas, or an England of nothing, have no funnel', () => {
    expect(funnelOf(alike(10, 100), counted(50, 100))).toBeNull();
    expect(funnelOf(alike(40, 100), counted(0, 100))).toBeNull();
    expect(funnelOf(alike(40, 100), undefined)).toBeNull();
  });

  test('limits never leave nought and a hundred, and close in as areas grow', () => {
    const funnel = funnelOf(alike(40, 100), counted(3900, 4000));
    if (funnel === null) throw new Error('no funnel');
    let last = Number.POSITIVE_INFINITY;
    for (const of of [1, 10, 100, 1000]) {
      const { low, high } = funnel.limits(of, '99.8');
      expect(low).toBeGreaterThanOrEqual(0);
      expect(high).toBeLessThanOrEqual(100);
      expect(high - low).toBeLessThanOrEqual(last);
      last = high - low;
    }
  });
});

describe('a standing', () => {
  test('figures printed alike are the same where nothing says how sure they are', () => {
    const one = { value: 46.44, numerator: null, denominator: null };
    const of = (value: number) => standingOf(PERCENT, { ...one, value }, one, null);
    expect(of(46.41)?.side).toBe('about the same');
    expect(of(47)).toEqual({ side: 'higher', apart: 'usual' });
  });

  test('is for the better or the worse only where more is one of the two, and it is further off than usual', () => {
    const higher = { side: 'higher', apart: 'far' } as const;
    expect(judged({ polarity: 'higher' }, higher)).toBe('better');
    expect(judged({ polarity: 'lower' }, higher)).toBe('worse');
    expect(judged({ polarity: 'neither' }, higher)).toBeNull();
    expect(judged({ polarity: 'higher' }, { side: 'higher', apart: 'usual' })).toBeNull();
  });

  test('no figure has no standing', () => {
    expect(standingOf(PERCENT, undefined, counted(1, 2), null)).toBeNull();
    expect(standingOf(PERCENT, counted(0, 0), counted(1, 2), null)).toBeNull();
  });
});

describe('a place among areas', () => {
  const areas = new Map([
    ['1', counted(900, 1000)],
    ['2', counted(500, 1000)],
    ['3', counted(510, 1000)],
    ['4', counted(0, 0)],
  ]);

  test('goes by which way is better, and leaves out who has no figure', () => {
    const ranks = ranksOf(PERCENT, areas);
    expect(ranks?.get('1')).toEqual({ place: 1, from: 1, to: 1, of: 3 });
    expect(ranks?.has('4')).toBe(false);
    expect(ranksOf({ unit: 'percent', polarity: 'lower' }, areas)?.get('1')?.place).toBe(3);
  });

  test('areas that may stand the other way round say so', () => {
    const ranks = ranksOf(PERCENT, areas);
    expect(ranks?.get('2')).toEqual({ place: 3, from: 2, to: 3, of: 3 });
    expect(ranks?.get('3')).toEqual({ place: 2, from: 2, to: 3, of: 3 });
  });

  test('there is none of a plain count, nor of what is neither better nor worse', () => {
    expect(ranksOf({ unit: 'count', polarity: 'higher' }, areas)).toBeNull();
    expect(ranksOf({ unit: 'percent', polarity: 'neither' }, areas)).toBeNull();
  });
});
