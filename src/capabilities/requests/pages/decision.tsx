import {
  Button,
  DateField,
  ErrorSummary,
  type FieldErrors,
  Form,
  InsetText,
  Layout,
  type PageContext,
  Radios,
  Textarea,
} from '../../../design-system/index.ts';

type Props = {
  page: PageContext;
  formKey: string;
  requestId: string;
  childName: string;
  childId: string;
  /** The family has not been told that their child was brought to attention. */
  untold: boolean;
  typed: Readonly<Record<string, string>>;
  errors: FieldErrors;
};

/** The decision whether to assess, on the test the law gives and no other. */
export function DecisionPage(props: Props) {
  const { page, formKey, requestId, childName, typed, errors } = props;
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
  const limb = (name: string, question: string, hint: string) => (
    <Radios
      name={name}
      fieldset={{ legend: { text: question, classes: 'govuk-fieldset__legend--m' } }}
      hint={hint}
      errorMessage={errors[name]}
      value={typed[name]}
      classes="govuk-radios--inline"
      items={[
        { value: 'yes', text: 'Yes' },
        { value: 'no', text: 'No' },
      ]}
    />
  );
  return (
    <Layout title="Decide whether to assess" page={page} errors={errors} backLink={`/requests/${requestId}`}>
      <ErrorSummary errors={errors} />
      <span class="govuk-caption-l">{childName}</span>
      <h1 class="govuk-heading-l">Decide whether to assess</h1>
      <InsetText>
        The law sets one test, in two parts (Children and Families Act 2014, section 36(8)). If both are met
        the authority must assess. No local threshold, diagnosis, level of attainment or spending by a school
        can be added to it.
      </InsetText>
      <Form action={`/requests/${requestId}/decision`} idempotencyKey={formKey}>
        {limb(
          'hasOrMayHaveSen',
          'Does the child or young person have, or may they have, special educational needs?',
          'Section 36(8)(a)',
        )}
        {limb(
          'provisionMayBeNecessary',
          'May it be necessary for special educational provision to be made for them through an EHC plan?',
          'Section 36(8)(b): “may be”, not “is”',
        )}
        {long('evidence', 'Evidence considered', 'What you read and whom you heard, by name and date')}
        {long('reasons', 'Reasons', 'Written to the family: they are in the letter word for word')}
        {long(
          'whatWouldChange',
          'What would change the decision',
          'For a decision not to assess, what new evidence would; otherwise what could end the assessment',
        )}
        <DateField
          name="decidedOn"
          legend={{ text: 'When was it decided?', classes: 'govuk-fieldset__legend--m' }}
          errors={errors}
          typed={typed}
        />
        {props.untold && <MayTheyBeTold {...props} />}
        <Button preventDoubleClick>
          {props.untold ? 'Record the decision' : 'Record the decision and write to the family'}
        </Button>
      </Form>
    </Layout>
  );
}

function MayTheyBeTold({ childId, typed, errors }: Props) {
  return (
    <>
      <h2 class="govuk-heading-m">The family has not been told</h2>
      <p class="govuk-body">
        The child was brought to your attention, and the family does not know. The law has the parent or the
        young person notified of the decision (SEND Regulations 2014, regulation 5(1)), and this service knows
        of no provision that lets that wait. If one person may not be safe to tell,{' '}
        <a class="govuk-link" href={`/cases/${childId}/people`}>
          restrict contact with them
        </a>{' '}
        first and tell the others. Ask children’s services before you tell anybody.
      </p>
      <Radios
        name="tellFamily"
        fieldset={{ legend: { text: 'May the family be told now?', classes: 'govuk-fieldset__legend--m' } }}
        errorMessage={errors['tellFamily']}
        value={typed['tellFamily']}
        items={[
          { value: 'yes', text: 'Yes, write to them with the decision' },
          {
            value: 'no',
            text: 'No, it may not be safe yet, or there is nobody to write to',
            conditional: (
              <Textarea
                name="whyNotTold"
                label={{ text: 'Why not' }}
                hint="For staff alone. You can tell them later on the page of the request: their time to appeal begins then."
                errorMessage={errors['whyNotTold']}
                value={typed['whyNotTold']}
                rows={3}
              />
            ),
          },
        ]}
      />
    </>
  );
}
