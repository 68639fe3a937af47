import type { PlainDate } from '../../shared/plain-date.ts';
import { accepted, type Result, refused } from '../../shared/result.ts';
import type { Uuid } from '../../shared/uuid.ts';
import type { AdviceContent } from './advice.ts';
import { headOf } from './row-words.ts';

/** A question the authority sent back to the author of signed advice, and the correction that answered it. */
export type Question = {
  id: Uuid;
  /** The line it is about, in the words it was asked of; null for the advice as a whole. */
  line: string | null;
  question: string;
  askedOn: PlainDate;
  askedBy: string;
  /** The day a correction was signed after it; null until then. */
  answeredOn: PlainDate | null;
};

/** What is chosen for a question about no one line. */
export const WHOLE = 'whole';

/**
 * Sends signed advice back with a question about one of its lines, or about all of it. Refuses a line that the advice does
 * not have, and an empty question. It changes no word of the advice: only its author may, in a correction.
 */
export function askBack(
  content: AdviceContent,
  form: { line: string; question: string },
): Result<{ rowId: Uuid | null; question: string }> {
  const row = content.rows.find(({ id }) => id === form.line);
  if (row === undefined && form.line !== WHOLE) return refused('line', 'Select what you are asking about');
  if (form.question === '') return refused('question', 'Enter your question');
  return accepted({ rowId: row?.id ?? null, question: form.question });
}

/** Each line of the advice that may be asked about, in its own words. */
export function linesOf(content: AdviceContent): { id: Uuid; words: string }[] {
  return content.rows.map((row) => ({ id: row.id, words: `${row.kind}: ${headOf(row)}` }));
}

/**
 * What staff write down when an author outside any organisation here has answered: a correction. Null where it is for the author to
 * sign it here, or where nothing was asked that is not answered.
 */
export function correctionOf(
  asked: { organisationId: Uuid | null },
  before: { number: number },
  questions: readonly Question[],
): { number: number; reason: string } | null {
  if (asked.organisationId !== null || !questions.some(({ answeredOn }) => answeredOn === null)) return null;
  return { number: before.number + 1, reason: 'Its author answered what the authority asked' };
}

type Version = {
  id: Uuid;
  number: number;
  content: AdviceContent;
  signed: { signedOn: PlainDate } | null;
};
export type Asked = Omit<Question, 'line' | 'answeredOn'> & { adviceId: Uuid; rowId: Uuid | null };

/** Each question with the line it was asked of, and the first correction signed after it. */
export function withAnswers(questions: readonly Asked[], versions: readonly Version[]): Question[] {
  return questions.map(({ adviceId, rowId, ...question }) => {
    const of = versions.find(({ id }) => id === adviceId);
    const line = of?.content.rows.find(({ id }) => id === rowId);
    const answer = versions.find(({ number }) => of !== undefined && number > of.number);
    return {
      ...question,
      line: line === undefined ? null : headOf(line),
      answeredOn: answer?.signed?.signedOn ?? null,
    };
  });
}
