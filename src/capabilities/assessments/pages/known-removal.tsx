import {
  Button,
  ErrorSummary,
  type FieldErrors,
  Form,
  Input,
  inEasyRead,
  Layout,
  type PageContext,
  Textarea,
} from '../../../design-system/index.ts';
import type { Known } from '../known.ts';
import { knownRemovalInEasyRead } from './easy-read/known.ts';
import { headOf } from './known-list.tsx';

export type KnownRemovalProps = {
  page: PageContext;
  childName: string;
  one: Known;
  /** The address of the list. */
  at: string;
  /** Signed in with an account, so that nobody asks for a name. */
  named: boolean;
  formKey: string;
  typed: Readonly<Record<string, string>>;
  errors: FieldErrors;
};

/** Taking somebody off the list of those who know a child. */
export const KnownRemovalPage = inEasyRead(KnownRemoval, knownRemovalInEasyRead);

function KnownRemoval({ page, childName, one, at, named, formKey, typed, errors }: KnownRemovalProps) {
  const title = `Take ${headOf(one)} off the list`;
  return (
    <Layout title={title} page={page} errors={errors} backLink={at}>
      <ErrorSummary errors={errors} />
      <span class="govuk-caption-l">{childName}</span>
      <h1 class="govuk-heading-l">{title}</h1>
      <Form action={`${at}/${one.id}/removal`} idempotencyKey={formKey}>
        <Textarea
          name="reason"
          label="Why?"
          hint="What was said, and why they were taken off, stays in the record"
          errorMessage={errors['reason']}
          value={typed['reason']}
          rows={3}
        />
        {!named && (
          <Input
            name="by"
            label="Your name"
            autocomplete="name"
            classes="govuk-input--width-20"
            errorMessage={errors['by']}
            value={typed['by']}
          />
        )}
        <Button preventDoubleClick>Take off the list</Button>
      </Form>
    </Layout>
  );
}
