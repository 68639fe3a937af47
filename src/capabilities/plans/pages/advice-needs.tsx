import {
  AsTyped,
  Button,
  ErrorSummary,
  type FieldErrors,
  Form,
  InsetText,
  type PageContext,
  Radios,
  Select,
  SummaryList,
  Tag,
  Textarea,
} from '../../../design-system/index.ts';
import { sayDate } from '../../../shared/plain-date.ts';
import { countOf } from '../../../shared/words.ts';
import type { PlacedNeed } from '../advice-needs.ts';
import { type OfPlan, PlanFrame } from './frame.tsx';

type Props = {
  page: PageContext;
  of: OfPlan;
  formKey: string;
  needs: readonly PlacedNeed[];
  /** What each row of the plan is called, and says. */
  rows: readonly { id: string; text: string }[];
  names: ReadonlyMap<string, string>;
  /** The need being placed; null for the list alone. */
  placing: PlacedNeed | null;
  canChange: boolean;
  errors: FieldErrors;
  typed: Readonly<Record<string, string>>;
};

/** Each need that the advice states, and where it stands in the plan. */
export function AdviceNeedsPage(props: Props) {
  const { page, of, needs, errors, placing } = props;
  const left = needs.filter(({ at }) => at === null).length;
  return (
    <PlanFrame page={page} of={of} title="Needs in the advice" errors={errors} backTo={{ part: 'overview' }}>
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">Needs in the advice</h1>
      {placing !== null && <Placing {...props} placing={placing} />}
      {needs.length === 0 ? (
        <p class="govuk-body">No signed advice states a need.</p>
      ) : (
        <p class="govuk-body">
          {left === 0 ? 'Each need has its place.' : `${countOf(left, 'need')} without a place in the plan.`}
        </p>
      )}
      {[...Map.groupBy(needs, ({ from }) => from)].map(([from, stated]) => (
        <section key={from}>
          <h2 class="govuk-heading-m">{from}</h2>
          <SummaryList rows={stated.map((need) => row(props, need))} />
        </section>
      ))}
    </PlanFrame>
  );
}

function row({ of, names, canChange }: Props, need: PlacedNeed) {
  const place = {
    href: `/plans/${of.planId}/advice-needs?need=${need.needId}`,
    text: need.at === null ? 'Place it' : 'Change',
    visuallyHiddenText: `: ${need.text.slice(0, 60)}`,
  };
  return {
    key: <AsTyped>{need.text}</AsTyped>,
    value: <Where need={need} names={names} />,
    ...(canChange ? { actions: { items: [place] } } : {}),
  };
}

function Where({ need: { at }, names }: { need: PlacedNeed; names: ReadonlyMap<string, string> }) {
  if (at === null) return <Tag colour="orange">No place yet</Tag>;
  const name = names.get(at.rowId ?? '') ?? '';
  return (
    <>
      {at.place === 'in the plan' && `In the plan: ${name}`}
      {at.place === 'merged into' && `Merged into ${name}`}
      {at.place === 'left out' && (
        <>
          Left out: <AsTyped>{at.reason}</AsTyped>
        </>
      )}
      <div class="govuk-hint">
        {at.said === null ? 'Drawn from the advice, in its words' : `${at.said.by}, ${sayDate(at.said.on)}`}
      </div>
    </>
  );
}

function Placing({ of, formKey, rows, errors, typed, placing }: Props & { placing: PlacedNeed }) {
  const before = placing.at;
  return (
    <Form action={`/plans/${of.planId}/advice-needs`} idempotencyKey={formKey}>
      <input type="hidden" name="adviceId" value={placing.adviceId} />
      <input type="hidden" name="needId" value={placing.needId} />
      <InsetText>
        {placing.from}: <AsTyped>{placing.text}</AsTyped>
      </InsetText>
      <Radios
        name="place"
        fieldset={{ legend: { text: 'Where does this need stand?', classes: 'govuk-fieldset__legend--m' } }}
        errorMessage={errors['place']}
        value={typed['place'] ?? before?.place}
        items={[
          { value: 'in the plan', text: 'In the plan, as a need of its own' },
          { value: 'merged into', text: 'Merged into another need of the plan' },
          { value: 'left out', text: 'Left out of the plan' },
        ]}
      />
      <Select
        name="rowId"
        label={{ text: 'Which need of the plan?', classes: 'govuk-label--s' }}
        hint="Where it is in the plan or merged"
        errorMessage={errors['rowId']}
        value={typed['rowId'] ?? before?.rowId ?? ''}
        items={[{ value: '', text: 'None' }, ...rows.map(({ id, text }) => ({ value: id, text }))]}
      />
      <Textarea
        name="reason"
        label={{ text: 'Why is it left out?', classes: 'govuk-label--s' }}
        hint="Where it is left out"
        errorMessage={errors['reason']}
        value={typed['reason'] ?? before?.reason}
        rows={3}
      />
      <Button preventDoubleClick>Save</Button>
    </Form>
  );
}
