import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainDate } from '../../shared/plain-date.ts';
import { registerOf } from '../settings/index.ts';
import { factsOf, type Said } from './facts.ts';
import { anybody, aSetting, make, someSettings } from './list-examples.ts';

/* Settings are judged a kind at a time, which nobody may notice: each comes to what it would come to alone. */

const said = fc.record({
  needs: fc.option(fc.integer({ min: 0, max: 4095 })),
  ages: fc.option(fc.record({ from: fc.integer({ min: 0, max: 9 }), to: fc.integer({ min: 10, max: 25 }) })),
  unit: fc.option(fc.boolean()),
  places: fc.option(
    fc.record({
      saidOn: fc.constant(plainDate('2026-03-02')),
      stale: fc.boolean(),
      lines: fc.array(
        fc.record({
          needs: fc.integer({ min: 0, max: 4095 }),
          from: fc.integer({ min: 0, max: 11 }),
          to: fc.integer({ min: 11, max: 25 }),
          vacancies: fc.integer({ min: 0, max: 2 }),
        }),
        { maxLength: 3 },
      ),
    }),
  ),
});

test('each setting comes to the same among others, of its kind or not, as it does alone', () => {
  const some = fc.array(fc.option(said), { minLength: 60, maxLength: 60 });
  fc.assert(
    fc.property(someSettings, some, anybody, (settings, says, who) => {
      // Each twice, so that there are two of every kind: what one says of itself is not the other's.
      const both = [...settings, ...settings.map((one, at) => ({ ...one, id: aSetting(100 + at).id }))];
      const sayings = both.flatMap((_, row): Said[] => {
        const one = row < settings.length ? says[row] : null;
        return one === null || one === undefined ? [] : [{ ...one, row }];
      });
      for (const { row, verdict, reasons } of make(both, who, [], sayings).entries) {
        const [setting] = both.slice(row, row + 1);
        const own = sayings.filter((one) => one.row === row).map((one) => ({ ...one, row: 0 }));
        const [alone] = make(setting === undefined ? [] : [setting], who, [], own).entries;
        expect({ verdict, reasons }).toEqual({ verdict: alone?.verdict, reasons: alone?.reasons });
      }
    }),
    { numRuns: 60 },
  );
});

test('settings alike in all that a list goes by are of one kind, whatever they are called', () => {
  const register = registerOf([
    aSetting(1, { needTypes: ['VI - Visual Impairment'] }),
    aSetting(2, { needTypes: ['VI - Visual Impairment'], name: 'Another', laCode: 201, capacity: null }),
    aSetting(3, { capacity: 100, pupils: 100 }),
    aSetting(4, { capacity: 900, pupils: 950 }),
    aSetting(5, { capacity: 900, pupils: 5 }),
    aSetting(6),
  ]);
  expect([...factsOf(register, []).kind]).toEqual([0, 0, 1, 1, 2, 3]);
});
