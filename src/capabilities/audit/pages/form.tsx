import {
  Button,
  ErrorSummary,
  type FieldErrors,
  Fieldset,
  Form,
  Input,
  InsetText,
  Layout,
  type PageContext,
  Textarea,
} from '../../../design-system/index.ts';
import type { Question } from '../questions.ts';

type Props = {
  page: PageContext;
  form: { number: number; questions: readonly Question[]; madeBy: string | null };
  formKey: string;
  typed: Readonly<Record<string, string>>;
  errors: FieldErrors;
};

/** What an audit asks, what good looks like, and how much each question weighs: the authority's to say. */
export function FormPage({ page, form, formKey, typed, errors }: Props) {
  return (
    <Layout
      title="Questions and weights"
      page={page}
      errors={errors}
      backLink={{ href: '/audits', text: 'Audits of plans' }}
    >
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">Questions and weights</h1>
      <p class="govuk-body">
        {form.madeBy === null
          ? 'This is the form as it comes with the service.'
          : `This is version ${form.number}, saved by ${form.madeBy}.`}{' '}
        Saving makes a new version, for the rounds made from then on.
      </p>
      <InsetText>
        The qualities are those published. No source says how much each matters, so all weigh the same until
        you say otherwise. How each is asked, and what good looks like, is our wording: change it to yours. A
        question that weighs 0 is not asked.
      </InsetText>
      <Form action="/audits/form" idempotencyKey={formKey} version={form.number}>
        {form.questions.map((one) => (
          <One key={one.id} question={one} {...{ typed, errors }} />
        ))}
        <Button preventDoubleClick>Save a new version</Button>
      </Form>
    </Layout>
  );
}

type OneProps = Pick<Props, 'typed' | 'errors'> & { question: Question };

function One({ question: { id, quality, source, question, good, weight }, typed, errors }: OneProps) {
  const [asked, looks, weighs] = [`question-${id}`, `good-${id}`, `weight-${id}`];
  return (
    <Fieldset legend={{ text: quality, classes: 'govuk-fieldset__legend--m', isPageHeading: false }}>
      <p class="govuk-hint">{source}</p>
      <Input
        name={asked}
        label={{ text: 'Question' }}
        value={typed[asked] ?? question}
        errorMessage={errors[asked]}
      />
      <Textarea
        name={looks}
        rows={3}
        label={{ text: 'What good looks like' }}
        value={typed[looks] ?? good}
        errorMessage={errors[looks]}
      />
      <Input
        name={weighs}
        label={{ text: 'Weight, from 0 to 100' }}
        classes="govuk-input--width-3"
        inputmode="numeric"
        value={typed[weighs] ?? String(weight)}
        errorMessage={errors[weighs]}
      />
    </Fieldset>
  );
}
