import { expect, test } from 'vitest';
import type { RecordedException } from '../../law/index.ts';
import { addDays, plainDate } from '../../shared/plain-date.ts';
import type { Step } from './case.ts';
import { groundsNow } from './waiting.ts';

const receivedOn = plainDate('2025-02-03');
const at = (step: Step, days: number) => ({ step, receivedOn, dueOn: addDays(receivedOn, days) });
const away = (from: string, until: string): RecordedException => ({
  ground: 'absent from the area',
  from: plainDate(from),
  until: plainDate(until),
});

test('what happened after the six weeks excuses the twenty and not the six (regs 5(4) and 13(3))', () => {
  const spring = away('2025-04-07', '2025-05-12');
  expect(groundsNow(at('decide whether to assess', 42), 'school', [spring])).toEqual([]);
  expect(groundsNow(at('assess', 140), 'school', [spring])).toHaveLength(1);
  expect(groundsNow(at('make the plan', 140), 'school', [spring, spring])).toHaveLength(1);
});

test('an absence shorter than the four weeks the law asks for excuses nothing', () => {
  expect(groundsNow(at('assess', 140), 'school', [away('2025-04-07', '2025-04-20')])).toEqual([]);
});

test('an absence excuses no limit of somebody in custody, whose exceptions are fewer', () => {
  const absent = away('2025-02-10', '2025-03-20');
  expect(groundsNow(at('decide whether to assess', 42), 'school', [absent])).toHaveLength(1);
  expect(groundsNow(at('decide whether to assess', 42), 'custody', [absent])).toEqual([]);
});

test('nothing recorded allows more than the eight weeks of an amendment, whenever it happened (reg. 22(3) to (4))', () => {
  const amending = { ...at('amend the plan', 0), dueOn: plainDate('2027-05-05') };
  const recorded = [away('2025-04-07', '2025-05-12'), away('2027-03-20', '2027-04-30')];
  expect(groundsNow(amending, 'school', recorded)).toEqual([]);
});
