import {
  Button,
  Checkboxes,
  DateField,
  ErrorSummary,
  type FieldErrors,
  Form,
  type PageContext,
  Radios,
  SummaryList,
  Textarea,
} from '../../../../design-system/index.ts';
import { type PlainDate, sayDate } from '../../../../shared/plain-date.ts';
import { type OfPlan, PlanFrame } from '../../pages/frame.tsx';
import type { Proposal } from '../proposal.ts';
import { SideBySide } from './side-by-side.tsx';

type Props = {
  page: PageContext;
  of: OfPlan;
  formKey: string;
  proposal: Proposal;
  placed: string;
  toPutRight: readonly { text: string; href: string }[];
  papers: readonly { id: string; title: string; on: PlainDate }[];
  people: readonly { name: string; how: string }[];
  servedOn: PlainDate;
  lastDay: PlainDate;
  typed: Readonly<Record<string, string>>;
  errors: FieldErrors;
};

/** What an amendment notice will say, what goes with it and to whom, before it is sent. */
export function NoticePage(props: Props) {
  const { page, of, errors, toPutRight, proposal } = props;
  const { version, issuedOn } = proposal.inForce;
  return (
    <PlanFrame page={page} of={of} title="Amendment notice" errors={errors} backTo={{ part: 'overview' }}>
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">Amendment notice</h1>
      <p class="govuk-body">
        What is proposed, beside version {version}, issued on {sayDate(issuedOn)}.
      </p>
      <h2 class="govuk-heading-m">What would change</h2>
      <SideBySide comparison={proposal.comparison} />
      {toPutRight.length === 0 ? <Send {...props} /> : <Left of={of} toPutRight={toPutRight} />}
    </PlanFrame>
  );
}

function Left({ of, toPutRight }: Pick<Props, 'of' | 'toPutRight'>) {
  return (
    <>
      <h2 class="govuk-heading-m">Before the notice can be sent</h2>
      <ul class="govuk-list govuk-list--bullet">
        {toPutRight.map(({ text, href }) => (
          <li key={text}>
            <a class="govuk-link" href={href}>
              {text}
            </a>
          </li>
        ))}
      </ul>
      <p class="govuk-body">
        <a class="govuk-link" href={`/plans/${of.planId}/exceptions`}>
          Let one of these go out as it is, with a reason
        </a>
      </p>
    </>
  );
}

function Send({ of, formKey, placed, papers, people, servedOn, lastDay, typed, errors }: Props) {
  return (
    <>
      <h2 class="govuk-heading-m">Send the notice</h2>
      <p class="govuk-body">
        It goes to the family with a copy of the plan in force and the evidence (SEND Regulations 2014, reg.
        22(2)). They have at least 15 days, counting the day it is served as the first. The amended plan, or
        notice that you are not amending, follows within eight weeks.
      </p>
      <SummaryList
        card={{ title: 'Sent to' }}
        rows={people.map(({ name, how }) => ({ key: name, value: how }))}
      />
      <Form action={`/plans/${of.planId}/amendment/notice`} idempotencyKey={formKey}>
        <Radios
          name="sectionIMayChange"
          fieldset={{
            legend: { text: 'Is the setting to be decided anew?', classes: 'govuk-fieldset__legend--s' },
          }}
          hint={`Section I now names ${placed}. A notice does not say which setting comes instead`}
          errorMessage={errors['sectionIMayChange']}
          value={typed['sectionIMayChange'] ?? 'no'}
          items={[
            { value: 'yes', text: 'Yes' },
            { value: 'no', text: 'No' },
          ]}
        />
        {papers.length > 0 && (
          <Checkboxes
            name="evidence"
            fieldset={{
              legend: { text: 'Which papers do the changes rest on?', classes: 'govuk-fieldset__legend--s' },
            }}
            hint="A copy of each goes with the notice. Papers withheld from the family are not listed"
            errorMessage={errors['evidence']}
            values={(typed['evidence'] ?? '').split(',')}
            items={papers.map(({ id, title, on }) => ({ value: id, text: title, hint: sayDate(on) }))}
          />
        )}
        <Textarea
          name="restsOn"
          label={{ text: 'What else do they rest on?', classes: 'govuk-label--s' }}
          hint="Leave empty where the papers say it all"
          errorMessage={errors['restsOn']}
          value={typed['restsOn']}
          rows={3}
        />
        <DateField
          name="servedOn"
          legend="When is it served?"
          hint={`At once if it is handed over or sent electronically. By first-class post, the second working day after posting. Served on ${sayDate(servedOn)}, the family’s time ends on ${sayDate(lastDay)}.`}
          errors={errors}
          typed={typed}
          value={servedOn}
        />
        <Button preventDoubleClick>Send the amendment notice</Button>
      </Form>
    </>
  );
}
