import {
  DeadlineTag,
  Layout,
  type PageContext,
  Pagination,
  StackedTable,
} from '../../../design-system/index.ts';
import { type PlainDate, sayDate } from '../../../shared/plain-date.ts';
import { daysWaiting, type ShownItem } from '../inbox.ts';

type Props = {
  page: PageContext;
  today: PlainDate;
  shown: readonly ShownItem[];
  number: number;
  pages: number;
};

/** For a designated clinical officer: all the advice every authority awaits of the health body, longest wait first. */
export function HealthPage({ page, today, shown, number, pages }: Props) {
  const title = 'All health advice outstanding';
  return (
    <Layout title={title} page={page} backLink={{ href: '/inbox', text: 'Inbox' }}>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">
        What authorities have asked of your organisation and do not have yet, whoever has it. What has waited
        longest comes first.
      </p>
      {shown.length === 0 ? (
        <p class="govuk-body">No advice is outstanding.</p>
      ) : (
        <StackedTable
          caption="Advice outstanding"
          captionClasses="govuk-visually-hidden"
          head={['Child or young person', 'What', 'Asked by', 'Waiting', 'Due', 'Who has it']}
          rows={shown.map((item) => [
            <a class="govuk-link" href={item.href}>
              {item.childName}
              <span class="govuk-visually-hidden">: {item.what}</span>
            </a>,
            item.what,
            item.authorityName,
            sayDays(daysWaiting(item, today)),
            item.dueOn === null ? (
              ''
            ) : (
              <>
                {sayDate(item.dueOn)} <DeadlineTag due={item.dueOn} today={today} />
              </>
            ),
            item.holder?.name ?? 'Not allocated',
          ])}
        />
      )}
      {pages > 1 && (
        <Pagination
          {...(number > 1 ? { previous: { href: `/inbox/health?page=${number - 1}` } } : {})}
          {...(number < pages ? { next: { href: `/inbox/health?page=${number + 1}` } } : {})}
        />
      )}
    </Layout>
  );
}

function sayDays(days: number): string {
  return days === 1 ? '1 day' : `${days} days`;
}
