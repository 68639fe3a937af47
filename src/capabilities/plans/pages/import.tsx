import {
  Button,
  ErrorSummary,
  type FieldErrors,
  FileUpload,
  Form,
  NotificationBanner,
  type PageContext,
  WarningText,
} from '../../../design-system/index.ts';
import { type OfPlan, PlanFrame } from './frame.tsx';

type Props = {
  page: PageContext;
  of: OfPlan;
  formKey: string;
  /** What the draft said when this was opened, by its hash. */
  version: string;
  errors: FieldErrors;
  /** What the file said that the draft cannot hold; null until one was brought in. */
  leftOut: readonly string[] | null;
};

/** Beginning a draft from a plan file. */
export function ImportPage({ page, of, formKey, version, errors, leftOut }: Props) {
  const title = 'Begin the draft from a file';
  return (
    <PlanFrame page={page} of={of} title={title} errors={errors} backTo={{ part: 'overview' }}>
      <ErrorSummary errors={errors} />
      {leftOut !== null && <Done planId={of.planId} leftOut={leftOut} />}
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">
        A plan downloaded from this service, or from another that writes the same file, can be where this
        draft begins. It must be this child’s.
      </p>
      <WarningText>
        All that the file says takes the place of what the draft says now. Section K stays as it is, and
        Section I stays empty.
      </WarningText>
      <p class="govuk-body">
        <a class="govuk-link" href={`/plans/${of.planId}/plan.json`}>
          Download the draft as it is now
        </a>
        , so that you can put it back.
      </p>
      <Form action={`/plans/${of.planId}/import`} idempotencyKey={formKey} version={version} files>
        <FileUpload
          name="file"
          label={{ text: 'Plan file', classes: 'govuk-label--s' }}
          hint="A file that ends in .json"
          errorMessage={errors['file']}
        />
        <Button preventDoubleClick>Put it in place of the draft</Button>
      </Form>
    </PlanFrame>
  );
}

function Done({ planId, leftOut }: { planId: string; leftOut: readonly string[] }) {
  return (
    <NotificationBanner type="success">
      <p class="govuk-notification-banner__heading">
        The draft now says what the file says.{' '}
        <a class="govuk-notification-banner__link" href={`/plans/${planId}/document`}>
          Read it
        </a>
      </p>
      {leftOut.length > 0 && (
        <>
          <p class="govuk-body">These were left out:</p>
          <ul class="govuk-list govuk-list--bullet">
            {leftOut.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </>
      )}
    </NotificationBanner>
  );
}
