import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { at, type ByAge, eachAge, OLDEST, sumOf } from './ages.ts';
import { ratesOf, STRENGTH, survive } from './cohort.ts';
import { type History, knownIn, NO_HISTORY } from './history.ts';
import { quantile, simulate } from './simulate.ts';

const only = (counts: Readonly<Record<number, number>>): ByAge => eachAge((age) => counts[age] ?? 0);
const counted = (year: number, counts: Readonly<Record<number, number>>) => ({
  year,
  total: sumOf(only(counts)),
  ages: only(counts),
});
const history = (more: Partial<History>): History => ({ ...NO_HISTORY, ...more });

describe('the rates of an authority', () => {
  test('between two Januaries, fewer a year older have left, and more have joined', () => {
    const plans = [counted(2024, { 10: 100, 19: 50 }), counted(2025, { 5: 8, 11: 120, 20: 30 })];
    const rates = ratesOf(history({ plans }), NO_HISTORY);
    expect(at(rates?.leave ?? [], 19)).toBeCloseTo(0.4);
    expect(at(rates?.leave ?? [], 10)).toBe(0);
    expect(at(rates?.join ?? [], 11)).toBe(20);
    expect(at(rates?.join ?? [], 5)).toBe(8);
  });

  test('those known to have left make room for more to have joined', () => {
    const plans = [counted(2024, { 10: 100 }), counted(2025, { 11: 120 })];
    const left = [counted(2024, { 10: 10, 11: 10 })];
    const rates = ratesOf(history({ plans, left }), NO_HISTORY);
    expect(at(rates?.leave ?? [], 10)).toBeCloseTo(0.1);
    expect(at(rates?.join ?? [], 11)).toBeCloseTo(30);
  });

  test('at the rates that were, the January that was counted comes out again', () => {
    const opening = only({ 4: 30, 10: 100, 18: 60, 19: 50 });
    const closing = only({ 4: 33, 5: 51, 11: 120, 19: 55, 20: 30 });
    const plans = [
      { year: 2024, total: sumOf(opening), ages: opening },
      { year: 2025, total: sumOf(closing), ages: closing },
    ];
    const rates = ratesOf(history({ plans }), NO_HISTORY);
    const [again = []] = rates === null ? [] : survive(opening, rates, 1);
    expect(again.map((one) => Math.round(one * 1e6) / 1e6)).toEqual([...closing]);
  });

  test('with one count by age, the January before is worked out from who joined and left', () => {
    const plans = [counted(2024, { 5: 60 })];
    const joined = [counted(2023, { 5: 20 })];
    const left = [counted(2023, { 4: 8, 5: 8 })];
    const rates = ratesOf(history({ plans, joined, left }), NO_HISTORY);
    expect(at(rates?.join ?? [], 5)).toBeCloseTo(20);
    // 40 of those now 5 had a plan at 4, and 8 more, who have none now.
    expect(at(rates?.leave ?? [], 4)).toBeCloseTo(8 / 48);
  });

  test('with one count by age and nothing else, the national rates for an authority of its size', () => {
    const national = history({ plans: [counted(2024, { 4: 1000 }), counted(2025, { 4: 1000, 5: 900 })] });
    const rates = ratesOf(history({ plans: [counted(2025, { 4: 19 })] }), national);
    expect(at(rates?.leave ?? [], 4)).toBeCloseTo(0.1);
    expect(at(rates?.join ?? [], 4)).toBeCloseTo((1000 * 19) / 1900);
  });

  test('without any count by age there are none', () => {
    const plans = [{ year: 2025, total: 100, ages: null }];
    expect(ratesOf(history({ plans }), NO_HISTORY)).toBeNull();
    expect(ratesOf(NO_HISTORY, NO_HISTORY)).toBeNull();
  });

  test('what a few children did is drawn towards what all did, and what many did is hardly', () => {
    const national = history({ plans: [counted(2024, { 15: 1000 }), counted(2025, { 16: 900 })] });
    const leaving = (before: number) => {
      const plans = [counted(2024, { 15: before }), counted(2025, { 4: 1, 16: before / 2 })];
      return at(ratesOf(history({ plans }), national)?.leave ?? [], 15);
    };
    expect(leaving(2)).toBeCloseTo((1 + 0.1 * STRENGTH) / (2 + STRENGTH));
    expect(leaving(2000)).toBeGreaterThan(0.49);
  });

  test('nobody has a plan beyond 25', () => {
    const plans = [counted(2024, { 24: 10 }), counted(2025, { 25: 10 })];
    const rates = ratesOf(history({ plans }), NO_HISTORY);
    expect(at(rates?.leave ?? [], OLDEST)).toBe(1);
  });
});

