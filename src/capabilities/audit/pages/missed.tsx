import { InsetText, Layout, type PageContext, StackedTable } from '../../../design-system/index.ts';
import { capital, countOf } from '../../../shared/words.ts';
import type { Missed } from '../missed.ts';

type Props = {
  page: PageContext;
  round: { id: string; name: string };
  missed: readonly (Missed & { drawnId: string; reference: string })[];
};

/** What the checks missed in a round, for whoever keeps them. */
export function MissedPage({ page, round, missed }: Props) {
  return (
    <Layout
      title={`What the checks missed: ${round.name}`}
      page={page}
      backLink={{ href: `/audits/${round.id}`, text: round.name }}
    >
      <span class="govuk-caption-l">{round.name}</span>
      <h1 class="govuk-heading-l">What the checks missed</h1>
      <InsetText>
        Where a plan was graded not met or partly met, and no check that looks for it found anything in the
        plan, by the{' '}
        <a class="govuk-link" href="/rules/plan-checks">
          checks as they are now
        </a>
        . Why it was graded so is with the plan.
      </InsetText>
      {missed.length === 0 ? (
        <p class="govuk-body">There is nothing here.</p>
      ) : (
        <StackedTable
          caption={countOf(missed.length, 'answer')}
          captionClasses="govuk-visually-hidden"
          head={['Plan', 'Quality', 'Grade', 'Checks that looked and found nothing']}
          rows={missed.map(({ drawnId, reference, quality, grade, rules }) => [
            page.worksOnCases ? (
              <a class="govuk-link" href={`/audits/plans/${drawnId}`}>
                {reference}
              </a>
            ) : (
              reference
            ),
            quality,
            capital(grade),
            rules.length === 0 ? 'No check looks for this' : rules.join(', '),
          ])}
        />
      )}
    </Layout>
  );
}
