import {
  AsTyped,
  Button,
  Form,
  inEasyRead,
  Layout,
  type PageContext,
  SummaryList,
  WarningText,
} from '../../../design-system/index.ts';
import { parsePlainDate, sayDate } from '../../../shared/plain-date.ts';
import { type Match, STRENGTHS } from '../../children/index.ts';
import type { Answers, Field, Question } from '../question.ts';
import { checkAnswersInEasyRead } from './easy-read/checking.ts';

export type LikelySame = { name: string; bornOn: string; match: Match };

export type CheckAnswersProps = {
  page: PageContext;
  formKey: string;
  draftId: string;
  questions: readonly Question[];
  answers: Answers;
  /** Children already on file who may be the same: shown to staff alone. */
  likely: readonly LikelySame[];
};

/** Everything that will be sent, each answer with its way back. */
export const CheckAnswersPage = inEasyRead(CheckAnswers, checkAnswersInEasyRead);

function CheckAnswers({ page, formKey, draftId, questions, answers, likely }: CheckAnswersProps) {
  const last = questions.findLast(({ aside }) => aside !== true);
  return (
    <Layout title="Check your answers" page={page} backLink={`/drafts/${draftId}/${last?.id ?? ''}`}>
      <h1 class="govuk-heading-l">Check your answers before sending</h1>
      {likely.length > 0 && <Likely likely={likely} />}
      <SummaryList
        rows={questions.flatMap((question) =>
          question.fields.map((field) => ({
            key: field.label.replace(' (optional)', ''),
            value: <Answer field={field} value={answers[field.name] ?? ''} />,
            actions: {
              items: [
                {
                  href: `/drafts/${draftId}/${question.id}?check=1`,
                  text: 'Change',
                  visuallyHiddenText: field.label.replace(' (optional)', '').toLowerCase(),
                },
              ],
            },
          })),
        )}
      />
      <h2 class="govuk-heading-m">Send your request</h2>
      <p class="govuk-body">By sending this you say that, as far as you know, it is right.</p>
      <Form action={`/drafts/${draftId}/request`} idempotencyKey={formKey}>
        <Button preventDoubleClick>Send request</Button>
      </Form>
    </Layout>
  );
}

function Likely({ likely }: { likely: readonly LikelySame[] }) {
  return (
    <>
      <WarningText>
        This child may already be on file. You will be asked whose file it is after you send this.
      </WarningText>
      <ul class="govuk-list govuk-list--bullet">
        {likely.map((child) => (
          <li key={`${child.name}${child.bornOn}`}>
            {child.name}, born {child.bornOn}. {STRENGTHS[child.match.strength].label}:{' '}
            {[...child.match.reasons, ...child.match.against].join('; ')}
          </li>
        ))}
      </ul>
    </>
  );
}

function Answer({ field, value }: { field: Field; value: string }) {
  if (value === '') return <span class="govuk-hint">Not given</span>;
  const choice = field.choices?.find((one) => one.value === value);
  if (choice !== undefined) return <>{choice.text}</>;
  const day = field.kind === 'date' ? parsePlainDate(value) : null;
  if (day !== null) return <>{sayDate(day)}</>;
  return <AsTyped>{value}</AsTyped>;
}
