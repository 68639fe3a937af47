import { expect, test } from 'vitest';
import { plainDate } from '../../shared/plain-date.ts';
import { daysWaiting, expectedBy, pageOf, sayItem } from './inbox.ts';

test('it is paged by 50, and a page past the end is the last', () => {
  expect(pageOf(401, 1)).toEqual({ number: 1, pages: 9 });
  expect(pageOf(401, 12)).toEqual({ number: 9, pages: 9 });
  expect(pageOf(50, 2)).toEqual({ number: 1, pages: 1 });
  expect(pageOf(0, 1)).toEqual({ number: 1, pages: 1 });
});

test('something that nobody has words for is a defect, and is never shown as nothing', () => {
  const item = {
    kind: 'a new kind',
    id: 'x',
    childId: 'c',
    authorityName: 'Wexcombe',
    childName: 'Robin Hartwell',
    detail: '',
    waitingSince: plainDate('2025-03-24'),
    dueOn: null,
    answeredOn: null,
    allocated: false,
    holder: null,
  };
  expect(daysWaiting(item, plainDate('2025-04-03'))).toBe(10);
  expect(() => sayItem(item, {})).toThrow('a new kind');
});

test('when what waits would be done is a sum on what was done lately, and nothing where too little was', () => {
  const today = plainDate('2025-03-24');
  const pace = { done: 24, weeks: 12, medianDays: 40 };
  expect(expectedBy(pace, 10, today)).toEqual({ on: '2025-04-28', weeks: 5, perWeek: 2 });
  expect(expectedBy({ ...pace, done: 3 }, 10, today)).toBeNull();
  expect(expectedBy(pace, 0, today)).toBeNull();
});
