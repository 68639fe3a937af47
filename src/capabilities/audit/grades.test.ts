import { expect, test } from 'vitest';
import { PLAN_CHECKS } from '../plans/index.ts';
import { lacks, scoreOf, unfinished } from './grades.ts';
import { askedOf, DEFAULT_QUESTIONS } from './questions.ts';
import { maySeeGrades, turnFor } from './turns.ts';

const id = '00000000-0000-4000-8000-000000000001' as const;
const other = '00000000-0000-4000-8000-000000000002' as const;

test('the lowest grade, and that a question does not apply, are said with reasons', () => {
  expect(lacks({ grade: 'not met', reason: '' })).toMatchObject({ field: 'reason' });
  expect(lacks({ grade: 'does not apply', reason: '' })).toMatchObject({ field: 'reason' });
  expect(lacks({ grade: 'not met', reason: 'No times' })).toBeNull();
  expect(lacks({ grade: 'partly met', reason: '' })).toBeNull();
  expect(lacks({ grade: null, reason: 'Words' })).toMatchObject({ field: 'grade' });
});

test('a question that does not apply has no place on the scale', () => {
  expect(scoreOf('does not apply')).toBeNull();
  expect((['not met', 'partly met', 'mostly met', 'fully met'] as const).map(scoreOf)).toEqual([0, 1, 2, 3]);
});

test('a grading is whole once every question is answered', () => {
  const [first, second] = DEFAULT_QUESTIONS;
  const two = [first, second].filter((one) => one !== undefined);
  const said = { question: 'positive', grade: 'fully met', reason: '' } as const;
  expect(unfinished(two, [said]).map((one) => one.id)).toEqual(['clear']);
  expect(unfinished(two, [said, { ...said, question: 'clear' }])).toEqual([]);
});

test('the form it comes with weighs every question alike, and names only checks that there are', () => {
  expect(new Set(DEFAULT_QUESTIONS.map(({ weight }) => weight)).size).toBe(1);
  const known = PLAN_CHECKS.map((check) => check.id);
  for (const { rules } of DEFAULT_QUESTIONS) expect(known).toEqual(expect.arrayContaining([...rules]));
  const without = DEFAULT_QUESTIONS.map((one) => (one.id === 'clear' ? { ...one, weight: 0 } : one));
  expect(askedOf(without).some((one) => one.id === 'clear')).toBe(false);
});

const begun = (turn: 1 | 2, auditorId: typeof id | typeof other, given = false) => ({
  ...{ turn, auditorId, auditorName: 'Priya Raman' },
  givenAt: given ? new Date(0) : null,
});

test('nobody grades a plan they wrote, and nobody grades one plan twice', () => {
  expect(turnFor({ twice: false, authorId: id }, [], id)).toMatchObject({ ok: false });
  expect(turnFor({ twice: true, authorId: null }, [begun(1, id, true)], id)).toMatchObject({ ok: false });
  expect(turnFor({ twice: true, authorId: null }, [begun(1, id)], other)).toEqual({ ok: true, value: 2 });
});

test('of two who would begin one grading the second is told who has it', () => {
  expect(turnFor({ twice: false, authorId: null }, [begun(1, id)], other)).toMatchObject({
    message: 'Priya Raman has begun this grading',
  });
});

test('no grade is shown while the other grading, blind to it, is still to be given', () => {
  expect(maySeeGrades({ twice: true }, [begun(1, id, true)])).toBe(false);
  expect(maySeeGrades({ twice: true }, [begun(1, id, true), begun(2, other, true)])).toBe(true);
  expect(maySeeGrades({ twice: false }, [begun(1, id, true)])).toBe(true);
});
