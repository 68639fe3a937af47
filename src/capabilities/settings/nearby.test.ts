import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { kmBetween, type Place } from '../../shared/on-the-ground.ts';
import { type HeldSetting, registerOf, settingAt } from './held-register.ts';
import { nearest, within } from './nearby.ts';
import { aHeldSetting, aPlace, someSettings } from './nearby-examples.ts';
import type { Filter } from './selection.ts';
import { NEED_TYPES } from './setting.ts';

/** The truth: every setting's distance by the haversine formula, one by one. */
function truth(settings: readonly HeldSetting[], from: Place, filter: Filter): { at: number; km: number }[] {
  return settings
    .flatMap((one, at) => (one.place === null ? [] : [{ at, one, km: kmBetween(from, one.place) }]))
    .filter(({ one }) => filter.closed === true || one.status !== 'Closed')
    .filter(({ one }) => filter.phase === undefined || one.phase === filter.phase)
    .filter(({ one }) => filter.need === undefined || one.needTypes.includes(filter.need))
    .filter(({ one }) => filter.unit !== true || one.resourcedProvision === 'SEN unit')
    .sort((one, other) => one.km - other.km || one.at - other.at);
}

const filters = fc.record(
  {
    phase: fc.constantFrom('Primary', 'Secondary', 'Nursery'),
    need: fc.constantFrom(...NEED_TYPES),
    unit: fc.boolean(),
    closed: fc.boolean(),
  },
  { requiredKeys: [] },
);

describe('the settings near a place', () => {
  test('are the nearest on the ground, whatever is asked for besides', () => {
    fc.assert(
      fc.property(
        someSettings,
        aPlace,
        fc.integer({ min: 0, max: 60 }),
        filters,
        (settings, from, count, filter) => {
          const found = nearest(registerOf(settings), from, count, filter);
          const right = truth(settings, from, filter).slice(0, count);
          expect(found.map(({ km }) => Math.round(km * 1e4))).toEqual(
            right.map(({ km }) => Math.round(km * 1e4)),
          );
        },
      ),
    );
  });

  test('within a distance are all of those and no others, nearest first', () => {
    fc.assert(
      fc.property(
        someSettings,
        aPlace,
        fc.integer({ min: 0, max: 800 }),
        filters,
        (settings, from, km, filter) => {
          const found = within(registerOf(settings), from, km + 0.0005, filter);
          const right = truth(settings, from, filter).filter((one) => one.km <= km + 0.0005);
          expect(found.map(({ row }) => row).toSorted()).toEqual(right.map(({ at }) => at).toSorted());
          expect(found.every((one, at) => at === 0 || one.km >= (found[at - 1]?.km ?? 0))).toBe(true);
        },
      ),
    );
  });

  test('is no matter of degrees: a degree of longitude in Cumbria is shorter than one of latitude', () => {
    const from = { latitude: 54.5, longitude: -3 };
    const north = aHeldSetting(1, { place: { latitude: 55.2, longitude: -3 } });
    const east = aHeldSetting(2, { place: { latitude: 54.5, longitude: -2 } });
    const [first] = nearest(registerOf([north, east]), from, 1);
    expect(first).toMatchObject({ row: 1 });
    expect(first?.km).toBeCloseTo(64.57, 1);
  });

  test('are given in the register’s order where they are in one building', () => {
    const place = { latitude: 51.5, longitude: -0.1 };
    const settings = [1, 2, 3].map((number) => aHeldSetting(number, { place }));
    const rows = nearest(registerOf(settings), place, 2).map(({ row }) => row);
    expect(rows).toEqual([0, 1]);
  });

  test('leave out whoever has no place, and the register says how many those are', () => {
    const register = registerOf([aHeldSetting(1, { place: null }), aHeldSetting(2), aHeldSetting(3)]);
    expect(nearest(register, { latitude: 52, longitude: -1 }, 1000)).toHaveLength(2);
    expect(register.placeless).toBe(1);
  });
});

test('a setting comes out of the register as it went in', () => {
  fc.assert(
    fc.property(someSettings, (settings) => {
      const register = registerOf(settings);
      expect(settings.map((_, row) => settingAt(register, row))).toEqual(settings);
    }),
  );
});
