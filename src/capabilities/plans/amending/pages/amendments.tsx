import {
  AsTyped,
  Button,
  DateField,
  ErrorSummary,
  type FieldErrors,
  Form,
  InsetText,
  type PageContext,
  Radios,
  SummaryList,
  Textarea,
} from '../../../../design-system/index.ts';
import { type PlainDate, sayDate } from '../../../../shared/plain-date.ts';
import { type OfPlan, PlanFrame } from '../../pages/frame.tsx';
import type { AmendmentOnFile } from '../store.ts';
import { sayBasis } from '../words.ts';

type Props = {
  page: PageContext;
  of: OfPlan;
  formKey: string;
  /** Why none may be begun now; null where one may. */
  notYet: string | null;
  inForce: { version: number; issuedOn: PlainDate } | null;
  amendments: readonly AmendmentOnFile[];
  typed: Readonly<Record<string, string>>;
  errors: FieldErrors;
};

/** Every amendment of a plan, and beginning another. */
export function AmendmentsPage(props: Props) {
  const { page, of, amendments, errors, notYet } = props;
  return (
    <PlanFrame page={page} of={of} title="Amendments" errors={errors} backTo={{ part: 'overview' }}>
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">Amendments of the plan</h1>
      {amendments.length === 0 && <p class="govuk-body">It has not been amended.</p>}
      {[...amendments].reverse().map((one) => (
        <SummaryList
          key={one.id}
          card={{ title: { text: `Amendment ${one.number}`, headingLevel: 2 } }}
          rows={[
            { key: 'Begun', value: `${sayDate(one.begunOn)}, by ${one.begunBy}` },
            { key: 'How it came about', value: sayBasis(one) },
            { key: 'Why', value: <AsTyped>{one.why}</AsTyped> },
            { key: 'Notice', value: one.noticeSentOn === null ? 'Not sent' : sayDate(one.noticeSentOn) },
            { key: 'Outcome', value: <Outcome {...one} /> },
          ]}
        />
      ))}
      {notYet === null ? <Begin {...props} /> : <InsetText>{notYet}.</InsetText>}
    </PlanFrame>
  );
}

function Outcome({ end }: AmendmentOnFile) {
  if (end === null) return <>Open</>;
  const words = {
    issued: 'Amended plan issued',
    withdrawn: 'Withdrawn before a notice',
    'not amended': 'Decided not to amend',
  };
  return (
    <>
      {words[end.how]}, {sayDate(end.on)}
      {end.reasons !== '' && (
        <>
          . <AsTyped>{end.reasons}</AsTyped>
        </>
      )}
    </>
  );
}

function Begin({ of, formKey, inForce, typed, errors }: Props) {
  return (
    <>
      <h2 class="govuk-heading-m">Begin an amendment</h2>
      <p class="govuk-body">
        A new draft begins from version {inForce?.version}, row by row. Version {inForce?.version} stays in
        force, unchanged, until an amended plan is issued. The family sees nothing until you send the notice.
      </p>
      <Form action={`/plans/${of.planId}/amendments`} idempotencyKey={formKey}>
        <Radios
          name="basis"
          fieldset={{ legend: { text: 'How does it come about?', classes: 'govuk-fieldset__legend--s' } }}
          errorMessage={errors['basis']}
          value={typed['basis']}
          items={[
            {
              value: 'review',
              text: 'After a review (SEND Regulations 2014, reg. 22)',
              conditional: (
                <DateField
                  name="reviewMeetingOn"
                  legend="When was the review meeting?"
                  hint="The notice goes within four weeks of it"
                  errors={errors}
                  typed={typed}
                />
              ),
            },
            {
              value: 'no review',
              text: 'Without a review (SEND Regulations 2014, reg. 28)',
              hint: 'The same notice, 15 days and eight weeks',
            },
          ]}
        />
        <Textarea
          name="why"
          label={{ text: 'Why is the plan to be amended?', classes: 'govuk-label--s' }}
          hint="The family reads this in the notice"
          errorMessage={errors['why']}
          value={typed['why']}
          rows={4}
        />
        <Button preventDoubleClick>Begin the amendment</Button>
      </Form>
    </>
  );
}
