import {
  Button,
  Checkboxes,
  ErrorSummary,
  type FieldErrors,
  Form,
  Layout,
  type PageContext,
} from '../../../design-system/index.ts';
import { sayDate } from '../../../shared/plain-date.ts';
import { type Copy, type Copyable, keyOf } from '../copies.ts';
import { CopiesView } from './copies-view.tsx';

type Props = {
  page: PageContext;
  assessmentId: string;
  id: string;
  childName: string;
  asked: { adviser: string; organisation: string | null };
  given: readonly Copy[];
  /** What can be given and has not been. */
  left: readonly Copyable[];
  formKey: string;
  errors: FieldErrors;
};

/** What whoever was asked has been given, and what has come since that they may be given too. */
export function CopiesPage({
  page,
  assessmentId,
  id,
  childName,
  asked,
  given,
  left,
  formKey,
  errors,
}: Props) {
  const title = `What ${asked.adviser} has been given`;
  const at = `/assessments/${assessmentId}/advice-requests/${id}`;
  return (
    <Layout title={title} page={page} errors={errors} backLink={at}>
      <ErrorSummary errors={errors} />
      <span class="govuk-caption-l">{childName}</span>
      <h1 class="govuk-heading-l">{title}</h1>
      {given.length === 0 ? (
        <p class="govuk-body">Nothing but what they were asked, and the documents chosen then.</p>
      ) : (
        <CopiesView copies={given} />
      )}
      {left.length > 0 && (
        <Form action={`${at}/copies`} idempotencyKey={formKey}>
          <CopiesToGive
            left={left}
            values={left.filter(({ ofFamily }) => ofFamily).map(keyOf)}
            errors={errors}
          />
          <Button preventDoubleClick>Give copies</Button>
        </Form>
      )}
    </Layout>
  );
}

/** Choosing what to give: the family's own is chosen to begin with, because the law wants it before whoever advises. */
export function CopiesToGive({
  left,
  values,
  errors,
}: {
  left: readonly Copyable[];
  values: readonly string[];
  errors: FieldErrors;
}) {
  return (
    <Checkboxes
      name="copies"
      fieldset={{
        legend: { text: 'What should they have copies of?', classes: 'govuk-fieldset__legend--m' },
      }}
      hint="They must be given what the family has said and sent (reg. 6). Give others’ advice where it helps them to advise, and leave out what is not theirs to see"
      errorMessage={errors['copies']}
      values={[...values]}
      items={left.map((one) => ({
        value: keyOf(one),
        text: one.title,
        hint: `${one.saidBy}, ${sayDate(one.saidOn)}`,
      }))}
    />
  );
}
