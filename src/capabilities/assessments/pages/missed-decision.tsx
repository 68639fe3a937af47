import {
  AsTyped,
  Button,
  ErrorSummary,
  type FieldErrors,
  Form,
  InsetText,
  Layout,
  type PageContext,
  Radios,
  SummaryList,
  Textarea,
} from '../../../design-system/index.ts';
import { sayDate } from '../../../shared/plain-date.ts';
import type { Missed } from '../missed.ts';
import { type Paragraph, sayParagraph } from '../paragraphs.ts';

type Props = {
  page: PageContext;
  formKey: string;
  id: string;
  assessmentId: string;
  childName: string;
  paragraph: Paragraph;
  missed: Missed;
  typed: Readonly<Record<string, string | undefined>>;
  errors: FieldErrors;
};

/** Deciding whether a missed appointment is a lawful exception. */
export function MissedDecisionPage({ page, formKey, missed, typed, errors, ...asked }: Props) {
  const of = `/assessments/${asked.assessmentId}/advice-requests/${asked.id}`;
  const title = 'A missed appointment';
  return (
    <Layout title={title} page={page} errors={errors} backLink={of}>
      <ErrorSummary errors={errors} />
      <span class="govuk-caption-l">
        {asked.childName}: {sayParagraph(asked.paragraph)}
      </span>
      <h1 class="govuk-heading-l">{title}</h1>
      <SummaryList
        rows={[
          { key: 'Day', value: sayDate(missed.missedOn) },
          { key: 'What for', value: missed.what },
          { key: 'How it is known', value: <AsTyped>{missed.evidence}</AsTyped> },
          { key: 'Recorded by', value: missed.recordedBy },
        ]}
      />
      {missed.decision === null ? (
        <Form action={`${of}/missed-appointments/${missed.id}`} idempotencyKey={formKey}>
          <Radios
            name="excuses"
            fieldset={{
              legend: {
                text: 'Did it make the six weeks impractical to keep?',
                classes: 'govuk-fieldset__legend--m',
              },
            }}
            hint="SEND Regulations 2014, reg. 8(2). The date stays where it is, and the advice must come as soon as practicable"
            errorMessage={errors['excuses']}
            value={typed['excuses']}
            items={[
              { value: 'yes', text: 'Yes: record the lawful exception' },
              { value: 'no', text: 'No: it is no exception' },
            ]}
          />
          <Textarea
            name="reason"
            label={{ text: 'Why?', classes: 'govuk-label--m' }}
            errorMessage={errors['reason']}
            value={typed['reason']}
            rows={4}
          />
          <Button preventDoubleClick>Save</Button>
        </Form>
      ) : (
        <InsetText>
          Decided on {sayDate(missed.decision.on)} by {missed.decision.by}:{' '}
          {missed.decision.excuses ? 'a lawful exception. ' : 'no exception. '}
          <AsTyped>{missed.decision.reason}</AsTyped>
        </InsetText>
      )}
    </Layout>
  );
}
