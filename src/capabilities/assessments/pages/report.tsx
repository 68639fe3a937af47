import {
  Button,
  DateField,
  ErrorSummary,
  type FieldErrors,
  Form,
  Input,
  Layout,
  type PageContext,
  Select,
  Textarea,
} from '../../../design-system/index.ts';

type Props = {
  page: PageContext;
  assessment: { id: string; childId: string; childName: string };
  documents: readonly { id: string; title: string; uploadedByName: string | null }[];
  formKey: string;
  typed: Readonly<Record<string, string>>;
  errors: FieldErrors;
};

/** Recording a report the family had made, from a document on the file. */
export function ReportPage({ page, assessment, documents, formKey, typed, errors }: Props) {
  const title = 'Record a report the family sent';
  const { id, childId, childName } = assessment;
  const field = (name: string) => ({ name, errorMessage: errors[name], value: typed[name] });
  return (
    <Layout title={title} page={page} errors={errors} backLink={`/assessments/${id}`}>
      <ErrorSummary errors={errors} />
      <span class="govuk-caption-l">{childName}</span>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">
        An independent or private report stands beside the advice you asked for: you, the family and the plan
        read it on the same terms, and you must consider it (SEND Regulations 2014, reg. 11). It does not take
        the place of advice you have to ask for, unless it is agreed that it is enough (reg. 6(4)).
      </p>
      <Form action={`/assessments/${id}/reports`} idempotencyKey={formKey}>
        <Select
          {...field('documentId')}
          label={{ text: 'Which document is it?', classes: 'govuk-label--m' }}
          hint="A document on the child’s file"
          items={[
            { value: '', text: 'Select a document' },
            ...documents.map((one) => ({
              value: one.id,
              text: one.uploadedByName === null ? one.title : `${one.title} (from ${one.uploadedByName})`,
            })),
          ]}
        />
        <p class="govuk-body">
          <a class="govuk-link" href={`/cases/${childId}`}>
            The case, and its documents
          </a>
        </p>
        <Input {...field('signedName')} label="Who wrote it?" />
        <Input
          {...field('signedRole')}
          label="Their profession"
          hint="For example, independent educational psychologist"
        />
        <DateField name="signedOn" legend="The date on the report" errors={errors} typed={typed} />
        <DateField name="returnedOn" legend="The day you received it" errors={errors} typed={typed} />
        <Textarea
          {...field('statement')}
          label={{ text: 'What it says (optional)', classes: 'govuk-label--m' }}
          hint="In its author’s words, never yours. Left empty, the document speaks for itself"
          rows={8}
        />
        <Button preventDoubleClick>Record the report</Button>
      </Form>
    </Layout>
  );
}
