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
import { linkSentInEasyRead, returnInEasyRead, returnLinkInEasyRead } from './easy-read/returning.ts';

export type ReturnLinkProps = {
  page: PageContext;
  draftId: string;
  typed: Readonly<Record<string, string>>;
  errors: FieldErrors;
  formKey: string;
};

export const ReturnLinkPage = inEasyRead(ReturnLink, returnLinkInEasyRead);

function ReturnLink({ page, draftId, typed, errors, formKey }: ReturnLinkProps) {
  return (
    <Layout title="Finish this later" page={page} errors={errors} backLink={`/drafts/${draftId}/check`}>
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">Finish this later</h1>
      <p class="govuk-body">
        What you have answered so far is saved. We can email you a link to come back to it. It works once, and
        for 28 days.
      </p>
      <Form action={`/drafts/${draftId}/return-link`} idempotencyKey={formKey}>
        <Input
          name="email"
          label="Email address"
          type="email"
          autocomplete="email"
          spellcheck={false}
          value={typed['email']}
          errorMessage={errors['email']}
        />
        <Button preventDoubleClick>Email me a link</Button>
      </Form>
    </Layout>
  );
}

export type LinkSentProps = { page: PageContext; draftId: string };

export const LinkSentPage = inEasyRead(LinkSent, linkSentInEasyRead);

function LinkSent({ page, draftId }: LinkSentProps) {
  return (
    <Layout title="Check your email" page={page}>
      <h1 class="govuk-heading-l">Check your email</h1>
      <p class="govuk-body">We have sent you a link to come back to your request. You can close this page.</p>
      <p class="govuk-body">
        <a class="govuk-link" href={`/drafts/${draftId}/check`}>
          Carry on now instead
        </a>
      </p>
    </Layout>
  );
}

export type ReturnProps = { page: PageContext; action: string; failed: boolean };

export const ReturnPage = inEasyRead(Return, returnInEasyRead);

function Return({ page, action, failed }: ReturnProps) {
  if (failed) {
    return (
      <Layout title="This link does not work" page={page}>
        <h1 class="govuk-heading-l">This link does not work</h1>
        <p class="govuk-body">
          It has been used already, or it is more than 28 days old. If you saved your request in this browser
          you can still carry on there. Otherwise{' '}
          <a class="govuk-link" href="/requests/new">
            start again
          </a>
          .
        </p>
      </Layout>
    );
  }
  return (
    <Layout title="Carry on with your request" page={page}>
      <h1 class="govuk-heading-l">Carry on with your request</h1>
      <form method="post" action={action}>
        <Button preventDoubleClick>Continue</Button>
      </form>
    </Layout>
  );
}
