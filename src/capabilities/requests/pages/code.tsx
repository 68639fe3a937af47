import {
  Button,
  Details,
  ErrorSummary,
  type FieldErrors,
  Form,
  Input,
  Layout,
  type PageContext,
} from '../../../design-system/index.ts';

type Props = { page: PageContext; reference: string; errors: FieldErrors; formKey: string };

/** The same page whether or not there is such a request: it says nothing about anybody. */
export function CodePage({ page, reference, errors, formKey }: Props) {
  return (
    <Layout title="Enter your code" page={page} errors={errors} backLink="/track">
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">Enter your code</h1>
      <p class="govuk-body">
        If {reference} is right, we have sent a code to the contact given with the request. An email or text
        takes a minute or two; a letter takes a few days.
      </p>
      <Form action="/track/code" idempotencyKey={formKey}>
        <input type="hidden" name="reference" value={reference} />
        <Input
          name="code"
          label="Code"
          hint="8 letters and numbers, for example K7QM-2RXD"
          classes="govuk-input--width-10"
          spellcheck={false}
          autocomplete="one-time-code"
          autocapitalize="characters"
          errorMessage={errors['code']}
        />
        <Button preventDoubleClick>Continue</Button>
      </Form>
      <Details summary="I did not get a code">
        <p class="govuk-body">
          Check the reference, then{' '}
          <a class="govuk-link" href="/track">
            ask for another code
          </a>
          . If the contact given has changed, contact the SEND team: they will check who you are first.
        </p>
      </Details>
    </Layout>
  );
}
