import { Layout, type PageContext, StackedTable } from '../../../design-system/index.ts';
import { daysBetween, type PlainDate } from '../../../shared/plain-date.ts';
import type { Load } from '../store.ts';

type Props = { page: PageContext; loads: readonly Load[]; today: PlainDate };

/** What each colleague has to answer, and how long it has waited. */
export function LoadsPage({ page, loads, today }: Props) {
  return (
    <Layout title="Advice to give, by person" page={page} backLink={{ href: '/inbox', text: 'Inbox' }}>
      <h1 class="govuk-heading-l">Advice to give, by person</h1>
      {loads.length === 0 ? (
        <p class="govuk-body">No advice is waiting to be given.</p>
      ) : (
        <StackedTable
          caption="Advice to give"
          captionClasses="govuk-visually-hidden"
          firstCellIsHeader
          head={['Who has it', 'To give', 'Overdue', 'Longest wait']}
          rows={loads.map(({ holder, open, overdue, oldest }) => [
            <a class="govuk-link" href={`/inbox?who=${holder?.accountId ?? 'nobody'}`}>
              {holder?.name ?? 'Not allocated'}
            </a>,
            String(open),
            String(overdue),
            sayDays(daysBetween(oldest, today)),
          ])}
        />
      )}
    </Layout>
  );
}

function sayDays(days: number): string {
  return days === 1 ? '1 day' : `${days} days`;
}
