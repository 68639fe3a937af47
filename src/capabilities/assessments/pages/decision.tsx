import {
  Button,
  Checkboxes,
  DateField,
  ErrorSummary,
  type FieldErrors,
  Form,
  InsetText,
  Layout,
  type PageContext,
  Radios,
  Textarea,
  WarningText,
} from '../../../design-system/index.ts';
import type { MissingAdvice } from '../assessment.ts';
import { withoutField } from '../decision.ts';
import { sayParagraph } from '../paragraphs.ts';

type Props = {
  page: PageContext;
  formKey: string;
  assessmentId: string;
  childName: string;
  missing: readonly MissingAdvice[];
  organisations: readonly { organisationId: string; organisation: string }[];
  typed: Readonly<Record<string, string>>;
  errors: FieldErrors;
};

/** The decision whether a plan is necessary, on the test the law gives and no other. */
export function IssueDecisionPage(props: Props) {
  const { page, formKey, assessmentId, childName, missing, typed, errors } = props;
  const long = (name: string, label: string, hint: string) => (
    <Textarea
      name={name}
      label={{ text: label, classes: 'govuk-label--m' }}
      hint={hint}
      errorMessage={errors[name]}
      value={typed[name]}
      rows={6}
    />
  );
  return (
    <Layout
      title="Decide whether to issue a plan"
      page={page}
      errors={errors}
      backLink={`/assessments/${assessmentId}`}
    >
      <ErrorSummary errors={errors} />
      <span class="govuk-caption-l">{childName}</span>
      <h1 class="govuk-heading-l">Decide whether to issue a plan</h1>
      <InsetText>
        The law sets one test: in the light of the assessment, is it necessary for special educational
        provision to be made in accordance with an EHC plan (Children and Families Act 2014, section 37(1))?
        If it is, the authority must issue one. No local threshold, band or funding ceiling can be added to
        it.
      </InsetText>
      <Form action={`/assessments/${assessmentId}/decision`} idempotencyKey={formKey}>
        <Radios
          name="necessary"
          fieldset={{
            legend: {
              text: 'Is it necessary for special educational provision to be made in accordance with a plan?',
              classes: 'govuk-fieldset__legend--m',
            },
          }}
          hint="Section 37(1)"
          errorMessage={errors['necessary']}
          value={typed['necessary']}
          classes="govuk-radios--inline"
          items={[
            { value: 'yes', text: 'Yes' },
            { value: 'no', text: 'No' },
          ]}
        />
        {long('evidence', 'Evidence considered', 'What you read and whom you heard, by name and date')}
        {long('reasons', 'Reasons', 'Written to the family: they are in the letter word for word')}
        {long(
          'whatWouldChange',
          'What would change the decision',
          'For a decision not to issue, what new evidence would; otherwise what could end the plan',
        )}
        {missing.length > 0 && (
          <WarningText>
            The assessment is not complete without the advice below (SEND Regulations 2014, reg. 6(1)). You
            can still decide, so that the family is not kept waiting: say why for each.
          </WarningText>
        )}
        {missing.map((gap) =>
          long(
            withoutField(gap.key),
            `Why decide without ${sayParagraph(gap.paragraph)}?`,
            gap.asked === null
              ? 'The law requires this advice and nobody was asked for it'
              : `Asked of ${gap.asked.adviser} and not received`,
          ),
        )}
        <WhomToTell {...props} />
        <DateField
          name="decidedOn"
          legend={{ text: 'When was it decided?', classes: 'govuk-fieldset__legend--m' }}
          errors={errors}
          typed={typed}
        />
        <Button preventDoubleClick>Record the decision and write to the family</Button>
      </Form>
    </Layout>
  );
}

// All are chosen to begin with: whoever was asked is, as a rule, whom the Regulations mean.
function WhomToTell({ organisations, typed }: Props) {
  if (organisations.length === 0) return null;
  const ids = organisations.map(({ organisationId }) => organisationId);
  return (
    <Checkboxes
      name="tell"
      fieldset={{
        legend: {
          text: 'If you do not issue a plan, who else is told?',
          classes: 'govuk-fieldset__legend--m',
        },
      }}
      hint="The responsible commissioning body, and the head, principal or manager (reg. 10(2)). They are not told the reasons"
      values={typed['evidence'] === undefined ? ids : (typed['tell'] ?? '').split(',')}
      items={organisations.map((one) => ({ value: one.organisationId, text: one.organisation }))}
    />
  );
}
