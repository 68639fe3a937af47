import { Button, type PageContext, StackedTable } from '../../../design-system/index.ts';
import type { Load } from '../team-store.ts';
import { CaseloadFrame, number } from './caseload-frame.tsx';

type Props = {
  page: PageContext;
  people: readonly Load[];
  workers: readonly { accountId: string; name: string }[];
  mayMakeTeams: boolean;
};

/** Who has how much, and where cases wait. */
export function TeamPage({ page, people, workers, mayMakeTeams }: Props) {
  const here = new Set(workers.map(({ accountId }) => accountId));
  const idle = workers.filter((one) => !people.some(({ accountId }) => accountId === one.accountId));
  const rows = [
    ...people,
    ...idle.map((one) => ({ ...one, open: 0, overdue: 0, week: 0, late: 0, finished: 0 })),
  ];
  return (
    <CaseloadFrame page={page} part="/caseload" title="Caseload">
      <StackedTable
        caption="By person"
        captionClasses="govuk-table__caption--m"
        head={[
          'Caseworker',
          'Open',
          'Overdue',
          'Due within 7 days',
          'Likely to be late',
          'Finished',
          'What you can do',
        ]}
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
          number(one.finished),
          one.open + one.finished > 0 && (
            <a
              class="govuk-link"
              href={`/caseload/reassign?from=${one.accountId ?? 'nobody'}${one.open > 0 ? '' : '&of=finished'}`}
            >
              Give to somebody<span class="govuk-visually-hidden">: cases of {one.name ?? 'nobody'}</span>
            </a>
          ),
        ])}
      />
      <div class="govuk-button-group">
        {mayMakeTeams && (
          <Button href="/caseload/teams" classes="govuk-button--secondary">
            Teams
          </Button>
        )}
        <Button href="/consultations-waiting" classes="govuk-button--secondary">
          Settings that have not answered
        </Button>
        <Button href="/caseload/cover" classes="govuk-button--secondary">
          Leave cover
        </Button>
      </div>
    </CaseloadFrame>
  );
}
