import { InsetText } from '../../../design-system/index.ts';
import type { OpenQuestion } from '../signing.ts';

/** What the words of a line leave open, for its author to answer in other words, or with why they cannot. */
export function OpenQuestions({
  questions,
}: {
  questions: readonly Pick<OpenQuestion, 'phrase' | 'question'>[];
}) {
  if (questions.length === 0) return null;
  return (
    <InsetText>
      <p class="govuk-body">Whoever writes the plan will ask:</p>
      <ul class="govuk-list govuk-list--bullet">
        {questions.map(({ phrase, question }) => (
          <li key={phrase}>
            You wrote “{phrase}”. {question}
          </li>
        ))}
      </ul>
    </InsetText>
  );
}
