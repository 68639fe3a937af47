import {
  Button,
  DateField,
  ErrorSummary,
  Form,
  IdentityBar,
  Input,
  InsetText,
  Layout,
  type PageContext,
  Radios,
  Textarea,
} from '../../../design-system/index.ts';
import { type PlainDate, sayDate } from '../../../shared/plain-date.ts';
import type { Filled } from '../../children/index.ts';
import { daysUnmet } from '../admission.ts';
import { CITES } from '../cites.ts';
import type { Admission, Owed } from '../naming-store.ts';
import { Cite } from './cite.tsx';

type Props = {
  page: PageContext;
  owed: Owed & { childName: string; bornOn: PlainDate; said: readonly Admission[]; today: PlainDate };
  form: Filled;
  /** Staff write down what the setting said. */
  staff: boolean;
};

/** A setting says on which day it admitted a child whose plan names it, or why not yet. */
export function AdmissionPage({ page, owed, form, staff }: Props) {
  const { childName, bornOn, settingName, namedOn, untilOn, mustAdmit, said, today } = owed;
  const { typed, errors } = form;
  const days = daysUnmet({ mustAdmit, said, namedOn }, today);
  const settled = untilOn !== null || said.some(({ admittedOn }) => admittedOn !== null);
  return (
    <Layout
      title={`Admission: ${childName}`}
      page={page}
      errors={errors}
      backLink={
        staff
          ? { href: `/cases/${owed.childId}/placements`, text: 'Placements' }
          : { href: '/inbox', text: 'Inbox' }
      }
      beforeContent={
        <IdentityBar>
          {childName}
          <span class="opensend-identity-detail"> born {sayDate(bornOn)}</span>
        </IdentityBar>
      }
    >
      <ErrorSummary errors={errors} />
      {!staff && <span class="govuk-caption-l">{owed.authorityName}</span>}
      <h1 class="govuk-heading-l">Admission to {settingName}</h1>
      <p class="govuk-body">
        The plan made final on {sayDate(namedOn)} names {settingName}.{' '}
        {mustAdmit ? (
          <>
            A setting of a kind in section 38(3) that is named must admit the child or young person{' '}
            <Cite of={CITES.admit} />. No time is allowed after the plan is final.
          </>
        ) : (
          'It is none of the kinds in section 38(3), so that no duty to admit is on it.'
        )}
      </p>
      {days !== null && untilOn === null && (
        <p class="govuk-body">It has been {days === 1 ? '1 day' : `${days} days`} since it was named.</p>
      )}
      {said.map((one) => (
        <InsetText key={`${one.on}${one.whyNot}`}>
          {one.admittedOn === null ? `Not admitted: ${one.whyNot}` : `Admitted on ${sayDate(one.admittedOn)}`}
          {one.expectedOn === null ? '' : `. Expected on ${sayDate(one.expectedOn)}`} ({one.by},{' '}
          {sayDate(one.on)})
        </InsetText>
      ))}
      {settled && errors['admitted'] === undefined ? (
        <p class="govuk-body">
          {untilOn === null
            ? 'There is nothing more to answer.'
            : `The plan was changed on ${sayDate(untilOn)}.`}
        </p>
      ) : (
        <Form idempotencyKey={form.formKey}>
          <Radios
            name="admitted"
            fieldset={{
              legend: { text: `Has ${childName} been admitted?`, classes: 'govuk-fieldset__legend--m' },
            }}
            errorMessage={errors['admitted']}
            value={typed['admitted']}
            items={[
              {
                value: 'yes',
                text: 'Yes',
                conditional: <DateField name="admittedOn" legend="On which day?" {...{ errors, typed }} />,
              },
              {
                value: 'no',
                text: 'Not yet',
                conditional: (
                  <>
                    <Textarea
                      name="whyNot"
                      label="Why not?"
                      hint="The SEND team and the family read this"
                      errorMessage={errors['whyNot']}
                      value={typed['whyNot']}
                      rows={3}
                    />
                    <DateField
                      name="expectedOn"
                      legend="When do you expect to? (optional)"
                      {...{ errors, typed }}
                    />
                  </>
                ),
              },
            ]}
          />
          {staff && (
            <Input
              name="saidBy"
              label="Who at the setting said so?"
              classes="govuk-input--width-20"
              errorMessage={errors['saidBy']}
              value={typed['saidBy']}
            />
          )}
          <Button preventDoubleClick>Save</Button>
        </Form>
      )}
    </Layout>
  );
}
