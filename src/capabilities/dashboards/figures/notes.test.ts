import { expect, test } from 'vitest';
import { type Discrepancy, notesOf } from './notes.ts';

const found = (more: Partial<Discrepancy>): Discrepancy => ({
  ...{ dataset: 'newplans', indicator: 'new_ehc_plans', of: 'authorities', area: 'E12000003' },
  ...{ periodKind: 'calendar year', year: 2022, published: 6000, sum: 90_000, without: 0, ...more },
});

test('a total its parts do not make is said in a sentence, England’s first', () => {
  const notes = notesOf([found({}), found({ area: 'E92000001', sum: 66_000 })], new Set(['new_ehc_plans']));
  expect(notes).toEqual([
    'England, 2022 (newplans, new_ehc_plans): published as 6,000, and its authorities add up to 66,000.',
    'Yorkshire and The Humber, 2022 (newplans, new_ehc_plans): published as 6,000, and its authorities add up to 90,000.',
  ]);
});

test('what is short of a part is no mistake, and a column that nothing shows is nobody’s concern', () => {
  expect(notesOf([found({ without: 2 })], new Set(['new_ehc_plans']))).toEqual([]);
  expect(notesOf([found({})], new Set(['ehcplans']))).toEqual([]);
});
