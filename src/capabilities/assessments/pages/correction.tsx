import {
  Button,
  ErrorSummary,
  type FieldErrors,
  Form,
  Layout,
  type PageContext,
  Textarea,
} from '../../../design-system/index.ts';
import type { Question } from '../questions.ts';
import { QuestionsView } from './questions.tsx';

type Props = {
  page: PageContext;
  formKey: string;
  id: string;
  childName: string;
  /** What the authority has asked and is not answered. */
  asked: readonly Question[];
  typed: Readonly<Record<string, string>>;
  errors: FieldErrors;
};

/** Beginning a correction of signed advice: what was signed stays, and the correction is advice of its own. */
export function CorrectionPage({ page, formKey, id, childName, asked, typed, errors }: Props) {
  return (
    <Layout title="Correct your advice" page={page} errors={errors} backLink={`/advice/${id}`}>
      <ErrorSummary errors={errors} />
      <span class="govuk-caption-l">{childName}</span>
      <h1 class="govuk-heading-l">Correct your advice</h1>
      <p class="govuk-body">
        What you signed stays on the file as it is. You will get a copy to change, and sign it again. The
        authority and the family then see both, with your reason.
      </p>
      <QuestionsView questions={asked} />
      <Form action={`/advice/${id}/correction`} idempotencyKey={formKey}>
        <Textarea
          name="reason"
          label={{ text: 'What are you correcting, and why?', classes: 'govuk-label--m' }}
          errorMessage={errors['reason']}
          value={typed['reason']}
        />
        <Button preventDoubleClick>Start the correction</Button>
      </Form>
    </Layout>
  );
}
