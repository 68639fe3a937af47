import {
  AsTyped,
  Button,
  Checkboxes,
  DeadlineTag,
  Details,
  ErrorSummary,
  type FieldErrors,
  Form,
  InsetText,
  type PageContext,
  SummaryList,
  Textarea,
} from '../../../design-system/index.ts';
import { type PlainDate, sayDate } from '../../../shared/plain-date.ts';
import type { Waiting } from '../withholding/held.ts';
import { type OfPlan, PlanFrame } from './frame.tsx';

type Choice = { key: string; says: string; chosen: boolean };

type Props = {
  page: PageContext;
  of: OfPlan;
  formKey: string;
  errors: FieldErrors;
  typed: Readonly<Record<string, string>>;
  today: PlainDate;
  waiting: readonly Waiting[];
  /** The rules whose words were nowhere to be found, and why each was made. */
  holding: readonly { id: string; words: string; reason: string }[];
  parts: readonly Choice[];
  rows: readonly Choice[];
};

/** The way out that is always open: a copy that waits goes today, with whole passages left out. */
export function ReleasePage(props: Props) {
  const { page, of, errors, waiting } = props;
  return (
    <PlanFrame
      page={page}
      of={of}
      title="Send it today, with passages left out"
      errors={errors}
      backTo={{ href: `/plans/${of.planId}/withheld`, text: 'Withheld from organisations' }}
    >
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">Send it today, with passages left out</h1>
      {waiting.length === 0 ? (
        <p class="govuk-body">No copy of this plan waits. There is nothing to send.</p>
      ) : (
        <Waits {...props} />
      )}
    </PlanFrame>
  );
}

function Waits({ of, formKey, errors, typed, today, waiting, holding, parts, rows }: Props) {
  return (
    <>
      <SummaryList
        rows={waiting.map(({ name, on, dueOn, owner }) => ({
          key: name,
          value: (
            <>
              Its copy has waited since {sayDate(on)}. {owner ?? 'Nobody'} is to release it, by{' '}
              {sayDate(dueOn)} <DeadlineTag due={dueOn} today={today} doneOn={null} />
            </>
          ),
        }))}
      />
      <h2 class="govuk-heading-m">What could not be found in the plan</h2>
      <SummaryList
        rows={holding.map(({ id, words, reason }) => ({
          key: <AsTyped>{words}</AsTyped>,
          value: <AsTyped>{reason}</AsTyped>,
          id,
        }))}
      />
      <p class="govuk-body">
        The plan may say this in other words. Leave out every part and statement that might:{' '}
        <a class="govuk-link" href={`/plans/${of.planId}/document`}>
          read the plan
        </a>{' '}
        first.
      </p>
      <InsetText>
        More is left out this way, and never less: the rules above go on. The copy says where something is not
        shown, the 15 days begin today, and all of it is looked at again with the first of those rules. You
        can show a passage again from “Withheld from organisations”.
      </InsetText>
      <Form action={`/plans/${of.planId}/withheld/release`} idempotencyKey={formKey}>
        <Checkboxes
          name="parts"
          fieldset={{
            legend: { text: 'What is left out of their copy?', classes: 'govuk-fieldset__legend--m' },
          }}
          errorMessage={errors['parts']}
          items={parts.map(({ key, says, chosen }) => ({ value: key, text: says, checked: chosen }))}
        />
        {rows.length > 0 && (
          <Details summary="Or single statements" open={rows.some(({ chosen }) => chosen)}>
            <Checkboxes
              name="statements"
              fieldset={{ legend: { text: 'Statements', classes: 'govuk-fieldset__legend--s' } }}
              classes="govuk-checkboxes--small"
              items={rows.map(({ key, says, chosen }) => ({ value: key, text: says, checked: chosen }))}
            />
          </Details>
        )}
        <Textarea
          name="reason"
          label={{ text: 'Why these passages are left out', classes: 'govuk-label--s' }}
          hint="Kept with your name. Neither the family’s plan nor the decision on Section I is changed by it"
          errorMessage={errors['reason']}
          value={typed['reason']}
          rows={3}
        />
        <Button preventDoubleClick>Leave these out, and send it today</Button>
      </Form>
    </>
  );
}
