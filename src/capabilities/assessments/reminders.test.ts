import { expect, test } from 'vitest';
import { addDays, plainDate } from '../../shared/plain-date.ts';
import { dueWhen, peopleToRemind, REMINDERS } from './reminders.ts';

const today = plainDate('2025-03-10');

test.each([
  [15, null],
  [14, 'two weeks'],
  [8, 'two weeks'],
  [7, 'one week'],
  [2, 'one week'],
  [1, 'day before'],
  [0, 'day before'],
  [-1, 'overdue'],
  [-400, 'overdue'],
])('advice due in %i days is reminded of by %s, and nothing else', (days, expected) => {
  const due = addDays(today, days);
  const wanted = REMINDERS.filter((reminder) => {
    const { from, to } = dueWhen(reminder, today);
    return from <= due && due <= to;
  });
  expect(wanted).toEqual(expected === null ? [] : [expected]);
});

test('whoever has it is reminded; where nobody has, the administrators; and they too once it is overdue', () => {
  const ada = { accountId: 'a', name: 'Ada Wells', email: 'ada@x.example', administrator: false };
  const helen = { accountId: 'h', name: 'Helen Marsh', email: 'helen@x.example', administrator: true };
  const bo = { accountId: 'b', name: 'Bo Larkin', email: 'bo@x.example', administrator: false };
  const people = [ada, helen, bo];
  expect(peopleToRemind('one week', 'a', people)).toEqual([ada]);
  expect(peopleToRemind('one week', null, people)).toEqual([helen]);
  expect(peopleToRemind('one week', 'somebody who left', people)).toEqual([helen]);
  expect(peopleToRemind('overdue', 'a', people)).toEqual([ada, helen]);
});
