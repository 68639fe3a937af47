import {
  Button,
  ErrorSummary,
  type FieldErrors,
  Form,
  IdentityBar,
  Layout,
  type PageContext,
  Textarea,
} from '../../../design-system/index.ts';
import { type PlainDate, sayDate } from '../../../shared/plain-date.ts';

type Props = {
  page: PageContext;
  of: { childId: string; childName: string; bornOn: PlainDate };
  formKey: string;
  typed: Readonly<Record<string, string>>;
  errors: FieldErrors;
};

/** Saying why one opened a file that is somebody else's to work on. */
export function OpeningPage({ page, of, formKey, typed, errors }: Props) {
  return (
    <Layout
      title={`Why you opened this file: ${of.childName}`}
      page={page}
      errors={errors}
      backLink={{ href: `/cases/${of.childId}`, text: 'Case' }}
      beforeContent={
        <IdentityBar>
          {of.childName}
          <span class="opensend-identity-detail"> born {sayDate(of.bornOn)}</span>
        </IdentityBar>
      }
    >
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">Why you opened this file</h1>
      <p class="govuk-body">
        You do not look after this case. The family can see that you opened the file, and reads what you write
        here.
      </p>
      <Form action={`/cases/${of.childId}/reason`} idempotencyKey={formKey}>
        <Textarea
          name="reason"
          label="Why did you open it?"
          hint="For example: the family telephoned while their caseworker was out"
          rows={3}
          errorMessage={errors['reason']}
          value={typed['reason']}
        />
        <Button preventDoubleClick>Save the reason</Button>
      </Form>
    </Layout>
  );
}
