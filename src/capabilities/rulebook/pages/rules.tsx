import { inEasyRead, Layout, type PageContext, StackedTable } from '../../../design-system/index.ts';
import { RULE_GROUPS, type Rule, sayPeriod } from '../../../law/index.ts';
import { rulesInEasyRead } from './easy-read/rules.ts';
import { LawInShort } from './summary.tsx';

/** Every time limit in force: how long it is, and where the law says so. Each has a page that says all of it. */
export type RulesProps = { page: PageContext; rules: readonly Rule[] };

export const RulesPage = inEasyRead(Rules, rulesInEasyRead);

function Rules({ page, rules }: RulesProps) {
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
      <p class="govuk-body">Choose a part, then a rule to read all of it, with an example.</p>
      <h2 class="govuk-heading-m">On this page</h2>
      <ul class="govuk-list">
        {groups.map((group) => (
          <li key={group.id}>
            <a class="govuk-link" href={`#${group.id}`}>
              {group.name}
            </a>
          </li>
        ))}
      </ul>
      <p class="govuk-body">
        The words of a plan are checked too:{' '}
        <a class="govuk-link" href="/rules/plan-checks">
          what a plan is checked for
        </a>
        .
      </p>
      {groups.map((group) => (
        <section key={group.id} aria-labelledby={group.id}>
          <h2 class="govuk-heading-m" id={group.id}>
            {group.name}
          </h2>
          <StackedTable
            caption={group.name}
            captionClasses="govuk-visually-hidden"
            head={['Rule', 'Time limit', 'The law']}
            rows={group.rules.map((rule) => [
              <a class="govuk-link" id={rule.id} href={`/rules/${rule.id}`}>
                {rule.id}: {rule.name}
              </a>,
              rule.limbs.map(({ period }) => sayPeriod(period)).join(', or '),
              <LawInShort rule={rule} />,
            ])}
          />
        </section>
      ))}
    </Layout>
  );
}
