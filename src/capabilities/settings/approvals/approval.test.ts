import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainDate } from '../../../shared/plain-date.ts';
import { approvalOf } from './approval.ts';

const list = (publishedOn: string, listed: boolean) => ({
  publishedOn: plainDate(publishedOn),
  listed,
  approvedOn: listed ? plainDate('2014-09-01') : null,
});

test('it is approved while it is on the newest list', () => {
  expect(approvalOf([list('2025-01-01', false), list('2026-01-01', true)])).toEqual({
    approved: true,
    listOf: '2026-01-01',
    approvedOn: '2014-09-01',
  });
});

test('it ceased to be on the day of the first list it was not on again', () => {
  const lists = [
    list('2023-01-01', true),
    list('2024-01-01', false),
    list('2025-01-01', true),
    list('2025-06-01', false),
    list('2026-01-01', false),
  ];
  expect(approvalOf(lists)).toEqual({ approved: false, listOf: '2026-01-01', until: '2025-06-01' });
});

test('on no list it never was, and without lists nothing is known', () => {
  expect(approvalOf([list('2026-01-01', false)])).toEqual({
    approved: false,
    listOf: '2026-01-01',
    until: null,
  });
  expect(approvalOf([])).toBeNull();
});

test('the order in which lists were imported makes no difference', () => {
  const lists = ['2023-01-01', '2024-01-01', '2025-01-01', '2026-01-01'];
  fc.assert(
    fc.property(fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }), (on) => {
      const all = lists.map((day, nth) => list(day, on[nth] ?? false));
      expect(approvalOf(all.toReversed())).toEqual(approvalOf(all));
    }),
  );
});
