import {
  AsTyped,
  Button,
  inEasyRead,
  Layout,
  type PageContext,
  SummaryList,
} from '../../../design-system/index.ts';
import { sayDate } from '../../../shared/plain-date.ts';
import { entryRows } from '../remarks/pages/entry-rows.tsx';
import { AREA_TITLES } from '../rendering/rows.ts';
import { ABOUT_WORDS } from '../section-titles.ts';
import type { Line, LinesOf, SaidAbout } from '../suggestion-reading.ts';
import { HowToReadWords } from './compared-words.tsx';
import { linesInEasyRead } from './easy-read/lines.ts';
import { missingOf, TwoColumns } from './two-columns.tsx';

export type LinesProps = {
  page: PageContext;
  childId: string;
  childName: string;
  areas: readonly LinesOf[];
  /** What they said about no line, or about one that is no longer there. */
  rest: readonly SaidAbout[];
  /** They may say more: until the plan is final. */
  open: boolean;
  /** It is what a plan in force would say once amended. */
  amending: boolean;
};

/** The draft line by line: what it says, what the family said of each line, and what we answered. */
export const LinesPage = inEasyRead(Lines, linesInEasyRead);

function Lines({ page, childId, childName, areas, rest, amending, ...props }: LinesProps) {
  const open = props.open && page.onlyReads !== true;
  const plan = `/family/${childId}/plan`;
  const suggested = [
    ...areas.flatMap(({ lines }) => lines.flatMap(({ comments }) => comments)),
    ...rest,
  ].some(({ suggestion }) => suggestion !== null);
  const title = amending
    ? `The plan for ${childName} as it would be, line by line`
    : `The draft for ${childName}, line by line`;
  const back = amending
    ? { href: `${plan}/amendment`, text: 'The changes we propose' }
    : { href: plan, text: 'The plan' };
  return (
    <Layout title={title} page={page} backLink={back}>
      <h1 class="govuk-heading-l">{title}</h1>
      {areas.length === 0 && rest.length === 0 && (
        <p class="govuk-body">You can say what you think of each line once we have sent you a draft.</p>
      )}
      {areas.length > 0 && open && (
        <>
          <p class="govuk-body">
            Tell us what is wrong with a line, or suggest other words for it. We answer each thing you say,
            and tell you why.
          </p>
          <Button href={`${plan}/suggestions/new`} classes="govuk-button--secondary">
            Suggest something new
          </Button>
        </>
      )}
      {suggested && <HowToReadWords />}
      {areas.map(({ area, lines }) => (
        <section key={area}>
          <h2 class="govuk-heading-m">{AREA_TITLES[area]}</h2>
          {lines.map((line) => (
            <LineCard key={line.id} line={line} plan={plan} open={open} />
          ))}
        </section>
      ))}
      {rest.length > 0 && (
        <>
          <h2 class="govuk-heading-m">What else you told us</h2>
          {rest.map((said) => (
            <SummaryList
              key={said.id}
              card={{ title: { text: ABOUT_WORDS[said.about], headingLevel: 3 } }}
              rows={saidRows(said, plan, open)}
            />
          ))}
        </>
      )}
    </Layout>
  );
}

function LineCard({ line, plan, open }: { line: Line; plan: string; open: boolean }) {
  const { id, name, fields, comments } = line;
  const items = [
    { href: `${plan}/comments?row=${id}`, text: 'Comment', visuallyHiddenText: `on ${name}` },
    { href: `${plan}/suggestions/new?row=${id}`, text: 'Suggest words', visuallyHiddenText: `for ${name}` },
  ];
  return (
    <SummaryList
      card={{
        title: { text: name, headingLevel: 3 },
        attributes: { id },
        ...(open ? { actions: { items } } : {}),
      }}
      rows={[
        ...fields.map(({ label, text }) => ({ key: label, value: <AsTyped>{text}</AsTyped> })),
        ...comments.flatMap((said) => saidRows(said, plan, open)),
      ]}
    />
  );
}

function saidRows(
  { id, from, receivedOn, words, answer, suggestion, places, discussion }: SaidAbout,
  plan: string,
  open: boolean,
) {
  const more = { href: `${plan}/comments/${id}/replies`, visuallyHiddenText: `about what ${from} said` };
  return [
    {
      key: `${from}, ${sayDate(receivedOn)}`,
      actions: { items: [{ ...more, text: open && discussion.open ? 'Say more' : 'Read' }] },
      value:
        suggestion === null ? (
          <AsTyped>{words}</AsTyped>
        ) : (
          <>
            {suggestion.why !== '' && (
              <p class="govuk-body">
                <AsTyped>{suggestion.why}</AsTyped>
              </p>
            )}
            <TwoColumns
              fields={suggestion.fields}
              titles={['What it said', 'What you suggest']}
              missing={missingOf(suggestion)}
              Heading="h4"
            />
          </>
        ),
    },
    ...entryRows(discussion),
    answer === null && { key: 'Our answer', value: 'Not answered yet' },
    places.length > 0 && { key: 'Where it is in the plan', value: places.join(', ') },
  ];
}
