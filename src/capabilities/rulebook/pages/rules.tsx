import { Layout, type PageContext, SummaryList } from '../../../design-system/index.ts';
import { type Rule, sayPeriod } from '../../../law/index.ts';
import { sayDate } from '../../../shared/plain-date.ts';

const CONFIDENCE = {
  high: null,
  medium:
    'We have not been able to check every word of this provision. A lawyer should before it is relied on.',
  low: 'We are not sure of this. A lawyer must check it before it is relied on.',
} as const satisfies Record<Rule['cite']['confidence'], string | null>;

/** Every time limit, what starts it, how it is counted, and where the law says so. */
export function RulesPage({ page, rules }: { page: PageContext; rules: readonly Rule[] }) {
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
      {rules.map((rule) => (
        <SummaryList
          key={rule.id}
          card={{ title: { text: `${rule.id}: ${rule.name}`, headingLevel: 2 }, attributes: { id: rule.id } }}
          rows={[
            ...rule.limbs.map((limb, place) => ({
              key: place === 0 ? 'Time limit' : 'Or, if later',
              value: `${sayPeriod(limb.period)}, from when ${limb.starts}`,
            })),
            { key: 'It is met when', value: rule.stops },
            rule.rolls === 'tribunal' && {
              key: 'Days the tribunal does not work',
              value:
                'A limit that ends on one moves to the next working day; from 25 December to 1 January or in August, to the first working day after',
            },
            rule.exceptions.length > 0 && {
              key: 'Lawful exceptions',
              value: `${rule.exceptions.join('; ')}. Only where they make it impractical`,
            },
            {
              key: 'The law',
              value: (
                <>
                  <a class="govuk-link" href={rule.cite.url} rel="noreferrer external">
                    {rule.cite.provision}
                  </a>
                  {rule.cite.note !== undefined && (
                    <p class="govuk-body-s govuk-!-margin-top-1">{rule.cite.note}</p>
                  )}
                </>
              ),
            },
            CONFIDENCE[rule.cite.confidence] !== null && {
              key: 'How sure we are',
              value: CONFIDENCE[rule.cite.confidence],
            },
            { key: 'In force', value: `since ${sayDate(rule.inForce.from)}` },
          ]}
        />
      ))}
    </Layout>
  );
}
