import {
  AsTyped,
  Button,
  ErrorSummary,
  type FieldErrors,
  Form,
  type PageContext,
  Radios,
  SummaryList,
  sayMoment,
  Textarea,
} from '../../../../design-system/index.ts';
import { sayDate } from '../../../../shared/plain-date.ts';
import type { Uuid } from '../../../../shared/uuid.ts';
import type { AdviceGiver } from '../../../assessments/index.ts';
import { type OfPlan, PlanFrame } from '../../pages/frame.tsx';
import { entryRows } from '../../remarks/pages/entry-rows.tsx';
import type { Comment } from '../../remarks/remark.ts';
import type { Showing, ShownLine } from '../showing.ts';

type Contributor = AdviceGiver & { lines: readonly ShownLine[] };

type Props = {
  page: PageContext;
  of: OfPlan;
  contributors: readonly Contributor[];
  showings: readonly Showing[];
  comments: readonly Comment[];
  /** What each line of the draft is called now. */
  names: ReadonlyMap<Uuid, string>;
  /** The draft is still being written. */
  open: boolean;
  newKey: () => string;
  typed: Readonly<Record<string, string>>;
  errors: FieldErrors;
};

/** Who gave the advice a draft rests on, what each is shown of it, and what they said. */
export function ContributorsPage(props: Props) {
  const { page, of, contributors, showings, errors, open } = props;
  const now = showings.filter(({ ended }) => ended === null);
  const before = showings.filter(({ ended }) => ended !== null);
  return (
    <PlanFrame page={page} of={of} title="Contributors" errors={errors} backTo={{ part: 'overview' }}>
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">Contributors</h1>
      <p class="govuk-body">
        You can show an organisation the lines of the draft that rest on its signed advice, so that it can
        comment on them and suggest words. It sees those lines as they stand when you show them, and nothing
        else of the draft. It sees nothing that is withheld from organisations.
      </p>
      <p class="govuk-body">
        We have found no law that sends a draft to those who gave advice, so it is for you to decide. You can
        take it back at any time.
      </p>
      {contributors.length === 0 && (
        <p class="govuk-body">No organisation has given signed advice for this plan here.</p>
      )}
      {contributors.length > 0 && open && page.worksOnCases && <ShowForm {...props} />}
      {now.length > 0 && <h2 class="govuk-heading-m">Shown now</h2>}
      {now.map((showing) => (
        <ShownNow key={showing.id} showing={showing} {...props} />
      ))}
      <Comments {...props} />
      {before.length > 0 && (
        <>
          <h2 class="govuk-heading-m">Shown before</h2>
          <ul class="govuk-list govuk-list--bullet">
            {before.map(({ id, organisation, shownOn, shownBy, ended }) => (
              <li key={id}>
                {organisation}: {sayDate(shownOn)}, by {shownBy}, until{' '}
                {ended !== null && `${sayDate(ended.on)}, by ${ended.by}`}
              </li>
            ))}
          </ul>
        </>
      )}
    </PlanFrame>
  );
}

function ShowForm({ of, contributors, showings, newKey, typed, errors }: Props) {
  const shown = new Set(
    showings.filter(({ ended }) => ended === null).map(({ organisationId }) => organisationId),
  );
  return (
    <Form action={`/plans/${of.planId}/contributors`} idempotencyKey={newKey()}>
      <Radios
        name="organisation"
        fieldset={{
          legend: { text: 'Who do you want to show it to?', classes: 'govuk-fieldset__legend--m' },
        }}
        errorMessage={errors['organisation']}
        value={typed['organisation']}
        items={contributors.map(({ organisationId, name, authors, lines }) => ({
          value: organisationId,
          text: name,
          hint: [
            `Advice of ${authors.join(', ')}.`,
            lines.length === 0
              ? 'No line that can be shown rests on it.'
              : `They would see ${lines.map((line) => line.name).join(', ')}.`,
            ...(shown.has(organisationId) ? ['Shown already: this shows the lines as they stand now.'] : []),
          ].join(' '),
        }))}
      />
      <Textarea
        name="words"
        label={{ text: 'What do you ask of them?', classes: 'govuk-label--m' }}
        hint="You can leave this empty"
        errorMessage={errors['words']}
        value={typed['words']}
        rows={3}
      />
      <Button preventDoubleClick>Show these lines</Button>
    </Form>
  );
}

function ShownNow({ page, showing, of, newKey }: Props & { showing: Showing }) {
  const { id, organisation, words, shownOn, shownBy, looked, planIssuedOn } = showing;
  return (
    <>
      <SummaryList
        card={{ title: { text: organisation, headingLevel: 3 } }}
        rows={[
          { key: 'Shown', value: `${sayDate(shownOn)}, by ${shownBy}` },
          words !== '' && { key: 'Asked', value: <AsTyped>{words}</AsTyped> },
          {
            key: 'Looked',
            value: looked === null ? 'They have not said so' : `${sayMoment(looked.at)}, said ${looked.by}`,
          },
          planIssuedOn !== null && { key: 'The plan', value: `Final since ${sayDate(planIssuedOn)}` },
        ]}
      />
      {page.worksOnCases && (
        <Form action={`/plans/${of.planId}/contributors/${id}/end`} idempotencyKey={newKey()}>
          <Button classes="govuk-button--secondary" preventDoubleClick>
            Take it back<span class="govuk-visually-hidden"> from {organisation}</span>
          </Button>
        </Form>
      )}
    </>
  );
}

function Comments({ comments, names, of }: Props) {
  if (comments.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m">What they said</h2>
      {comments.map(({ id, rowId, by, organisation, words, on, following }) => (
        <SummaryList
          key={id}
          card={{
            title: { text: names.get(rowId) ?? 'A line since taken away', headingLevel: 3 },
            actions: {
              items: [{ href: `/plans/${of.planId}/comments/${id}/replies`, text: 'Answer, or settle it' }],
            },
          }}
          rows={[
            {
              key: `${by} (${organisation?.name ?? ''}), ${sayDate(on)}`,
              value: <AsTyped>{words}</AsTyped>,
            },
            ...entryRows({ answer: null, following }),
          ]}
        />
      ))}
      <p class="govuk-body">
        Words they suggest are with the{' '}
        <a class="govuk-link" href={`/plans/${of.planId}/suggestions`}>
          suggestions
        </a>
        .
      </p>
    </>
  );
}
