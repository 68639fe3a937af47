import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainDate } from '../../../shared/plain-date.ts';
import { possible } from '../disclosure/attacker-examples.ts';
import { DEFAULT_POLICY, isSmall, type Policy } from '../disclosure/policy.ts';
import { protect } from '../disclosure/protect.ts';
import { faultOf } from '../disclosure/table.ts';
import { cellsOf } from './cells.ts';
import type { LiveCount } from './count.ts';
import { placementKind } from './kinds.ts';
import type { LiveMeasureId } from './measures.ts';
import { percentage, release, sumReleased } from './release.ts';
import { tally } from './tally.ts';

/* What is released of live counts, and what somebody who has all of it can work out. */

const ASOF = plainDate('2025-03-10');
const WHERE = { authorityId: 900, releasedOn: plainDate('2025-01-01') };

const year = fc
  .record({
    refused: fc.nat(9),
    agreed: fc.nat(30),
    open: fc.nat(9),
    late: fc.nat(6),
    plans: fc.nat(30),
    excepted: fc.nat(4),
    within: fc.nat(100),
    exceptedWithin: fc.nat(100),
    broughtIn: fc.nat(5),
    noPlan: fc.nat(5),
    takenBack: fc.nat(5),
    asked: fc.nat(30),
    answered: fc.nat(30),
    gave: fc.nat(30),
    saidYes: fc.nat(30),
  })
  .map((drawn) => {
    const excepted = Math.min(drawn.excepted, drawn.plans);
    const ordinary = drawn.plans - excepted;
    const ordinaryWithin = Math.min(ordinary, Math.round((ordinary * drawn.within) / 100));
    const exceptedWithin = Math.round((excepted * drawn.exceptedWithin) / 100);
    const decided = drawn.refused + drawn.agreed;
    const gave = Math.min(drawn.asked, drawn.answered, drawn.gave);
    const flows: [LiveMeasureId, number, number | null][] = [
      ['requests', decided + drawn.open, null],
      ['requests-not-assessed', drawn.refused, decided + drawn.open],
      ['decided-within-6-weeks', decided - Math.min(decided, drawn.late), decided],
      ['new-plans', drawn.plans + drawn.broughtIn, null],
      ['plans-within-20-weeks-all', ordinaryWithin + exceptedWithin, drawn.plans],
      ['plans-within-20-weeks', ordinaryWithin, ordinary],
      ['assessments-no-plan', drawn.noPlan, drawn.plans + drawn.noPlan + drawn.takenBack],
      ['stage-days-decide', decided * 40, decided],
      ['families-who-answered', Math.min(drawn.asked, drawn.answered), drawn.asked],
      ['family-listened-to', Math.min(gave, drawn.saidYes), gave],
    ];
    return flows.map(([measure, numerator, denominator]) => ({
      measure,
      year: 2025,
      numerator,
      denominator,
    }));
  });
const alike = fc.array(
  fc.record({
    day: fc.constant(0),
    need: fc.constantFrom('ASD', 'SEMH', 'SLCN', null),
    age: fc.integer({ min: 9, max: 12 }),
    place: fc.constant(null),
    children: fc.integer({ min: 1, max: 12 }),
  }),
  { maxLength: 6 },
);
const counts = fc.record({ flows: year, alike }).map(({ flows, alike }) => {
  const plans = alike.reduce((sum, { children }) => sum + children, 0);
  const days = [{ periodKind: 'today', year: 2025, day: ASOF } as const];
  const inPlace = { named: plans, there: Math.floor(plans / 2) };
  return tally({ flows, days, alike, inPlace, pace: { open: 20, late: 3 } }, ASOF);
});

test('the counts of any authority hang together as they are said to', () => {
  fc.assert(
    fc.property(counts, (all) => {
      expect(faultOf(cellsOf(all).table)).toBeNull();
    }),
  );
});

