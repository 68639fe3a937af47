import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aSetting, make, somebody } from './list-examples.ts';
import { BANDS, type Bands, nextOwn, type OwnForm, versionOf } from './own-criteria.ts';

/* What an authority sets of the criteria itself: distances, in versions, and nothing that the law says. */

const form: OwnForm = { bands: [1, 3, 8, 15], usualMiles: 15, why: 'The Fens are flat', seen: 0 };
const said = (changes: Partial<OwnForm>, last: Parameters<typeof nextOwn>[1] = null) =>
  nextOwn({ ...form, ...changes }, last);

test('four distances, each further than the one before, and why', () => {
  expect(said({})).toEqual({
    ok: true,
    value: { number: 1, bands: [1, 3, 8, 15], usualMiles: 15, why: 'The Fens are flat' },
  });
  expect(said({ bands: [1, 3, 3, 15] })).toMatchObject({
    field: 'band-3',
    message: expect.stringContaining('more than 3'),
  });
  expect(said({ bands: [0, 3, 8, 15] })).toMatchObject({ field: 'band-1' });
  expect(said({ bands: [1, 3, 8, 61] })).toMatchObject({ field: 'band-4' });
  expect(said({ bands: [1, null, 8, 15] })).toMatchObject({ field: 'band-2' });
  expect(said({ usualMiles: null })).toMatchObject({ field: 'usualMiles' });
  expect(said({ why: '' })).toMatchObject({ field: 'why' });
});

test('what holds already is no version, and one saved over another than was read is refused', () => {
  expect(said({ bands: [2, 5, 10, 20], usualMiles: 20 })).toMatchObject({ field: 'band-1' });
  const last = { number: 4, bands: BANDS, usualMiles: 20 };
  expect(said({ seen: 3 }, last)).toMatchObject({ message: expect.stringContaining('Somebody has saved') });
  expect(said({ seen: 4 }, last)).toMatchObject({ ok: true, value: { number: 5 } });
  expect(versionOf('1', 5)).toBe('1.5');
});

test('whatever distances are set, what is on a list and in which order stays as it was', () => {
  const settings = [1, 2, 3, 40, 90].map((number) => aSetting(number));
  const usual = make(settings, somebody());
  const aBand = fc
    .uniqueArray(fc.integer({ min: 1, max: 60 }), { minLength: 4, maxLength: 4 })
    .map((all) => all.toSorted((a, b) => a - b));
  fc.assert(
    fc.property(aBand, ([a = 1, b = 2, c = 3, d = 4]) => {
      const bands: Bands = [a, b, c, d];
      const made = make(settings, somebody({ bands }));
      expect(made.ids).toEqual(usual.ids);
      const verdicts = (of: typeof made) =>
        of.entries.map(({ verdict, reasons }) => [verdict, reasons['legal category']]);
      expect(verdicts(made)).toEqual(verdicts(usual));
    }),
  );
});

test('a setting is told near or far by the distances that were set', () => {
  // Some 4.2 miles away.
  const settings = [aSetting(60)];
  expect(make(settings, somebody()).entries[0]?.reasons.distance).toBe('band 2');
  expect(make(settings, somebody({ bands: [5, 6, 7, 8] })).entries[0]?.reasons.distance).toBe('band 1');
  expect(make(settings, somebody({ bands: [1, 2, 3, 4] })).entries[0]?.reasons.distance).toBe('further');
});
