import {
  Button,
  ErrorSummary,
  type FieldErrors,
  Form,
  Input,
  inEasyRead,
  Layout,
  type PageContext,
} from '../../../design-system/index.ts';
import { trackInEasyRead } from './easy-read/tracking.ts';

export type TrackProps = {
  page: PageContext;
  typed: Readonly<Record<string, string>>;
  errors: FieldErrors;
  formKey: string;
};

export const TrackPage = inEasyRead(Track, trackInEasyRead);

function Track({ page, typed, errors, formKey }: TrackProps) {
  return (
    <Layout title="Track a request" page={page} errors={errors}>
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">Track a request</h1>
      <p class="govuk-body">
        See where a request or a plan is, who has it, and what happens next. We send a one-time code to the
        contact given with the request, so that nobody else can look.
      </p>
      <Form action="/track" idempotencyKey={formKey}>
        <Input
          name="reference"
          label="Reference"
          hint="It is on your confirmation and on every letter, for example R-7K3Q-9F2M"
          classes="govuk-input--width-10"
          spellcheck={false}
          autocapitalize="characters"
          value={typed['reference']}
          errorMessage={errors['reference']}
        />
        <Button preventDoubleClick>Send me a code</Button>
      </Form>
      <p class="govuk-body">
        <a class="govuk-link" href="/track/code">
          I already have a code
        </a>
      </p>
      {page.signedIn === null && (
        <p class="govuk-body">
          If you have an account,{' '}
          <a class="govuk-link" href="/sign-in?to=/family">
            sign in
          </a>{' '}
          instead.
        </p>
      )}
      <p class="govuk-body">
        If a family invited you to follow their case,{' '}
        <a class="govuk-link" href="/invited">
          open it with the address you were invited at
        </a>
        .
      </p>
    </Layout>
  );
}
