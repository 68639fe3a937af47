import { Button, Layout, type PageContext, StackedTable } from '../../../design-system/index.ts';
import { STEP_WORDS } from '../case.ts';
import { type Durations, FEWEST, STRETCHES } from '../forecast.ts';
import type { Load, Standing } from '../team-store.ts';

type Props = {
  page: PageContext;
  people: readonly Load[];
  steps: readonly Standing[];
  workers: readonly { accountId: string; name: string }[];
  durations: Durations;
};

/** Who has how much, and where cases wait. */
export function TeamPage({ page, people, steps, workers, durations }: Props) {
  const here = new Set(workers.map(({ accountId }) => accountId));
  const idle = workers.filter((one) => !people.some(({ accountId }) => accountId === one.accountId));
  const rows = [...people, ...idle.map((one) => ({ ...one, open: 0, overdue: 0, week: 0, late: 0 }))];
  return (
    <Layout title="Caseload" page={page}>
      <h1 class="govuk-heading-l">Caseload</h1>
      <StackedTable
        caption="By person"
        captionClasses="govuk-table__caption--m"
        head={['Caseworker', 'Open', 'Overdue', 'Due within 7 days', 'Likely to be late', 'What you can do']}
        rows={rows.map((one) => [
          <a class="govuk-link" href={`/cases?view=open&whose=${one.accountId ?? 'nobody'}`}>
            {one.name ?? 'Nobody'}
          </a>,
          <>
            {number(one.open)}
            {one.accountId !== null && !here.has(one.accountId) && ' (no longer here)'}
          </>,
          number(one.overdue),
          number(one.week),
          number(one.late),
          one.open > 0 && (
            <a class="govuk-link" href={`/caseload/reassign?from=${one.accountId ?? 'nobody'}`}>
              Give to somebody<span class="govuk-visually-hidden">: cases of {one.name ?? 'nobody'}</span>
            </a>
          ),
        ])}
      />
      <StackedTable
        caption="Where cases wait"
        captionClasses="govuk-table__caption--m"
        head={['Next', 'Open', 'Overdue', 'Longest so far', 'Half took, in the last year']}
        rows={steps.map((one) => [
          STEP_WORDS[one.step].staff,
          number(one.open),
          number(one.overdue),
          days(one.longest),
          usual(one.step, durations),
        ])}
      />
      <Button href="/caseload/late" classes="govuk-button--secondary">
        What was late, and why
      </Button>{' '}
      <Button href="/caseload/cover" classes="govuk-button--secondary">
        Leave cover
      </Button>
    </Layout>
  );
}

function usual(step: string, durations: Durations): string {
  const stretch = STRETCHES.find((one) => one === step);
  const took = stretch === undefined ? [] : durations[stretch];
  if (took.length < FEWEST) return 'Too few to say';
  return `${days(took[Math.floor(took.length / 2)] ?? 0)} or less`;
}

function days(count: number): string {
  return count === 1 ? '1 day' : `${number(count)} days`;
}

function number(count: number): string {
  return count.toLocaleString('en-GB');
}
