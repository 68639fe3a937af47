import { expect, test } from 'vitest';
import { addDays, plainDate } from '../../shared/plain-date.ts';
import { dueWhen, peopleToRemind, REMINDERS } from './reminders.ts';

const today = plainDate('2025-03-10');

test.each([
  [43, null],
  [42, 'asked'],
  [15, 'asked'],
  [14, 'two weeks'],
  [8, 'two weeks'],
  [7, 'one week'],
  [1, 'one week'],
  [0, 'the day'],
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
  const person = (accountId: string, name: string, administrator = false) => ({
    accountId,
    name,
    email: `${accountId}@x.example`,
    administrator,
    rejoinedAt: accountId === 'b' ? new Date('2025-03-01') : null,
  });
  const [ada, helen, bo] = [
    person('a', 'Ada Wells'),
    person('h', 'Helen Marsh', true),
    person('b', 'Bo Larkin'),
  ];
  const people = [ada, helen, bo];
  const heldBy = (by: string, since = '2025-02-01') => ({ by, since: new Date(since) });
  expect(peopleToRemind('one week', heldBy('a'), people)).toEqual([ada]);
  expect(peopleToRemind('one week', null, people)).toEqual([helen]);
  expect(peopleToRemind('one week', heldBy('somebody who left'), people)).toEqual([helen]);
  expect(peopleToRemind('overdue', heldBy('a'), people)).toEqual([ada, helen]);
  // Given to Bo before they left and came back, it is nobody's; given since, it is theirs.
  expect(peopleToRemind('one week', heldBy('b'), people)).toEqual([helen]);
  expect(peopleToRemind('one week', heldBy('b', '2025-03-02'), people)).toEqual([bo]);
});
