import {
  AsTyped,
  Button,
  ErrorSummary,
  type FieldErrors,
  Form,
  type PageContext,
  Radios,
  SummaryList,
  Tag,
  Textarea,
  WarningText,
} from '../../../design-system/index.ts';
import { sayDate } from '../../../shared/plain-date.ts';
import { capital } from '../../../shared/words.ts';
import { SECTION_TITLES } from '../section-titles.ts';
import type { Proposer } from '../suggesting.ts';
import type { ShownSuggestion } from '../suggestion-reading.ts';
import { type Asking, Because } from './because.tsx';
import { HowToReadWords } from './compared-words.tsx';
import { type OfPlan, PlanFrame } from './frame.tsx';
import { missingOf, TwoColumns } from './two-columns.tsx';

const PROPOSER_WORDS = {
  family: 'the family',
  contributor: 'gives advice or support',
  colleague: 'a colleague',
} as const satisfies Record<Proposer, string>;

type ListProps = { page: PageContext; of: OfPlan; shown: readonly ShownSuggestion[]; open: boolean };

/** Everything suggested for a draft, what waits for an answer first. */
export function SuggestionsPage({ page, of, shown, open }: ListProps) {
  const waiting = shown.filter(({ answer }) => answer === null);
  const answered = shown.filter(({ answer }) => answer !== null).reverse();
  return (
    <PlanFrame page={page} of={of} title="Suggestions" backTo={{ part: 'overview' }}>
      <h1 class="govuk-heading-l">Suggestions</h1>
      {page.worksOnCases && open && (
        <Button href={`/plans/${of.planId}/suggestions/new`} classes="govuk-button--secondary">
          Suggest a new line
        </Button>
      )}
      {page.worksOnCases && (
        <p class="govuk-body">To suggest other words for a line, open the line in its section.</p>
      )}
      {shown.length === 0 && <p class="govuk-body">Nothing has been suggested.</p>}
      {shown.length > 0 && <HowToReadWords />}
      <Group heading="To answer" {...{ of }} suggestions={waiting} />
      <Group heading="Answered" {...{ of }} suggestions={answered} />
    </PlanFrame>
  );
}

type GroupProps = { heading: string; of: OfPlan; suggestions: readonly ShownSuggestion[] };

function Group({ heading, of, suggestions }: GroupProps) {
  if (suggestions.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m">{heading}</h2>
      {suggestions.map((one) => (
        <SummaryList
          key={one.id}
          card={{
            title: { text: `${SECTION_TITLES[one.section]}: ${one.name}`, headingLevel: 3 },
            actions: {
              items: [
                {
                  href: `/plans/${of.planId}/suggestions/${one.id}`,
                  text: one.answer === null ? 'Answer' : 'Read',
                },
              ],
            },
          }}
          rows={[...suggestionRows(one), ...answerRows(one)]}
        />
      ))}
    </>
  );
}

/** Who suggested what, with what is suggested beside what the draft said. */
function suggestionRows(suggestion: ShownSuggestion) {
  return [
    {
      key: 'Words',
      value: (
        <TwoColumns
          fields={suggestion.fields}
          titles={['What it said', 'What is suggested']}
          missing={missingOf(suggestion)}
          Heading="h4"
        />
      ),
    },
    ...saidRows(suggestion),
  ];
}

function saidRows({ by, on, proposer, organisation, why, proposed, base }: ShownSuggestion) {
  const what = proposed === null ? 'That it is taken out' : base === null ? 'A new line' : 'Other words';
  return [
    {
      key: 'Suggested by',
      value: `${by} (${organisation?.name ?? PROPOSER_WORDS[proposer]}), ${sayDate(on)}`,
    },
    { key: 'What', value: what },
    why !== '' && { key: 'Why', value: <AsTyped>{why}</AsTyped> },
  ];
}

function answerRows({ answer, stale }: ShownSuggestion) {
  return [
    {
      key: 'Answer',
      value:
        answer === null ? (
          <>
            <Tag colour="yellow">Not answered yet</Tag>
            {stale && <> The draft says something else since.</>}
          </>
        ) : (
          <>
            <strong>{capital(answer.outcome)}</strong> by {answer.by}, {sayDate(answer.on)}
            <br />
            <AsTyped>{answer.reasons}</AsTyped>
          </>
        ),
    },
  ];
}

type OneProps = {
  page: PageContext;
  of: OfPlan;
  suggestion: ShownSuggestion;
  asking: Asking;
  formKey: string;
  open: boolean;
  typed: Readonly<Record<string, string>>;
  errors: FieldErrors;
};

/** One suggestion: old and new words by word, and what becomes of it. */
export function SuggestionPage({ page, of, suggestion, asking, formKey, open, typed, errors }: OneProps) {
  const { id, name, section, answer, stale, now, proposer } = suggestion;
  return (
    <PlanFrame
      page={page}
      of={of}
      title={`Suggestion for ${name}`}
      errors={errors}
      backTo={{ href: `/plans/${of.planId}/suggestions`, text: 'Suggestions' }}
    >
      <ErrorSummary errors={errors} />
      <span class="govuk-caption-l">{SECTION_TITLES[section]}</span>
      <h1 class="govuk-heading-l">Suggestion for {name}</h1>
      <HowToReadWords />
      <TwoColumns
        fields={suggestion.whole}
        titles={['What it said', 'What is suggested']}
        missing={missingOf(suggestion)}
        Heading="h2"
      />
      <SummaryList rows={[...saidRows(suggestion), ...(answer === null ? [] : answerRows(suggestion))]} />
      {stale && <Stale now={now} />}
      {answer === null && open && page.worksOnCases && (
        <Form action={`/plans/${of.planId}/suggestions/${id}`} idempotencyKey={formKey}>
          <Radios
            name="outcome"
            fieldset={{ legend: { text: 'What becomes of it?', classes: 'govuk-fieldset__legend--m' } }}
            errorMessage={errors['outcome']}
            value={typed['outcome']}
            items={[
              {
                value: 'taken',
                text: 'Take it',
                hint: 'The draft then says this, in both your names',
                disabled: stale,
              },
              {
                value: 'taken in part',
                text: 'Take part of it',
                hint: 'You write the words yourself, afterwards',
              },
              { value: 'declined', text: 'Do not take it' },
            ]}
          />
          <Textarea
            name="reasons"
            label={{ text: 'Why?', classes: 'govuk-label--m' }}
            hint={proposer === 'family' ? 'The family reads this' : 'Whoever suggested it is told this'}
            errorMessage={errors['reasons']}
            value={typed['reasons']}
            rows={4}
          />
          <Because asking={asking} typed={typed} errors={errors} />
          <Button preventDoubleClick>Answer</Button>
        </Form>
      )}
    </PlanFrame>
  );
}

function Stale({ now }: Pick<ShownSuggestion, 'now'>) {
  return (
    <>
      <WarningText>
        The draft says something else since this was suggested, so it cannot be taken as it is.
      </WarningText>
      <SummaryList
        card={{ title: { text: 'What the draft says now', headingLevel: 2 } }}
        rows={
          now.length === 0
            ? [{ key: 'Now', value: 'It has been taken away' }]
            : now.map(({ label, text }) => ({ key: label, value: <AsTyped>{text}</AsTyped> }))
        }
      />
    </>
  );
}
