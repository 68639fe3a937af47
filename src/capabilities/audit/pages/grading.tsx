import {
  Button,
  ErrorSummary,
  type FieldErrors,
  Form,
  Layout,
  type PageContext,
  TaskList,
} from '../../../design-system/index.ts';
import { capital } from '../../../shared/words.ts';
import type { Answer } from '../grades.ts';
import type { Question } from '../questions.ts';

type Props = {
  page: PageContext;
  grading: { id: string; gradedBy: string; givenAt: Date | null };
  drawn: { id: string; reference: string };
  round: { name: string };
  questions: readonly { question: Question; answer: Answer | null; whole: boolean }[];
  formKey: string;
  errors: FieldErrors;
};

/** One grading: every question, how far it is, and giving it. */
export function GradingPage({ page, grading, drawn, round, questions, formKey, errors }: Props) {
  const given = grading.givenAt !== null;
  const left = questions.filter(({ whole }) => !whole).length;
  return (
    <Layout
      title={`Grading of plan ${drawn.reference}`}
      page={page}
      errors={errors}
      backLink={{ href: `/audits/plans/${drawn.id}`, text: `Plan ${drawn.reference}` }}
    >
      <ErrorSummary errors={errors} />
      <span class="govuk-caption-l">
        {round.name}, graded by {grading.gradedBy}
      </span>
      <h1 class="govuk-heading-l">Grading of plan {drawn.reference}</h1>
      <TaskList
        items={questions.map(({ question: { id, quality }, answer, whole }) => ({
          title: quality,
          href: `/gradings/${grading.id}/questions/${id}`,
          status: whole
            ? { text: capital(answer?.grade ?? '') }
            : { tag: { text: 'To do', classes: 'govuk-tag--blue' } },
        }))}
      />
      {given ? (
        <p class="govuk-body">You have given this grading, so it is not altered.</p>
      ) : (
        <Form action={`/gradings/${grading.id}/given`} idempotencyKey={formKey}>
          <p class="govuk-body" id="given">
            {left === 0
              ? 'Every question is answered. Once you give the grading it is not altered.'
              : `${left} of ${questions.length} questions are still to be answered.`}
          </p>
          <Button preventDoubleClick>Give the grading</Button>
        </Form>
      )}
    </Layout>
  );
}