test('what was counted later is not known in a January', () => {
  const plans = [counted(2024, { 4: 1 }), counted(2025, { 4: 2 })];
  const joined = [counted(2023, { 4: 1 }), counted(2024, { 4: 2 })];
  const known = knownIn(history({ plans, joined }), 2024);
  expect(known.plans.map(({ year }) => year)).toEqual([2024]);
  expect(known.joined.map(({ year }) => year)).toEqual([2023]);
});

const ages = fc.array(fc.integer({ min: 0, max: 5000 }), { minLength: OLDEST + 1, maxLength: OLDEST + 1 });
const histories = fc.record({ opening: ages, closing: ages, left: ages }).map(({ opening, closing, left }) =>
  history({
    plans: [
      { year: 2024, total: sumOf(opening), ages: opening },
      { year: 2025, total: sumOf(closing), ages: closing },
    ],
    left: [{ year: 2024, total: sumOf(left), ages: left }],
  }),
);

test('whatever was counted, no forecast is below nought, and a share is a share', () => {
  fc.assert(
    fc.property(histories, histories, (own, national) => {
      const rates = ratesOf(own, national);
      if (rates === null) return;
      expect(rates.leave.every((share) => share >= 0 && share <= 1)).toBe(true);
      const januaries = survive(own.plans[1]?.ages ?? [], rates, 10);
      expect(januaries).toHaveLength(10);
      expect(januaries.flat().every((count) => Number.isFinite(count) && count >= 0)).toBe(true);
    }),
  );
});

test('everybody stays, leaves or joined: no forecast makes or loses a child', () => {
  fc.assert(
    fc.property(histories, (own) => {
      const rates = ratesOf(own, NO_HISTORY);
      const base = own.plans[1]?.ages ?? [];
      if (rates === null) return;
      const [next = []] = survive(base, rates, 1);
      const left = sumOf(base.map((count, age) => count * at(rates.leave, age)));
      expect(sumOf(next)).toBeCloseTo(sumOf(base) - left + sumOf(rates.join), 4);
    }),
  );
});

describe('the range of a forecast', () => {
  const rates = { leave: eachAge((age) => (age === OLDEST ? 1 : 0.1)), join: only({ 4: 40, 11: 10 }) };
  const base = only({ 4: 100, 10: 80, 15: 60 });
  const strays = { walk: 0.14, once: 0.2 };
  const ranges = (seed: number) => simulate({ base, rates }, 10, strays, { counts: [sumOf], seed })[0] ?? [];

  test('is the same each time it is read, and is not the same for another authority', () => {
    expect(ranges(998)).toEqual(ranges(998));
    expect(ranges(998)).not.toEqual(ranges(997));
  });

  test('holds the forecast, is never below nought, and is wider the further ahead', () => {
    const forecast = survive(base, rates, 10).map(sumOf);
    const widths = ranges(998).map(({ low, high }, place) => {
      expect(low).toBeGreaterThanOrEqual(0);
      expect(low).toBeLessThan(forecast[place] ?? 0);
      expect(high).toBeGreaterThan(forecast[place] ?? 0);
      return high - low;
    });
    expect(widths[9]).toBeGreaterThan((widths[0] ?? 0) * 1.5);
  });

  test('of nobody, where nobody joins, is nobody', () => {
    const nobody = { base: only({}), rates: { leave: rates.leave, join: only({}) } };
    const none = { low: 0, high: 0 };
    expect(simulate(nobody, 2, strays, { counts: [sumOf], seed: 1 })).toEqual([[none, none]]);
  });

  test('leaves out a tenth at either end', () => {
    const hundred = Array.from({ length: 101 }, (_, place) => 100 - place);
    expect([quantile(hundred, 0.1), quantile(hundred, 0.9)]).toEqual([10, 90]);
  });
});
