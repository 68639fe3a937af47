import { type Refusal, refused } from '../../shared/result.ts';
import type { Question } from './questions.ts';

/* The scale is ours: no source gives one. */

export const GRADES = ['not met', 'partly met', 'mostly met', 'fully met', 'does not apply'] as const;
export type Grade = (typeof GRADES)[number];

/** What an auditor says to one question so far. */
export type Answer = { question: string; grade: Grade | null; reason: string };

const SCORES = { 'not met': 0, 'partly met': 1, 'mostly met': 2, 'fully met': 3 } as const;

export const HIGHEST = 3;

/** The place of a grade on the scale; null where the question does not apply to the plan. */
export function scoreOf(grade: Grade | null): number | null {
  return grade === null || grade === 'does not apply' ? null : SCORES[grade];
}

/** The lowest grade, and saying that a question does not apply, are said with reasons. */
export function needsReason(grade: Grade | null): boolean {
  return grade === 'not met' || grade === 'does not apply';
}

/** What is still to be said before a grading is given: nothing, where it is whole. */
export function unfinished(questions: readonly Question[], answers: readonly Answer[]): readonly Question[] {
  return questions.filter(({ id }) => {
    const answer = answers.find(({ question }) => question === id);
    return answer === undefined || lacks(answer) !== null;
  });
}

/** Why an answer is not whole, in words for its field; null where it is. */
export function lacks({ grade, reason }: Pick<Answer, 'grade' | 'reason'>): Refusal | null {
  if (grade === null) return refused('grade', 'Select how far the plan does this');
  if (!needsReason(grade) || reason !== '') return null;
  return refused('reason', grade === 'not met' ? 'Enter why it is not met' : 'Enter why it does not apply');
}
