import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainDate } from '../../shared/plain-date.ts';
import {
  afterwards,
  type Durations,
  expectations,
  expectedOf,
  forecast,
  probablyOn,
  STRETCHES,
} from './forecast.ts';

const days = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, place) => from + place);
const DURATIONS: Durations = {
  'decide whether to assess': days(21, 41),
  assess: days(60, 80),
  'make the plan': days(30, 50),
  'amend the plan': days(40, 60),
};

test('a new request is probably decided when half were; after that the stretches to the plan add up', () => {
  expect(forecast('decide whether to assess', 0, DURATIONS)).toEqual([
    { stretch: 'decide whether to assess', soFar: 0, days: 31, of: 21 },
  ]);
  const working = forecast('assess', 10, DURATIONS) ?? [];
  expect(working.map(({ stretch, soFar, days: more }) => [stretch, soFar, more])).toEqual([
    ['assess', 10, 60],
    ['make the plan', 0, 40],
  ]);
  expect(probablyOn(working, plainDate('2025-02-03'))).toBe('2025-05-14');
});

test('one that has lasted long is measured against those that lasted as long, not against all', () => {
  expect(forecast('make the plan', 40, DURATIONS)).toEqual([
    { stretch: 'make the plan', soFar: 40, days: 5, of: 11 },
  ]);
});

test('every limit that runs has its day: from a request on the twenty weeks too, and while it is assessed the sixteen', () => {
  const facts = {
    receivedOn: plainDate('2025-02-03'),
    decidedOn: null,
    issueDecidedOn: null,
    dueOn: plainDate('2025-03-17'),
  };
  const said = (of: Parameters<typeof expectedOf>[0], today: string) =>
    expectedOf(of, DURATIONS, plainDate(today)).map(({ limit, dueOn, on, working }) => [
      ...[limit, dueOn, on],
      working.map(({ days: more }) => more),
    ]);
  expect(said({ ...facts, step: 'decide whether to assess' }, '2025-02-03')).toEqual([
    ['decide whether to assess', '2025-03-17', '2025-03-06', [31]],
    ['send the final plan', '2025-06-23', '2025-06-24', [31, 70, 40]],
  ]);
  const decided = { ...facts, decidedOn: plainDate('2025-03-10'), dueOn: plainDate('2025-06-23') };
  expect(said({ ...decided, step: 'assess' }, '2025-03-20')).toEqual([
    ['send the final plan', '2025-06-23', '2025-06-28', [60, 40]],
    ['notify that there is no plan', '2025-05-26', '2025-05-19', [60]],
  ]);
  // A notice of 10 March runs for eight weeks; half took no more than 50 days.
  expect(said({ ...facts, step: 'amend the plan', dueOn: plainDate('2025-05-05') }, '2025-03-20')).toEqual([
    ['send the amended plan, or say why not', '2025-05-05', '2025-04-29', [40]],
  ]);
  expect(expectedOf({ ...facts, step: 'plan issued' }, DURATIONS, plainDate('2025-08-01'))).toEqual([]);
});

test('where fewer than ten say anything, nothing is said', () => {
  expect(forecast('make the plan', 45, DURATIONS)).toBeNull();
  expect(forecast('assess', 0, { ...DURATIONS, 'make the plan': days(30, 38) })).toBeNull();
});

test('what has lasted too long to measure is not done before what comes after it, to the last day it can be in time', () => {
  expect(forecast('assess', 75, DURATIONS)).toBeNull();
  expect(afterwards('assess', DURATIONS)).toEqual([{ stretch: 'make the plan', soFar: 0, days: 40, of: 21 }]);
  const at = (stretch: string, so: number) =>
    expectations(DURATIONS).find(
      (one) => one.stretch === stretch && one.soFar === so && one.limit === 'send the final plan',
    );
  expect(
    [at('assess', 71), at('assess', 72), at('assess', 140)].map((one) => [one?.days, one?.fewest]),
  ).toEqual([
    [45, false],
    [40, true],
    [40, true],
  ]);
  expect(at('assess', 141)).toBeUndefined();
  // After the last stretch, and after a decision, there is nothing to count by.
  expect([afterwards('make the plan', DURATIONS), afterwards('decide whether to assess', DURATIONS)]).toEqual(
    [null, null],
  );
  expect(afterwards('assess', { ...DURATIONS, 'make the plan': days(30, 38) })).toBeNull();
});

const someDurations = fc
  .tuple(...STRETCHES.map(() => fc.array(fc.integer({ min: 0, max: 120 }), { maxLength: 60 })))
  .map(([one = [], two = [], three = [], four = []]): Durations => {
    const inOrder = (list: number[]) => [...list].sort((a, b) => a - b);
    return {
      'decide whether to assess': inOrder(one),
      assess: inOrder(two),
      'make the plan': inOrder(three),
      'amend the plan': inOrder(four),
    };
  });

test('the list’s table says of every stretch and day what the forecast says, and never a day gone by', () => {
  fc.assert(
    fc.property(someDurations, (durations) => {
      for (const { stretch, soFar, limit, days: expected, fewest } of expectations(durations)) {
        const known = forecast(stretch, soFar, durations, limit);
        expect(fewest).toBe(known === null);
        const working = known ?? afterwards(stretch, durations, limit) ?? [];
        expect(working.reduce((sum, one) => sum + one.days, 0)).toBe(expected);
        expect(expected).toBeGreaterThanOrEqual(0);
      }
    }),
  );
});
