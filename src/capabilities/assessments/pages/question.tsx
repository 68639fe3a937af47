import {
  Button,
  ErrorSummary,
  type FieldErrors,
  Form,
  Layout,
  type PageContext,
  Select,
  Textarea,
} from '../../../design-system/index.ts';
import { type Paragraph, sayParagraph } from '../paragraphs.ts';
import { WHOLE } from '../questions.ts';

type Props = {
  page: PageContext;
  formKey: string;
  id: string;
  assessmentId: string;
  childName: string;
  /** Null for an author outside any organisation here, whom staff write to themselves. */
  organisationId: string | null;
  adviserName: string;
  paragraph: Paragraph;
  lines: readonly { id: string; words: string }[];
  typed: Readonly<Record<string, string>>;
  errors: FieldErrors;
};

/** Sending signed advice back to its author, with the exact question about one of its lines. */
export function QuestionPage({ page, formKey, lines, typed, errors, ...asked }: Props) {
  const at = `/assessments/${asked.assessmentId}/advice-requests/${asked.id}`;
  const title = 'Ask the author a question';
  return (
    <Layout title={title} page={page} errors={errors} backLink={at}>
      <ErrorSummary errors={errors} />
      <span class="govuk-caption-l">
        {asked.childName}: {sayParagraph(asked.paragraph)}
      </span>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">
        {asked.organisationId === null
          ? `When you have recorded the question, the page of the advice has the words to send to ${asked.adviserName}: send them the way you asked for it. Write down their answer there. What they gave stays as it is.`
          : `${asked.adviserName} answers by correcting the advice and signing it again. What was signed stays as it is.`}{' '}
        The family sees your question and the answer.
      </p>
      <Form action={`${at}/questions`} idempotencyKey={formKey}>
        <Select
          name="line"
          label={{ text: 'What are you asking about?', classes: 'govuk-label--m' }}
          errorMessage={errors['line']}
          value={typed['line']}
          items={[
            { value: WHOLE, text: 'The advice as a whole' },
            ...lines.map(({ id, words }) => ({ value: id, text: shorten(words) })),
          ]}
        />
        <Textarea
          name="question"
          label={{ text: 'Your question', classes: 'govuk-label--m' }}
          hint="Exactly what is not clear or not said. Do not ask for less than the child needs"
          errorMessage={errors['question']}
          value={typed['question']}
        />
        <Button preventDoubleClick>
          {asked.organisationId === null ? 'Record the question' : 'Send the question'}
        </Button>
      </Form>
    </Layout>
  );
}

function shorten(words: string): string {
  const line = words.charAt(0).toUpperCase() + (words.split('\n')[0] ?? '').slice(1);
  return line.length > 70 ? `${line.slice(0, 67).trimEnd()}…` : line;
}
