import { Details, inEasyRead, Layout, type PageContext, SummaryList } from '../../../design-system/index.ts';
import { RULE_GROUPS, type Rule, sayPeriod } from '../../../law/index.ts';
import type { Check } from '../../plans/index.ts';
import { rulesInEasyRead } from './easy-read/rules.ts';
import { PlanChecks } from './plan-checks.tsx';
import { factsOf } from './summary.tsx';

/** Every time limit in force, what starts it, how it is counted, and where the law says so. */
export type RulesProps = { page: PageContext; rules: readonly Rule[]; checks: readonly Check[] };

export const RulesPage = inEasyRead(Rules, rulesInEasyRead);

function Rules({ page, rules, checks }: RulesProps) {
  const groups = RULE_GROUPS.map((name, place) => ({
    name,
    id: `group-${place + 1}`,
    rules: rules.filter((rule) => rule.group === name),
  })).filter((group) => group.rules.length > 0);
  return (
    <Layout title="The rules we follow" page={page}>
      <h1 class="govuk-heading-l">The rules we follow</h1>
      <p class="govuk-body">
        These are the time limits the law sets for children and young people with special educational needs in
        England. The service works its dates out from this list and nothing else.
      </p>
      <p class="govuk-body">
        “Within 6 weeks of” a day leaves that day out. A period “beginning with” a day counts it as the first.
        School holidays do not stop these clocks.
      </p>
      <p class="govuk-body">Choose a part, then open a rule to read all of it and the law it rests on.</p>
      <h2 class="govuk-heading-m">On this page</h2>
      <ul class="govuk-list">
        {groups.map((group) => (
          <li key={group.id}>
            <a class="govuk-link" href={`#${group.id}`}>
              {group.name}
            </a>
          </li>
        ))}
        <li>
          <a class="govuk-link" href="#plan-checks">
            What a plan is checked for
          </a>
        </li>
      </ul>
      {groups.map((group) => (
        <section key={group.id} aria-labelledby={group.id}>
          <h2 class="govuk-heading-m" id={group.id}>
            {group.name}
          </h2>
          {group.rules.map((rule) => (
            <Details
              key={rule.id}
              id={rule.id}
              summary={`${rule.id}: ${rule.name} (${rule.limbs.map(({ period }) => sayPeriod(period)).join(', or ')})`}
            >
              <SummaryList rows={factsOf(rule)} />
              <p class="govuk-body">
                <a class="govuk-link" href={`/rules/${rule.id}`}>
                  {rule.id} by itself, with an example
                </a>
              </p>
            </Details>
          ))}
        </section>
      ))}
      <PlanChecks checks={checks} />
    </Layout>
  );
}
