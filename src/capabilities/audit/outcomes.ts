import { accepted, type Result, refused } from '../../shared/result.ts';
import { differencesOf, type Pair, pairsOf } from './agreement.ts';
import { type Answer, type Grade, lacks } from './grades.ts';
import { maySeeGrades } from './turns.ts';

/* What stands of a plan's gradings, once every one of them is given. */

type Grading = Parameters<typeof maySeeGrades>[1][number] & { answers: readonly Answer[] };
export type Agreed = Answer & { grade: Grade };

/** The answers that stand: those agreed where two differed, and otherwise the first grading's. Null until all are given. */
export function standingOf(
  drawn: { twice: boolean },
  gradings: readonly Grading[],
  agreed: readonly Agreed[],
): readonly Answer[] | null {
  const first = gradings.find(({ turn }) => turn === 1);
  if (first === undefined || !maySeeGrades(drawn, gradings)) return null;
  return first.answers.map((answer) => agreed.find(({ question }) => question === answer.question) ?? answer);
}

/** Both gradings of a plan, question by question; none until both are given. */
export function pairsIn(drawn: { twice: boolean }, gradings: readonly Grading[]): Pair[] {
  const [first, second] = [1, 2].map((turn) => gradings.find((one) => one.turn === turn));
  if (!drawn.twice || first === undefined || second === undefined) return [];
  return maySeeGrades(drawn, gradings) ? pairsOf(first.answers, second.answers) : [];
}

/** The grades agreed on each question two auditors differ on. Refuses one left out, and the lowest without a reason. */
export function agree(pairs: readonly Pair[], said: readonly Answer[]): Result<readonly Agreed[]> {
  const agreed: Agreed[] = [];
  for (const { question } of differencesOf(pairs)) {
    const { grade, reason } = said.find((one) => one.question === question) ?? { grade: null, reason: '' };
    const lacking = lacks({ grade, reason });
    if (lacking !== null) return refused(`${lacking.field}-${question}`, lacking.message);
    if (grade !== null) agreed.push({ question, grade, reason });
  }
  return agreed.length === 0 ? refused('present', 'The two gradings do not differ') : accepted(agreed);
}

/** The grades that are worth taking to those who keep the checks. */
export function isLow(grade: Grade | null): boolean {
  return grade === 'not met' || grade === 'partly met';
}

/** What was said of questions, in the order the round asks them. */
export function inOrder<T extends { question: string }>(
  questions: readonly { id: string }[],
  said: readonly T[],
): T[] {
  return questions.flatMap(({ id }) => said.filter(({ question }) => question === id));
}
