import type { ComponentChildren } from 'preact';
import { InsetText, SummaryList } from '../../../design-system/index.ts';
import {
  type AdviceContent,
  needsOf,
  type Outcome,
  outcomesUnder,
  type Provision,
  provisionsUnder,
  type Row,
} from '../advice.ts';

type Props = {
  content: AdviceContent;
  /** What may be done with a row, shown under it; nothing where the advice is only read. */
  actions?: ((row: Row) => ComponentChildren) | undefined;
};

/** Advice as it is read: the statement, then each need with its outcomes, and under each outcome its provision. */
export function AdviceContentView({ content, actions }: Props) {
  const { statement } = content;
  const needs = needsOf(content);
  return (
    <>
      {statement.notKnown && <InsetText>The child is not known to this service.</InsetText>}
      {statement.text !== '' && <p class="govuk-body opensend-as-typed">{statement.text}</p>}
      {needs.map((need, place) => (
        <section key={need.id} id={need.id}>
          <h3 class="govuk-heading-m">
            <span class="govuk-caption-m">
              Need {place + 1}: {need.area}
            </span>
            <span class="opensend-as-typed">{need.text}</span>
          </h3>
          <SummaryList
            rows={answered([
              ['Evidence', need.evidence],
              ['Why no provision', need.noProvision],
            ])}
          />
          {actions?.(need)}
          {outcomesUnder(content, need.id).map((outcome) => (
            <OutcomeView key={outcome.id} outcome={outcome} content={content} actions={actions} />
          ))}
        </section>
      ))}
    </>
  );
}

function OutcomeView({ outcome, content, actions }: { outcome: Outcome } & Props) {
  return (
    <div id={outcome.id}>
      <h4 class="govuk-heading-s">
        Outcome: <span class="opensend-as-typed">{outcome.text}</span>
      </h4>
      <SummaryList
        rows={answered([
          ['Steps towards it', outcome.steps],
          ['By when', outcome.byWhen],
        ])}
      />
      {actions?.(outcome)}
      {provisionsUnder(content, outcome.id).map((provision) => (
        <div key={provision.id} id={provision.id}>
          <SummaryList
            card={{ title: { text: 'Provision', headingLevel: 5 } }}
            rows={provisionRows(provision)}
          />
          {actions?.(provision)}
        </div>
      ))}
    </div>
  );
}

function provisionRows(provision: Provision) {
  return answered([
    ['What', provision.what],
    ['Who provides it', provision.who],
    ['Staff to children', provision.ratio],
    ['How often', provision.frequency],
    ['How long each time', provision.durationEachTime],
    ['Reviewed', provision.review],
    ['Anything else', provision.text],
    ['Section', provision.section],
  ]);
}

function answered(rows: readonly (readonly [string, string])[]) {
  return rows
    .filter(([, text]) => text !== '')
    .map(([key, text]) => ({ key, value: <span class="opensend-as-typed">{text}</span> }));
}
