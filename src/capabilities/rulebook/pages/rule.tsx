import {
  InsetText,
  inEasyRead,
  Layout,
  type PageContext,
  SummaryList,
} from '../../../design-system/index.ts';
import type { Deadline, Rule } from '../../../law/index.ts';
import { sayDate } from '../../../shared/plain-date.ts';
import { ruleInEasyRead } from './easy-read/rules.ts';
import { factsOf } from './summary.tsx';

export type RulePageProps = {
  page: PageContext;
  /** As it stands; then each other version, past or to come. */
  versions: readonly [Rule, ...Rule[]];
  /** A start and the last day it leads to; null where a setting's own calendar is needed. */
  example: Deadline | null;
};

/** One time limit, with an example, and as it stood before or will stand. */
export const RulePage = inEasyRead(RuleOf, ruleInEasyRead);

function RuleOf({ page, versions: [rule, ...others], example }: RulePageProps) {
  const title = `${rule.id}: ${rule.name}`;
  return (
    <Layout
      title={title}
      page={page}
      backLink={{ href: `/rules#${rule.id}`, text: 'All the rules we follow' }}
    >
      <h1 class="govuk-heading-l">{title}</h1>
      <SummaryList rows={factsOf(rule)} />
      {example !== null && <Example example={example} />}
      {others.map((other) => (
        <section key={other.inForce.from}>
          <h2 class="govuk-heading-m">From {sayDate(other.inForce.from)}</h2>
          <SummaryList rows={factsOf(other)} />
        </section>
      ))}
      <p class="govuk-body">A change of law does not change the limits of cases that had already begun.</p>
    </Layout>
  );
}

function Example({ example }: { example: Deadline }) {
  const last = example.rule.kind === 'bar' ? 'it lasts until' : 'the last day is';
  return (
    <InsetText>
      <h2 class="govuk-heading-s">For example</h2>
      <p class="govuk-body">
        When {example.starts} on {sayDate(example.start)}, {last} {sayDate(example.due)}.
      </p>
      {example.adjustments.map(({ name, days }) => (
        <p key={name} class="govuk-body">
          That is {days === 1 ? '1 day' : `${days} days`} more than the period itself: {name}.
        </p>
      ))}
      {example.cautions.map((caution) => (
        <p key={caution} class="govuk-body">
          {caution}.
        </p>
      ))}
    </InsetText>
  );
}
