import { type Asking, isAnswered, isMissing, type Question } from './question.ts';
import { questionsFor } from './questions.ts';

/* One question after another, as a request is gone through. */

/** What has to be gone through, one page after another. */
function path(asking: Asking): readonly Question[] {
  const { part } = asking;
  return questionsFor(asking).filter(
    ({ aside, together }) => aside !== true && (together !== true || part === 'school'),
  );
}

/** The next page of a draft: its first question without an answer, or null when it is time to check the answers. */
export function nextQuestion(asking: Asking): Question | null {
  return path(asking).find((question) => !isAnswered(question, asking.answers)) ?? null;
}

/**
 * The page to go on with before a draft is sent, or null where it may be: nothing that may be left empty keeps it, whether its page
 * was opened or not.
 */
export function nextBeforeSending(asking: Asking): Question | null {
  return path(asking).some((question) => isMissing(question, asking.answers)) ? nextQuestion(asking) : null;
}

export function questionAfter(asking: Asking, id: string): Question | null {
  const asked = path(asking);
  const at = asked.findIndex((question) => question.id === id);
  return at === -1 ? null : (asked[at + 1] ?? null);
}

export function questionBefore(asking: Asking, id: string): Question | null {
  const asked = path(asking);
  return asked[asked.findIndex((question) => question.id === id) - 1] ?? null;
}
