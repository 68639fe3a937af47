import {
  Button,
  DateField,
  ErrorSummary,
  type FieldErrors,
  Form,
  Layout,
  type PageContext,
  Radios,
  Textarea,
} from '../../../design-system/index.ts';
import { SAID_HOW } from '../../../shared/said-how.ts';
import { capital } from '../../../shared/words.ts';
import { type Paragraph, sayParagraph } from '../paragraphs.ts';

type Props = {
  page: PageContext;
  formKey: string;
  id: string;
  assessmentId: string;
  childName: string;
  adviserName: string;
  paragraph: Paragraph;
  typed: Readonly<Record<string, string>>;
  errors: FieldErrors;
};

/** Writing down that whoever was asked cannot give advice, as they told the SEND team. */
export function RefusedOtherwisePage({ page, formKey, id, typed, errors, ...asked }: Props) {
  const title = 'Record that they cannot give this advice';
  const at = `/assessments/${asked.assessmentId}/advice-requests/${id}`;
  return (
    <Layout title={title} page={page} errors={errors} backLink={at}>
      <ErrorSummary errors={errors} />
      <span class="govuk-caption-l">
        {asked.childName}: {sayParagraph(asked.paragraph)}
      </span>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">
        The advice is still needed: ask somebody else. The family reads that {asked.adviserName} cannot give
        it, and is told whom you ask instead.
      </p>
      <Form action={`${at}/refusal`} idempotencyKey={formKey}>
        <Textarea
          name="reason"
          label={{ text: `Why can ${asked.adviserName} not give it?`, classes: 'govuk-label--m' }}
          hint="In their own words. And who could give it, if they said"
          errorMessage={errors['reason']}
          value={typed['reason']}
          rows={4}
        />
        <Radios
          name="cameBy"
          fieldset={{ legend: { text: 'How did they tell you?', classes: 'govuk-fieldset__legend--m' } }}
          errorMessage={errors['cameBy']}
          value={typed['cameBy']}
          items={SAID_HOW.map((value) => ({ value, text: capital(value) }))}
        />
        <DateField name="refusedOn" legend="When did they tell you?" errors={errors} typed={typed} />
        <Button preventDoubleClick>Record it</Button>
      </Form>
    </Layout>
  );
}
