import type { ComponentChildren } from 'preact';
import { AsTyped, InsetText, SummaryList } from '../../../design-system/index.ts';
import {
  type AdviceContent,
  needsOf,
  type Outcome,
  outcomesUnder,
  provisionsUnder,
  type Row,
} from '../advice.ts';
import { rowWords } from '../row-words.ts';

type Props = {
  content: AdviceContent;
  /** What may be done with a row, shown under it; nothing where the advice is only read. */
  actions?: ((row: Row) => ComponentChildren) | undefined;
  /** Whether a link may lead to a row: no where another version of the same rows is on the page. */
  anchors?: boolean;
};

/** Advice as it is read: the statement, then each need with its outcomes, and under each outcome its provision. */
export function AdviceContentView({ content, actions, anchors = true }: Props) {
  const { statement } = content;
  const needs = needsOf(content);
  return (
    <>
      {statement.notKnown && <InsetText>The child is not known to this service.</InsetText>}
      {statement.text !== '' && <p class="govuk-body opensend-as-typed">{statement.text}</p>}
      {needs.map((need, place) => (
        <section key={need.id} id={anchors ? need.id : undefined}>
          <h3 class="govuk-heading-m">
            <span class="govuk-caption-m">
              Need {place + 1}: {need.area}
            </span>
            <AsTyped>{need.text}</AsTyped>
          </h3>
          <Answers row={need} shownAbove={['Area', 'Need']} />
          {actions?.(need)}
          {outcomesUnder(content, need.id).map((outcome) => (
            <OutcomeView key={outcome.id} {...{ outcome, content, actions, anchors }} />
          ))}
        </section>
      ))}
    </>
  );
}

function OutcomeView({ outcome, content, actions, anchors }: { outcome: Outcome } & Props) {
  return (
    <div id={anchors ? outcome.id : undefined}>
      <h4 class="govuk-heading-s">
        Outcome: <AsTyped>{outcome.text}</AsTyped>
      </h4>
      <Answers row={outcome} shownAbove={['Outcome']} />
      {actions?.(outcome)}
      {provisionsUnder(content, outcome.id).map((provision) => (
        <div key={provision.id} id={anchors ? provision.id : undefined}>
          <SummaryList
            card={{ title: { text: 'Provision', headingLevel: 5 } }}
            rows={answered(provision, [])}
          />
          {actions?.(provision)}
        </div>
      ))}
    </div>
  );
}

function Answers({ row, shownAbove }: { row: Row; shownAbove: readonly string[] }) {
  const rows = answered(row, shownAbove);
  return rows.length === 0 ? null : <SummaryList rows={rows} />;
}

function answered(row: Row, shownAbove: readonly string[]) {
  return rowWords(row)
    .filter(({ key }) => !shownAbove.includes(key))
    .map(({ key, words }) => ({ key, value: <AsTyped>{words}</AsTyped> }));
}
