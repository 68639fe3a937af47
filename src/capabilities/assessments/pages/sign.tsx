import {
  Button,
  Checkboxes,
  DateField,
  ErrorSummary,
  type FieldErrors,
  Form,
  Input,
  Layout,
  type PageContext,
} from '../../../design-system/index.ts';
import type { PlainDate } from '../../../shared/plain-date.ts';
import type { AdviceContent } from '../advice.ts';
import { AdviceContentView } from './advice-content.tsx';

type Props = {
  page: PageContext;
  formKey: string;
  id: string;
  childName: string;
  authorityName: string;
  version: number;
  content: AdviceContent;
  today: PlainDate;
  typed: Readonly<Record<string, string>>;
  errors: FieldErrors;
};

/** Reading advice through once more, and signing it. */
export function SignPage({ page, formKey, id, version, content, today, typed, errors, ...about }: Props) {
  return (
    <Layout title="Sign your advice" page={page} errors={errors} backLink={`/advice/${id}`}>
      <ErrorSummary errors={errors} />
      <span class="govuk-caption-l">{about.childName}</span>
      <h1 class="govuk-heading-l">Sign your advice</h1>
      <h2 class="govuk-heading-m">What you are signing</h2>
      <AdviceContentView content={content} />
      <Form action={`/advice/${id}/signature`} idempotencyKey={formKey} version={version}>
        <Input
          name="name"
          label={{ text: 'Your full name', classes: 'govuk-label--m' }}
          errorMessage={errors['name']}
          value={typed['name']}
          autocomplete="name"
        />
        <Input
          name="role"
          label={{ text: 'Your role and qualifications', classes: 'govuk-label--m' }}
          errorMessage={errors['role']}
          value={typed['role']}
        />
        <DateField
          name="signedOn"
          legend={{ text: 'Date', classes: 'govuk-fieldset__legend--m' }}
          errors={errors}
          typed={typed}
          value={today}
        />
        <Checkboxes
          name="confirmed"
          errorMessage={errors['confirmed']}
          values={typed['confirmed'] === 'yes' ? ['yes'] : []}
          items={[
            {
              value: 'yes',
              text: 'This is my advice, and I understand that it cannot be changed once signed',
            },
          ]}
        />
        <Button preventDoubleClick>Sign and send to {about.authorityName}</Button>
      </Form>
    </Layout>
  );
}
