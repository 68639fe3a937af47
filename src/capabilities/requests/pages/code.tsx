import {
  Button,
  Details,
  ErrorSummary,
  type FieldErrors,
  Form,
  Input,
  inEasyRead,
  Layout,
  type PageContext,
} from '../../../design-system/index.ts';
import { codeInEasyRead } from './easy-read/tracking.ts';

export type CodeProps = {
  page: PageContext;
  /** As it was just given; null for somebody who comes with a code from a letter. */
  reference: string | null;
  typed: Readonly<Record<string, string>>;
  errors: FieldErrors;
  formKey: string;
};

/** The same page whether or not there is such a request: it says nothing about anybody. */
export const CodePage = inEasyRead(Code, codeInEasyRead);

function Code({ page, reference, typed, errors, formKey }: CodeProps) {
  return (
    <Layout title="Enter your code" page={page} errors={errors} backLink="/track">
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">Enter your code</h1>
      <p class="govuk-body">
        {reference === null
          ? 'We send a code to the contact given with the request.'
          : `If ${reference} is right, we have sent a code to the contact given with the request.`}{' '}
        An email or text takes a minute or two; a letter takes a few days.
      </p>
      <Form action="/track/code" idempotencyKey={formKey}>
        {reference === null ? (
          <Input
            name="reference"
            label="Reference"
            classes="govuk-input--width-10"
            spellcheck={false}
            autocapitalize="characters"
            value={typed['reference']}
            errorMessage={errors['reference']}
          />
        ) : (
          <input type="hidden" name="reference" value={reference} />
        )}
        <Input
          name="code"
          label="Code"
          hint="8 letters and numbers, for example K7QM-2RXD"
          classes="govuk-input--width-10"
          spellcheck={false}
          autocomplete="one-time-code"
          autocapitalize="characters"
          value={typed['code']}
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
