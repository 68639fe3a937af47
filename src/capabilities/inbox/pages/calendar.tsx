import { DeadlineTag, Layout, type PageContext } from '../../../design-system/index.ts';
import { type PlainDate, sayDate } from '../../../shared/plain-date.ts';
import type { Week } from '../calendar.ts';
import type { ShownItem } from '../inbox.ts';

type Props = { page: PageContext; today: PlainDate; weeks: readonly Week<ShownItem>[] };

/** Everything that is due by a day, from every authority, week by week. */
export function CalendarPage({ page, today, weeks }: Props) {
  return (
    <Layout title="Calendar" page={page} backLink={{ href: '/inbox', text: 'Inbox' }}>
      <h1 class="govuk-heading-l">What is due, by week</h1>
      {weeks.length === 0 && <p class="govuk-body">Nothing is due from your organisation.</p>}
      {weeks.length > 0 && (
        <p class="govuk-body">
          <a class="govuk-link" href="/inbox/calendar.ics" download>
            Download it for your own calendar
          </a>
          . The file names no child.
        </p>
      )}
      {weeks.map(({ monday, items }) => (
        <section key={monday}>
          <h2 class="govuk-heading-m">Week beginning {sayDate(monday)}</h2>
          <ul class="govuk-list govuk-list--spaced">
            {items.map((item) => (
              <li key={`${item.kind} ${item.id}`}>
                {item.dueOn !== null && <DueOn dueOn={item.dueOn} today={today} />}
                <br />
                <a class="govuk-link" href={item.href}>
                  {item.childName}: {item.what}
                </a>
                , asked by {item.authorityName}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Layout>
  );
}

function DueOn({ dueOn, today }: { dueOn: PlainDate; today: PlainDate }) {
  return (
    <>
      {sayDate(dueOn)} <DeadlineTag due={dueOn} today={today} />
    </>
  );
}
