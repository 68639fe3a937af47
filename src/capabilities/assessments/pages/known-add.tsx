import {
  Button,
  ErrorSummary,
  type FieldErrors,
  Form,
  Input,
  Layout,
  type PageContext,
  Radios,
} from '../../../design-system/index.ts';
import { KnownFields } from './known-fields.tsx';

type Props = {
  page: PageContext;
  assessment: { id: string; childName: string };
  formKey: string;
  typed: Readonly<Record<string, string>>;
  errors: FieldErrors;
};

/** Staff put somebody on the list: from the file, or as they were told by telephone. */
export function KnownAddPage({ page, assessment, formKey, typed, errors }: Props) {
  const title = 'Add somebody who knows the child';
  const at = `/assessments/${assessment.id}/professionals`;
  return (
    <Layout title={title} page={page} errors={errors} backLink={at}>
      <ErrorSummary errors={errors} />
      <span class="govuk-caption-l">{assessment.childName}</span>
      <h1 class="govuk-heading-l">{title}</h1>
      <Form action={at} idempotencyKey={formKey}>
        <KnownFields typed={typed} errors={errors} reader="staff" />
        <Radios
          name="saidBy"
          fieldset={{ legend: { text: 'Who says so?' } }}
          hint="The family reads the list, and who put each person there"
          errorMessage={errors['saidBy']}
          value={typed['saidBy']}
          items={[
            { value: 'family', text: 'The family, by telephone or on paper' },
            { value: 'setting', text: 'A setting, by telephone or on paper' },
            { value: 'authority', text: 'We do, from the file' },
          ]}
        />
        <Input
          name="saidByName"
          label="Who told you?"
          hint="Leave this empty if it is from the file"
          classes="govuk-input--width-20"
          errorMessage={errors['saidByName']}
          value={typed['saidByName']}
        />
        <Button preventDoubleClick>Add to the list</Button>
      </Form>
    </Layout>
  );
}
