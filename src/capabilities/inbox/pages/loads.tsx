import { InsetText, Layout, type PageContext, StackedTable } from '../../../design-system/index.ts';
import { daysBetween, type PlainDate, sayDate } from '../../../shared/plain-date.ts';
import { expectedBy, type Pace } from '../inbox.ts';
import type { Load } from '../store.ts';

type Props = { page: PageContext; loads: readonly Load[]; pace: Pace; today: PlainDate };

/** What each colleague has to answer, and how long it has waited. */
export function LoadsPage({ page, loads, pace, today }: Props) {
  return (
    <Layout title="Advice to give, by person" page={page} backLink={{ href: '/inbox', text: 'Inbox' }}>
      <h1 class="govuk-heading-l">Advice to give, by person</h1>
      <Expected waiting={loads.reduce((sum, { open }) => sum + open, 0)} pace={pace} today={today} />
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

/** What the team has done lately, and what that makes of what waits: the sum itself is shown. */
function Expected({ waiting, pace, today }: { waiting: number; pace: Pace; today: PlainDate }) {
  const expected = expectedBy(pace, waiting, today);
  const done = `Your organisation gave ${pace.done} ${pace.done === 1 ? 'piece' : 'pieces'} of advice in the last ${pace.weeks} weeks`;
  return (
    <InsetText>
      <p class="govuk-body">
        {pace.medianDays === null
          ? `${done}.`
          : `${done}. Half of them took ${sayDays(Math.round(pace.medianDays))} or less from when they were asked for.`}
      </p>
      {expected !== null && (
        <p class="govuk-body">
          {`${waiting} ${waiting === 1 ? 'waits' : 'wait'} now. ${waiting} ÷ ${expected.perWeek.toFixed(1)} a week is ${expected.weeks.toFixed(1)} weeks: at that pace all would be done by ${sayDate(expected.on)}. This is a sum, not a promise: each is due in law on its own day.`}
        </p>
      )}
      {expected === null && waiting > 0 && (
        <p class="govuk-body">Too little was done in that time to say when what waits will be.</p>
      )}
    </InsetText>
  );
}

function sayDays(days: number): string {
  return days === 1 ? '1 day' : `${days} days`;
}
