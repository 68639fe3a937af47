import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ByAge, eachAge, sumOf } from './ages.ts';
import { METHODS } from './backtest.ts';
import { AHEAD, type Asked, compare, forecast, type Sources } from './forecast.ts';
import { NO_HISTORY } from './history.ts';
import { EVERYTHING } from './places.ts';
import type { Alike } from './today.ts';

const only = (counts: Readonly<Record<number, number>>): ByAge => eachAge((age) => counts[age] ?? 0);
const counted = (year: number, counts: Readonly<Record<number, number>>) => ({
  year,
  total: sumOf(only(counts)),
  ages: only(counts),
});

const TODAY: Alike[] = [
  { age: 6, need: 'ASD', area: 'WX1', placed: 'special school', children: 20 },
  { age: 6, need: 'SLCN', area: 'WX2', placed: 'mainstream school or nursery', children: 60 },
  { age: 12, need: 'SEMH', area: 'WX1', placed: 'independent special school', children: 10 },
  { age: 12, need: null, area: null, placed: 'no setting named', children: 30 },
];
const sources = (more: Partial<Sources> = {}): Sources => ({
  authorityId: 998,
  history: {
    ...NO_HISTORY,
    plans: [
      { year: 2023, total: 160, ages: null },
      counted(2024, { 5: 80, 11: 40, 18: 60 }),
      counted(2025, { 4: 10, 6: 84, 12: 44, 19: 50 }),
    ],
  },
  national: NO_HISTORY,
  today: TODAY,
  places: [
    {
      ...{ settingId: '1', name: 'Hollybank School', kind: 'special school', independent: false },
      ...{ area: 'WX1', needs: ['ASD'], saidOn: null, lines: [{ need: null, from: 4, to: 15, places: 24 }] },
    },
  ],
  january: 2026,
  ...more,
});
const asked = (more: Partial<Asked> = {}): Asked => ({
  method: 'by age',
  start: 'published',
  filters: EVERYTHING,
  whatIf: null,
  ...more,
});
function made(from: Sources, how: Asked) {
  const one = forecast(from, how);
  if (!one.ok) throw new Error(one.missing);
  return one.forecast;
}

test('ten Januaries after the last that was counted by age, with what was counted before', () => {
  const { from, base, years, counted: before } = made(sources(), asked());
  expect([from, base]).toEqual([2025, 188]);
  expect(years.map(({ year }) => year)).toEqual(Array.from({ length: AHEAD }, (_, place) => 2026 + place));
  expect(before).toEqual([
    { year: 2023, children: 160 },
    { year: 2024, children: 180 },
  ]);
});

test('or after today, as the record has it', () => {
  const { from, base } = made(sources(), asked({ start: 'record' }));
  expect([from, base]).toEqual([2026, 120]);
});

test('phases come to everybody, and so do needs with those not recorded', () => {
  const all = made(sources(), asked()).years[0]?.children ?? 0;
  const of = (filters: Partial<typeof EVERYTHING>) =>
    made(sources(), asked({ filters: { ...EVERYTHING, ...filters } })).years[0]?.children ?? 0;
  const phases = (['early years', 'primary', 'secondary', 'post-16', '19 to 25'] as const).map((phase) =>
    of({ phase }),
  );
  expect(sumOf(phases)).toBeCloseTo(all);
  // Today's primary children are a quarter ASD and three quarters SLCN.
  expect(of({ phase: 'primary', need: 'ASD' })).toBeCloseTo(of({ phase: 'primary' }) / 4);
  expect(of({ need: 'ASD', area: 'WX2' })).toBe(0);
});

test('those in special schools, independent ones too, stand beside the places of the authority’s own', () => {
  const [next] = made(sources(), asked({ filters: { ...EVERYTHING, phase: 'secondary' } })).years;
  expect(next?.special).toBeCloseTo((next?.children ?? 0) / 4);
  expect(next?.places).toBeCloseTo(10);
});

test('a school that might be opened adds its places from its year, and changes no child', () => {
  const whatIf = { kind: 'special school', places: 60, from: 2028, phase: null, need: null } as const;
  const without = made(sources(), asked()).years;
  const withIt = made(sources(), asked({ whatIf })).years;
  expect(withIt.map(({ added }) => added)).toEqual([0, 0, ...Array.from({ length: 8 }, () => 60)]);
  expect(withIt.map(({ children, places }) => [children, places])).toEqual(
    without.map(({ children, places }) => [children, places]),
  );
});

test('a method of totals keeps its total over every age, and has no range', () => {
  const { years, base } = made(sources(), asked({ method: 'last change' }));
  expect(base).toBeCloseTo(188);
  expect(years[0]?.children).toBeCloseTo((188 * 188) / 180);
  expect(years[0]?.range).toBeNull();
});

describe('where the counts do not allow a forecast, it says what is missing', () => {
  const plansOf = (...plans: Sources['history']['plans']) => sources({ history: { ...NO_HISTORY, plans } });

  test('no counts at all', () => {
    for (const method of METHODS) {
      expect(forecast(plansOf(), asked({ method }))).toEqual({ ok: false, missing: 'no counts' });
    }
  });

  test('one January without ages', () => {
    const one = plansOf({ year: 2025, total: 100, ages: null });
    expect(forecast(one, asked())).toEqual({ ok: false, missing: 'no ages' });
    expect(forecast(one, asked({ method: 'last change' }))).toEqual({ ok: false, missing: 'too few years' });
  });

  test('an authority made last year, with one January by age, has national rates', () => {
    const national = {
      ...NO_HISTORY,
      plans: [counted(2024, { 4: 1000 }), counted(2025, { 4: 1000, 5: 900 })],
    };
    const own = { ...NO_HISTORY, plans: [counted(2025, { 4: 19 })] };
    const { years } = made(sources({ history: own, national }), asked());
    expect(years[0]?.children).toBeGreaterThan(19);
    expect(compare(sources({ history: own, national })).map(({ years: [one] }) => one === null)).toEqual([
      false,
      true,
      true,
      true,
      true,
    ]);
  });

  test('nobody on the record: everybody is forecast, and none in a special school', () => {
    const { years } = made(sources({ today: [] }), asked());
    expect(years[0]?.children).toBeGreaterThan(0);
    expect(years[0]?.special).toBe(0);
  });
});

test('whatever was counted, no forecast by any method is below nought', () => {
  const ages = fc.array(fc.nat(900), { minLength: 26, maxLength: 26 });
  fc.assert(
    fc.property(ages, ages, fc.constantFrom(...METHODS), (opening, closing, method) => {
      const plans = [
        { year: 2024, total: sumOf(opening), ages: opening },
        { year: 2025, total: sumOf(closing), ages: closing },
      ];
      const one = forecast(sources({ history: { ...NO_HISTORY, plans } }), asked({ method }));
      if (!one.ok) return;
      for (const { children, special, range } of one.forecast.years) {
        expect(children).toBeGreaterThanOrEqual(0);
        expect(special).toBeLessThanOrEqual(children + 1e-6);
        expect(range === null || range.low <= range.high).toBe(true);
      }
    }),
    { numRuns: 25 },
  );
});
