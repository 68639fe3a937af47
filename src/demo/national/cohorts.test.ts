import fc from 'fast-check';
import { expect, test } from 'vitest';
import { joinYears } from './cohorts.ts';
import { sum } from './rounding.ts';
import type { Year } from './sizes.ts';

const few = fc.nat(60);
const year: fc.Arbitrary<Year> = fc.record({
  requests: fc.record({
    assess: fc.tuple(fc.nat(200), few),
    refuse: fc.tuple(few, few),
    pending: few,
    withdrawn: few,
    known: fc.boolean(),
  }),
  issued: fc.array(few, { minLength: 6, maxLength: 6 }),
  decidedToIssue: fc.nat(250),
  notIssued: fc.tuple(few, few),
});
const years = fc.array(year, { minLength: 1, maxLength: 5 });

test('every plan, and every decision not to issue one, came of a request, or the plan moved in', () => {
  fc.assert(
    fc.property(years, (given) => {
      for (const [at, one] of joinYears(given).entries()) {
        const started = sum(one.issued.map((since) => sum(since))) + one.movedIn;
        expect(started).toBe(sum(given[at]?.issued ?? []));
      }
    }),
  );
});

test('no request is used twice: each that was agreed is under assessment, decided on, or came to nothing', () => {
  fc.assert(
    fc.property(years, (given) => {
      const joined = joinYears(given);
      for (const [at, { requests }] of given.entries()) {
        const [own, next] = [joined[at], joined[at + 1]];
        if (own === undefined) continue;
        const used =
          sum([...own.issued, ...own.notIssued, own.drafting].map(([here]) => here)) +
          sum(
            [...(next?.issued ?? []), ...(next?.notIssued ?? []), next?.drafting ?? [0, 0]].map(
              ([, before]) => before,
            ),
          );
        const nowhere = own.assessing + own.movedOut + own.withdrawn - requests.withdrawn;
        expect(used + nowhere).toBe(sum(requests.assess));
      }
    }),
  );
});

test('nobody is fewer than none', () => {
  fc.assert(
    fc.property(years, (given) => {
      const numbers = joinYears(given).flatMap(({ issued, notIssued, drafting, ...others }) => [
        ...[...issued, ...notIssued, drafting].flat(),
        ...Object.values(others),
      ]);
      expect(numbers.every((one) => Number.isInteger(one) && one >= 0)).toBe(true);
    }),
  );
});

test('what was agreed and led nowhere had been withdrawn, where nobody published otherwise, and else moved out', () => {
  const quiet = { issued: [0, 0, 0, 0, 0, 0], decidedToIssue: 0, notIssued: [0, 0] } as const;
  const requests = { assess: [10, 0], refuse: [0, 0], pending: 0, withdrawn: 1 } as const;
  const [first, second, last] = joinYears([
    { ...quiet, requests: { ...requests, known: false } },
    { ...quiet, requests: { ...requests, known: true } },
    { ...quiet, requests: { ...requests, known: true } },
  ]);
  expect([first?.withdrawn, first?.movedOut]).toEqual([11, 0]);
  expect([second?.withdrawn, second?.movedOut]).toEqual([1, 10]);
  expect([last?.withdrawn, last?.movedOut, last?.assessing]).toEqual([1, 0, 10]);
});
