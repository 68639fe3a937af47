import { AsTyped, StackedTable } from '../../../design-system/index.ts';
import { sayDate } from '../../../shared/plain-date.ts';
import type { Question } from '../questions.ts';

/** Every question sent back about signed advice, and the correction that answered each: the same for all who may read it. */
export function QuestionsView({ questions }: { questions: readonly Question[] }) {
  if (questions.length === 0) return null;
  return (
    <StackedTable
      caption="Questions to the author"
      captionClasses="govuk-table__caption--m"
      head={['About', 'Question', 'Asked', 'Answered']}
      rows={questions.map((one) => [
        one.line ?? 'The advice as a whole',
        <AsTyped>{one.question}</AsTyped>,
        `${sayDate(one.askedOn)}, by ${one.askedBy}`,
        one.answeredOn === null ? 'Not yet' : `By the correction signed on ${sayDate(one.answeredOn)}`,
      ])}
    />
  );
}
