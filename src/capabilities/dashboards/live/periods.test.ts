import { expect, test } from 'vitest';
import { plainDate } from '../../../shared/plain-date.ts';
import { ageDay, quarterOf, surveyDay } from './periods.ts';

test('the survey is on the third Thursday, ages are on 31 August and quarters begin with their month', () => {
  expect([2023, 2024, 2025, 2026, 2027].map(surveyDay)).toEqual([
    '2023-01-19',
    '2024-01-18',
    '2025-01-16',
    '2026-01-15',
    '2027-01-21',
  ]);
  expect([ageDay(plainDate('2026-08-31')), ageDay(plainDate('2026-09-01'))]).toEqual([
    '2025-08-31',
    '2026-08-31',
  ]);
  expect(quarterOf(plainDate('2026-12-31'))).toBe('2026-10-01');
});