test('whoever has a whole release cannot work out a small count, nor one that was never shown', () => {
  fc.assert(
    fc.property(counts, (all) => {
      const policy: Policy = { ...DEFAULT_POLICY, rounding: 1 };
      const { table } = cellsOf(all);
      const withheld = new Set(protect(table, policy).keys());
      const most = Math.max(...table.cells.map(({ value }) => value)) + policy.threshold;
      // Nought of what is shown is shown: only what may be one or more is searched for.
      const left = possible(table, withheld, policy, { most, enough: policy.threshold - 1 });
      for (const { id, value } of table.cells)
        if (isSmall(value, policy))
          expect([id, (left.get(id)?.size ?? 0) >= policy.threshold - 1]).toEqual([id, true]);
    }),
    { numRuns: 30 },
  );
});

test('a percentage is of the counts as they are shown, and none is of fewer than the policy says', () => {
  const of = (numerator: number, denominator: number): LiveCount[] => [
    {
      ...{ measure: 'advice-on-time', periodKind: 'calendar year', year: 2025, topic: '', breakdown: '' },
      ...{ numerator, denominator, asOf: ASOF },
    },
  ];
  expect(release(of(12, 17), DEFAULT_POLICY, WHERE)).toMatchObject([
    { numerator: 10, denominator: 15, value: 66.7 },
  ]);
  expect(release(of(9, 9), DEFAULT_POLICY, WHERE)).toMatchObject([
    { numerator: 10, denominator: 10, value: null, mark: 'c' },
  ]);
  expect(release(of(0, 0), DEFAULT_POLICY, WHERE)).toMatchObject([{ numerator: 0, value: null, mark: 'c' }]);
  expect(release(of(3, 50), DEFAULT_POLICY, WHERE)).toMatchObject([
    { numerator: null, value: null, mark: 'c' },
  ]);
  expect(percentage({ numerator: 15, denominator: 10 })).toBe(100);
});

test('a mean is in whole days, of enough cases, and its days are not said', () => {
  const of = (numerator: number, denominator: number): LiveCount[] => [
    {
      ...{ measure: 'stage-days-plan', periodKind: 'calendar year', year: 2025, topic: '', breakdown: '' },
      ...{ numerator, denominator, asOf: ASOF },
    },
  ];
  expect(release(of(461, 11), DEFAULT_POLICY, WHERE)).toMatchObject([
    { numerator: null, denominator: 10, value: 42 },
  ]);
  expect(release(of(300, 9), DEFAULT_POLICY, WHERE)).toMatchObject([{ value: null, mark: 'c' }]);
});

test('a larger area is what its authorities released and no more, and says how many are left out', () => {
  const released = (numerator: number, authorityId: number) =>
    release(
      [
        {
          ...{ measure: 'requests', periodKind: 'calendar year', year: 2025, topic: '', breakdown: '' },
          ...{ numerator, denominator: null, asOf: ASOF },
        },
      ],
      DEFAULT_POLICY,
      { ...WHERE, authorityId },
    );
  const rows = [...released(42, 900), ...released(3, 901), ...released(58, 902)];
  expect(sumReleased(rows)).toEqual({ numerator: 100, denominator: null, value: 100, leftOut: 1 });
  // Less the others, what is left of it is nothing at all: the attack has nothing to subtract from.
  expect(sumReleased(rows).numerator).toBe(sumReleased(rows.filter(({ mark }) => mark === null)).numerator);
});

test.each([
  ['Community school', 'Local authority maintained schools', 'mainstream'],
  ['Other independent school', 'Independent schools', 'mainstream'],
  ['Other independent special school', 'Independent schools', 'special'],
  [null, 'Special schools', 'special'],
  ['Academy alternative provision converter', 'Academies', 'alternative provision'],
  ['Pupil referral unit', 'Local authority maintained schools', 'alternative provision'],
  ['Special post 16 institution', 'Colleges', 'further education'],
  ['Further education', 'Colleges', 'further education'],
  ['Welsh establishment', 'Welsh schools', 'educated elsewhere'],
  ['Online provider', 'Online provider', 'educated elsewhere'],
  [null, null, 'educated elsewhere'],
])('%s (%s) is counted as %s', (type, typeGroup, kind) => {
  expect(placementKind({ kind: 'setting', atSetting: true, type, typeGroup, earlyYears: false })).toBe(kind);
});
