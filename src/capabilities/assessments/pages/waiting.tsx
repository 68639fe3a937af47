import { Layout, type PageContext, StackedTable } from '../../../design-system/index.ts';
import { daysBetween, type PlainDate } from '../../../shared/plain-date.ts';
import { sayParagraph } from '../paragraphs.ts';
import type { WaitingRow } from '../waiting-store.ts';

type Props = { page: PageContext; rows: readonly WaitingRow[]; today: PlainDate };

/** What the authority waits for, by organisation and kind of advice, with what each gave lately. */
export function WaitingAdvicePage({ page, rows, today }: Props) {
  const title = 'Advice waiting, by organisation';
  return (
    <Layout title={title} page={page} backLink={{ href: '/cases', text: 'Cases' }}>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">
        What you asked for and do not have, by the organisation asked and the kind of advice; and what each
        gave you in the last 12 weeks. These are your own figures, and no other authority’s.
      </p>
      {rows.length === 0 ? (
        <p class="govuk-body">No advice is waiting, and none came in the last 12 weeks.</p>
      ) : (
        <StackedTable
          caption="Advice waiting"
          captionClasses="govuk-visually-hidden"
          head={['Organisation', 'Advice', 'Waiting', 'Overdue', 'Longest wait', 'Given lately', 'Half took']}
          rows={rows.map((row) => [
            row.organisation,
            sayParagraph(row.paragraph),
            String(row.waiting),
            String(row.overdue),
            row.oldest === null ? 'None' : sayDays(daysBetween(row.oldest, today)),
            row.given === 0 ? 'None' : `${row.given}: ${(row.given / 12).toFixed(1)} a week`,
            row.medianDays === null ? 'Not known' : `${sayDays(Math.round(row.medianDays))} or less`,
          ])}
        />
      )}
    </Layout>
  );
}

function sayDays(days: number): string {
  return days === 1 ? '1 day' : `${days} days`;
}
