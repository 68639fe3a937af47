import type { Answer, Grade } from './grades.ts';
import { isLow } from './outcomes.ts';
import type { Question } from './questions.ts';

/** A question graded low where no check found anything, and the checks that looked: none, where none looks for it. */
export type Missed = { question: string; quality: string; grade: Grade; rules: readonly string[] };

export function missedBy(
  questions: readonly Question[],
  answers: readonly Answer[],
  found: ReadonlySet<string>,
): Missed[] {
  return questions.flatMap(({ id, quality, rules }) => {
    const grade = answers.find(({ question }) => question === id)?.grade ?? null;
    if (grade === null || !isLow(grade) || rules.some((rule) => found.has(rule))) return [];
    return [{ question: id, quality, grade, rules }];
  });
}
