import {
  Button,
  InsetText,
  Layout,
  type PageContext,
  StackedTable,
  SummaryList,
} from '../../../design-system/index.ts';
import { parsePlainDate, sayDate } from '../../../shared/plain-date.ts';
import { capital, countOf } from '../../../shared/words.ts';
import type { Agreement } from '../agreement.ts';
import { GRADES } from '../grades.ts';
import { FEWEST, type GroupResult, type Results } from '../results.ts';

type Props = {
  page: PageContext;
  round: { id: string; name: string };
  drawn: number;
  results: Results;
  agreement: Agreement;
};

/** What a round found. */
export function ResultsPage({ page, round, drawn, results, agreement }: Props) {
  const { graded, shown } = results;
  return (
    <Layout
      title={`Results: ${round.name}`}
      page={page}
      backLink={{ href: `/audits/${round.id}`, text: round.name }}
    >
      <span class="govuk-caption-l">{round.name}</span>
      <h1 class="govuk-heading-l">Results</h1>
      <p class="govuk-body">
        {graded} of {countOf(drawn, 'plan')} drawn {graded === 1 ? 'is' : 'are'} graded. A plan graded twice
        counts once both gradings are given: by the grades agreed, and by the first grading where none is
        agreed.
      </p>
      <InsetText>
        Fewer than {FEWEST} plans are not shown, so that nothing is said of one child, setting or person.
        Where one group alone would be hidden, the next smallest is hidden too. A mean is out of 100: a
        question not met counts 0, partly met 33, mostly met 67, fully met 100, each by its weight.
      </InsetText>
      {shown === null ? (
        <p class="govuk-body">There is nothing to show until {FEWEST} plans are graded.</p>
      ) : (
        <Shown shown={shown} graded={graded} />
      )}
      <Agreed {...agreement} />
      <Button href={`/audits/${round.id}/results.csv`} classes="govuk-button--secondary">
        Download (CSV)
      </Button>
    </Layout>
  );
}

function Shown({ shown, graded }: { shown: NonNullable<Results['shown']>; graded: number }) {
  return (
    <>
      <p class="govuk-body">
        Every plan together: {say(shown.mean)}, of {countOf(graded, 'plan')}.
      </p>
      <StackedTable
        caption="By question"
        captionClasses="govuk-table__caption--m"
        head={['Quality', 'Weight', 'Mean', 'Of plans', ...GRADES.map(capital)]}
        rows={shown.questions.map(({ quality, weight, mean, of, counts }) => [
          quality,
          String(weight),
          say(mean),
          String(of),
          ...GRADES.map((grade) => String(counts[grade])),
        ])}
      />
      {shown.groups.map(({ by, overlap, groups }) => (
        <StackedTable
          key={by}
          caption={overlap ? `By ${lower(by)} (a plan may be in several)` : `By ${lower(by)}`}
          captionClasses="govuk-table__caption--m"
          head={[by, 'Mean', 'Of plans']}
          rows={groups.map((one) => [
            sayName(one),
            one.plans === null ? 'Not shown' : say(one.mean),
            one.plans === null ? 'Not shown' : String(one.plans),
          ])}
        />
      ))}
    </>
  );
}

function Agreed({ pairs, same, scored, kappa }: Agreement) {
  return (
    <>
      <h2 class="govuk-heading-m">How far auditors agree</h2>
      {pairs === 0 ? (
        <p class="govuk-body">No plan has been graded by two people yet.</p>
      ) : (
        <SummaryList
          rows={[
            {
              key: 'The same grade',
              value: `${same} of ${countOf(pairs, 'answer')} (${Math.round((100 * same) / pairs)}%)`,
            },
            {
              key: 'Weighted kappa',
              value:
                kappa === null
                  ? 'It cannot be worked out: there are too few different grades'
                  : `${kappa.toFixed(2)}, of ${countOf(scored, 'answer')} (linear weights; 1 is full agreement, 0 what chance would give)`,
            },
          ]}
        />
      )}
    </>
  );
}

function say(mean: number | null): string {
  return mean === null ? 'None' : String(Math.round(mean));
}

function lower(by: string): string {
  return by.charAt(0).toLowerCase() + by.slice(1);
}

function sayName({ name }: GroupResult): string {
  const month = parsePlainDate(`${name}-01`);
  return month === null ? capital(name) : sayDate(month).replace(/^\d+ /, '');
}
