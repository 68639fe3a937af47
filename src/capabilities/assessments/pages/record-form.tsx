import { Button, DateField, type FieldErrors, Form, Input, Textarea } from '../../../design-system/index.ts';

type Props = {
  id: string;
  assessmentId: string;
  formKey: string;
  heading: string;
  what: string;
  typed: Readonly<Record<string, string>>;
  errors: FieldErrors;
};

/** Writing down what came by other means, in its author's own words. */
export function RecordForm({ id, assessmentId, formKey, heading, what, typed, errors }: Props) {
  return (
    <>
      <h2 class="govuk-heading-m">{heading}</h2>
      <p class="govuk-body">{what}</p>
      <Form action={`/assessments/${assessmentId}/advice-requests/${id}/advice`} idempotencyKey={formKey}>
        <Textarea
          name="statement"
          label="What the advice says"
          errorMessage={errors['statement']}
          value={typed['statement']}
          rows={10}
        />
        <Input
          name="signedName"
          label="Who gave it"
          errorMessage={errors['signedName']}
          value={typed['signedName']}
        />
        <Input
          name="signedRole"
          label="Their role, or their relationship to the child"
          errorMessage={errors['signedRole']}
          value={typed['signedRole']}
        />
        <DateField name="signedOn" legend="The date on the advice" errors={errors} typed={typed} />
        <DateField name="returnedOn" legend="When did you receive it?" errors={errors} typed={typed} />
        <Button preventDoubleClick>Record the advice</Button>
      </Form>
    </>
  );
}
