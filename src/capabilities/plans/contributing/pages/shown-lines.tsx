import {
  AsTyped,
  Button,
  Form,
  InsetText,
  Layout,
  type PageContext,
  SummaryList,
  sayMoment,
} from '../../../../design-system/index.ts';
import { sayDate } from '../../../../shared/plain-date.ts';
import { capital } from '../../../../shared/words.ts';
import { HowToReadWords } from '../../pages/compared-words.tsx';
import { missingOf, TwoColumns } from '../../pages/two-columns.tsx';
import { entryRows } from '../../remarks/pages/entry-rows.tsx';
import type { Comment } from '../../remarks/remark.ts';
import { SECTION_TITLES } from '../../section-titles.ts';
import type { Showing } from '../showing.ts';
import type { LineOfTheirs, OwnSuggestion } from '../shown-reading.ts';

type Props = {
  page: PageContext;
  showing: Showing;
  childName: string;
  lines: readonly LineOfTheirs[];
  rest: { comments: readonly Comment[]; suggestions: readonly OwnSuggestion[] };
  formKey: string;
};

/** The lines of a draft that rest on an organisation's advice: what they say, what it said there, and what came of that. */
export function ShownLinesPage({ page, showing, childName, lines, rest, formKey }: Props) {
  const { id, authorityName, words, shownOn, looked, planIssuedOn } = showing;
  const at = `/shown-lines/${id}`;
  const open = planIssuedOn === null;
  const suggested = [...lines.flatMap(({ suggestions }) => suggestions), ...rest.suggestions].length > 0;
  return (
    <Layout
      title={`Draft plan for ${childName}: lines that rest on your advice`}
      page={page}
      backLink={{ href: '/inbox', text: 'Inbox' }}
    >
      <span class="govuk-caption-l">{authorityName}</span>
      <h1 class="govuk-heading-l">Draft plan for {childName}: lines that rest on your advice</h1>
      <p class="govuk-body">
        {open
          ? `This is what those lines said on ${sayDate(shownOn)}. You can comment on each, or suggest other words. The SEND team answers, and you read the answer here.`
          : `The plan became final on ${sayDate(planIssuedOn)}. This is what came of what you said about its draft.`}
      </p>
      {words !== '' && (
        <InsetText>
          <AsTyped>{words}</AsTyped>
        </InsetText>
      )}
      {open && (
        <Button href={`${at}/suggestions/new`} classes="govuk-button--secondary">
          Suggest a new line
        </Button>
      )}
      {suggested && <HowToReadWords />}
      {lines.length === 0 && <p class="govuk-body">None of these lines is shown to you any longer.</p>}
      {lines.map((line) => (
        <LineCard key={line.rowId} line={line} at={at} open={open} />
      ))}
      {(rest.comments.length > 0 || rest.suggestions.length > 0) && (
        <SummaryList
          card={{ title: { text: 'What else you said', headingLevel: 2 } }}
          rows={[
            ...rest.comments.flatMap((one) => commentRows(one, at)),
            ...rest.suggestions.flatMap(suggestionRows),
          ]}
        />
      )}
      {looked !== null && (
        <p class="govuk-body">
          {looked.by} said on {sayMoment(looked.at)} that you had looked.
        </p>
      )}
      {open && (
        <Form action={`${at}/looked`} idempotencyKey={formKey}>
          <Button preventDoubleClick>We have looked at these lines</Button>
        </Form>
      )}
    </Layout>
  );
}

function LineCard({ line, at, open }: { line: LineOfTheirs; at: string; open: boolean }) {
  const { rowId, name, section, fields, comments, suggestions } = line;
  const items = [
    { href: `${at}/comments/new?row=${rowId}`, text: 'Comment', visuallyHiddenText: `on ${name}` },
    { href: `${at}/suggestions/new?row=${rowId}`, text: 'Suggest words', visuallyHiddenText: `for ${name}` },
  ];
  return (
    <SummaryList
      card={{
        title: { text: `${name}: ${SECTION_TITLES[section]}`, headingLevel: 2 },
        attributes: { id: rowId },
        ...(open ? { actions: { items } } : {}),
      }}
      rows={[
        ...fields.map(({ label, text }) => ({ key: label, value: <AsTyped>{text}</AsTyped> })),
        ...comments.flatMap((one) => commentRows(one, at)),
        ...suggestions.flatMap(suggestionRows),
      ]}
    />
  );
}

function commentRows({ id, by, on, words, following }: Comment, at: string) {
  const more = { href: `${at}/comments/${id}/replies`, visuallyHiddenText: `about what ${by} said` };
  return [
    {
      key: `${by}, ${sayDate(on)}`,
      value: <AsTyped>{words}</AsTyped>,
      actions: { items: [{ ...more, text: 'Say more, or settle it' }] },
    },
    ...entryRows({ answer: null, following }),
  ];
}

function suggestionRows({ by, on, why, base, proposed, fields, answer }: OwnSuggestion) {
  return [
    {
      key: `${by}, ${sayDate(on)}`,
      value: (
        <>
          {why !== '' && (
            <p class="govuk-body">
              <AsTyped>{why}</AsTyped>
            </p>
          )}
          {fields.length > 0 && (
            <TwoColumns
              fields={fields}
              titles={['What it said', 'What you suggest']}
              missing={missingOf({ base, proposed })}
              Heading="h3"
            />
          )}
        </>
      ),
    },
    {
      key: 'The answer',
      value:
        answer === null ? (
          'Not answered yet'
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
