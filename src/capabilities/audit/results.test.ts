import { expect, test } from 'vitest';
import { plainDate } from '../../shared/plain-date.ts';
import type { Grade } from './grades.ts';
import { DEFAULT_QUESTIONS } from './questions.ts';
import { FEWEST, type Graded, hiddenOf, markOf, resultsOf } from './results.ts';

const QUESTIONS = DEFAULT_QUESTIONS.slice(0, 2).map((one, at) => ({ ...one, weight: at === 0 ? 3 : 1 }));
const [first, second] = QUESTIONS.map(({ id }) => id);
const said = (question: string | undefined, grade: Grade) => ({
  question: question ?? '',
  grade,
  reason: '',
});

function graded(changes: Partial<Graded> = {}): Graded {
  return {
    teams: ['North'],
    needs: ['health'],
    settingType: 'Academy',
    issuedOn: plainDate('2026-03-02'),
    answers: [said(first, 'fully met'), said(second, 'not met')],
    ...changes,
  };
}
const many = (count: number, changes: Partial<Graded> = {}) =>
  Array.from({ length: count }, () => graded(changes));

test('a question that weighs three times as much counts three times as much', () => {
  expect(markOf(QUESTIONS, graded().answers)).toBe(75);
  expect(markOf(QUESTIONS, [said(first, 'not met'), said(second, 'fully met')])).toBe(25);
});

test('a question that does not apply is in no denominator', () => {
  expect(markOf(QUESTIONS, [said(first, 'does not apply'), said(second, 'fully met')])).toBe(100);
  expect(markOf(QUESTIONS, [said(first, 'does not apply')])).toBeNull();
  const plans = [...many(4), graded({ answers: [said(first, 'does not apply'), said(second, 'not met')] })];
  const [one] = resultsOf(QUESTIONS, plans).shown?.questions ?? [];
  expect(one).toMatchObject({
    of: 4,
    mean: 100,
    counts: { 'fully met': 4, 'does not apply': 1, 'not met': 0 },
  });
});

test('nothing is shown of fewer than five plans', () => {
  expect(resultsOf(QUESTIONS, many(FEWEST - 1))).toEqual({ graded: 4, shown: null });
  expect(resultsOf(QUESTIONS, many(FEWEST)).shown?.mean).toBe(75);
});

test('a group of fewer than five is not shown, nor the one it could be worked out from', () => {
  const plans = [
    ...many(9),
    ...many(6, { settingType: 'maintained school' }),
    ...many(2, { settingType: 'other' }),
  ];
  const by = resultsOf(QUESTIONS, plans).shown?.groups.find((group) =>
    group.by.startsWith('Type of setting'),
  );
  expect(by?.groups).toEqual([
    { name: 'Academy', plans: 9, mean: 75 },
    { name: 'maintained school', plans: null, mean: null },
    { name: 'other', plans: null, mean: null },
  ]);
  expect([
    ...hiddenOf([
      { name: 'a', plans: 2 },
      { name: 'b', plans: 3 },
      { name: 'c', plans: 9 },
    ]),
  ]).toEqual(['a', 'b']);
  expect([...hiddenOf([{ name: 'a', plans: 5 }])]).toEqual([]);
});

test('a plan with needs in two areas, or of two teams, is counted in both', () => {
  const plans = many(5, { needs: ['health', 'cognition and learning'], teams: ['North', 'South'] });
  const groups = resultsOf(QUESTIONS, plans).shown?.groups ?? [];
  expect(groups.find(({ by }) => by === 'Area of need')?.groups.map(({ plans: of }) => of)).toEqual([5, 5]);
  expect(groups.find(({ by }) => by === 'Team')?.groups.map(({ name }) => name)).toEqual(['North', 'South']);
});
