import {
  Button,
  ErrorSummary,
  type FieldErrors,
  Form,
  Input,
  Layout,
  type PageContext,
} from '../../../design-system/index.ts';

type Props = {
  page: PageContext;
  formKey: string;
  typed: Readonly<Record<string, string>>;
  errors: FieldErrors;
};

/** What the authority configures of the checks of a plan: no source gives either. */
export function LimitsPage({ page, formKey, typed, errors }: Props) {
  return (
    <Layout title="What plans are checked by" page={page} errors={errors}>
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">What plans are checked by</h1>
      <p class="govuk-body">
        No law or guidance gives these two. While a box is empty, it is not checked.{' '}
        <a class="govuk-link" href="/rules/plan-checks">
          What else is checked
        </a>
      </p>
      <Form action="/plan-checks/limits" idempotencyKey={formKey}>
        <Input
          name="adviceMonths"
          label={{ text: 'How old may advice be, in months?', classes: 'govuk-label--m' }}
          hint="From 1 to 60. Older advice is pointed at in the plan"
          classes="govuk-input--width-3"
          errorMessage={errors['adviceMonths']}
          value={typed['adviceMonths']}
        />
        <Input
          name="readingAge"
          label={{ text: 'Which reading age are plans written for?', classes: 'govuk-label--m' }}
          hint="From 7 to 18, by the Flesch–Kincaid grade level with five added. It is asked of Section A1 and the outcomes, where they have 100 words or more"
          classes="govuk-input--width-3"
          errorMessage={errors['readingAge']}
          value={typed['readingAge']}
        />
        <Button preventDoubleClick>Save</Button>
      </Form>
    </Layout>
  );
}
